#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A program in another language, written from the rules alone, comes to the same scores, ranks and awards.
# usage: recompute.sh QUIZ
. "$(dirname "$0")/prepare.sh"

make_contest contest 1000
"$quiz" -C contest --quiet intake add rehearsal/sheets-1.csv >/dev/null
"$quiz" -C contest --quiet contest freeze >/dev/null
check "every score, rank, group and seat" python3 "$repository/tests/support/recompute.py" "$quiz" "$work/contest"
