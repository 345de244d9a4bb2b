# SPDX-License-Identifier: Apache-2.0
"""Persons: registrations, conditions, exclusions, and who is one person."""
from collections import defaultdict
from datetime import date

from by_the_rules.values import as_list, comparable, decimal, fold, id_order, instant, nfc, number


def holds(condition, value_of, groups=None):
    """True, False, or None where a value that the condition asks for is missing; `value_of` gives a column's.

    With `groups` the column `group` is met by whoever has the group among theirs: it gives the signs of a cell.
    """
    results = [holds_for_group(wanted, groups, value_of(column)) if groups and column == "group" else
               holds_for(column, wanted, value_of(column)) for column, wanted in condition.items()]
    return False if False in results else None if None in results else True


def holds_for(column, wanted, own):
    if not own:
        return None
    if isinstance(wanted, str) and ".." in wanted:
        low, high = (number(end) for end in wanted.split(".."))
        value = decimal(own)
        return None if value is None else (low is None or low <= value) and (high is None or value <= high)
    return own in [comparable(column, str(one)) for one in as_list(wanted)]


def holds_for_group(wanted, groups, own):
    return None if not own else bool(own & {sign for one in as_list(wanted) for sign in groups(str(one))})


class Registration:
    """A row of entrants.csv; with open registration what a sheet says about who wrote it."""

    def __init__(self, contest, cells, excluded, units):
        self.contest, self.cells, self.id, self.units = contest, cells, nfc(cells["id"]), units
        self.registered = instant(cells.get("registered_at"), contest.zone)
        self.factor = int(cells.get("time_factor") or 100)
        self.sheets = []
        self.track = self.find_track()
        eligible = self.meets(contest.tracks[self.track].eligible) if self.track else True
        self.may_enter = self.track is not None and eligible is not False
        self.may_win = self.may_enter and eligible is True
        for row in excluded:
            named = {column: text for column, text in row.items() if text and column not in ("from", "reason")}
            if all(self.equals(column, text) for column, text in named.items()):
                self.may_win = False
                self.may_enter = self.may_enter and row["from"] != "enter"

    def value(self, column):
        """A cell as it is compared; empty where it is not known. Of groups, what they are."""
        if column == "group":
            return frozenset(self.units.signs(self.cells.get("group")))
        if column == "age" and self.cells.get("birth_date"):
            born, today = date.fromisoformat(self.cells["birth_date"]), date.fromisoformat(self.contest.age_on)
            return str(today.year - born.year - ((today.month, today.day) < (born.month, born.day)))
        return comparable(column, self.cells.get(column) or "")

    def equals(self, column, text):
        """Whether somebody is the one whom a cell of excluded.csv names."""
        if column == "group":
            wanted = self.units.signs(text)
            return self.value(column) == wanted if len(wanted) > 1 else bool(self.value(column) & wanted)
        return self.value(column) == comparable(column, text) != ""

    def meets(self, condition):
        """True, False, or None where a value is missing."""
        return holds(condition, self.value, self.units.signs)

    def find_track(self):
        """The track; empty without tracks, None where there is none for this registration."""
        if not self.contest.tracks:
            return ""
        if written := self.value("track"):
            return next((track for track in self.contest.tracks if fold(track) == written), None)
        return next((t.id for t in self.contest.tracks.values() if self.meets(t.where)), None)

    @property
    def moment(self):
        """`registered_at`, else when the first sheet was submitted."""
        if self.registered is not None:
            return self.registered
        return min((s.submitted for s in self.sheets if s.submitted is not None), default=None)


class Person:
    """The first registration gives the id, name, groups and track, the strictest bar bars."""

    def __init__(self, registrations):
        def order(r):
            return r.moment is None, r.moment or 0, id_order(r.id), sorted(r.cells.items(), key=str)

        self.registrations, self.first = registrations, min(registrations, key=order)
        self.id, self.track = self.first.id, self.first.track
        self.may_enter = all(r.may_enter for r in registrations)
        self.may_win = all(r.may_win for r in registrations)
        self.sheets = [sheet for r in registrations for sheet in r.sheets]
        self.counted, self.kept = {}, {}  # by round: sheets, the sheet

    @property
    def group_cell(self):
        return self.first.cells.get("group")


def merge(contest, registrations):
    """Persons: registrations with one id, or with all the person columns filled and equal, also by way of a third."""
    leader = {r: r for r in registrations}

    def find(r):
        while leader[r] is not r:
            r = leader[r]
        return r

    seen = {}
    for r in registrations:
        values = tuple(r.value(column) for column in contest.person_columns)
        for sign in [("id", r.id)] + ([("person", values)] if all(values) else []):
            leader[find(r)] = find(seen.setdefault(sign, r))
    members = defaultdict(list)
    for r in registrations:
        members[find(r)].append(r)
    return [Person(group) for group in members.values()]
