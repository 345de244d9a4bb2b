#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The counts that Huế published of the first week of 2025 come out of sheets that have them, with right percentages.
# usage: hue_week1.sh QUIZ
. "$(dirname "$0")/prepare.sh"

cp -r "$repository/question-banks/contests/hue-cchc-2025" hue
python3 "$repository/tests/support/hue_week1.py" hue
"$quiz" -C hue --quiet contest seal >/dev/null 2>&1
"$quiz" -C hue --quiet intake add --round w1 week1.csv >/dev/null

# line ARGUMENTS: what the report says of the city as a whole: registered, finished, all-correct, then the bands.
line() {
  "$quiz" -C hue --quiet report participation --round w1 "$@" --format json |
    python3 -c '
import json, sys
(row,) = [row for row in json.load(sys.stdin)["rows"] if row["group"] == "HUE"]
print(*[row[name] for name in ("registered", "finished", "all_correct", "kept_sheets", "band_100", "band_100_percent",
                               "band_75", "band_75_percent", "band_25", "band_25_percent", "band_below",
                               "band_below_percent")])'
}

both() {
  test "$(line)" = "25980 25980 5945 25980 5945 22.88 11228 43.22 7851 30.22 956 3.68"
}
officials() {
  test "$(line --track officials | cut -d ' ' -f 1,2)" = "24399 24399"
}
citizens() {
  test "$(line --track citizens | cut -d ' ' -f 1,2)" = "1581 1581"
}
check "5,945 of 25,980 are 22.88 percent, and so on" both
check "24,399 officials" officials
check "1,581 citizens" citizens
