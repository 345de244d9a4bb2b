#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Another program draws the same lot from the transcript alone, and the seats are given in that order.
# usage: lot.sh QUIZ
. "$(dirname "$0")/prepare.sh"

make_contest contest 300 '
  s/order: \[points, prediction, duration, submitted\]/order: [points]/
  s/per: \[track\]/per: []/
  s/, amount: {.*} *}$/}/
  s/ties: report/ties: lot/'
"$quiz" -C contest --quiet intake add rehearsal/sheets-1.csv >/dev/null
"$quiz" -C contest --quiet contest freeze >/dev/null
printf 'lottery of 1 October: 12345\n\n  commitment of the district: 77  \n' >contest/sources.txt

open_ties() {
  "$quiz" -C contest --quiet award --format json |
    python3 -c 'import json, sys; print(len(json.load(sys.stdin)["unresolved"]))'
}
draw() {
  "$quiz" -C contest --quiet award decide individual --lot sources.txt --reason 'in public' --format json >lot.json
}
agrees() {
  python3 "$repository/tests/support/verify_lot.py" lot.json
}
finds_a_swap() {
  sed 's/"lottery of 1 October: 12345"/"lottery of 1 October: 12346"/' lot.json >forged.json
  ! python3 "$repository/tests/support/verify_lot.py" forged.json >/dev/null
}
# The first who is drawn has a seat now.
given() {
  "$quiz" -C contest --quiet award --format json | python3 -c '
import json, sys
awards, lot = json.load(sys.stdin), json.load(open("lot.json"))
seats = [row["entrant"] for row in awards["rows"] if row["award"] == "individual"]
drawn = [row["holder"] for row in lot["rows"] if row["seat"]]
sys.exit(not drawn or [entrant for entrant in seats if entrant in drawn] != drawn)'
}
test "$(open_ties)" -gt 0
before=$(open_ties)
check "a lot is drawn" draw
check "the transcript gives the same lot again" agrees
check "another source gives another lot" finds_a_swap
check "seats are given in the drawn order" given
check "fewer ties are open" test "$(open_ties)" -lt "$before"
