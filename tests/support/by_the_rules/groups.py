# SPDX-License-Identifier: Apache-2.0
"""The counters of groups, their scores and places."""
from fractions import Fraction

from by_the_rules.values import directions, fold, id_order, merit, number, places

KEYS = {"score", "participation", "finished", "attempts", "all-correct", "registered", "total-points", "mean-points"}


class Group:
    def __init__(self, cells):
        self.cells, self.code, self.children = cells, cells["code"], []
        self.registered, self.finished, self.attempts, self.all_correct = 0, 0, 0, 0
        self.total_points = Fraction(0)

    @property
    def headcount(self):
        """What is written, else the sum of the children's where all of these are known."""
        if self.cells["headcount"]:
            return int(self.cells["headcount"])
        parts = [child.headcount for child in self.children]
        return None if not parts or None in parts else sum(parts)

    def key(self, name, over="headcount"):
        """A key or term; None where it is over nothing."""
        if name == "mean-points":
            return self.total_points / self.finished if self.finished else None
        if name == "participation":
            base = self.registered if over == "registered" else self.headcount
            return Fraction(100 * self.finished, base) if base else None
        return getattr(self, name.replace("-", "_"))


def tally(results):
    groups = {fold(row["code"]): Group(row) for row in results.contest.groups}
    for group in groups.values():
        group.parent = groups.get(fold(group.cells["parent"]))
        if group.parent:
            group.parent.children.append(group)
    for person in results.registered:
        for group in lineage(groups, person):
            group.registered += 1
    for person in results.finished:
        for group in lineage(groups, person):
            group.finished += 1
            group.attempts += len(person.counted)
            group.all_correct += person.kept.all_correct
            group.total_points += person.kept.points
    return list(groups.values())


def lineage(groups, person):
    group = groups.get(fold(person.first.cells.get("group") or ""))
    while group:
        yield group
        group = group.parent


class Standing:
    """A group in the list of an award; `merit` and `place` are None where it is unranked."""

    def __init__(self, group, award):
        order = directions(award["order"] if award else ["mean-points", "finished"], KEYS)
        terms = award["score"] if award else []
        over = next((t["over"] for t in terms if t["term"] == "participation"), "headcount")
        values = [group.key(t["term"], over) for t in terms]
        self.group, self.score, self.merit, self.place = group, None, None, None
        if terms and group.finished and None not in values:
            self.score = sum(weighted(value, term) for value, term in zip(values, terms))
        keys = [self.score if key == "score" else group.key(key, over) for key, _ in order]
        if group.finished and None not in values + keys:
            self.merit = [merit(key, more) for key, (_, more) in zip(keys, order)]


def weighted(value, term):
    value = value if term["cap"] is None else min(value, number(term["cap"]))
    return value * Fraction(*map(Fraction, term["weight"].split("/")))


def rank_groups(groups, level, award):
    """The standings of a level, equals by code, unranked ones last."""
    standings = [Standing(g, award) for g in groups if g.cells["level"] == level]
    standings.sort(key=lambda s: (s.merit is None, s.merit or [], id_order(s.group.code)))
    ranked = [s for s in standings if s.merit]
    for place, standing in zip(places(ranked), ranked):
        standing.place = place
    return standings
