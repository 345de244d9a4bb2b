# SPDX-License-Identifier: Apache-2.0
"""Groups: the trees of groups.csv, and in which groups the sheets of a person count."""
from datetime import date

from by_the_rules.values import comparable, fold


class Unit:
    def __init__(self, cells):
        self.cells, self.code, self.level = cells, cells["code"], cells["level"]
        self.children, self.parent, self.successor = [], None, None
        days = (cells.get("valid_from"), cells.get("valid_to"))
        self.first_day, self.last_day = (day and date.fromisoformat(day) for day in days)

    def is_valid(self, day):
        return (not self.first_day or self.first_day <= day) and (not self.last_day or day <= self.last_day)

    @property
    def headcount(self):
        """What is written, else the sum of the children's where all of these are known."""
        if self.cells["headcount"]:
            return int(self.cells["headcount"])
        parts = [child.headcount for child in self.children]
        return None if not parts or None in parts else sum(parts)

    def value(self, column):
        """A cell as conditions see it."""
        if column == "headcount":
            return "" if self.headcount is None else str(self.headcount)
        return comparable("", self.cells.get(column) or "")


class Units:
    def __init__(self, rows):
        self.all = [Unit(row) for row in rows]
        self.known = {}  # what `of` found before
        named = {fold(unit.code): unit for unit in self.all}
        self.named = dict(named)
        for unit in self.all:
            for alias in (unit.cells.get("aliases") or "").split(";"):
                if fold(alias):
                    self.named.setdefault(fold(alias), unit)
            unit.parent = named.get(fold(unit.cells.get("parent") or ""))
            unit.successor = named.get(fold(unit.cells.get("successor") or ""))
            if unit.parent:
                unit.parent.children.append(unit)

    def find(self, text):
        return self.named.get(fold(text))

    def of(self, person, day):
        """The units in which a person counts on a day: its own, and all above them, each once."""
        if (person, day) not in self.known:
            self.known[person, day] = self.find_all(person, day)
        return self.known[person, day]

    def find_all(self, person, day):
        found = []
        for code in person.group_cells:
            unit = self.find(code)
            passed = []
            while unit and unit not in passed:
                passed.append(unit)
                if unit.is_valid(day):
                    if unit not in found:
                        found.append(unit)
                    unit = unit.parent
                else:
                    unit = unit.successor or unit.parent
        return found
