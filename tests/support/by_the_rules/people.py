# SPDX-License-Identifier: Apache-2.0
"""Registrations, their tracks and exclusions, and the persons behind them."""
import re
from collections import defaultdict
from datetime import date
from fractions import Fraction

from by_the_rules.values import comparable, fold, id_order, instant, nfc, number


class Registration:
    def __init__(self, contest, cells):
        self.cells, self.id = cells, nfc(cells["id"])
        self.registered = instant(cells.get("registered_at"), contest.zone)
        self.factor = int(cells.get("time_factor") or 100)
        self.first_submitted = None
        self.track = self.place(contest)
        eligible = self.fits(contest, contest.tracks[self.track]["eligible"]) if self.track else True
        self.may_enter = self.track is not None and eligible is not False
        self.may_win = self.may_enter and eligible is True
        for row in contest.excluded:
            if all(self.equals(column, text) for column, text in row.items() if column not in ("from", "reason")):
                self.may_win = False
                self.may_enter = self.may_enter and row["from"] != "enter"

    def value(self, column):
        return comparable(column, self.cells.get(column) or "")

    def equals(self, column, text):
        """Whether a cell of excluded.csv is empty or that of the entrant."""
        return not text or self.value(column) == comparable(column, text) != ""

    def place(self, contest):
        """The track; empty without tracks, None where there is none for this entrant."""
        if not contest.tracks:
            return ""
        if written := self.value("track"):
            return next((track for track in contest.tracks if fold(track) == written), None)
        return next((t["id"] for t in contest.tracks.values() if self.fits(contest, t["where"])), None)

    def fits(self, contest, condition):
        """True, False, or None where the entrant lacks a value."""
        results = [self.passes(contest, column, wanted) for column, wanted in condition.items()]
        return False if False in results else None if None in results else True

    def passes(self, contest, column, wanted):
        own = self.value(column)
        if column == "age" and self.cells.get("birth_date"):
            born, day = (date.fromisoformat(d) for d in (self.cells["birth_date"], contest.rules["age_on"]))
            own = str(day.year - born.year - ((day.month, day.day) < (born.month, born.day)))
        if not own:
            return None
        if isinstance(wanted, str) and ".." in wanted:
            low, high = (number(end) for end in wanted.split(".."))
            if not re.fullmatch(r"-?\d+(\.\d+)?", own):
                return None
            return (low is None or low <= Fraction(own)) and (high is None or Fraction(own) <= high)
        return own in [comparable(column, text) for text in ([wanted] if isinstance(wanted, str) else wanted)]


class Person:
    def __init__(self, registrations):
        def moment(r):
            known = r.registered if r.registered is not None else r.first_submitted
            return known is None, known or 0, id_order(r.id), sorted(r.cells.items(), key=str)

        self.first = min(registrations, key=moment)
        self.id, self.track = self.first.id, self.first.track
        self.may_enter = all(r.may_enter for r in registrations)
        self.may_win = all(r.may_win for r in registrations)
        self.sheets = [sheet for r in registrations for sheet in r.sheets]
        self.counted, self.kept, self.merit = [], None, None


def merge(contest, registrations):
    """Persons: registrations with one id, or with all the person columns filled and equal, also by way of a third."""
    leader = {r: r for r in registrations}

    def find(r):
        while leader[r] is not r:
            r = leader[r]
        return r

    seen = {}
    for r in registrations:
        values = tuple(r.value(column) for column in contest.rules["person"])
        for sign in [("id", r.id)] + ([("person", values)] if all(values) else []):
            leader[find(r)] = find(seen.setdefault(sign, r))
    members = defaultdict(list)
    for r in registrations:
        members[find(r)].append(r)
    return [Person(group) for group in members.values()]
