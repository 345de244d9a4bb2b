# SPDX-License-Identifier: Apache-2.0
"""Holds results against the lists that the program prints."""
from collections import Counter
from itertools import zip_longest

from by_the_rules import scores
from by_the_rules.contest import Contest, in_force
from by_the_rules.depends import fill, sign
from by_the_rules.lists import standings
from by_the_rules.results import Counters, Results
from by_the_rules.seats import name_of
from by_the_rules.values import instant, nfc, number, rounded

NUMBERS = {"place", "places", "attempt", "attempts", "points", "correct", "answered", "duration_ms", "prediction",
           "prediction_distance", "headcount", "registered", "finished", "all_correct", "total_points", "mean_points",
           "participation", "score"}
SHEET = ("entrant", "round", "attempt", "status", "points", "correct", "answered", "duration_ms", "submitted_at",
         "counts")
PERSON = ("entrant", "name", "group", "track", "points", "correct", "prediction", "prediction_distance", "duration_ms",
          "submitted_at", "attempts")
GROUP = ("place", "group", "name", "level", "kind", "headcount", "registered", "finished", "attempts", "all_correct",
         "total_points", "mean_points", "participation", "score")
LIST = ("award", "track", "round", "block", "prize")
SEAT = (*LIST, "place", "amount", "entrant", "name", "group", "points", "prediction_distance", "duration_ms",
        "submitted_at", "score", "depends")


class Comparison:
    """Rows computed here against rows that the program prints; counts and differences."""

    def __init__(self):
        self.counts, self.differences = Counter(), []

    def rows(self, what, name, columns, own, printed):
        """Row by row, by value: 5.0 is 5, and a moment is the same in every zone."""
        self.counts[what] += len(own)
        own = [tuple(None if value == "" else value for value in row) for row in own]
        for mine, theirs in zip_longest(own, [cells(columns, row) for row in printed]):
            if mine != theirs:
                self.differences.append(f"{name}: recomputed {shown(columns, mine, theirs)}; "
                                        f"printed {shown(columns, theirs, mine)}")

    def set(self, what, name, columns, own, printed):
        """The same rows in any order."""
        def order(row):
            return [str(value) for value in row]

        def printed_order(row):
            return order(cells(columns, row))

        own = [tuple(None if value == "" else value for value in row) for row in own]
        self.rows(what, name, columns, sorted(own, key=order), sorted(printed, key=printed_order))


def cells(columns, row):
    return tuple(read(column, row[column]) for column in columns)


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
        return tuple(nfc(one) for one in value)
    return {"true": True, "false": False}.get(str(value), value) if column in ("counts", "depends") else value


def shown(columns, row, other):
    """The first columns, which tell whose row it is, and those that differ."""
    if row is None:
        return "nothing"
    told = [(column, "-" if value is None else value) for n, (column, value) in enumerate(zip(columns, row))
            if n < 3 or not other or value != other[n]]
    return ", ".join(f"{column} {value}" for column, value in told)


class Held:
    """Results of a contest held against a program."""

    def __init__(self, program, results, comparison, decisions=()):
        self.program, self.results, self.comparison = program, results, comparison
        self.contest = results.contest
        self.filling, self.marked = fill(results, decisions)

    def everything(self):
        self.rules()
        self.sheets()
        self.ranks()
        self.groups()
        self.awards()

    def rules(self):
        """What the contest is taken for, with every default in force."""
        own = in_force(self.contest)
        printed = in_force(Contest(self.program.json("contest", "show"), self.contest.items))
        self.comparison.counts["rules"] += len(own)
        for field in own | printed:
            if own.get(field) != printed.get(field):
                self.comparison.differences.append(f"contest show: {field}: recomputed {own.get(field)}; "
                                                   f"printed {printed.get(field)}")

    def group_of(self, person):
        """The codes of the person's groups; what is written where there is none."""
        named = self.results.units.named_in(person.group_cell)
        return ";".join(unit.code if unit else name for name, unit in named)

    def person_cells(self, line):
        person, keys = line.person, line.shown
        return {"entrant": person.id, "name": person.first.cells.get("name"), "group": self.group_of(person),
                "track": person.track, "points": keys["points"], "correct": keys["correct"],
                "prediction": keys["guess"], "prediction_distance": rounded(keys["prediction"], 6),
                "duration_ms": keys["duration"], "submitted_at": keys["submitted"], "attempts": keys["attempts"]}

    def sheets(self):
        own = [(s.registration.id, s.round.id, s.attempt, s.status, s.points, s.correct, len(s.answers), s.duration,
                s.submitted, s is p.kept.get(s.round)) for p in self.results.persons for s in p.sheets]
        self.comparison.set("scores", "score", SHEET, own, self.program.csv("score"))

    def responses(self, printed):
        """That the report holds the sheets that were taken in, each once."""
        def sheets(of):
            return Counter((*s.what(), s.started, s.duration, s.guess) for s in of.sheets)

        given, reported = sheets(self.results), sheets(printed)
        for change, what in ((given - reported, "missing"), (reported - given, "too many")):
            self.comparison.differences += [f"responses: {what}: {sheet[0]}, submitted {sheet[2]}" for sheet in change]

    def ranks(self):
        contest, several = self.contest, len(self.contest.rounds) > 1
        for round in [None, *(contest.rounds if several else [])]:
            for track in [None, *contest.tracks]:
                persons = self.results.persons_of([track] if track else contest.track_ids)
                rounds = [round] if round else contest.rounds
                lines = standings(self.results, persons, rounds, contest.order, contest.across_rounds)
                own = [(line.place, *map(self.person_cells(line).get, PERSON)) for line in lines]
                choice = (["--round", round.id] if round else []) + (["--track", track] if track else [])
                self.comparison.rows("ranks", " ".join(["rank", *choice]), ("place", *PERSON), own,
                                     self.program.csv("rank", *choice))

    def groups(self):
        for level in self.contest.levels:
            awards = [a for a in self.contest.awards if a.of_groups and a.level == level]
            for award in [None, *awards]:
                in_force = award or (awards[0] if len(awards) == 1 else None)
                self.level(level, award, in_force)

    def level(self, level, award, in_force):
        if in_force:
            seats = [seat for seat in self.filling.given if not seat.list.award.of_groups]
            listed = scores.GroupList(self.results, in_force, None, None, seats, chosen=False)
        else:
            listed = scores.Overview(self.results, level)
        own = []
        for s in listed.all:
            f = s.figures
            own.append((s.place, s.unit.code, s.unit.cells["name"], level, s.unit.cells["kind"],
                        f.counter("headcount"), f.counter("registered"), f.counter("finished"),
                        f.counter("attempts"), f.counter("all-correct"),
                        f.counter("total-points"), rounded(f.counter("mean-points"), 2),
                        rounded(f.participation(f.rounds, "headcount"), 2), rounded(s.score, 2)))
        choice = ["--of", "groups", "--level", level, *(["--award", award.id] if award else [])]
        self.comparison.rows("groups", " ".join(["rank", *choice]), GROUP, own, self.program.csv("rank", *choice))

    def seat_cells(self, seat):
        award = seat.list.award
        if award.of_groups:
            unit, score = seat.holder.unit, rounded(seat.holder.score, 2)
            own = {"name": unit.cells["name"], "group": unit.code, "score": score}
        else:
            own = self.person_cells(seat.holder)
        prize = next(prize for prize in award.prizes if prize["id"] == seat.prize)
        return own | {"place": seat.place, "amount": award.amount(prize, seat.list.track)}

    def awards(self):
        printed = self.program.json("award")

        def place(one):
            award, round, track, block = name_of(one)
            return award, track, round, block

        own = [(*place(seat.list), seat.prize, *map(self.seat_cells(seat).get, SEAT[5:-1]), sign(seat) in self.marked)
               for seat in self.filling.given]
        self.comparison.set("seats", "award", SEAT, own, printed["rows"])
        own = [(*place(tie.list), tie.prize, tie.places, tuple(tie.candidates)) for tie in self.filling.open]
        self.comparison.set("open", "unresolved", (*LIST, "places", "candidates"), own, printed["unresolved"])
        own = [(*place(one), prize, places) for (one, prize), places in self.filling.vacant.items()]
        self.comparison.set("vacant", "vacant", (*LIST, "places"), own, printed["vacant"])
        own = [(*place(one), prize, places) for (one, prize), places in self.filling.fallen.items()]
        self.comparison.set("fallen", "fallen", (*LIST, "places"), own, printed["fallen"])
        own = [(skip.list.award.id, None, skip.id, skip.reason, skip.moved_up) if skip.list.award.of_groups else
               (skip.list.award.id, skip.id, self.group_of(skip.line.person), skip.reason, skip.moved_up)
               for skip in self.filling.passed]
        self.comparison.set("passed over", "skipped", ("award", "entrant", "group", "reason", "moved_up"), own,
                            printed["skipped"])
        counters = Counters(self.contest, self.results.persons, self.contest.rounds)
        names = ("registered", "finished", "attempts", "all_correct")
        self.comparison.rows("counters", "counters", names, [[counters.of(name) for name in names]],
                             [printed["counters"]])
