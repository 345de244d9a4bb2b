# SPDX-License-Identifier: Apache-2.0
"""Questions, and answers to them."""
from by_the_rules.answers import Item

POINTS = ["1", "1", "1", "2", "0.5", "0.3333"]


def choices(ids, key):
    return [{"id": one, "text": "Choice " + one, **({"key": True} if one in key else {})} for one in ids]


def make_item(chance, name, points):
    kind = chance.one(["single", "single", "multiple", "truefalse"])
    item = {"id": name, "type": kind, "stem": "Question " + name, "points": points}
    if kind == "single":
        item["choices"] = choices("abc", chance.one("abc"))
    elif kind == "multiple":
        item["choices"] = choices("abcd", chance.one(["a", "bc", "abd", "bcd"]))
    else:
        item["key"] = chance.yes()
    item["difficulty"] = chance.one(["easy", "hard"])
    return item


def make(chance):
    banks = {}
    for name in ("main", "other")[:chance.number(1, 2)]:
        points = chance.one(POINTS) if chance.yes(0.6) else None
        banks[name] = {
            "format": "quiz-bank/1", "id": name, "title": "Bank " + name, "languages": ["en"],
            "items": [make_item(chance, f"{name[0]}{n}", points or chance.one(POINTS))
                      for n in range(1, chance.number(2, 4) + 1)]}
    return banks


def key(item):
    if item["type"] == "truefalse":
        return "true" if item["key"] else "false"
    return ";".join(one["id"] for one in item["choices"] if one.get("key"))


def items(banks):
    """As by_the_rules knows them."""
    return {f"{name}/{item['id']}": Item(name, item["type"], key(item), item["points"], difficulty=item["difficulty"])
            for name, bank in banks.items() for item in bank["items"]}


def answer(chance, item):
    """An answer, often the right one, sometimes none."""
    luck = chance.number(1, 10)
    if luck <= 6:
        return item.key
    if luck == 7:
        return ""
    if item.type == "truefalse":
        return chance.one(["true", "false"])
    if item.type == "single":
        return chance.one("abc")
    return ";".join(chance.some("abcd"))
