# SPDX-License-Identifier: Apache-2.0
"""Groups: the trees of groups.csv, and in which groups a person counts on a day."""
from datetime import date

from by_the_rules.values import comparable, fold


class Unit:
    def __init__(self, cells):
        self.cells, self.code, self.level = cells, cells["code"], cells["level"]
        self.parent, self.successor = None, None
        days = (cells.get("valid_from"), cells.get("valid_to"))
        self.first_day, self.last_day = (day and date.fromisoformat(day) for day in days)

    def is_valid(self, day):
        return (not self.first_day or self.first_day <= day) and (not self.last_day or day <= self.last_day)

    @property
    def root(self):
        return self.parent.root if self.parent else self


class Units:
    def __init__(self, rows):
        self.all = [Unit(row) for row in rows]
        self.named = {}
        for unit in self.all:
            for name in [unit.code, *(unit.cells.get("aliases") or "").split(";")]:
                if fold(name):
                    self.named[fold(name)] = unit
        for unit in self.all:
            unit.parent = self.find(unit.cells.get("parent") or "")
            unit.successor = self.find(unit.cells.get("successor") or "")
        self.known = {}  # what `of` found before

    def find(self, text):
        return self.named.get(fold(text))

    def named_in(self, cell):
        """[(what is written, the unit of that name or None)] of a cell that may name several."""
        return [(name.strip(), self.find(name)) for name in (cell or "").split(";") if name.strip()]

    def signs(self, cell):
        """The groups that a cell names, whatever they are called in it."""
        return {fold(unit.code if unit else name) for name, unit in self.named_in(cell)}

    def in_force(self, unit, day):
        """The unit, or the first of its successors that is valid; None where there is none."""
        while unit and not unit.is_valid(day):
            unit = unit.successor
        return unit

    def above(self, unit, day):
        """The group above it; one for which nothing is in force is passed over."""
        unit = unit.parent
        while unit:
            if found := self.in_force(unit, day):
                return found
            unit = unit.parent
        return None

    def of(self, person, day):
        """The units in which a person counts on a day: its own, and all above them, each once."""
        if (person, day) not in self.known:
            found = []
            for _, own in self.named_in(person.group_cell):
                unit = own and (self.in_force(own, day) or self.above(own, day))
                while unit:
                    if unit not in found:
                        found.append(unit)
                    unit = self.above(unit, day)
            self.known[person, day] = found
        return self.known[person, day]

    def headcount(self, unit, day):
        """What is written, else the sum of the groups that are below it on the day, where all of these are known."""
        if unit.cells["headcount"]:
            return int(unit.cells["headcount"])
        parts = [self.headcount(one, day) for one in self.all if one.is_valid(day) and self.above(one, day) is unit]
        return None if not parts or None in parts else sum(parts)

    def value(self, unit, column, day):
        """A cell as conditions see it."""
        if column == "headcount":
            known = self.headcount(unit, day)
            return "" if known is None else str(known)
        return comparable("", unit.cells.get(column) or "")
