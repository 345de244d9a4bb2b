#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What can happen to a sitting in a real terminal (tests/support/sitting_hazards.py).
# usage: take_hazards.sh QUIZ
set -eu
exec python3 "$(dirname "$0")/../support/sitting_hazards.py" "$1"
