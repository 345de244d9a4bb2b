# SPDX-License-Identifier: Apache-2.0
"""Ties: which seats may go elsewhere when open ties are decided."""
from by_the_rules.lists import lists_of
from by_the_rules.seats import Filling, name_of


def sign(seat):
    return name_of(seat.list), seat.prize, seat.id


def candidates(filling):
    """Those of open seats of awards with a limit."""
    return {person for tie in filling.open if tie.list.award.per_person for person in tie.candidates}


def seats_of(filling, person):
    return {sign(seat) for seat in filling.given if seat.list.award.per_person and seat.id == person}


def dependent(filling, again):
    """The signs of the seats of `filling` that are marked; `again` fills all seats once more."""
    unsure = {person: filling.first_turn[person] for person in candidates(filling)}
    while True:
        most, least = again(free=unsure.keys()), again(bound=unsure)
        persons = unsure.keys() | candidates(most) | candidates(least)
        persons |= {person for person in most.first_turn.keys() | least.first_turn.keys()
                    if seats_of(most, person) != seats_of(least, person)}
        grown = {person: min(turns[person] for turns in (unsure, most.first_turn, least.first_turn) if person in turns)
                 for person in persons}
        if grown == unsure:
            both = {sign(seat) for seat in most.given} & {sign(seat) for seat in least.given}
            return {sign(seat) for seat in filling.given} - both
        unsure = grown


def fill(results, units, decisions=()):
    """All seats, and the signs of those that depend on open ties."""
    person_lists = [one for award in results.contest.awards if not award.of_groups for one in lists_of(results, award)]

    def again(**persons):
        return Filling(results, person_lists, units, decisions, **persons)

    filling = again()
    return filling, dependent(filling, again)
