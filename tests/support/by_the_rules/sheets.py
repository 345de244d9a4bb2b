# SPDX-License-Identifier: Apache-2.0
"""Points of a sheet, Time, Attempts, Kept sheet."""
from fractions import Fraction

from by_the_rules.answers import part, rule_for, said
from by_the_rules.values import count_guessed, instant, merit, percent_guessed, rounded

NEVER = float("inf")


class Sheet:
    def __init__(self, contest, registration, round, row, answers):
        self.contest, self.registration, self.round, self.answers = contest, registration, round, answers
        self.given = int(row["attempt"]) if row.get("attempt") else None
        self.started, self.submitted = (instant(row.get(c), contest.zone) for c in ("started_at", "submitted_at"))
        self.stated = int(row["duration_ms"]) if row.get("duration_ms") else None
        timed = self.started is not None and self.submitted is not None
        self.duration = self.submitted - self.started if self.stated is None and timed else self.stated
        self.guess = (row.get("prediction") or "").strip()

    @property
    def name(self):
        return self.registration.id, self.round.id, self.attempt

    def what(self):
        """Sheets of an entrant in a round that are equal in this are one and the same."""
        answers = {(ref, said(self.contest.items[ref], cell)) for ref, cell in self.answers.items()}
        return self.registration.id, self.round.id, self.submitted, frozenset(answers)

    @property
    def rules(self):
        """What the round is for the sheet's paper, time and points: for the track of its registration."""
        return self.round.of(self.registration.track)

    def mark(self, track):
        """`track` is that of the person, which decides on all but paper, time and points."""
        rules, items = self.rules, self.contest.items
        paper, parts = rules.paper, {
            ref: part(items[ref], cell, rule_for(items[ref].type, rules.scoring)) for ref, cell in self.answers.items()}
        # An essay counts nothing until it is marked, `wrong` stands in place of a part of 0.
        shares = {ref: Fraction(0) if one is None else one or rules.wrong for ref, one in parts.items()}
        total = sum((paper.points[ref] * share for ref, share in shares.items()), Fraction(0))
        if rules.blank:
            total += rules.blank * (paper.worth - sum(paper.points[ref] for ref in shares))
        self.points = max(rounded(total, 4), rules.floor)
        self.correct = sum(one == 1 for one in parts.values())
        self.all_correct = self.correct == paper.size > 0
        self.prediction, asked = None, self.round.of(track).prediction
        if asked:
            read = percent_guessed if asked["unit"] == "percent" else count_guessed
            self.prediction = read(self.guess)

    @property
    def is_early(self):
        """Started or submitted before the round opens: refused."""
        return any(moment is not None and moment < self.rules.opens for moment in (self.started, self.submitted))

    @property
    def is_late(self):
        rules = self.rules
        limit = rules.time_limit and Fraction(rules.time_limit * self.registration.factor, 100)
        if self.started is not None and self.started >= rules.closes:
            return True
        if self.submitted is not None:
            end = rules.closes
            if self.started is not None and limit:
                end = min(end, self.started + limit)
            if self.submitted > end + rules.grace:
                return True
        if self.started is None or self.submitted is None:
            return bool(limit) and self.stated is not None and self.stated > limit + rules.grace
        return False

    @property
    def moment(self):
        """The start, else the submission; a sheet without times is last."""
        return next((m for m in (self.started, self.submitted) if m is not None), NEVER)

    def key(self, key):
        """Points, correct, duration, submitted or started, times cut down to the resolution; None if missing."""
        value = getattr(self, key)
        if key in ("duration", "submitted", "started"):
            return None if value is None else value // self.contest.resolution
        return value


def number_attempts(sheets):
    """The sheets of a person in a round, over all of its registrations."""
    given = {s.given for s in sheets}
    if None not in given and len(given) == len(sheets):
        for s in sheets:
            s.attempt = s.given
        return
    order = [(s.moment, NEVER if s.given is None else s.given) for s in sheets]
    if len(set(order)) < len(order):
        raise ValueError("sheets of one moment without numbers go by digests that need the seed")
    for n, (_, s) in enumerate(sorted(zip(order, sheets), key=lambda pair: pair[0])):
        s.attempt = n + 1


def judge(contest, person, admitted=()):
    """Number, mark and judge the sheets of a person; find those that count and the one that is kept of each round."""
    by_round = {r: [s for s in person.sheets if s.round is r] for r in contest.rounds}
    for sheets in by_round.values():
        number_attempts(sheets)
    shared = [s for s in person.sheets if s.round.of(person.track).per_contest]
    shared.sort(key=lambda s: (s.moment, s.round.index, s.attempt))
    for s in person.sheets:
        s.mark(person.track)
        most = s.round.of(person.track).max
        used_before = shared.index(s) if s in shared else s.attempt - 1
        over = most is not None and used_before >= most
        s.status = ("accepted" if s.name in admitted else "excluded" if not person.may_enter else "late" if s.is_late else
                    "over" if over else "accepted")
    for r, sheets in by_round.items():
        if counted := [s for s in sheets if s.status == "accepted"]:
            person.counted[r] = counted
            person.kept[r] = keep(contest, r.of(person.track).keep, counted)


def keep(contest, rule, sheets):
    """The sheet of the counted ones that stands for the round."""
    if rule == "first":
        return min(sheets, key=lambda s: s.attempt)
    if rule == "last":
        return max(sheets, key=lambda s: s.attempt)
    if rule == "best":
        differ = {"points", "correct", "duration", "submitted", "started"}
        own = [entry for entry in contest.order if entry[0] in differ]
        keys = [("points", True), *own, ("submitted", False)]
    else:
        keys = rule
    return min(sheets, key=lambda s: ([merit(s.key(key), more) for key, more in keys], s.attempt))
