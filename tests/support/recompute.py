#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Recompute the results of a contest from docs/scoring-rules.md, apart from quizlib, and compare with the program's.

usage: recompute.py [--sheets FILE]... QUIZ CONTEST_DIR

QUIZ is the program, CONTEST_DIR a contest with sheets taken in. Read are the rules as `quiz contest show` prints
them, the items as `quiz bank list` does, groups.csv, entrants.csv, excluded.csv, and what `quiz report responses
--key` writes. The attempts of the responses are taken for the numbers that the sheets came with; with --sheets
(relative to CONTEST_DIR) the tables that were taken in are read instead, and the responses are compared with them.
Everything is computed again and held against `quiz score`, `quiz rank`, `quiz rank --of groups` for every level and
award, and `quiz award`. Prints `agree: ...`, or every difference and exits 1.

The figures that predictions are held against are those of the present sheets: of a contest that was corrected after
`quiz contest freeze` the distances may differ.
"""
import argparse
import sys

from by_the_rules.compare import Comparison, Held
from by_the_rules.program import Program, named_table, read_contest, responses, taken_in
from by_the_rules.results import Results


def main():
    parser = argparse.ArgumentParser(usage="recompute.py [--sheets FILE]... QUIZ CONTEST_DIR")
    parser.add_argument("--sheets", action="append")
    parser.add_argument("quiz")
    parser.add_argument("folder")
    options = parser.parse_args()
    program, comparison = Program(options.quiz, options.folder), Comparison()
    contest = read_contest(program)

    def results(rows):
        return Results(contest, rows, named_table(program, contest, "registration"),
                       named_table(program, contest, "excluded"), named_table(program, contest, "groups"))

    reported = results(responses(program, contest))
    own = results(taken_in(program, options.sheets)) if options.sheets else reported
    held = Held(program, own, comparison)
    if options.sheets:
        held.responses(reported)
    held.everything()
    if comparison.differences:
        sys.exit("\n".join(comparison.differences))
    shown_counts = (f"{n} {what}" for what, n in comparison.counts.items() if what != "counters")
    print("agree: " + ", ".join(shown_counts))


if __name__ == "__main__":
    main()
