# SPDX-License-Identifier: Apache-2.0
# Sourced by the tests of this folder: a temporary folder, the program, and a sealed contest with sheets.
# usage: . prepare.sh QUIZ    leaves: $quiz, $repository, $work (current folder), check, fails
set -eu
quiz=$1
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'status=$?; cd /; [ "$status" -eq 0 ] && rm -rf "$work" || echo "kept: $work" >&2' EXIT
cd "$work"

# make_contest FOLDER N [SED]: the sample contest with N made-up persons, sealed, nothing taken in; its rules are
# edited by the script SED.
make_contest() {
  cp -r "$repository/question-banks/contests/bac-kan-2023" "$1"
  sed -i "${3:-}" "$1/contest.yaml"
  "$quiz" -C "$1" --quiet contest seal >/dev/null
  "$quiz" -C "$1" --quiet simulate --entrants "$2" --seed test -o rehearsal >/dev/null
  cp "$1/rehearsal/entrants.csv" "$1/rehearsal/excluded.csv" "$1/"
}

# check WHAT COMMAND…: the command must succeed.
check() {
  what=$1
  shift
  if "$@"; then echo "ok: $what"; else echo "FAILED: $what" >&2; exit 1; fi
}

# fails CODE TEXT COMMAND…: the command must end with that exit code and say the text on stderr.
fails() {
  code=$1 text=$2
  shift 2
  found=0
  "$@" >out 2>err || found=$?
  if [ "$found" -ne "$code" ] || ! grep -qF -- "$text" err; then
    echo "FAILED: exit $found instead of $code, or not \"$text\" in:" >&2
    cat err >&2
    exit 1
  fi
  echo "ok: exit $code: $text"
}
