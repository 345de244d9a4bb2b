// SPDX-License-Identifier: Apache-2.0
#include <cli/completion.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace quiz::cli {
namespace {

constexpr std::string_view kZshBegin = R"(#compdef quiz
# zsh completion for quiz, written by: quiz completion zsh

# What may follow the words $1, which are joined by slashes.
_quiz_at() {
  local curcontext=$curcontext context state state_descr ret=1
  local -a line next own shared
  local -A opt_args
)";

constexpr std::string_view kZshEnd = R"(  if (( $#next == 0 )); then
    _arguments -S $own $shared
    return
  fi
  _arguments -C -S -A '-*' $own $shared '1: :->next' '*:: :->rest' && ret=0
  case $state in
    next) _describe -t commands quiz next && ret=0 ;;
    rest) (( ${next[(I)${(b)line[1]}:*]} )) && _quiz_at $1/$line[1] && ret=0 ;;
  esac
  return ret
}

_quiz() { _quiz_at quiz }

# A file of $fpath is the function itself; elsewhere the script is sourced.
if [[ $funcstack[1] == _quiz ]]; then
  _quiz
else
  compdef _quiz quiz
fi
)";

std::string zsh_quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + '\'';
}

std::string zsh_action(const Parameter& parameter) {
  switch (parameter.offer) {
    case Offer::nothing:
      break;
    case Offer::words:
      return '(' + joined(parameter.words) + ')';
    case Offer::files:
      return "_files";
    case Offer::folders:
      return "_files -/";
  }
  return " ";
}

std::string zsh_value(const Parameter& parameter) {
  return ':' + with_backslashes(parameter.value, "\\:") + ':' + zsh_action(parameter);
}

using Specs = std::vector<std::string>;

/// What `_arguments` is told of an option, for each of its names.
void add_option(Specs& specs, const Parameter& option) {
  const std::string others = option.names.size() > 1 ? '(' + joined(option.names) + ')' : "";
  for (const std::string& name : option.names) {
    std::string spec = others + name;
    if (!option.value.empty()) spec += is_long(name) ? '=' : '+';
    spec += '[' + with_backslashes(option.help, "\\[]") + ']';
    if (!option.value.empty()) spec += zsh_value(option);
    specs.push_back(std::move(spec));
  }
}

/// An array that is set, a line an entry; nothing where there is none.
std::string zsh_array(const std::string& indent, const std::string& name, const Specs& specs) {
  if (specs.empty()) return {};
  std::string result = indent + name + "=(\n";
  for (const std::string& spec : specs) result += indent + "  " + zsh_quoted(spec) + '\n';
  return result + indent + ")\n";
}

/// The options of every place but for those that this one replaces.
Specs shared_options(const CompletionTree& tree, const CompletionPlace& place) {
  Specs specs;
  for (const Parameter& shared : tree.shared) {
    if (!place.replaces(shared)) add_option(specs, shared);
  }
  return specs;
}

std::string zsh_case(const CompletionTree& tree, const CompletionPlace& place) {
  Specs next;
  for (const NextWord& one : place.next) next.push_back(one.word + ':' + with_backslashes(one.help, "\\"));
  Specs own;
  for (const Parameter& option : place.options) add_option(own, option);
  for (std::size_t i = 0; i < place.arguments.size(); ++i) {
    const Parameter& argument = place.arguments[i];
    own.push_back((argument.repeated ? "*" : std::to_string(i + 1)) + zsh_value(argument));
  }
  const auto replaced = [&](const Parameter& shared) { return place.replaces(shared); };
  const bool replaces = std::ranges::any_of(tree.shared, replaced);
  const std::string indent = "      ";
  return "    " + place.path + ")\n" + zsh_array(indent, "next", next) + zsh_array(indent, "own", own) +
         (replaces ? zsh_array(indent, "shared", shared_options(tree, place)) : "") + indent + ";;\n";
}

}  // namespace

std::string zsh_completion(const CompletionTree& tree) {
  std::string cases;
  for (const CompletionPlace& place : tree.places) cases += zsh_case(tree, place);
  return std::string(kZshBegin) + zsh_array("  ", "shared", shared_options(tree, {})) + "  case $1 in\n" +
         cases + "  esac\n" + std::string(kZshEnd);
}

}  // namespace quiz::cli
