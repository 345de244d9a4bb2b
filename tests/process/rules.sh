#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The rules of every sample contest can be written in every language; those of Bắc Kạn 2023 are these, word for word.
# usage: rules.sh QUIZ
. "$(dirname "$0")/prepare.sh"

# rules CONTEST LANG
rules() { "$quiz" -C "$repository/question-banks/contests/$1" contest rules --lang "$2"; }

complete() {
  for folder in "$repository"/question-banks/contests/*/; do
    rules "$(basename "$folder")" "$1" >rules.txt || return 1
    test -s rules.txt || return 1
    ! grep -F '[rules.' rules.txt || return 1
  done
}
same() {
  rules bac-kan-2023 "$1" | diff -u "$repository/tests/process/rules/bac-kan-2023.$1.txt" -
}
for language in vi en th lo; do
  check "every sample contest in $language" complete "$language"
  check "Bắc Kạn 2023 in $language" same "$language"
done
