#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Sittings at random kills, and what is seen of them in a real terminal.
# usage: take.sh QUIZ
set -eu
tests=$(cd "$(dirname "$0")/.." && pwd)

python3 "$tests/support/kill_sittings.py" "$1" 40
python3 "$tests/support/kill_sittings.py" "$1" 8 1 --screen
python3 "$tests/support/screens.py" "$1" "$tests/process/take_screens"
