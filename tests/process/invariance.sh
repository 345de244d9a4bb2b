#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Locale, time zone, threads and the order of rows change no byte of any list.
# usage: invariance.sh QUIZ
. "$(dirname "$0")/prepare.sh"

# All that the contest in $1 comes to, into folder $2.
lists() {
  "$quiz" -C "$1" --quiet contest freeze >/dev/null
  mkdir "$2"
  for command in score rank award "rank --of groups --level commune" "rank --of groups --level district"; do
    # shellcheck disable=SC2086
    "$quiz" -C "$1" --quiet --lang vi $command --format json >"$2/$(echo "$command" | tr ' ' '_').json"
  done
  "$quiz" -C "$1" --quiet --lang vi report winners standings participation responses --key >/dev/null
  cp "$1"/out/* "$2/"
  rm -r "$1/out"
}

make_contest first 600
cp -r first second
cp -r first third

"$quiz" -C first --quiet --threads 1 intake add rehearsal/sheets-1.csv >/dev/null
lists first a

head -n 1 second/rehearsal/sheets-1.csv >second/shuffled.csv
tail -n +2 second/rehearsal/sheets-1.csv | awk 'BEGIN { srand(7) } { print rand() "\t" $0 }' | sort -n | cut -f2- >>second/shuffled.csv
# The locale itself, not only its name: most machines do not have it made.
mkdir locales
localedef -i vi_VN -f UTF-8 locales/vi_VN.UTF-8
export LOCPATH="$PWD/locales"
check "the locale vi_VN.UTF-8 is there" test "$(LC_ALL=vi_VN.UTF-8 locale charmap 2>&1)" = UTF-8
TZ=America/New_York LC_ALL=vi_VN.UTF-8 "$quiz" -C second --quiet --threads 2 intake add shuffled.csv >/dev/null
(export TZ=Pacific/Auckland LC_ALL=vi_VN.UTF-8; lists second b)
check "another order of rows, two threads, another zone and locale" diff -r a b

# In two files, the later first.
head -n 1 third/rehearsal/sheets-1.csv >third/late.csv
tail -n +400 third/rehearsal/sheets-1.csv >>third/late.csv
head -n 399 third/rehearsal/sheets-1.csv >third/early.csv
"$quiz" -C third --quiet intake add late.csv >/dev/null
"$quiz" -C third --quiet intake add early.csv late.csv >/dev/null
(export LC_ALL=C; unset TZ; lists third c)
check "two files, the later one first and once more, LC_ALL=C" diff -r a c
