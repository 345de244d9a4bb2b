# SPDX-License-Identifier: Apache-2.0
"""The seats of all awards."""
from by_the_rules.groups import rank_groups
from by_the_rules.results import rank
from by_the_rules.values import id_order, number


class Candidate:
    """Somebody in the list of an award: an id, a place among those who may win, and why no seat, if so."""

    def __init__(self, identity, holder, place, merit, bar):
        self.id, self.holder, self.place, self.merit, self.bar = identity, holder, place, merit, bar


class Skip:
    """Somebody who was passed over, and the id of who got the next seat instead, if anybody did."""

    def __init__(self, one, candidate, reason):
        self.list, self.candidate, self.reason, self.moved_up = one, candidate, reason, None


class AwardList:
    def __init__(self, award, track, contest, candidates):
        self.award, self.track, self.candidates = award, track, candidates
        self.round = contest.round["id"] if "round" in award.get("per", []) else None
        self.seats = [prize["id"] for prize in award["prizes"] for _ in range(int(prize["places"]))]
        self.next, self.done, self.passed, self.waiting = 0, set(), set(), []

    def name(self):
        return self.award["id"], self.track or None, self.round

    def ready(self, holders):
        """Those who share the next place."""
        ready = [c for c in self.candidates if not c.bar and c.id not in self.done and c.id not in holders]
        return [c for c in ready if c.merit == ready[0].merit]


def award_lists(results, groups):
    contest = results.contest
    for award in contest.rules["awards"]:
        if award["of"] == "groups":
            standings = [s for s in rank_groups(groups, award["level"], award) if s.merit]
            yield AwardList(award, None, contest, [Candidate(s.group.code, s, s.place, s.merit, group_bar(award, s.group))
                                                   for s in standings])
            continue
        for track in (contest.tracks or [""]) if "track" in award["per"] else [None]:
            persons = [p for p in results.finished if track in (None, p.track)]
            place = {p.id: place for place, p in rank([p for p in persons if p.may_win])}
            yield AwardList(award, track, contest, [Candidate(p.id, p, place.get(p.id), p.merit, person_bar(contest, award, p))
                                                    for _, p in rank(persons)])


def person_bar(contest, award, person):
    if not person.may_win:
        return "barred"
    least = (award["minimum"] or {"points": "-1000000000"})["points"]
    if least.endswith("%"):
        reached = person.kept.points * 100 >= number(least[:-1]) * contest.papers[person.track].worth
    else:
        reached = person.kept.points >= number(least)
    return None if reached else "below-minimum"


def group_bar(award, group):
    least = award["minimum"]
    reached = group.finished >= int(least["finished"]) and (group.headcount or 0) >= int(least["headcount"])
    return None if reached else "below-minimum"


class Filling:
    """Seats given, left open and vacant, and who was passed over.

    With `candidates_hold` the candidates of open seats are taken for holders, which tells what depends on them.
    """

    def __init__(self, results, groups, candidates_hold=False):
        self.given, self.opened, self.vacant, self.passed = [], [], {}, []
        self.holders, self.candidates_hold = set(), candidates_hold
        lists = list(award_lists(results, groups))
        prizes = [(award["id"], prize["id"]) for award in results.contest.rules["awards"] for prize in award["prizes"]]
        for award in results.contest.rules["awards"]:
            for prize in award["prizes"]:
                for one in lists:
                    while one.award is award and one.next < len(one.seats) and one.seats[one.next] == prize["id"]:
                        self.fill_next(one, prize["id"])
        # A tie may take seats of prizes to come; they are listed when their turn comes.
        self.opened.sort(key=lambda entry: (prizes.index((entry[0].award["id"], entry[1])), lists.index(entry[0])))

    def fill_next(self, one, prize):
        limited = bool(one.award.get("limit"))
        tied = one.ready(self.holders if limited else set())
        span = one.seats[one.next:one.next + len(tied)] if tied else [prize]
        clear = len(span) == len(tied) and set(span) == {prize}
        one.done |= {c.id for c in tied}
        self.pass_over(one, tied, min((c.id for c in tied), key=id_order) if clear else None)
        if clear:
            self.given += [(one, prize, c) for c in tied]
        elif tied:
            self.opened += [(one, p, span.count(p), [c.id for c in tied]) for p in dict.fromkeys(span)]
        else:
            self.vacant[one, prize] = self.vacant.get((one, prize), 0) + 1
        if limited and (clear or self.candidates_hold):
            self.holders |= {c.id for c in tied}
        one.next += len(span)

    def pass_over(self, one, tied, moved_up):
        """Whoever stands before `tied` and got nothing: `moved_up` did. Equals of `tied` come after it."""
        for skip in one.waiting:
            skip.moved_up = moved_up
        one.waiting = []
        for c in one.candidates:
            if tied and c.merit > tied[0].merit:
                break
            if c.id in one.done or c.id in one.passed:
                continue
            one.passed.add(c.id)
            skip = Skip(one, c, c.bar or "holds-seat")
            self.passed.append(skip)
            if tied and c.merit == tied[0].merit:
                one.waiting.append(skip)
            else:
                skip.moved_up = moved_up
