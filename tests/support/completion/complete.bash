# SPDX-License-Identifier: Apache-2.0
# What bash proposes for a command line: a line a word.
# usage: bash --norc complete.bash SCRIPT LINE    SCRIPT: what `quiz completion bash` wrote
source "$1"
line=$2

# As readline takes a line apart: at blanks, and before and after =.
read -ra COMP_WORDS <<<"${line//=/ = }"
if [[ $line == *' ' ]]; then COMP_WORDS+=(''); fi
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))

# What readline does itself where the function asks for it.
compopt() {
  case $2 in
    default) compgen -f -- "$cur" ;;
    dirnames) compgen -d -- "$cur" ;;
  esac
}

_quiz
if [[ ${#COMPREPLY[@]} != 0 ]]; then printf '%s\n' "${COMPREPLY[@]}"; fi
