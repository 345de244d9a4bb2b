#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A program in another language, written from the rules alone, comes to the same scores, ranks and awards.
# usage: recompute.sh QUIZ
. "$(dirname "$0")/prepare.sh"

# recompute FOLDER: take in the made-up sheets, and hold all results against those computed from them.
recompute() {
  "$quiz" -C "$1" --quiet intake add rehearsal/sheets-1.csv >/dev/null &&
    "$quiz" -C "$1" --quiet contest freeze >/dev/null &&
    python3 "$repository/tests/support/recompute.py" --sheets rehearsal/sheets-1.csv "$quiz" "$work/$1"
}

make_contest contest 1000
check "every score, rank, group and seat" recompute contest

make_contest ties 200 '
  s/keep: best/keep: first/
  s/wrong: 0, blank: 0, floor: 0/wrong: -0.25, blank: -0.1, floor: 10/
  s/order: \[points, prediction, duration, submitted\]/order: [points, attempts]/
  s/per: \[track\]/per: []/
  s/, amount: {.*} *}$/}/
  s/level: commune/level: district/'
check "first attempts, points taken off, ties and open seats" recompute ties
