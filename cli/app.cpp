// SPDX-License-Identifier: Apache-2.0
#include <cli/app.hpp>

#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/help.hpp>
#include <cli/topics.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/nearest.hpp>
#include <quizlib/base/version.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <new>
#include <system_error>
#include <utility>
#include <vector>

namespace quiz::cli {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kFindings = 3;

constexpr std::array kCommands{
    Command{"new", "", &commands::add_new},
    Command{"check", "", &commands::add_check},
    Command{"bank", "list", &commands::add_bank_list},
    Command{"bank", "show", &commands::add_bank_show},
    Command{"bank", "stats", &commands::add_bank_stats},
    Command{"roster", "check", &commands::add_roster_check},
    Command{"roster", "duplicates", &commands::add_roster_duplicates},
    Command{"person", "merge", &commands::add_person_merge},
    Command{"person", "split", &commands::add_person_split},
    Command{"contest", "show", &commands::add_contest_show},
    Command{"contest", "rules", &commands::add_contest_rules},
    Command{"contest", "seal", &commands::add_contest_seal},
    Command{"contest", "freeze", &commands::add_contest_freeze},
    Command{"contest", "hold", &commands::add_contest_hold},
    Command{"contest", "status", &commands::add_contest_status},
    Command{"paper", "show", &commands::add_paper_show},
    Command{"take", "", &commands::add_take},
    Command{"simulate", "", &commands::add_simulate},
    Command{"intake", "add", &commands::add_intake_add},
    Command{"intake", "admit", &commands::add_intake_admit},
    Command{"intake", "status", &commands::add_intake_status},
    Command{"score", "", &commands::add_score},
    Command{"score", "explain", &commands::add_score_explain},
    Command{"regrade", "", &commands::add_regrade},
    Command{"disqualify", "", &commands::add_disqualify},
    Command{"rank", "", &commands::add_rank},
    Command{"award", "", &commands::add_award},
    Command{"award", "decide", &commands::add_award_decide},
    Command{"award", "diff", &commands::add_award_diff},
    Command{"report", "", &commands::add_report},
    Command{"completion", "", &commands::add_completion},
};

int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::failed:
      break;
    case ErrorKind::usage:
      return 2;
    case ErrorKind::integrity:
      return 4;
    case ErrorKind::not_found:
      return 5;
    case ErrorKind::try_again:
      return 75;
    case ErrorKind::interrupted:
      return 130;
  }
  return kFailed;
}

/// The language of messages: `--lang`, wherever it stands, else that of the locale.
text::Language language(std::span<const std::string> arguments, const Context& context) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string_view word = arguments[i];
    if (word == "--lang" && i + 1 < arguments.size()) {
      word = arguments[i + 1];
    } else if (word.starts_with("--lang=")) {
      word.remove_prefix(7);
    } else {
      continue;
    }
    if (const auto wanted = text::parse_language(word)) return *wanted;
  }
  for (const std::string_view name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const std::string_view locale = context.variable(name); !locale.empty())
      return text::language_of_locale(locale);
  }
  return text::Language::en;
}

bool asks_for_help(std::span<const std::string> arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return false;
    if (argument == "-h" || argument == "--help") return true;
  }
  return false;
}

[[noreturn]] void refuse_word(std::string_view code, std::string_view word,
                              const std::vector<std::string_view>& known) {
  throw Error(ErrorKind::usage, Message(code, {{"word", word}, {"suggestion", nearest(word, known)}}));
}

[[noreturn]] void refuse_unknown_option(const std::string& argument) {
  Everywhere ignored;
  Options options("everywhere");
  options.everywhere(ignored);
  refuse_option(argument, options.shared());
}

[[noreturn]] void refuse_after_topic(const std::string& argument) {
  if (is_option(argument)) refuse_unknown_option(argument);
  throw Error(ErrorKind::usage, Message("usage.argument-unexpected", {{"argument", argument}}));
}

/// The commands of a noun; none where there is no such noun.
std::span<const Command> find_noun(std::string_view noun) {
  const auto first = std::ranges::find(kCommands, noun, &Command::noun);
  const auto last = std::find_if(first, kCommands.end(), [&](const Command& c) { return c.noun != noun; });
  return {first, last};
}

std::vector<std::string_view> known_nouns() {
  std::vector<std::string_view> nouns{"help"};
  for (const Command& command : kCommands) nouns.push_back(command.noun);
  return nouns;
}

[[noreturn]] void refuse_topic(std::string_view word) {
  std::vector<std::string_view> known = known_nouns();
  for (const Topic& topic : topics()) known.push_back(topic.name);
  refuse_word("usage.topic-unknown", word, known);
}

/// The command that the words name; nullptr where only a noun with several verbs is there.
const Command* find_command(std::span<const Command> of_noun, std::string_view verb) {
  const auto found = std::ranges::find(of_noun, verb, &Command::verb);
  if (found != of_noun.end()) return &*found;
  if (of_noun.front().verb.empty()) return &of_noun.front();
  if (verb.empty()) return nullptr;
  std::vector<std::string_view> verbs;
  for (const Command& command : of_noun) verbs.push_back(command.verb);
  refuse_word("usage.verb-unknown", verb, verbs);
}

void enter(Context& context, const std::string& folder) {
  context.folder /= folder;
  std::error_code ignored;
  if (!std::filesystem::is_directory(context.folder, ignored)) {
    throw Error(ErrorKind::failed, Message("message.no-folder", {{"path", context.folder.native()}}));
  }
}

void carry_out(const Command& command, std::vector<std::string> arguments, Context& context) {
  Options options(command.name());
  const Action action = command.add(options);
  options.everywhere(context.everywhere);
  if (asks_for_help(arguments))
    return print_text(context, command_help(kCommands, options, *context.catalogue));
  options.parse(arguments);
  if (!context.everywhere.folder.empty()) enter(context, context.everywhere.folder);
  action(context);
}

/// Carry out the command line whose noun stands at `at`.
void dispatch_noun(std::vector<std::string> arguments, std::size_t at, Context& context) {
  const std::span<const Command> of_noun = find_noun(arguments[at]);
  if (of_noun.empty()) refuse_word("usage.command-unknown", arguments[at], known_nouns());
  arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(at));
  at = next_word(arguments, at);
  const bool has_word = at < arguments.size() && !is_option(arguments[at]);
  const Command* command = find_command(of_noun, has_word ? arguments[at] : std::string_view());
  if (command == nullptr) {
    if (at < arguments.size()) refuse_unknown_option(arguments[at]);
    return print_text(context, noun_help(kCommands, of_noun.front().noun, *context.catalogue));
  }
  if (!command->verb.empty()) arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(at));
  carry_out(*command, std::move(arguments), context);
}

/// `quiz help`, whose next word stands at `at`: topics, or a noun and verb as with `--help`.
void explain(std::vector<std::string> arguments, std::size_t at, Context& context) {
  const text::Catalogue& catalogue = *context.catalogue;
  if (at == arguments.size()) return print_text(context, long_help(kCommands, catalogue));
  const std::string& word = arguments[at];
  if (is_option(word)) refuse_unknown_option(word);
  if (!find_noun(word).empty()) {
    arguments.emplace_back("--help");
    return dispatch_noun(std::move(arguments), at, context);
  }
  const Topic* topic = find_topic(word);
  if (topic == nullptr && word != "help") refuse_topic(word);
  const std::size_t rest = next_word(arguments, at + 1);
  if (rest < arguments.size()) refuse_after_topic(arguments[rest]);
  print_text(context,
             topic == nullptr ? topics_help(catalogue) : topic_help(*topic, catalogue, context.width));
}

void dispatch(std::vector<std::string> arguments, Context& context) {
  std::size_t at = next_word(arguments, 0);
  if (at == arguments.size()) return print_text(context, short_help(kCommands, *context.catalogue));
  if (arguments[at] == "help") {
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(at));
    at = next_word(arguments, at);
    return explain(std::move(arguments), at, context);
  }
  if (arguments[at] == "--version") return print_text(context, "quiz " + std::string(version()) + '\n');
  if (is_option(arguments[at])) refuse_unknown_option(arguments[at]);
  dispatch_noun(std::move(arguments), at, context);
}

}  // namespace

std::string Command::name() const {
  return verb.empty() ? std::string(noun) : std::string(noun) + ' ' + std::string(verb);
}

std::span<const Command> command_table() { return kCommands; }

int run(std::span<const std::string> arguments, Context context) {
  const auto fail = [&](ErrorKind kind, const Message& message) {
    print_findings(context);
    print_error(context, message);
    return exit_code(kind);
  };
  context.catalogue.emplace(language(arguments, context));
  try {
    dispatch({arguments.begin(), arguments.end()}, context);
    print_findings(context);
    const bool is_wrong =
        context.diagnostics.has_errors() || (context.is_strict && context.diagnostics.warnings() != 0);
    return is_wrong ? kFindings : kDone;
  } catch (const NobodyReads&) {
    return kFailed;
  } catch (const Error& error) {
    return fail(error.kind(), error.message());
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::failed, Message("message.no-memory"));
  } catch (const std::exception& error) {
    return fail(ErrorKind::failed, Message("message.unexpected", {{"reason", error.what()}}));
  }
}

}  // namespace quiz::cli
