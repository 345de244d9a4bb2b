# SPDX-License-Identifier: Apache-2.0
"""The rules of a contest with every default in force, by round and track, and what its papers have in common.

Rules are nested as in contest.yaml and as `quiz contest show --format json` prints them.
"""
from fractions import Fraction
from zoneinfo import ZoneInfo

from by_the_rules.values import as_list, day, decimal, directions, instant, milliseconds, number

PERSON_KEYS_MORE = {"points", "correct", "rounds-at-max"}


class Contest:
    def __init__(self, rules, items):
        self.rules, self.items = rules, items
        self.zone = ZoneInfo(rules["timezone"])
        self.is_open = (rules.get("registration") or {"mode": "open"})["mode"] == "open"
        self.person_columns = as_list(rules.get("person") or ["id"])
        self.levels = (rules.get("groups") or {"levels": []})["levels"]
        self.tracks = {track["id"]: Track(track) for track in rules.get("tracks") or []}
        # Without tracks everybody is in one that has no name.
        self.track_ids = list(self.tracks) or [""]
        self.rounds = [Round(self, n, {**(rules.get("round_defaults") or {}), **written})
                       for n, written in enumerate(rules["rounds"])]
        ranking = rules["ranking"]
        self.order = directions(as_list(ranking["order"]), PERSON_KEYS_MORE)
        self.across_rounds = ranking.get("across_rounds") or "sum"
        self.resolution = milliseconds(ranking.get("resolution") or "1ms")
        self.awards = [Award(self, award) for award in rules.get("awards") or []]
        self.age_on = rules.get("age_on") or str(min(day(r.of(t).opens, self.zone) for r in self.rounds
                                                    for t in self.track_ids))

    def by_track(self, value, track):
        """Where a map of every track to its value stands, the value of this one."""
        if isinstance(value, dict):
            if self.tracks and value.keys() == self.tracks.keys():
                return self.by_track(value[track], track)
            return {field: self.by_track(one, track) for field, one in value.items()}
        return [self.by_track(one, track) for one in value] if isinstance(value, list) else value


class Track:
    def __init__(self, written):
        self.id, self.where, self.eligible = written["id"], written.get("where") or {}, written.get("eligible") or {}


class Round:
    def __init__(self, contest, index, written):
        self.contest, self.index, self.id = contest, index, written["id"]
        self.tracks = {track: RoundOfTrack(contest, contest.by_track(written, track)) for track in contest.track_ids}

    def of(self, track):
        """What the round is for a track. Who fits no track may not enter; the sheets are kept as if of the first."""
        return self.tracks[self.contest.track_ids[0] if track is None else track]

    @property
    def day(self):
        """The day of the round's last moment, for the track for which it closes last."""
        return day(max(rules.closes for rules in self.tracks.values()) - 1, self.contest.zone)


class RoundOfTrack:
    def __init__(self, contest, rules):
        self.opens = instant(rules["opens"], contest.zone)
        self.closes = instant(rules["closes"], contest.zone, bare_is_end=True)
        self.time_limit = rules.get("time_limit") and milliseconds(rules["time_limit"])
        self.grace = milliseconds(rules.get("grace") or "0s")
        attempts = {"max": 1, "per": "round", "keep": "best", **(rules.get("attempts") or {})}
        self.max = None if attempts["max"] == "unlimited" else int(attempts["max"])
        self.per_contest, self.keep = attempts["per"] == "contest", attempts["keep"]
        if self.keep not in ("best", "first", "last"):
            self.keep = directions(as_list(self.keep), PERSON_KEYS_MORE)
        self.scoring = {"rule": "all-or-nothing", **(rules.get("scoring") or {})}
        self.wrong, self.blank, self.floor = (number(self.scoring.get(f, 0)) for f in ("wrong", "blank", "floor"))
        asked = rules.get("prediction")
        self.prediction = asked and {"unit": "count", **asked, "scope": as_list(asked.get("scope", ["round"]))}
        self.paper = Paper(contest.items, rules["paper"])


class Paper:
    """What all papers of a track in a round have in common: how many items, their points and what all are worth."""

    def __init__(self, items, rules):
        self.points, self.size, self._worth = {}, 0, Fraction(0)
        for section in rules["sections"]:
            fitting = {ref: number(section.get("points")) or item.points for ref, item in items.items()
                       if item.bank == section["bank"] and fits(section, item)}
            if fitting.keys() & self.points.keys():
                raise ValueError("sections that share items: this does not tell which one a paper has an item from")
            count = len(fitting) if section["draw"] == "all" else int(section["draw"])
            essays = sum(items[ref].type == "essay" for ref in fitting)
            if count < len(fitting) and (len(set(fitting.values())) > 1 or essays):
                self._worth = None
            elif self._worth is not None:
                self._worth += sum(list(fitting.values())[:count])
            self.size += count - essays
            self.points |= fitting

    @property
    def worth(self):
        """The points of a faultless paper."""
        if self._worth is None:
            raise ValueError("what a paper is worth depends on its draw: this does not draw papers")
        return self._worth


def fits(section, item):
    if not item.active:
        return False
    own = {"skills": item.skills, "tags": item.tags, "difficulty": [item.difficulty]}
    return all(not section.get(field) or set(as_list(section[field])) & set(values) for field, values in own.items())


class Award:
    def __init__(self, contest, written):
        self.contest, self.rules, self.id = contest, written, written["id"]
        self.of_groups = written["of"] == "groups"
        self.per = as_list(written.get("per") or [])
        ids = as_list(written.get("rounds") or [])
        self.rounds = [r for r in contest.rounds if not ids or r.id in ids]
        ids = as_list(written.get("tracks") or [])
        self.tracks = [track for track in contest.track_ids if not ids or track in ids]
        self.where = written.get("where") or {}
        self.prizes = written["prizes"]
        self.prize_ids = [prize["id"] for prize in self.prizes]
        self.ties = written.get("ties") or "report"
        limit = written.get("limit") or {}
        self.per_person = limit.get("per_person")
        self.share = number(limit["share"].rstrip("%")) / 100 if limit.get("share") else None
        self.minimum = written.get("minimum") or {}
        if self.of_groups:
            self.level, self.blocks = written["level"], written.get("blocks") or []
            self.terms = [Term(term) for term in written.get("score") or []]
            self.across_rounds = written.get("across_rounds") or "mean"
            own = as_list(written.get("order") or ["mean-points", "finished"])
            self.order = directions(own, {entry.split()[0] for entry in own})
        else:
            self.across_rounds = written.get("across_rounds") or contest.across_rounds
            own = written.get("order")
            self.order = directions(as_list(own), PERSON_KEYS_MORE) if own else contest.order

    def places(self, prize, track):
        return int(self.contest.by_track(prize["places"], track))

    def amount(self, prize, track):
        return self.contest.by_track(prize.get("amount"), track)


class Term:
    def __init__(self, written):
        self.name, self.over = written["term"], written.get("over") or "headcount"
        self.cap, self.weight = number(written.get("cap")), number(written.get("weight") or 1)
        self.award, self.values = written.get("award"), written.get("values") or {}


def in_force(contest):
    """What a contest says of rounds, ranking and awards, a value a field."""
    found = {"order": contest.order, "across_rounds": contest.across_rounds, "resolution": contest.resolution,
             "person": contest.person_columns, "age_on": contest.age_on, "levels": contest.levels}
    for track in contest.tracks.values():
        found[f"track {track.id}"] = plain([track.where, track.eligible])
    for round in contest.rounds:
        for track in contest.track_ids:
            rules = vars(round.of(track))
            found |= {f"round {round.id} {track} {field}": plain(value) for field, value in rules.items()
                      if field not in ("paper", "scoring")}
            found[f"round {round.id} {track} paper"] = plain(rules["paper"].points)
    for award in contest.awards:
        written = {"minimum": {}, "score": [], "blocks": [], "contest": 0, "rules": 0}
        found |= {f"award {award.id} {field}": plain(value) for field, value in vars(award).items()
                  if field not in written}
    return found


def plain(value):
    """As one can compare it: a list of one is its value, numbers are exact."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items() if key not in ("title", "amount")}
    if isinstance(value, list):
        return plain(value[0]) if len(value) == 1 else [plain(one) for one in value]
    if isinstance(value, (Round, Term)):
        return value.id if isinstance(value, Round) else plain(vars(value))
    return decimal(str(value)) if decimal(str(value)) is not None else value
