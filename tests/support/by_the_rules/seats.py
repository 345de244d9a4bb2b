# SPDX-License-Identifier: Apache-2.0
"""Seats, Ties, and decisions."""
from by_the_rules import scores
from by_the_rules.values import id_order


class Seat:
    def __init__(self, one, prize, holder, step):
        self.list, self.prize, self.holder, self.id = one.list, prize, holder, one.id_of(holder)
        self.place, self.step = one.place[self.id], step


class Open:
    """Seats of a prize that stay open between candidates."""

    def __init__(self, one, prize, places, candidates, step):
        self.list, self.prize, self.places, self.candidates, self.step = one.list, prize, places, candidates, step


class Skip:
    """Somebody who was passed over, why, and who moved up, if anybody did."""

    def __init__(self, one, line, reason, moved_up):
        self.list, self.line, self.id, self.reason, self.moved_up = one.list, line, one.id_of(line), reason, moved_up


class Decision:
    """The order that officials gave to the candidates of a tie in a list."""

    def __init__(self, award, round, track, block, order):
        self.list, self.order, self.is_met = (award, round, track, block), order, False


def name_of(listed):
    """The award, round, track and block of a list; None where it is not of one."""
    return listed.award.id, listed.round and listed.round.id, listed.track or None, listed.block


class Seating:
    """A list while its seats are filled: `seats` are the prizes of its seats, from the first to the last."""

    def __init__(self, listed):
        self.list, award = listed, listed.award
        self.lines, self.place = listed.lines, listed.place
        self.seats = [prize["id"] for prize in award.prizes for _ in range(award.places(prize, listed.track))]
        if award.share is not None:
            self.seats = self.seats[:int(award.share * len(self.lines))]
        self.bars = {self.id_of(line): listed.bar(line) for line in self.lines}
        self.next, self.done, self.passed, self.waiting = 0, set(), set(), []

    def id_of(self, line):
        return line.unit.code if self.list.award.of_groups else line.person.id

    def left(self):
        return self.seats[self.next:]


class Filling:
    """Seats given, left open and vacant, and who was passed over.

    Filling the seats of one prize in one list is a step; steps are counted. `uncertain` tells the step from which on a
    person is uncertain, `always_kept` whether it then holds a seat of an award with a limit, or none that is later.
    """

    def __init__(self, results, person_lists, decisions=(), uncertain=None, always_kept=False):
        self.results, self.uncertain, self.always_kept = results, uncertain or {}, always_kept
        self.given, self.open, self.vacant, self.passed = [], [], {}, []
        self.holders, self.step = {}, 0
        # The later of two decisions on the same candidates replaces the earlier.
        self.decisions = {(d.list, frozenset(d.order)): d for d in decisions}
        self.met = set()
        self.fill(person_lists)
        group_lists = [one for award in results.contest.awards if award.of_groups
                       for one in scores.lists_of(results, award, self.given)]
        self.fill(group_lists)
        self.lists = person_lists + group_lists
        self.lapsed = [d for sign, d in self.decisions.items() if sign not in self.met]

    def fill(self, listed):
        seatings = [Seating(one) for one in listed]
        contest = self.results.contest
        if any(award.per_person == "first" for award in contest.awards):
            for r in contest.rounds:
                self.fill_by_prize([s for s in seatings if s.list.rounds == [r]])
            seatings = [s for s in seatings if len(s.list.rounds) > 1]
        self.fill_by_prize(seatings)

    def fill_by_prize(self, seatings):
        for award in self.results.contest.awards:
            for prize in award.prize_ids:
                for one in seatings:
                    if one.list.award is award:
                        self.step += 1
                        while one.left()[:1] == [prize]:
                            self.fill_next(one)

    def ready(self, one):
        """Those who share the next place."""
        limited = one.list.award.per_person
        ready = [line for line in one.lines if one.id_of(line) not in one.done and not one.bars[one.id_of(line)] and not
                 (limited and self.holds_seat(one.id_of(line)))]
        return [line for line in ready if line.merit == ready[0].merit]

    def holds_seat(self, person):
        """Whether a limit keeps somebody from a seat."""
        held, uncertain = self.holders.get(person), self.uncertain.get(person)
        if uncertain is None or self.step <= uncertain:
            return held is not None
        return self.always_kept or held is not None and held < uncertain

    def fill_next(self, one):
        """Give the next seats of a list, or leave them open or vacant."""
        tied, prize, ties = self.ready(one), one.left()[0], one.list.award.ties
        span = one.left()[:len(tied)]
        winners, beaten = [], []
        if not tied:
            span = [prize]
            self.vacant[one.list, prize] = self.vacant.get((one.list, prize), 0) + 1
        elif len(span) == len(tied) and set(span) == {prize}:
            winners = [(line, prize) for line in tied]
        elif ties in ("share", "extend"):
            winners = [(line, prize) for line in tied]
            if ties == "extend":
                span = [seat for seat in span if seat == prize]
        elif decision := self.decision(one, tied):
            by_id = {one.id_of(line): line for line in tied}
            winners = [(by_id[person], seat) for person, seat in zip(decision.order, span)]
            beaten = [by_id[person] for person in decision.order[len(span):]]
        else:
            candidates = [one.id_of(line) for line in tied]
            self.open += [Open(one, seat, span.count(seat), candidates, self.step) for seat in dict.fromkeys(span)]
        one.next += len(span)
        one.done |= {one.id_of(line) for line in tied}
        self.given += [Seat(one, seat, line, self.step) for line, seat in winners]
        ids = [one.id_of(line) for line, _ in winners]
        self.pass_over(one, tied, min(ids, key=id_order) if ids else None)
        self.passed += [Skip(one, line, "decided", None) for line in beaten]
        if one.list.award.per_person:
            for person in ids:
                self.holders.setdefault(person, self.step)

    def decision(self, one, tied):
        sign = name_of(one.list), frozenset(one.id_of(line) for line in tied)
        self.met.add(sign)
        return self.decisions.get(sign)

    def pass_over(self, one, tied, moved_up):
        """Whoever stands before `tied` and has nothing is passed over. Equals of `tied` come after it: the next ones
        move up for them."""
        for skip in one.waiting:
            skip.moved_up = moved_up
        one.waiting = []
        for line in one.lines:
            identity = one.id_of(line)
            if tied and line.merit > tied[0].merit:
                break
            if identity in one.done or identity in one.passed:
                continue
            one.passed.add(identity)
            skip = Skip(one, line, one.bars[identity] or "holds-seat", None)
            self.passed.append(skip)
            if tied and line.merit == tied[0].merit:
                one.waiting.append(skip)
            else:
                skip.moved_up = moved_up
