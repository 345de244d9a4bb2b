// SPDX-License-Identifier: Apache-2.0
#include <cli/completion.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::cli::CompletionTree;
using quiz::cli::Offer;

namespace {

/// Every kind of value, and a text with all that shells take for something else.
CompletionTree tree() {
  const std::string text = R"(it's [a] $x `y` "z" \n: 100%)";
  CompletionTree tree;
  tree.places = {
      {"quiz", {{"bank", text}}, {{{"--version"}, "", "v"}}, {}},
      {"quiz/bank",
       {},
       {{{"--kind"}, "x|y", text, Offer::words, {"x", "y"}}},
       {{{"ITEM"}, "ITEM", "i"}, {{"FILE"}, "FILE", "f", Offer::files, {}, true}}},
  };
  tree.shared = {{{"-C"}, "A:B", "c", Offer::folders},
                 {{"--kind"}, "x", "k", Offer::words, {"x"}},
                 {{"-h", "--help"}, "", "h"}};
  return tree;
}

/// The lines from the first that is `from` up to the next that is `to`.
std::string lines(const std::string& script, const std::string& from, const std::string& to) {
  const std::size_t begin = script.find('\n' + from + '\n') + 1;
  return script.substr(begin, script.find('\n' + to + '\n', begin) + 1 - begin);
}

}  // namespace

TEST_CASE("bash looks words, options, values and arguments up, those of a command before those of all") {
  const std::string script = bash_completion(tree());
  CHECK(lines(script, "_quiz_next() {", "}") == R"(_quiz_next() {
  words=() files=
  case $1 in
    quiz) words=(bank) ;;
  esac
  [[ ${#words[@]} != 0 ]]
)");
  CHECK(lines(script, "_quiz_options() {", "}") == R"(_quiz_options() {
  words=() files=
  case $1 in
    quiz) words=(--version) ;;
    quiz/bank) words=(--kind) ;;
  esac
  local name
  for name in -C --kind -h --help; do
    [[ " ${words[*]} " == *" $name "* ]] || words+=("$name")
  done
)");
  CHECK(lines(script, "_quiz_value() {", "}") == R"(_quiz_value() {
  words=() files=
  case $1 in
    quiz/bank/--kind) words=(x y) ;;
    */-C) files=dirnames ;;
    */--kind) words=(x) ;;
    *) return 1 ;;
  esac
)");
  CHECK(lines(script, "_quiz_argument() {", "}") == R"(_quiz_argument() {
  words=() files=
  case $1 in
    quiz/bank/0) ;;
    quiz/bank/*) files=default ;;
  esac
)");
}

TEST_CASE("zsh reads any text as it is, in quotes and in the brackets of _arguments") {
  CHECK(lines(zsh_completion(tree()), "  case $1 in", "  esac") == R"(  case $1 in
    quiz)
      next=(
        'bank:it'\''s [a] $x `y` "z" \\n: 100%'
      )
      own=(
        '--version[v]'
      )
      ;;
    quiz/bank)
      own=(
        '--kind=[it'\''s \[a\] $x `y` "z" \\n: 100%]:x|y:(x y)'
        '1:ITEM: '
        '*:FILE:_files'
      )
      shared=(
        '-C+[c]:A\:B:_files -/'
        '(-h --help)-h[h]'
        '(-h --help)--help[h]'
      )
      ;;
)");
}

TEST_CASE("fish reads any text as it is, in quotes") {
  const std::string script = fish_completion(tree());
  CHECK(script.substr(script.find("complete -c quiz -f\n")) == R"(complete -c quiz -f
complete -c quiz -n '__quiz_at quiz 0 0' -a bank -d 'it\'s [a] $x `y` "z" \\n: 100%'
complete -c quiz -n '__quiz_at quiz' -l version -d 'v'
complete -c quiz -n '__quiz_at quiz/bank' -l kind -x -a 'x y' -d 'it\'s [a] $x `y` "z" \\n: 100%'
complete -c quiz -n '__quiz_at quiz/bank 1' -F
complete -c quiz -s C -x -a '(__fish_complete_directories (commandline -ct))' -d 'c'
complete -c quiz -n 'not __quiz_at quiz/bank' -l kind -x -a 'x' -d 'k'
complete -c quiz -s h -l help -d 'h'
)");
}
