# SPDX-License-Identifier: Apache-2.0
"""The people of a contest, their counters and their places."""
from by_the_rules.contest import SHEET_COLUMNS
from by_the_rules.people import Registration, merge
from by_the_rules.sheets import Sheet, judge
from by_the_rules.values import fold, id_order, merit, nfc, places


class Results:
    """Of the rows of response sheets `rows`."""

    def __init__(self, contest, rows):
        self.contest, registrations, sheets = contest, {}, {}

        def registration(cells):
            # With open registration every sheet registers; equal cells are one registration.
            sign = tuple(cells.items()) if contest.is_open else nfc(cells["id"])
            if sign not in registrations:
                registrations[sign] = Registration(contest, cells)
                registrations[sign].sheets = []
            return registrations[sign]

        for cells in [] if contest.is_open else contest.named_file("registration"):
            registration(cells)
        for row in rows:
            cells = {c: t or "" for c, t in row.items() if c not in SHEET_COLUMNS and c not in contest.columns}
            sheet = Sheet(contest, registration({"id": cells.pop("entrant"), **cells}), row)
            sheets.setdefault(sheet.what(), sheet)
        self.sheets = list(sheets.values())
        for s in self.sheets:
            s.registration.sheets.append(s)
        for r in registrations.values():
            r.first_submitted = min((s.submitted for s in r.sheets if s.submitted is not None), default=None)
        self.persons = merge(contest, list(registrations.values()))
        for person in self.persons:
            judge(contest, person)
        self.finished = [p for p in self.persons if p.kept]
        self.registered = self.finished if contest.is_open else [p for p in self.persons if p.may_enter]
        self.all_correct = sum(p.kept.all_correct for p in self.finished)
        for person in self.finished:
            person.merit = [merit(self.key(person, key), more) for key, more in contest.order]

    def group_of(self, person):
        """The code of the person's group; as it is written where there is no such group."""
        written = person.first.cells.get("group") or ""
        return next((row["code"] for row in self.contest.groups if fold(row["code"]) == fold(written)), written)

    def key(self, person, key):
        if key == "attempts":
            return len(person.counted)
        if key == "registered":
            moment = person.first.registered
            return None if moment is None else moment // self.contest.resolution
        return person.kept.key(self.contest, key, self.all_correct)


def rank(persons):
    """[(place, person)], equals by id."""
    ordered = sorted(persons, key=lambda p: (p.merit, id_order(p.id)))
    return list(zip(places(ordered), ordered))
