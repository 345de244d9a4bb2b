// SPDX-License-Identifier: Apache-2.0
#include <cli/help.hpp>

#include <cli/topics.hpp>

#include <quizlib/text/width.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace quiz::cli {
namespace {

constexpr std::array<std::string_view, 3> kExamples{"quiz new my-contest", "quiz check", "quiz rank --help"};

using Lines = std::vector<std::pair<std::string, std::string>>;

/// Two columns, the first as wide as it must be.
std::string aligned(const Lines& lines) {
  std::size_t width = 0;
  for (const auto& line : lines) width = std::max(width, text::width(line.first));
  std::string result;
  for (const auto& line : lines) result += "  " + text::pad(line.first, width) + "  " + line.second + '\n';
  return result;
}

std::string heading(std::string_view key, const text::Catalogue& catalogue) {
  return '\n' + catalogue(key) + ":\n";
}

std::string usage(std::string_view rest, const text::Catalogue& catalogue) {
  return catalogue("help.usage") + ": quiz " + std::string(rest) + '\n';
}

std::string shown_name(const Declared& declared) {
  std::string result = declared.name;
  if (const std::size_t comma = result.find(','); comma != std::string::npos) result.insert(comma + 1, " ");
  if (!declared.positional && !declared.placeholder.empty()) result += ' ' + declared.placeholder;
  return result;
}

std::string shown_argument(const Declared& declared) {
  const std::string name = declared.repeated ? declared.name + "…" : declared.name;
  return declared.required ? name : '[' + name + ']';
}

Lines lines_of(std::span<const Declared> declared, const text::Catalogue& catalogue) {
  Lines lines;
  for (const Declared& one : declared) lines.emplace_back(shown_name(one), catalogue(one.help));
  return lines;
}

Lines titles_of_topics(const text::Catalogue& catalogue) {
  Lines lines;
  for (const Topic& topic : topics()) lines.emplace_back(topic.name, catalogue(topic.key()));
  return lines;
}

/// What else can be done with a noun that is a command by itself.
Lines verbs_beside(std::span<const Command> commands, const Options& options,
                   const text::Catalogue& catalogue) {
  Lines verbs;
  for (const Command& command : commands) {
    if (command.noun != options.name() || command.verb.empty()) continue;
    verbs.emplace_back(command.name(), catalogue("command." + Options(command.name()).key()));
  }
  return verbs;
}

}  // namespace

std::string short_help(std::span<const Command> commands, const text::Catalogue& catalogue) {
  Lines nouns;
  for (const Command& command : commands) {
    const std::string noun(command.noun);
    if (nouns.empty() || nouns.back().first != noun) nouns.emplace_back(noun, catalogue("command." + noun));
  }
  std::string result =
      catalogue("help.program") + "\n\n" + usage("NOUN [VERB] …", catalogue) + '\n' + aligned(nouns);
  result += heading("help.examples", catalogue);
  for (const std::string_view example : kExamples) result += "  " + std::string(example) + '\n';
  return result + '\n' + catalogue("help.more") + '\n';
}

std::string long_help(std::span<const Command> commands, const text::Catalogue& catalogue) {
  return short_help(commands, catalogue) + heading("help.topics", catalogue) +
         aligned(titles_of_topics(catalogue));
}

std::string topics_help(const text::Catalogue& catalogue) {
  return usage("help TOPIC", catalogue) + '\n' + aligned(titles_of_topics(catalogue));
}

std::string noun_help(std::span<const Command> commands, std::string_view noun,
                      const text::Catalogue& catalogue) {
  Lines verbs;
  Lines examples;
  for (const Command& command : commands) {
    if (command.noun != noun) continue;
    Options options(command.name());
    command.add(options);
    verbs.emplace_back(options.name(), catalogue("command." + options.key()));
    if (!options.examples().empty()) examples.emplace_back(options.examples().front(), "");
  }
  std::string result = catalogue("command." + std::string(noun)) + "\n\n" +
                       usage(std::string(noun) + " VERB …", catalogue) + '\n' + aligned(verbs);
  result += heading("help.examples", catalogue);
  for (const auto& example : examples) result += "  " + example.first + '\n';
  return result;
}

std::string command_help(std::span<const Command> commands, const Options& options,
                         const text::Catalogue& catalogue) {
  std::vector<Declared> arguments;
  std::vector<Declared> own;
  for (const Declared& declared : options.own()) (declared.positional ? arguments : own).push_back(declared);

  std::string line = options.name();
  for (const Declared& argument : arguments) line += ' ' + shown_argument(argument);
  std::string result = catalogue("command." + options.key()) + "\n\n" +
                       usage(line + " [" + catalogue("help.options") + "]", catalogue);
  if (!arguments.empty()) result += '\n' + aligned(lines_of(arguments, catalogue));
  if (!own.empty()) result += heading("help.options", catalogue) + aligned(lines_of(own, catalogue));
  result += heading("help.everywhere", catalogue) + aligned(lines_of(options.shared(), catalogue));
  if (!options.examples().empty()) result += heading("help.examples", catalogue);
  for (const std::string& example : options.examples()) result += "  " + example + '\n';
  const Lines verbs = verbs_beside(commands, options, catalogue);
  if (!verbs.empty()) result += heading("help.also", catalogue) + aligned(verbs);
  return result;
}

}  // namespace quiz::cli
