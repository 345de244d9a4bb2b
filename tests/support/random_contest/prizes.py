# SPDX-License-Identifier: Apache-2.0
"""The awards of contest.yaml."""
from random_contest.rules import make_order
from random_contest.units import KINDS

TERMS = ["participation", "finished", "mean-points", "total-points"]
MORE_TERMS = ["attempts", "all-correct", "top-mean:1", "top-mean:2", "top-mean:3", "column:bonus"]


def make(chance, contest):
    awards = [of_entrants(chance, contest, f"award{n}") for n in range(1, chance.number(1, 3) + 1)]
    of_persons = list(awards)
    for n in range(1, chance.number(0, 2) + 1):
        awards.append(of_groups(chance, contest, f"units{n}", of_persons))
    return awards


def make_prizes(chance, tracks=()):
    def places():
        return chance.one([1, 1, 1, 2, 3])

    return [{"id": name, "places": chance.by_track(tracks, places, 0.2)}
            for name in ["first", "second", "third"][:chance.number(1, 3)]]


def rounds_and_tracks(contest):
    return [one["id"] for one in contest.rules["rounds"]], contest.rules.get("tracks", [])


def of_entrants(chance, contest, name):
    rounds, tracks = rounds_and_tracks(contest)
    per = chance.some(["round", "track"] if tracks else ["round"]) if chance.yes(0.6) else []
    award = {"id": name, "of": "entrants"}
    if per:
        award["per"] = per
    award["prizes"] = make_prizes(chance, tracks if "track" in per else ())
    if chance.yes(0.3):
        award["minimum"] = {"points": chance.one(["50%", "100%", "25%", "0.3"])}
    limit = {"per_person": chance.one(["highest", "highest", "first"])} if chance.yes(0.6) else {}
    if chance.may("share-limit", 0.25):
        limit["share"] = chance.one(["50%", "34%", "100%", "20%"])
    if limit:
        award["limit"] = limit
    ties = ["report"] + [ties for ties in ("share", "extend", "lot") if ties in chance.allowed]
    if chance.yes(0.5):
        award["ties"] = chance.one(ties)
    if chance.may("narrow", 0.3):
        award["rounds"] = chance.some(rounds, 1)
    if tracks and chance.may("narrow", 0.3):
        award["tracks"] = chance.some([track["id"] for track in tracks], 1)
        for prize in award["prizes"]:
            if isinstance(prize["places"], dict):
                prize["places"] = 1
    if chance.may("narrow", 0.2):
        award["where"] = chance.one([{"residence": "BK"}, {"age": "..30"}, {"kind": ["pupil", "official"]}])
    if chance.may("award-order", 0.3):
        asked = "prediction" in contest.rules.get("round_defaults", {})
        asked = asked or any("prediction" in one for one in contest.rules["rounds"]
                             if one["id"] in award.get("rounds", rounds))
        award["order"] = make_order(chance, asked)
    if chance.may("award-order", 0.2):
        award["across_rounds"] = chance.one(["sum", "best"])
    return award


def of_groups(chance, contest, name, of_persons):
    rounds, tracks = rounds_and_tracks(contest)
    award = {"id": name, "of": "groups", "level": chance.one(contest.rules["groups"]["levels"])}
    names = TERMS + (MORE_TERMS if chance.may("terms") else [])
    terms = [make_term(chance, one) for one in chance.mixed(chance.some(names, 0, 3))]
    if chance.may("terms", 0.4):
        chosen = chance.one(of_persons)
        values = {prize["id"]: chance.one([10, 5, 1, "0.5"]) for prize in chosen["prizes"]}
        terms.append({"term": "prize-points", "award": chosen["id"], "values": values})
    if terms:
        award["score"] = terms
    keys = chance.mixed(chance.some([*names, "registered"], 0 if terms else 1, 2))
    if any(term["term"] == "prize-points" for term in terms) and chance.yes(0.2):
        keys.insert(0, "prize-points")
    if not terms and chance.yes(0.2):
        keys = []
    if terms:
        keys.insert(chance.number(0, len(keys)), "score")
    if keys:
        award["order"] = [key if chance.yes(0.85) else f"{key} {chance.one(['asc', 'desc'])}" for key in keys]
    if chance.yes(0.4):
        award["across_rounds"] = chance.one(["mean", "sum"])
    if chance.yes(0.4):
        counters = ["finished", "headcount"]
        if chance.may("terms"):
            counters += ["registered", "attempts", "all_correct"]
        award["minimum"] = {one: chance.number(1, 3) for one in chance.some(counters, 1, 2)}
    award["prizes"] = make_prizes(chance)
    ties = ["report"] + [ties for ties in ("share", "extend", "lot") if ties in chance.allowed]
    if chance.yes(0.4):
        award["ties"] = chance.one(ties)
    if chance.may("group-per-round", 0.25):
        award["per"] = ["round"]
    if chance.may("narrow", 0.25):
        award["rounds"] = chance.some(rounds, 1)
    if tracks and chance.may("narrow", 0.25):
        award["tracks"] = chance.some([track["id"] for track in tracks], 1)
    if chance.may("narrow", 0.15):
        award["where"] = chance.one([{"kind": "town"}, {"headcount": "1.."}, {"bonus": "0..2"}])
    if chance.may("blocks", 0.25):
        award["blocks"] = [{"id": kind + "s", "where": {"kind": kind}} for kind in KINDS]
        if all(row["headcount"] for row in contest.groups if row["level"] == award["level"]):
            award["blocks"] = [{"id": "small", "where": {"headcount": "..2"}},
                               {"id": "large", "where": {"headcount": "3.."}}]
    return award


def make_term(chance, name):
    term = {"term": name}
    if name == "participation" and chance.yes(0.4):
        term["over"] = chance.one(["headcount", "registered"])
    if chance.yes(0.3):
        term["cap"] = chance.one([1, 50, 100, "1.5"])
    if chance.yes(0.4):
        term["weight"] = chance.one(["100/15", "1/2", 2, "0.25"])
    return term
