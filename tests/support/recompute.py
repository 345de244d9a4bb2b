#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Recompute the results of a contest from docs/scoring-rules.md, apart from quizlib, and compare with the program's.

usage: recompute.py [--sheets FILE]... QUIZ CONTEST_DIR

QUIZ is the program, CONTEST_DIR a contest of one round with sheets taken in. Read are the rules as `quiz contest
show` prints them, the items as `quiz bank list` does, groups.csv, entrants.csv, excluded.csv, and what `quiz report
responses --key` writes. The attempts of the responses are taken for the numbers that the sheets came with; with
--sheets (relative to CONTEST_DIR) the tables that were taken in are read instead, and the responses are compared with
them. Everything is computed again and held against `quiz score`, `quiz rank`, `quiz rank --of groups` for every level
and award, and `quiz award`. Prints `agree: ...`, or every difference and exits 1.

The figures that predictions are held against are those of the present sheets: of a contest that was corrected after
`quiz contest freeze` the distances may differ.
"""
import argparse
import json
import sys
from collections import Counter
from itertools import zip_longest
from pathlib import Path

from by_the_rules.awards import Filling
from by_the_rules.contest import Contest
from by_the_rules.groups import rank_groups, tally
from by_the_rules.results import Results, rank
from by_the_rules.values import instant, nfc, number, rounded, table

NUMBERS = {"place", "places", "attempt", "attempts", "points", "correct", "answered", "duration_ms", "prediction",
           "prediction_distance", "headcount", "registered", "finished", "all_correct", "total_points", "mean_points",
           "participation", "score"}
PERSON = ("entrant", "name", "group", "track", "points", "correct", "prediction", "prediction_distance", "duration_ms",
          "submitted_at", "attempts")
GROUP = ("place", "group", "name", "level", "kind", "headcount", "registered", "finished", "attempts", "all_correct",
         "total_points", "mean_points", "participation", "score")
SEAT = ("award", "track", "round", "prize", "place", "amount", "entrant", "name", "group", "points",
        "prediction_distance", "duration_ms", "submitted_at", "score", "depends")


class Comparison:
    """Rows computed here against rows that the program prints; counts and differences."""

    def __init__(self):
        self.counts, self.differences = Counter(), []

    def rows(self, what, name, columns, own, printed):
        """Row by row, by value: 5.0 is 5, and a moment is the same in every zone."""
        self.counts[what] += len(own)
        for mine, row in zip_longest(own, printed):
            theirs = row and tuple(read(column, row[column]) for column in columns)
            mine = mine and tuple(None if value == "" else value for value in mine)
            if mine != theirs:
                self.differences.append(f"{name}: recomputed {shown(columns, mine, theirs)}; "
                                        f"printed {shown(columns, theirs, mine)}")


def read(column, value):
    if value in ("", None):
        return None
    if column in NUMBERS:
        return number(str(value))
    if column == "submitted_at":
        return instant(value)
    if column in ("entrant", "moved_up"):
        return nfc(value)
    if column == "candidates":
        return [nfc(one) for one in value]
    return {"true": True, "false": False}.get(str(value), value) if column in ("counts", "depends") else value


def shown(columns, row, other):
    """The first columns, which tell whose row it is, and those that differ."""
    if row is None:
        return "nothing"
    return ", ".join(f"{column} {'-' if value is None else value}" for n, (column, value) in enumerate(zip(columns, row))
                     if n < 3 or not other or value != other[n])


def person_cells(results, person):
    sheet, cells = person.kept, person.first.cells
    return {"entrant": person.id, "name": cells.get("name"), "group": results.group_of(person), "track": person.track,
            "points": sheet.points, "correct": sheet.correct, "prediction": sheet.prediction,
            "prediction_distance": sheet.distance(results.all_correct), "duration_ms": sheet.duration,
            "submitted_at": sheet.submitted, "attempts": len(person.counted)}


def compare_sheets(results, comparison):
    contest = results.contest
    own = [(s.registration.id, contest.round["id"], s.attempt, s.status, s.points, s.correct, len(s.answers),
            s.duration, s.submitted, s is person.kept) for person in results.persons for s in person.sheets]
    own.sort(key=lambda row: (row[0].encode(), row[2]))
    comparison.rows("scores", "score", ("entrant", "round", "attempt", "status", "points", "correct", "answered",
                                        "duration_ms", "submitted_at", "counts"),
                    own, table(contest.run("score", "--format", "csv")))


def compare_responses(results, comparison):
    """That the report holds the sheets that were taken in, each once."""
    def sheets(of):
        return Counter((*s.what(), s.started, s.duration, s.prediction) for s in of.sheets)

    given, reported = sheets(results), sheets(Results(results.contest, results.contest.responses))
    for change, what in ((given - reported, "missing"), (reported - given, "too many")):
        comparison.differences += [f"responses: {what}: {sheet[0]}, submitted {sheet[1]}" for sheet in change]


def compare_ranks(results, comparison):
    for track in [None, *results.contest.tracks]:
        ranked = rank([p for p in results.finished if track in (None, p.track)])
        own = [(place, *map(person_cells(results, p).get, PERSON)) for place, p in ranked]
        choice = ["--track", track] if track else []
        comparison.rows("ranks", f"rank {track or ''}", ("place", *PERSON), own,
                        table(results.contest.run("rank", *choice, "--format", "csv")))


def compare_groups(results, groups, comparison):
    contest = results.contest
    for level in (contest.rules["groups"] or {"levels": []})["levels"]:
        awards = [a for a in contest.rules["awards"] if a["of"] == "groups" and a["level"] == level]
        for award in [None, *awards]:
            in_force = award or (awards[0] if len(awards) == 1 else None)
            own = [(s.place, s.group.code, s.group.cells["name"], level, s.group.cells["kind"], s.group.headcount,
                    s.group.registered, s.group.finished, s.group.attempts, s.group.all_correct, s.group.total_points,
                    rounded(s.group.key("mean-points"), 2), rounded(s.group.key("participation"), 2),
                    rounded(s.score, 2)) for s in rank_groups(groups, level, in_force)]
            choice = ["--award", award["id"]] if award else []
            printed = contest.run("rank", "--of", "groups", "--level", level, *choice, "--format", "csv")
            comparison.rows("groups", f"rank --of groups --level {level}", GROUP, own, table(printed))


def seat_cells(results, one, prize, candidate):
    if one.award["of"] == "groups":
        group = candidate.holder.group
        cells = {"name": group.cells["name"], "group": group.code, "score": rounded(candidate.holder.score, 2)}
    else:
        cells = person_cells(results, candidate.holder)
    amount = next(p["amount"] for p in one.award["prizes"] if p["id"] == prize)
    return cells | {"place": candidate.place, "amount": amount.get(one.track) if isinstance(amount, dict) else amount}


def compare_awards(results, groups, comparison):
    printed = json.loads(results.contest.run("award", "--format", "json"))
    filling, other = Filling(results, groups), Filling(results, groups, candidates_hold=True)
    certain = {(*one.name(), prize, c.id) for one, prize, c in other.given}
    own = [(*one.name(), prize, *map(seat_cells(results, one, prize, c).get, SEAT[4:-1]),
            (*one.name(), prize, c.id) not in certain) for one, prize, c in filling.given]
    comparison.rows("seats", "award", SEAT, own, printed["rows"])
    own = [(*one.name(), prize, places, candidates) for one, prize, places, candidates in filling.opened]
    comparison.rows("open", "unresolved", (*SEAT[:4], "places", "candidates"), own, printed["unresolved"])
    own = [(*one.name(), prize, places) for (one, prize), places in filling.vacant.items()]
    comparison.rows("vacant", "vacant", (*SEAT[:4], "places"), own, printed["vacant"])
    own = [(s.list.award["id"], None, s.candidate.id, s.reason, s.moved_up) if s.list.award["of"] == "groups" else
           (s.list.award["id"], s.candidate.id, results.group_of(s.candidate.holder), s.reason, s.moved_up)
           for s in filling.passed]
    comparison.rows("passed over", "skipped", ("award", "entrant", "group", "reason", "moved_up"), own,
                    printed["skipped"])
    own = (len(results.registered), len(results.finished), sum(len(p.counted) for p in results.finished),
           results.all_correct)
    comparison.rows("counters", "counters", ("registered", "finished", "attempts", "all_correct"), [own],
                    [printed["counters"]])


def main():
    parser = argparse.ArgumentParser(usage="recompute.py [--sheets FILE]... QUIZ CONTEST_DIR")
    parser.add_argument("--sheets", action="append")
    parser.add_argument("quiz")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    contest, comparison = Contest(options.quiz, options.folder), Comparison()
    results = Results(contest, contest.taken_in(options.sheets) if options.sheets else contest.responses)
    groups = tally(results)
    if options.sheets:
        compare_responses(results, comparison)
    compare_sheets(results, comparison)
    compare_ranks(results, comparison)
    compare_groups(results, groups, comparison)
    compare_awards(results, groups, comparison)
    if comparison.differences:
        sys.exit("\n".join(comparison.differences))
    shown_counts = (f"{n} {what}" for what, n in comparison.counts.items() if what != "counters")
    print("agree: " + ", ".join(shown_counts))


if __name__ == "__main__":
    main()
