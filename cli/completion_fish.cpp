// SPDX-License-Identifier: Apache-2.0
#include <cli/completion.hpp>

#include <cstddef>
#include <string_view>

namespace quiz::cli {
namespace {

constexpr std::string_view kFishBegin = R"(# fish completion for quiz, written by: quiz completion fish

)";

constexpr std::string_view kFishEnd = R"(
# The words at the beginning of the command line, joined by slashes, and how many arguments follow them.
function __quiz_place
    set -l path quiz
    set -l taken 0
    set -l value no
    set -l only_arguments no
    set -l tokens (commandline -opc)
    for word in $tokens[2..-1]
        if test $value = yes
            set value no
        else if test $only_arguments = no; and test "$word" = --
            set only_arguments yes
        else if test $only_arguments = no; and string match -qr -- '^-.' $word
            __quiz_takes_value $path/$word; and set value yes
        else if test $taken = 0; and contains -- $path/$word $__quiz_paths
            set path $path/$word
        else
            set taken (math $taken + 1)
        end
    end
    echo $path
    echo $taken
end

# Whether the words $argv[1] stand there, with at least $argv[2] and at most $argv[3] arguments.
function __quiz_at
    set -l place (__quiz_place)
    test $place[1] = $argv[1]; or return 1
    not set -q argv[2]; or test $place[2] -ge $argv[2]; or return 1
    not set -q argv[3]; or test $place[2] -le $argv[3]
end

complete -c quiz -f
)";

std::string fish_quoted(std::string_view text) { return '\'' + with_backslashes(text, "\\'") + '\''; }

std::string fish_offer(const Parameter& parameter) {
  switch (parameter.offer) {
    case Offer::nothing:
      break;
    case Offer::words:
      return " -a " + fish_quoted(joined(parameter.words));
    case Offer::files:
      return " -F";
    case Offer::folders:
      return " -a '(__fish_complete_directories (commandline -ct))'";
  }
  return {};
}

std::string fish_line(const std::string& condition) {
  return "complete -c quiz" + (condition.empty() ? "" : " -n " + fish_quoted(condition));
}

std::string fish_option(const std::string& condition, const Parameter& option) {
  std::string line = fish_line(condition);
  for (const std::string& name : option.names)
    line += is_long(name) ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.value.empty()) line += (option.offer == Offer::files ? " -r" : " -x") + fish_offer(option);
  return line + " -d " + fish_quoted(option.help) + '\n';
}

std::string fish_place(const CompletionPlace& place) {
  const std::string at = "__quiz_at " + place.path;
  std::string result;
  for (const NextWord& one : place.next)
    result += fish_line(at + " 0 0") + " -a " + one.word + " -d " + fish_quoted(one.help) + '\n';
  for (const Parameter& option : place.options) result += fish_option(at, option);
  for (std::size_t i = 0; i < place.arguments.size(); ++i) {
    const Parameter& argument = place.arguments[i];
    if (argument.offer == Offer::nothing) continue;
    const std::string from = ' ' + std::to_string(i);
    result += fish_line(at + from + (argument.repeated ? "" : from)) + fish_offer(argument) + '\n';
  }
  return result;
}

/// Where an option of every place is not replaced.
std::string fish_elsewhere(const CompletionTree& tree, const Parameter& shared) {
  std::string condition;
  for (const CompletionPlace& place : tree.places) {
    if (!place.replaces(shared)) continue;
    condition += (condition.empty() ? "not __quiz_at " : "; and not __quiz_at ") + place.path;
  }
  return condition;
}

/// A pattern for each option that takes a value.
std::string fish_valued(const std::string& path, const std::vector<Parameter>& options) {
  std::string result;
  for (const Parameter& option : options) {
    if (option.value.empty()) continue;
    for (const std::string& name : option.names) result += ' ' + fish_quoted(path + '/' + name);
  }
  return result;
}

}  // namespace

std::string fish_completion(const CompletionTree& tree) {
  std::string paths;
  std::string valued;
  std::string places;
  for (const CompletionPlace& place : tree.places) {
    paths += ' ' + place.path;
    valued += fish_valued(place.path, place.options);
    places += fish_place(place);
  }
  valued += fish_valued("*", tree.shared);
  std::string shared;
  for (const Parameter& option : tree.shared) shared += fish_option(fish_elsewhere(tree, option), option);
  return std::string(kFishBegin) + "set -g __quiz_paths" + paths +
         "\n\nfunction __quiz_takes_value\n    switch $argv[1]\n        case" + valued +
         "\n            return 0\n    end\n    return 1\nend\n" + std::string(kFishEnd) + places + shared;
}

}  // namespace quiz::cli
