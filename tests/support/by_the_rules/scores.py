# SPDX-License-Identifier: Apache-2.0
"""Groups: their counters, terms, scores, orders and lists."""
from fractions import Fraction

from by_the_rules.people import holds
from by_the_rules.values import decimal, id_order, merit, places


class Figures:
    """Of one unit over rounds, of the persons of some tracks."""

    def __init__(self, results, unit, rounds, tracks):
        self.results, self.units, self.unit, self.rounds = results, results.units, unit, rounds
        persons = results.persons_of(tracks)
        self.members = {r: [p for p in persons if unit in self.units.of(p, r.day)] for r in rounds}

    def kept(self, round):
        return [p.kept[round] for p in self.members[round] if round in p.kept]

    def persons(self, rounds, wanted):
        """How many persons have what is wanted in one of the rounds."""
        return len({p for r in rounds for p in self.members[r] if wanted(p, r)})

    def finished(self, rounds):
        return self.persons(rounds, lambda p, r: r in p.kept)

    def registered(self, rounds):
        listed = not self.results.contest.is_open
        return self.persons(rounds, lambda p, r: r in p.kept or listed and p.may_enter)

    def attempts(self, rounds):
        return sum(len(p.counted.get(r, [])) for r in rounds for p in self.members[r])

    def all_correct(self, rounds):
        return self.persons(rounds, lambda p, r: r in p.kept and p.kept[r].all_correct)

    def total_points(self, rounds):
        return sum((s.points for r in rounds for s in self.kept(r)), Fraction(0))

    def mean_points(self, rounds):
        finished = self.finished(rounds)
        return self.total_points(rounds) / finished if finished else None

    def participation(self, rounds, over):
        base = self.registered(rounds) if over == "registered" else self.headcount(rounds)
        return Fraction(100 * self.finished(rounds), base) if base else None

    def headcount(self, rounds):
        """On the day of the last of the rounds."""
        return self.units.headcount(self.unit, rounds[-1].day)

    def counter(self, name):
        """Over all rounds together."""
        return getattr(self, name.replace("-", "_"))(self.rounds)

    def term(self, name, over, round):
        """A term in one round; None where a participation is over nothing."""
        if not self.kept(round):
            return Fraction(0)
        if name == "participation":
            return self.participation([round], over)
        if name.startswith("top-mean:"):
            best = sorted((s.points for s in self.kept(round)), reverse=True)[:int(name.split(":")[1])]
            return sum(best) / int(name.split(":")[1])
        return Fraction(getattr(self, name.replace("-", "_"))([round]))

    def combined(self, name, over, across, cap=None):
        """A term over all rounds; None where it is over nothing in one of them."""
        values = [self.term(name, over, r) for r in self.rounds]
        if None in values:
            return None
        values = [value if cap is None else min(value, cap) for value in values]
        return sum(values) / len(values) if across == "mean" else sum(values)


class Standing:
    """A unit in a list; `reason` tells why it is unranked, `merit` and `place` are None then."""

    def __init__(self, figures, award, seats):
        self.unit, self.figures = figures.unit, figures
        self.score, self.merit, self.place = None, None, None
        self.held = [seat for seat in seats if holds_in_unit(figures, seat)]
        over = next((t.over for t in award.terms if t.name == "participation"), "headcount")
        values = [self.term(award, term) for term in award.terms]
        keys = [None if key == "score" else self.key(award, key, over) for key, _ in award.order]
        asked = list(zip([term.name for term in award.terms], values))
        asked += [(key, value) for (key, _), value in zip(award.order, keys) if key != "score"]
        missing = [name for name, value in asked if value is None]
        self.reason = "nobody-finished" if not figures.finished(figures.rounds) else missing[0] if missing else None
        if award.terms and None not in values and self.reason != "nobody-finished":
            self.score = sum((term.weight * value for term, value in zip(award.terms, values)), Fraction(0))
        if self.reason:
            return
        keys = [self.score if key == "score" else value for (key, _), value in zip(award.order, keys)]
        self.merit = [merit(value, more) for value, (_, more) in zip(keys, award.order)]

    def term(self, award, term):
        """A term of the score before it is weighted."""
        if term.name == "prize-points" or term.name.startswith("column:"):
            value = self.prize_points([term]) if term.name == "prize-points" else self.column(term.name)
            return value if value is None or term.cap is None else min(value, term.cap)
        return self.figures.combined(term.name, term.over, award.across_rounds, term.cap)

    def key(self, award, name, over):
        """A key of the order, neither capped nor weighted."""
        if name == "registered":
            return Fraction(self.figures.registered(self.figures.rounds))
        if name == "prize-points":
            return self.prize_points([term for term in award.terms if term.name == "prize-points"])
        if name.startswith("column:"):
            return self.column(name)
        return self.figures.combined(name, over, award.across_rounds)

    def prize_points(self, terms):
        return sum((Fraction(str(term.values.get(seat.prize, 0))) for term in terms for seat in self.held
                    if seat.list.award.id == term.award), Fraction(0))

    def column(self, name):
        return decimal((self.unit.cells.get(name.split(":")[1]) or "").strip())


def holds_in_unit(figures, seat):
    """Whether a seat is that of somebody of the unit on the day of the seat's round, else of the contest's last."""
    person, rounds = seat.holder.person, seat.list.rounds
    round = rounds[0] if len(rounds) == 1 else figures.results.contest.rounds[-1]
    return figures.unit in figures.units.of(person, round.day)


def listed(results, level, rounds):
    """The units of a level that are valid on the day of one of the rounds."""
    return [u for u in results.units.all if u.level == level and any(u.is_valid(r.day) for r in rounds)]


class GroupList:
    """One of the lists of an award of groups; `seats` are those given in awards of entrants.

    Without `chosen` it has all units of the level, those too that are in no list of the award.
    """

    def __init__(self, results, award, round, block, seats, chosen=True):
        self.award, self.round, self.track, self.block = award, round, None, block
        self.rounds = [round] if round else award.rounds
        units = listed(results, award.level, self.rounds)
        if chosen:
            units = [u for u in units if self.meets(results, u, award.where)]
        if chosen and award.blocks:
            units = [u for u in units if self.block_of(results, u) == block]
        self.all = [Standing(Figures(results, u, self.rounds, award.tracks), award, seats) for u in units]
        rank(self)
        self.place = {s.unit.code: s.place for s in self.lines}

    def meets(self, results, unit, condition):
        return holds(condition, lambda c: results.units.value(unit, c, self.rounds[-1].day)) is True

    def block_of(self, results, unit):
        """The first of the blocks whose condition the unit meets; None where there is none."""
        return next((b["id"] for b in self.award.blocks if self.meets(results, unit, b.get("where") or {})), None)

    def bar(self, standing):
        """A minimum that is not reached; a unit without a headcount reaches none."""
        for name, least in self.award.minimum.items():
            if int(least) > (standing.figures.counter(name) or 0):
                return "below-minimum"
        return None


class Overview:
    """The units of a level without an award: by mean-points, then finished, of all rounds together."""

    def __init__(self, results, level):
        contest = results.contest
        self.all = [Unawarded(Figures(results, u, contest.rounds, contest.track_ids))
                    for u in listed(results, level, contest.rounds)]
        rank(self)


class Unawarded:
    def __init__(self, figures):
        self.unit, self.figures, self.score, self.place = figures.unit, figures, None, None
        keys = [figures.counter("mean-points"), figures.counter("finished")]
        self.merit = None if keys[0] is None else [merit(key, True) for key in keys]


def rank(one):
    """Order a list: who is ranked, equals by code, then who is not, by code."""
    one.all.sort(key=lambda s: (s.merit is None, s.merit or [], id_order(s.unit.code)))
    one.lines = [s for s in one.all if s.merit is not None]
    for standing, place in zip(one.lines, places([s.merit for s in one.lines])):
        standing.place = place


def lists_of(results, award, seats):
    """All lists of an award of groups, by round and block."""
    rounds = award.rounds if "round" in award.per else [None]
    blocks = [block["id"] for block in award.blocks] or [None]
    return [GroupList(results, award, r, b, seats) for r in rounds for b in blocks]
