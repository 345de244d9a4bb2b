# SPDX-License-Identifier: Apache-2.0
"""entrants.csv and excluded.csv."""

NAMES = ["Nguyễn Thị Lan", "NGUYỄN  THỊ LAN", "Ma Văn An", "Ma Văn Ân", "Lý Hoà", "Lý Hòa", "Hoa", "Chu Đạt"]
BORN = ["1990-05-12", "2008-09-06", "2010-02-28", "1960-01-01", ""]
PHONES = ["0912345678", "+84 912 345 678", "0123 456 7890", "083 456 7890", "", ""]
REGISTERED = ["", "2023-08-20 08:00", "2023-08-20T08:00:00+07:00", "2023-08-20T01:00:00Z", "2023-08-21 09:30"]


def groups_of(chance, contest):
    codes = [row["code"] for row in contest.groups]
    own = [code for code in codes if code[0] in "CDP"]
    chosen = [chance.one([*own, *(code for code in own if code[0] == "C"), "X9", ""])]
    offices = [code for code in codes if code[0] in "SO"]
    if offices and chance.yes(0.4):
        chosen.append(chance.one(offices))
    named = [alias(chance, contest, code) for code in chosen if code]
    return "; ".join(chance.mixed(named))


def alias(chance, contest, code):
    """A spelling of a group's code."""
    row = next((row for row in contest.groups if row["code"] == code), {})
    others = [one.strip() for one in row.get("aliases", "").split(";") if one.strip()]
    return chance.one([code, code, code.lower(), *others])


def registration(chance, contest):
    cells = {"name": chance.one(NAMES), "group": groups_of(chance, contest), "birth_date": chance.one(BORN),
             "phone": chance.one(PHONES), "registered_at": chance.one(REGISTERED),
             "residence": chance.one(["BK", "bk", "HN", ""]), "time_factor": chance.one(["", "", "100", "150"]),
             "kind": chance.one(["official", "army", "pupil", "worker", ""])}
    tracks = [track["id"] for track in contest.rules.get("tracks", [])]
    cells["track"] = chance.one([*tracks, "", "", ""]) if tracks else ""
    return cells


def make(chance, contest):
    ids = [f"e{n:02}" for n in range(1, chance.number(3, 12) + 1)]
    rows = [{"id": one, **registration(chance, contest)} for one in chance.mixed(ids)]
    return rows


def exclusions(chance, contest):
    rows = []
    for _ in range(chance.one([0, 0, 1, 2, 3])):
        row = {"id": "", "name": "", "birth_date": "", "from": chance.one(["enter", "win", "win"]), "reason": "staff"}
        if chance.yes(0.7):
            row["id"] = chance.one(contest.entrants)["id"]
        else:
            row["name"], row["birth_date"] = chance.one(NAMES), chance.one(BORN)
        rows.append(row)
    return rows
