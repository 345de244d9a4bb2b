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
        self.list, self.order = (award, round, track, block), order


def name_of(listed):
    """The award, round, track and block of a list; None where it is not of one."""
    return listed.award.id, listed.round and listed.round.id, listed.track or None, listed.block


class Seating:
    """A list while its seats are filled: `seats` are the prizes of its seats, from the first to the last."""

    def __init__(self, listed):
        self.list, award = listed, listed.award
        self.lines, self.place = listed.lines, listed.place
        self.seats = [prize["id"] for prize in award.prizes for _ in range(award.places(prize, listed.track))]
        self.fallen = []
        if award.share is not None:
            most = int(award.share * len(self.lines))
            self.seats, self.fallen = self.seats[:most], self.seats[most:]
        self.bars = {self.id_of(line): listed.bar(line) for line in self.lines}
        self.next, self.done, self.passed, self.waiting = 0, set(), set(), []
        self.queue, self.beaten = [], []  # of a decision: whose turn is still to come, who was passed over

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
        self.given, self.open, self.vacant, self.fallen, self.passed = [], [], {}, {}, []
        self.holders, self.steps, self.step = {}, [], 0
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
        self.steps += self.steps_of(seatings)
        for one, prize in self.steps[self.step:]:
            self.step += 1
            while one.left()[:1] == [prize]:
                self.fill_next(one)
        for one in seatings:
            self.passed += [Skip(one, line, "decided", None) for line in one.queue]
            self.fallen |= {(one.list, prize): one.fallen.count(prize) for prize in one.fallen}

    def steps_of(self, seatings):
        """(list, prize) in the order in which they are filled."""
        rounds, awards = self.results.contest.rounds, self.results.contest.awards
        if any(award.per_person == "first" for award in awards):
            parts = [[one for one in seatings if one.list.rounds == [r]] for r in rounds]
            parts.append([one for one in seatings if len(one.list.rounds) > 1])
        else:
            parts = [seatings]
        return [(one, prize) for part in parts for award in awards for prize in award.prize_ids
                for one in part if one.list.award is award]

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
        if one.queue:
            self.fill_decided(one)
            return
        tied, prize, ties = self.ready(one), one.left()[0], one.list.award.ties
        span = one.left()[:len(tied)]
        winners, moved_up = [], None
        if not tied:
            span = [prize]
            self.vacant[one.list, prize] = self.vacant.get((one.list, prize), 0) + 1
        elif len(span) == len(tied) and set(span) == {prize}:
            winners = tied
        elif ties in ("share", "extend"):
            winners, others = tied, [seat for seat in span if seat != prize]
            if ties == "share":
                one.fallen += others
            else:
                span = [seat for seat in span if seat == prize]
        elif decision := self.decision(one, tied):
            one.queue = [line for person in decision.order for line in tied if one.id_of(line) == person]
            span, moved_up = [], decision.order[0]
        else:
            span = self.kept_open(one, span)
            candidates = [one.id_of(line) for line in tied]
            self.open += [Open(one, seat, span.count(seat), candidates, self.step) for seat in dict.fromkeys(span)]
        one.next += len(span)
        one.done |= {one.id_of(line) for line in tied}
        self.give(one, prize, winners)
        moved_up = moved_up or min(map(one.id_of, winners), key=id_order, default=None)
        self.pass_over(one, tied, moved_up)

    def fill_decided(self, one):
        """Give a seat to the next one in the order of a decision; who has got a seat elsewhere since is passed over."""
        line = one.queue.pop(0)
        if one.list.award.per_person and self.holds_seat(one.id_of(line)):
            self.passed.append(Skip(one, line, "holds-seat", None))
            one.beaten.append(self.passed[-1])
            return
        for skip in one.beaten:
            skip.moved_up = one.id_of(line)
        one.beaten = []
        self.give(one, one.left()[0], [line])
        one.next += 1

    def give(self, one, prize, winners):
        self.given += [Seat(one, prize, line, self.step) for line in winners]
        if one.list.award.per_person:
            for line in winners:
                self.holders.setdefault(one.id_of(line), self.step)

    def kept_open(self, one, span):
        """The seats of `span` that stay open for the tied ones."""
        if not self.always_kept or not one.list.award.per_person:
            return span
        kept = []
        for prize in dict.fromkeys(span):
            step = self.steps.index((one, prize)) + 1
            between = [other for other, later in self.steps[self.step:step - 1]
                       if other is not one and other.list.award.per_person and later in other.seats]
            if between:
                break
            kept += [seat for seat in span if seat == prize]
        return kept

    def decision(self, one, tied):
        sign = name_of(one.list), frozenset(one.id_of(line) for line in tied)
        self.met.add(sign)
        return self.decisions.get(sign)

    def pass_over(self, one, tied, moved_up):
        """Whoever stands before `tied` and has nothing is passed over. Equals of `tied` come after it: the next ones
        move up for them."""
        for skip in one.waiting + one.beaten:
            skip.moved_up = moved_up
        one.waiting, one.beaten = [], []
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
