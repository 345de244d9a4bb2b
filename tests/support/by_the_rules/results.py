# SPDX-License-Identifier: Apache-2.0
"""Everybody and every sheet: Counters, Prediction."""
from fractions import Fraction

from by_the_rules.people import Registration, merge
from by_the_rules.sheets import Sheet, judge
from by_the_rules.units import Units
from by_the_rules.values import nfc

SHEET_COLUMNS = {"round", "attempt", "status", "started_at", "submitted_at", "duration_ms", "prediction"}


class Results:
    """Of tables: a dict a row, by column.

    `admitted` are (entrant, round, attempt) of the sheets that officials admitted, `frozen` the results whose figures
    predictions are held against.
    """

    def __init__(self, contest, rows, entrants=(), excluded=(), groups=(), admitted=(), frozen=None):
        self.contest, self.excluded, self.units = contest, excluded, Units(groups)
        self.admitted, self.frozen = set(admitted), frozen
        self.registrations, self.aside, self.figures = {}, [], {}
        for cells in [] if contest.is_open else entrants:
            self.register(nfc(cells["id"]), cells)
        sheets = {}
        for row in rows:
            sheet = self.read(row)
            if sheet is not None:
                sheets.setdefault(sheet.what(), sheet)
        self.sheets = list(sheets.values())
        for s in self.sheets:
            s.registration.sheets.append(s)
        self.persons = merge(contest, list(self.registrations.values()))
        for person in self.persons:
            judge(contest, person, self.admitted)

    def register(self, sign, cells):
        if sign not in self.registrations:
            self.registrations[sign] = Registration(self.contest, cells, self.excluded, self.units)
        return self.registrations[sign]

    def read(self, row):
        """The sheet; None where the row is set aside: of an unknown entrant, or refused for being early."""
        rounds = {r.id: r for r in self.contest.rounds}
        round = rounds[row["round"]] if row.get("round") else next(iter(rounds.values()))
        answers = {self.column(c): cell for c, cell in row.items() if cell and self.column(c)}
        if self.contest.is_open:
            cells = {c: t or "" for c, t in row.items() if c not in SHEET_COLUMNS and not self.column(c)}
            cells["id"] = cells.pop("entrant")
            registration = Registration(self.contest, cells, self.excluded, self.units)
        else:
            registration = self.registrations.get(nfc(row["entrant"]))
        if registration is None:
            self.aside.append((row, "unknown-entrant"))
            return None
        sheet = Sheet(self.contest, registration, round, row, answers)
        if sheet.is_early:
            self.aside.append((row, "refused"))
            return None
        if self.contest.is_open:
            # Every sheet registers; equal cells are one registration.
            sheet.registration = self.register(tuple(cells.items()), cells)
        return sheet

    def column(self, name):
        """The item that a column holds the answers to: its name may lack the bank where no other bank has the id."""
        if name in self.contest.items:
            return name
        named = [ref for ref in self.contest.items if ref.split("/")[1] == name]
        return named[0] if len(named) == 1 else None

    def persons_of(self, tracks):
        """All persons where all tracks are named, those too that fit none."""
        return [p for p in self.persons if p.track in tracks or set(tracks) == set(self.contest.track_ids)]

    def actual(self, round, track):
        """What predictions in a round are held against, of persons of a track; None where there is nothing."""
        if self.frozen:
            return self.frozen.actual(round, track)
        if track is None:
            track = self.contest.track_ids[0]
        if (round, track) not in self.figures:
            self.figures[round, track] = self.count(round, track)
        return self.figures[round, track]

    def count(self, round, track):
        asked = round.of(track).prediction
        rounds = [round] if "round" in asked["scope"] else self.contest.rounds
        tracks = [track] if "track" in asked["scope"] else self.contest.track_ids
        counters = Counters(self.contest, self.persons_of(tracks), rounds)
        target = counters.of(asked["target"])
        if asked["unit"] == "count":
            return Fraction(target)
        return Fraction(100 * target, counters.finished) if counters.finished else None

    def distance(self, person, round):
        """Of the prediction of the kept sheet; None where it has none."""
        prediction = person.kept[round].prediction
        if prediction is None:
            return None
        actual = self.actual(round, person.track)
        return None if actual is None else abs(prediction - actual)


class Counters:
    """The four of persons, over their sheets of rounds."""

    def __init__(self, contest, persons, rounds):
        sat = [[p.kept[r] for r in rounds if r in p.kept] for p in persons]
        self.finished = sum(bool(kept) for kept in sat)
        self.attempts = sum(len(p.counted.get(r, [])) for p in persons for r in rounds)
        self.all_correct = sum(any(s.all_correct for s in kept) for kept in sat)
        listed = not contest.is_open
        self.registered = sum(bool(kept) or listed and p.may_enter for p, kept in zip(persons, sat))

    def of(self, name):
        return getattr(self, name.replace("-", "_"))
