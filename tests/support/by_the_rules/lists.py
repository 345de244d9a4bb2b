# SPDX-License-Identifier: Apache-2.0
"""Order, Several rounds, and the lists of awards of entrants."""
from by_the_rules.values import id_order, merit, number, places


class Line:
    """A person in a list: the keys, `merit` by which the list is ordered, and what is printed besides."""

    def __init__(self, person, keys, order):
        self.person, self.keys = person, keys
        self.merit = [merit(keys[key], more) for key, more in order]
        self.place = None


def keys_of_round(results, person, round):
    """The keys of a person in one round; times as they are."""
    sheet, contest = person.kept[round], results.contest
    return {
        "points": sheet.points,
        "correct": sheet.correct,
        "rounds-at-max": rounds_at_max(person),
        "prediction": results.distance(person, round),
        "duration": sheet.duration,
        "submitted": sheet.submitted,
        "started": sheet.started,
        "registered": person.first.registered,
        "attempts": len(person.counted[round]),
        "guess": sheet.prediction,
        "worth": lambda: round.of(person.track).paper.worth,
    }


def rounds_at_max(person):
    return sum(s.points >= r.of(person.track).paper.worth for r, s in person.kept.items())


def cut(contest, keys):
    """Moments and durations in whole steps of the resolution."""
    times = ("duration", "submitted", "started", "registered")
    return keys | {key: None if keys[key] is None else keys[key] // contest.resolution for key in times}


def total(values):
    return None if None in values else sum(values)


def summed(results, person, rounds, sat):
    each = [keys_of_round(results, person, r) for r in sat]
    keys = dict(each[-1])
    for key in ("points", "correct", "prediction", "duration", "attempts"):
        keys[key] = total([one[key] for one in each])
    if len(rounds) > 1:
        keys["guess"] = None
    # The papers of all rounds of the list, sat or not.
    keys["worth"] = lambda: sum(r.of(person.track).paper.worth for r in rounds)
    return keys


def line(results, person, rounds, order, across):
    contest = results.contest
    sat = [r for r in rounds if r in person.kept]
    if across == "best":
        each = [keys_of_round(results, person, r) for r in sat]
        keys = min(each, key=lambda one: Line(person, cut(contest, one), order).merit)
    else:
        keys = summed(results, person, rounds, sat)
    made = Line(person, cut(contest, keys), order)
    made.shown = keys
    return made


def standings(results, persons, rounds, order, across):
    """The lines of the persons with a kept sheet in one of the rounds: in order, equals by id, with their places."""
    lines = [line(results, p, rounds, order, across) for p in persons if any(r in p.kept for r in rounds)]
    lines.sort(key=lambda one: (one.merit, id_order(one.person.id)))
    for one, place in zip(lines, places([one.merit for one in lines])):
        one.place = place
    return lines


class PersonList:
    """One of the lists of an award of entrants."""

    def __init__(self, results, award, round, track):
        self.award, self.round, self.track, self.block = award, round, track, None
        self.rounds = [round] if round else award.rounds
        tracks = award.tracks if track is None else [track]
        persons = [p for p in results.persons_of(tracks) if p.first.meets(award.where) is True]
        self.lines = standings(results, persons, self.rounds, award.order, award.across_rounds)
        winners = [one for one in self.lines if one.person.may_win]
        self.place = dict(zip((one.person.id for one in winners), places([one.merit for one in winners])))

    def bar(self, line):
        """Why somebody cannot have a seat of this list whatever seats others hold; None where nothing is against it."""
        if not line.person.may_win:
            return "barred"
        least = str(self.award.minimum.get("points", ""))
        if least.endswith("%"):
            reached = line.keys["points"] * 100 >= number(least[:-1]) * line.keys["worth"]()
        else:
            reached = not least or line.keys["points"] >= number(least)
        return None if reached else "below-minimum"


def lists_of(results, award):
    """All lists of an award of entrants, by round and track."""
    rounds = award.rounds if "round" in award.per else [None]
    tracks = award.tracks if "track" in award.per else [None]
    return [PersonList(results, award, round, track) for round in rounds for track in tracks]
