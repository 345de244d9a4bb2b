// SPDX-License-Identifier: Apache-2.0
#include <cli/completion.hpp>

#include <cstddef>
#include <string_view>

namespace quiz::cli {
namespace {

constexpr std::string_view kBashBegin = R"(# bash completion for quiz, written by: quiz completion bash

)";

constexpr std::string_view kBashEnd = R"(_quiz() {
  local cur=${COMP_WORDS[COMP_CWORD]} path=quiz option= only_arguments= files= word
  local -a words=()
  local -i taken=0 i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ -n $option ]]; then
      # bash takes --option=value apart.
      [[ $word == = ]] || option=
    elif [[ -z $only_arguments && $word == -- ]]; then
      only_arguments=yes
    elif [[ -z $only_arguments && $word == -?* ]]; then
      if _quiz_value "$path/$word"; then option=$word; fi
    elif _quiz_next "$path" && [[ $taken == 0 && " ${words[*]} " == *" $word "* ]]; then
      path+=/$word
    else
      taken+=1
    fi
  done
  words=() files=
  if [[ -n $option ]]; then
    _quiz_value "$path/$option"
    [[ $cur != = ]] || cur=
  elif [[ -z $only_arguments && $cur == -* ]]; then
    _quiz_options "$path"
  elif ! _quiz_next "$path"; then
    _quiz_argument "$path/$taken"
  elif [[ $taken != 0 ]]; then
    words=()
  fi
  COMPREPLY=()
  for word in "${words[@]}"; do
    if [[ $word == "$cur"* ]]; then COMPREPLY+=("$word"); fi
  done
  if [[ -n $files ]]; then compopt -o "$files"; fi
}

complete -F _quiz quiz
)";

std::vector<std::string> words_of(const std::vector<NextWord>& next) {
  std::vector<std::string> words;
  for (const NextWord& one : next) words.push_back(one.word);
  return words;
}

std::vector<std::string> names_of(const std::vector<Parameter>& parameters) {
  std::vector<std::string> names;
  for (const Parameter& parameter : parameters)
    names.insert(names.end(), parameter.names.begin(), parameter.names.end());
  return names;
}

/// A line of a `case`.
std::string bash_case(const std::string& pattern, const std::string& action) {
  return "    " + pattern + ") " + action + (action.empty() ? "" : " ") + ";;\n";
}

std::string bash_words(const std::vector<std::string>& words) { return "words=(" + joined(words) + ')'; }

/// Readline completes files and folders itself: it knows how to quote their names.
std::string bash_offer(const Parameter& parameter) {
  switch (parameter.offer) {
    case Offer::nothing:
      break;
    case Offer::words:
      return bash_words(parameter.words);
    case Offer::files:
      return "files=default";
    case Offer::folders:
      return "files=dirnames";
  }
  return {};
}

std::string bash_values(const std::string& path, const std::vector<Parameter>& options) {
  std::string result;
  for (const Parameter& option : options) {
    if (option.value.empty()) continue;
    for (const std::string& name : option.names) result += bash_case(path + '/' + name, bash_offer(option));
  }
  return result;
}

std::string bash_arguments(const CompletionPlace& place) {
  std::string result;
  for (std::size_t i = 0; i < place.arguments.size(); ++i) {
    const Parameter& argument = place.arguments[i];
    const std::string number = argument.repeated ? "*" : std::to_string(i);
    result += bash_case(place.path + '/' + number, bash_offer(argument));
  }
  return result;
}

/// A function that looks its first argument up.
std::string bash_function(std::string_view comment, std::string_view name, const std::string& cases,
                          std::string_view rest) {
  return "# " + std::string(comment) + "\n_quiz_" + std::string(name) +
         "() {\n  words=() files=\n  case $1 in\n" + cases + "  esac\n" + std::string(rest) + "}\n\n";
}

}  // namespace

std::string bash_completion(const CompletionTree& tree) {
  std::string next;
  std::string options;
  std::string values;
  std::string arguments;
  for (const CompletionPlace& place : tree.places) {
    if (!place.next.empty()) next += bash_case(place.path, bash_words(words_of(place.next)));
    if (!place.options.empty()) options += bash_case(place.path, bash_words(names_of(place.options)));
    values += bash_values(place.path, place.options);
    arguments += bash_arguments(place);
  }
  values += bash_values("*", tree.shared) + bash_case("*", "return 1");
  const std::string shared =
      "  local name\n  for name in " + joined(names_of(tree.shared)) +
      "; do\n    [[ \" ${words[*]} \" == *\" $name \"* ]] || words+=(\"$name\")\n  done\n";
  return std::string(kBashBegin) +
         bash_function("The words that may follow those of $1; fails where none may.", "next", next,
                       "  [[ ${#words[@]} != 0 ]]\n") +
         bash_function("The options after the words of $1.", "options", options, shared) +
         bash_function("The values of the option at the end of $1; fails where it takes none.", "value",
                       values, "") +
         bash_function("The values of an argument: $1 ends with how many come before it.", "argument",
                       arguments, "") +
         std::string(kBashEnd);
}

}  // namespace quiz::cli
