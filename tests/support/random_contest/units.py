# SPDX-License-Identifier: Apache-2.0
"""groups.csv: a territory of three levels, and beside it perhaps offices of two sectors."""

LEVELS = ["province", "district", "commune", "sector", "office"]
KINDS = ["town", "village"]
DAYS = ["2023-09-05", "2023-09-07", "2023-09-08", "2023-09-10", "2023-09-14", "2023-09-15", "2023-09-30"]


def unit(chance, code, parent, level):
    headcount = chance.one(["", "0", *"1122345"])
    return {"code": code, "name": "Unit " + code, "parent": parent, "level": level, "kind": chance.one(KINDS),
            "headcount": headcount, "bonus": chance.one(["", "0", "1", "2", "-1", "1.5"])}


def make(chance):
    rows = [unit(chance, "P", "", "province")]
    districts = [f"D{n}" for n in range(1, chance.number(1, 3) + 1)]
    rows += [unit(chance, code, "P", "district") for code in districts]
    rows += [unit(chance, f"C{n}", chance.one(districts), "commune") for n in range(1, chance.number(1, 5) + 1)]
    if chance.may("trees", 0.4):
        rows += [unit(chance, code, "", "sector") for code in ("S1", "S2")]
        rows += [unit(chance, f"O{n}", chance.one(["S1", "S2"]), "office") for n in range(1, chance.number(1, 3) + 1)]
    if chance.may("aliases", 0.3):
        for row in rows:
            row["aliases"] = chance.one(["", "", f"the {row['code']}; {row['code']}-bis", f"the {row['code']}"])
    if chance.may("dates", 0.3):
        date_units(chance, rows)
    return chance.mixed(rows)


def date_units(chance, rows):
    """A successor is a later row of the same level or one above it, so that no unit comes back to itself."""
    for n, row in enumerate(rows):
        row["valid_from"] = row["valid_to"] = row["successor"] = ""
        if chance.yes(0.25):
            row["valid_from"] = chance.one(DAYS)
        if chance.yes(0.35):
            row["valid_to"] = chance.one([day for day in DAYS if day >= row["valid_from"]])
            others = [one["code"] for one in rows if LEVELS.index(one["level"]) < LEVELS.index(row["level"])]
            others += [one["code"] for one in rows[n + 1:] if one["level"] == row["level"]]
            others = [code for code in others if (code[0] in "SO") == (row["code"][0] in "SO")]
            if others and chance.yes(0.7):
                row["successor"] = chance.one(others)
