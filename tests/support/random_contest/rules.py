# SPDX-License-Identifier: Apache-2.0
"""contest.yaml but for its awards."""
from by_the_rules.answers import TABLE

WINDOWS = [("2023-09-01", "2023-09-07"), ("2023-09-08 08:00", "2023-09-14 24:00"), ("2023-09-14", "2023-09-30 17:00")]
OTHER_WINDOWS = [("2023-09-01", "2023-09-08"), ("2023-09-08 08:00", "2023-09-15"), ("2023-09-14", "2023-09-29")]
PERSON_KEYS = ["points", "correct", "rounds-at-max", "prediction", "duration", "submitted", "started", "registered",
               "attempts"]
SHEET_KEYS = ["points", "correct", "duration", "submitted", "started"]
KEPT = {"points", "correct"}


def make(chance, contest):
    tracks = make_tracks(chance)
    rules = {"format": "quiz-contest/1", "id": "small", "title": "A small contest", "languages": ["en"],
             "timezone": chance.one(["Asia/Ho_Chi_Minh", "Asia/Vientiane", "Asia/Kathmandu"]),
             "banks": {name: f"banks/{name}.yaml" for name in contest.banks},
             "groups": {"file": "groups.csv", "levels": ["province", "district", "commune", "sector", "office"]},
             "registration": {"mode": "roster", "file": "entrants.csv"},
             "excluded": {"file": "excluded.csv"}}
    rules["groups"]["levels"] = [level for level in rules["groups"]["levels"]
                                 if any(row["level"] == level for row in contest.groups)]
    if chance.yes(0.15):
        rules["registration"] = {"mode": "open"}
    if chance.yes(0.6):
        rules["person"] = chance.one([["name", "birth_date"], ["phone"], ["name", "group"], ["name"]])
    if chance.yes(0.3):
        rules["age_on"] = "2023-09-06"
    if tracks:
        rules["tracks"] = tracks
    fields, names = {}, ["w1", "w2", "w3"][:chance.one([1, 2, 2, 3]) if chance.may("rounds", 0.7) else 1]
    rounds = [make_round(chance, contest, tracks, n, name) for n, name in enumerate(names)]
    if chance.yes(0.5):
        # What all rounds have is a default of theirs.
        for field in list(rounds[0]):
            if field != "id" and all(one.get(field) == rounds[0][field] for one in rounds):
                fields[field] = rounds[0][field]
                for one in rounds:
                    del one[field]
    if fields:
        rules["round_defaults"] = fields
    rules["rounds"] = rounds
    asked = any("prediction" in one for one in [fields, *rounds])
    rules["ranking"] = {"order": make_order(chance, asked)}
    if chance.yes(0.6):
        rules["ranking"]["resolution"] = chance.one(["1s", "1m", "1h", "7m", "24h"])
    if chance.yes(0.5):
        rules["ranking"]["across_rounds"] = chance.one(["sum", "best"])
    return rules


def make_tracks(chance):
    if chance.yes(0.4):
        return []
    tracks = [{"id": "officials", "where": {"kind": ["official", "army"]}}, {"id": "people"}]
    if chance.yes(0.3):
        tracks.insert(1, {"id": "pupils", "where": {"kind": "pupil"}})
    if chance.yes(0.2):
        tracks[-1]["where"] = {"kind": ["worker", "pupil"]}
    for track in tracks:
        track["title"] = "Track " + track["id"]
        if chance.yes(0.3):
            track["eligible"] = chance.one([{"age": "15.."}, {"residence": ["BK", "TN"]}, {"age": "12..40"}])
    return tracks


def make_order(chance, asked, groups_of=None):
    keys = [key for key in PERSON_KEYS if key != "prediction" or asked]
    chosen = chance.mixed(chance.some(keys, 0, 3))
    if chance.yes(0.6) and "points" not in chosen:
        chosen.insert(0, "points")
    if asked and chance.yes(0.4) and "prediction" not in chosen:
        chosen.append("prediction")
    chosen = chosen or ["points"]
    return [directed(chance, key) for key in chosen]


def directed(chance, key):
    if key == "prediction" or chance.yes(0.8):
        return key
    return f"{key} {chance.one(['asc', 'desc'])}"


def make_round(chance, contest, tracks, n, name):
    window = WINDOWS[n]
    made = {"id": name, "opens": window[0], "closes": window[1]}
    if tracks and chance.may("by-track", 0.2):
        for field, end in (("opens", 0), ("closes", 1)):
            made[field] = {track["id"]: chance.one([WINDOWS, OTHER_WINDOWS])[n][end] for track in tracks}
    if chance.yes(0.5):
        made["time_limit"] = chance.by_track(tracks, lambda: chance.one(["10m", "20m", "20m"]))
    if chance.yes(0.4):
        made["grace"] = chance.by_track(tracks, lambda: chance.one(["10s", "1m"]))
    if chance.yes(0.8):
        made["attempts"] = chance.by_track(tracks, lambda: make_attempts(chance))
    made["paper"] = {"sections": make_sections(chance, contest, tracks),
                     "shuffle": ["items", "choices"] if chance.yes(0.15) else []}
    if chance.yes(0.5):
        made["scoring"] = chance.by_track(tracks, lambda: make_scoring(chance))
    if chance.yes(0.6):
        unit = chance.one(["count", "percent"]) if chance.may("prediction", 0.4) else None
        made["prediction"] = chance.by_track(tracks, lambda: make_prediction(chance, unit))
    return made


def make_attempts(chance):
    made = {"max": chance.one([1, 2, 2, 3, "unlimited"])}
    if chance.may("contest-attempts", 0.3):
        made["per"] = "contest"
    if chance.yes(0.7):
        made["keep"] = chance.one(["best", "first"])
        if chance.may("keep", 0.5):
            keys = chance.mixed(chance.some(SHEET_KEYS, 1, 3))
            made["keep"] = chance.one(["last", [directed(chance, key) for key in keys]])
    return made


def make_sections(chance, contest, tracks):
    names = list(contest.banks)
    if tracks and len(names) > 1 and chance.yes(0.3):
        chosen = [{track["id"]: chance.one(names) for track in tracks}]
    else:
        chosen = chance.some(names, 1)
    return [make_section(chance, contest, tracks, one) for one in chosen]


def make_section(chance, contest, tracks, bank):
    section = {"bank": bank, "draw": "all"}
    if isinstance(bank, str):
        levels = {item["difficulty"] for item in contest.banks[bank]["items"]}
        if chance.yes(0.2):
            section["difficulty"] = [chance.one(sorted(levels))]
    if chance.yes(0.3):
        section["points"] = chance.by_track(tracks, lambda: chance.one(["1", "2", "0.5"]), 0.3)
    return section


def make_scoring(chance):
    made = {}
    if chance.yes(0.5):
        made["wrong"] = chance.one(["-0.25", "-1", "-0.3333", "0.1"])
    if chance.yes(0.2):
        made["blank"] = chance.one(["-0.1", "0.1"])
    if chance.yes(0.4):
        made["floor"] = chance.one([-2, "0.5", -100])
    if chance.may("scoring-rules", 0.6):
        made["rule"] = chance.one(["all-or-nothing", "per-option", "per-right", "longest-run"])
        for kind in chance.some(sorted(TABLE), 0, 2):
            made[kind] = chance.one(sorted(TABLE[kind]))
    return made or {"wrong": 0}


def make_prediction(chance, unit):
    made = {"target": "all-correct"}
    if chance.may("prediction", 0.8):
        made["target"] = chance.one(["all-correct", "registered", "finished", "attempts"])
        if chance.yes(0.7):
            made["scope"] = chance.one([["round"], ["round", "track"], ["track"], []])
    if unit:
        made["unit"] = unit
    return made
