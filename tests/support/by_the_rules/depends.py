# SPDX-License-Identifier: Apache-2.0
"""Ties: which seats may go elsewhere when open ties are decided."""
from by_the_rules.lists import lists_of
from by_the_rules.seats import Filling, name_of


def sign(seat):
    return name_of(seat.list), seat.prize, seat.id


def candidates(filling):
    """(person, step) of the open seats of awards with a limit."""
    return [(person, tie.step) for tie in filling.open if tie.list.award.per_person for person in tie.candidates]


def seats(filling):
    """{sign: step} of the seats of awards with a limit."""
    return {sign(seat): seat.step for seat in filling.given if seat.list.award.per_person}


def earliest(uncertain, found):
    """`uncertain` with everybody found, from the first step on."""
    uncertain = dict(uncertain)
    for person, step in found:
        uncertain[person] = min(step, uncertain.get(person, step))
    return uncertain


def dependent(filling, again):
    """The signs of the seats of persons that are marked; `again` fills all seats once more."""
    uncertain = earliest({}, candidates(filling))
    while True:
        least, most = (again(uncertain=uncertain, always_kept=always) for always in (False, True))
        of_least, of_most = seats(least), seats(most)
        differ = [(one[-1], (of_least | of_most)[one]) for one in of_least.keys() ^ of_most.keys()]
        grown = earliest(uncertain, candidates(least) + candidates(most) + differ)
        if grown == uncertain:
            both = {sign(seat) for seat in least.given} & {sign(seat) for seat in most.given}
            return {sign(seat) for seat in filling.given if not seat.list.award.of_groups} - both
        uncertain = grown


def dependent_groups(filling, marked):
    """The signs of the seats of groups that are marked where `marked` are those of persons."""
    unsettled = {tie.list.award.id for tie in filling.open}
    unsettled |= {seat.list.award.id for seat in filling.given if sign(seat) in marked}
    return {sign(seat) for seat in filling.given if seat.list.award.of_groups
            if any(term.name == "prize-points" and term.award in unsettled for term in seat.list.award.terms)}


def fill(results, decisions=()):
    """All seats, and the signs of those that depend on open ties."""
    person_lists = [one for award in results.contest.awards if not award.of_groups for one in lists_of(results, award)]

    def again(**more):
        return Filling(results, person_lists, decisions, **more)

    filling = again()
    marked = dependent(filling, again)
    return filling, marked | dependent_groups(filling, marked)
