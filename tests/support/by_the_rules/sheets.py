# SPDX-License-Identifier: Apache-2.0
"""Sheets: their points, their attempts, which of them count and which one is kept."""
from fractions import Fraction

from by_the_rules.values import answer, instant, merit, number, prediction, rounded


class Sheet:
    def __init__(self, contest, registration, row):
        self.registration = registration
        self.given = int(row["attempt"]) if row.get("attempt") else None
        self.started, self.submitted = (instant(row.get(c), contest.zone) for c in ("started_at", "submitted_at"))
        self.stated = int(row["duration_ms"]) if row.get("duration_ms") else None
        timed = self.started is not None and self.submitted is not None
        self.duration = self.submitted - self.started if self.stated is None and timed else self.stated
        self.prediction = prediction(row.get("prediction") or "") if contest.round["prediction"] else None
        self.answers = {contest.columns[c]: answer(cell) for c, cell in row.items() if cell and c in contest.columns}
        self.right = {ref for ref, chosen in self.answers.items() if chosen == contest.keys[ref]}
        self.correct = len(self.right)
        self.mark(contest.round["scoring"], contest.papers[registration.track])

    def mark(self, rule, paper):
        answered = sum(paper.points[ref] for ref in self.answers)
        gained = sum(paper.points[ref] for ref in self.right)
        total = gained + number(rule["wrong"]) * (answered - gained)
        if number(rule["blank"]) != 0:
            total += number(rule["blank"]) * (paper.worth - answered)
        self.points = max(rounded(total, 4), number(rule["floor"]))
        self.all_correct = self.correct == paper.size

    def what(self):
        """Sheets of an entrant that are equal in this are one and the same."""
        return self.registration.id, self.submitted, frozenset(self.answers.items())

    def is_late(self, contest):
        limit = contest.time_limit and Fraction(contest.time_limit * self.registration.factor, 100)
        if None in (self.started, self.submitted) and limit and (self.stated or 0) > limit + contest.grace:
            return True
        if self.started is not None and self.started >= contest.closes:
            return True
        end = contest.closes
        if self.started is not None and limit:
            end = min(end, self.started + limit)
        return self.submitted is not None and self.submitted > end + contest.grace

    def key(self, contest, key, actual):
        """What a ranking key is for this sheet; None where it is missing."""
        if key in ("duration", "submitted", "started"):
            value = getattr(self, key)
            return None if value is None else value // contest.resolution
        if key == "prediction":
            return self.distance(actual)
        if key == "rounds-at-max":
            return int(self.points == contest.papers[self.registration.track].worth)
        return getattr(self, key)

    def distance(self, actual):
        return None if self.prediction is None else abs(self.prediction - actual)


def number_attempts(sheets):
    given = {s.given for s in sheets}
    if None not in given and len(given) == len(sheets):
        for s in sheets:
            s.attempt = s.given
        return
    never = float("inf")

    def moment(s):
        known = s.started if s.started is not None else s.submitted
        return never if known is None else known, never if s.given is None else s.given

    for n, s in enumerate(sorted(sheets, key=moment)):
        s.attempt = n + 1


def judge(contest, person):
    """Number and judge the sheets of a person; find those that count and the one that is kept."""
    number_attempts(person.sheets)
    policy = contest.round["attempts"]
    for s in person.sheets:
        over = policy["max"] != "unlimited" and s.attempt > int(policy["max"])
        s.status = ("excluded" if not person.may_enter else "late" if s.is_late(contest) else
                    "over" if over else "accepted")
    person.counted = [s for s in person.sheets if s.status == "accepted"]

    def preference(s):
        if policy["keep"] == "first":
            return (s.attempt,)
        own = [entry for entry in contest.order if entry[0] not in ("prediction", "attempts", "registered")]
        keys = [("points", True), *own, ("submitted", False)]
        return (*(merit(s.key(contest, key, None), more) for key, more in keys), s.attempt)

    person.kept = min(person.counted, key=preference, default=None)
