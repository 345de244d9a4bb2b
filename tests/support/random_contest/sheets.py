# SPDX-License-Identifier: Apache-2.0
"""sheets.csv: what people answered."""
from datetime import datetime, timedelta

from by_the_rules.answers import said
from by_the_rules.contest import Contest
from by_the_rules.people import Registration, merge
from by_the_rules.units import Units
from by_the_rules.values import instant
from random_contest.bank import answer

DURATIONS = [60000, 300000, 300400, 600000, 605000, 900000, 1200000, 1200001, 1500000]
PREDICTIONS = ["", "0", "1", "2", "3", "50", "66", "100", "many"]


class Making:
    def __init__(self, chance, contest):
        self.chance, self.made, self.rows, self.used = chance, contest, [], set()
        self.contest, self.units = Contest(contest.rules, contest.items), Units(contest.groups)
        # Where not everybody has the same paper, every row must say its number.
        self.with_numbers = 1 if drawn(contest) else chance.one([0, 0, 0.5, 1])

    def row(self, cells, round, track):
        chance, zone = self.chance, self.contest.zone
        rules = round.of(track)
        attempt = str(chance.number(1, 3)) if chance.yes(self.with_numbers) else ""
        started = chance.one([*self.moments(rules)])
        duration = chance.one(DURATIONS)
        known = chance.one(["start", "end", "both", "both", "both", "neither"])
        row = {"entrant": cells["id"], "round": round.id, "attempt": attempt, "started_at": "", "submitted_at": "",
               "duration_ms": "", "prediction": ""}
        if known in ("start", "both"):
            row["started_at"] = written(chance, started, zone)
        if known in ("end", "both"):
            row["submitted_at"] = written(chance, started + duration, zone)
        if known != "both" and chance.yes() or chance.yes(0.2):
            row["duration_ms"] = str(duration + chance.one([0, 0, 300]))
        if rules.prediction and chance.yes(0.85):
            decimals = ["66.6", "66,7"] if rules.prediction["unit"] == "percent" else []
            row["prediction"] = chance.one(PREDICTIONS + decimals)
        for ref in rules.paper.points:
            row[ref] = answer(chance, self.contest.items[ref])
        return row

    def moments(self, rules):
        """Few, so that equals are frequent: most within the round, one at its end, one after it."""
        within = [rules.opens + hours * 3600000 for hours in (3, 3, 4, 28, 28, 75)]
        return [*within, *within, rules.closes - 600000, rules.closes]


def drawn(contest):
    """Whether papers are drawn, or differ between tracks in anything."""
    rounds = [contest.rules.get("round_defaults", {}), *contest.rules["rounds"]]
    papers = [one["paper"] for one in rounds if "paper" in one]
    return any(paper["shuffle"] or isinstance(section["bank"], dict) or isinstance(section.get("points"), dict)
               for paper in papers for section in paper["sections"])


def written(chance, milliseconds, zone):
    moment = datetime(1970, 1, 1) + timedelta(milliseconds=milliseconds)
    if chance.yes(0.3):
        return moment.isoformat(timespec="milliseconds") + "Z"
    offset = datetime.fromisoformat(moment.isoformat() + "+00:00").astimezone(zone).utcoffset()
    return (moment + offset).isoformat(sep=" ", timespec="milliseconds")


def make(chance, contest):
    making = Making(chance, contest)
    is_open = making.contest.is_open
    columns = [c for c in contest.entrants[0] if c != "id"] if is_open else []
    for cells in contest.entrants:
        track = Registration(making.contest, cells, [], making.units).track
        for round in making.contest.rounds:
            for _ in range(chance.one([0, 1, 1, 1, 1, 2, 3])):
                row = making.row(cells, round, track)
                if is_open:
                    row |= {column: cells[column] for column in columns}
                making.rows.append(row)
    if making.rows and chance.yes(0.2):
        making.rows.append({**chance.one(making.rows), "entrant": "nobody"} if not is_open else dict(making.rows[0]))
    if making.rows and chance.yes(0.2):
        making.rows.append(dict(chance.one(making.rows)))
    rows = unmistakable(making, contest.entrants, chance.mixed(making.rows))
    return distinct(making.contest, rows) if drawn(contest) else rows


def distinct(contest, rows):
    """Without sheets that differ in their number alone: drawn papers decide whether these are one sheet."""
    kept, seen = [], {}
    for row in rows:
        answers = tuple(said(item, row.get(ref, "")) for ref, item in contest.items.items())
        sign = row["entrant"], row["round"], instant(row["submitted_at"], contest.zone), answers
        if seen.setdefault(sign, row["attempt"]) == row["attempt"]:
            kept.append(row)
    return kept


def unmistakable(making, entrants, rows):
    """Without sheets of one person whose order would need the digests of the store."""
    contest = making.contest
    registrations = [Registration(contest, cells, [], making.units) for cells in entrants]
    persons = {r.id: person for person in merge(contest, registrations) for r in person.registrations}
    kept, seen = [], set()
    for row in rows:
        moment = instant(row["started_at"] or row["submitted_at"], contest.zone)
        sign = persons.get(row["entrant"]), row["round"], moment, row["attempt"]
        if sign not in seen or row in kept:
            kept.append(row)
        seen.add(sign)
    return kept
