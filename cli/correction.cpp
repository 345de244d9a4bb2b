// SPDX-License-Identifier: Apache-2.0
#include <cli/correction.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/trim.hpp>

namespace quiz::cli {

void declare_correction(Options& options, workflow::Correction& correction) {
  options.flag("--apply", correction.apply);
  options.text("--reason", "TEXT", correction.reason);
}

void require_reason(std::string_view reason, std::string_view option) {
  if (trim(reason).empty())
    throw Error(ErrorKind::usage, Message("usage.reason-missing", {{"option", option}}));
}

workflow::Correction correction(const workflow::Correction& asked, const Context& context) {
  if (asked.apply) require_reason(asked.reason, "--apply");
  workflow::Correction correction = asked;
  correction.apply = asked.apply && !context.everywhere.dry_run;
  correction.threads = context.threads();
  correction.now = context.clock.now();
  return correction;
}

}  // namespace quiz::cli
