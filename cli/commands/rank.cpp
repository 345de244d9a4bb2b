// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/workflow/lists.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace quiz::cli::commands {
namespace {

struct Options {
  bool groups = false;
  workflow::RankRequest request;
  std::optional<std::uint64_t> top;
};

void run(const Options& options, Context& context) {
  const auto results = workflow::load_results(context.folder, context.threads(), context.diagnostics);
  if (!results) return;
  workflow::RankRequest request = options.request;
  const auto refuse = [](std::string_view option, std::string_view of) {
    throw Error(ErrorKind::usage, Message("rank.option-of-other-list", {{"option", option}, {"of", of}}));
  };
  if (options.groups && !request.track.empty()) refuse("--track", "entrants");
  if (!options.groups && !request.level.empty()) refuse("--level", "groups");
  if (!options.groups && !request.award.empty()) refuse("--award", "groups");
  if (options.top) request.top = static_cast<std::size_t>(*options.top);
  print(context,
        options.groups ? workflow::rank_groups(results, request) : workflow::rank_entrants(results, request));
}

}  // namespace

Action add_rank(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.choice<bool>("--of", {{"entrants", false}, {"groups", true}}, values->groups);
  options.text("--round", "ROUND", values->request.round);
  options.text("--track", "TRACK", values->request.track);
  options.text("--level", "LEVEL", values->request.level);
  options.text("--award", "AWARD", values->request.award);
  options.number("--top", "N", values->top);
  options.example("quiz rank --top 20");
  options.example("quiz rank --of groups --level commune --format csv");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
