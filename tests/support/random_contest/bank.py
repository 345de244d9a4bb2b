# SPDX-License-Identifier: Apache-2.0
"""Questions, and answers to them."""
from by_the_rules.answers import Item

POINTS = ["1", "1", "1", "2", "0.5", "0.3333"]
NUMBERS = {
    "3.14": ["3.14", "3,15", "3.13", "๓.๑๔", "3.16", "-3.14", "314", "3.14 m"],
    "1000": ["1000", "1 000", "1.000", "1,000", "1.000,0", "1000.05"],
    "-2": ["-2", "-2.0", "2", "-2.1", "- 2"],
}
TEXTS = {
    "Đà Nẵng": ["đà nẵng", "ĐÀ  NẴNG", "Da Nang", "đa năng", "Danang", "Đa\u0300 Nă\u0303ng", "Huế"],
    "พ.ศ. 2566": ["พ.ศ. ๒๕๖๖", "พ.ศ. 2566", "พ.ศ. 2567"],
}


def choices(ids, key=None):
    return [{"id": one, "text": "Choice " + one, **({"key": True} if key and one in key else {})} for one in ids]


def make_item(chance, name, points):
    kind = chance.one(["single", "single", "multiple", "truefalse"])
    if chance.may("item-types", 0.4):
        kind = chance.one(["numeric", "text", "order", "match", "essay"])
    item = {"id": name, "type": kind, "stem": "Question " + name, "points": points}
    if kind == "single":
        item["choices"] = choices("abc", chance.one("abc"))
    elif kind == "multiple":
        item["choices"] = choices("abcd", chance.one(["a", "bc", "abd", "bcd"]))
    elif kind == "truefalse":
        item["key"] = chance.yes()
    elif kind == "numeric":
        item["key"] = chance.one(sorted(NUMBERS))
        if chance.yes():
            item["tolerance"] = chance.one(["0.01", "0.1", 5])
    elif kind == "text":
        item["accept"] = chance.some(sorted(TEXTS), 1)
        if chance.yes():
            item["match"] = {field: chance.yes() for field in chance.some(["case", "marks", "spaces"], 1)}
    elif kind == "order":
        item["choices"] = choices(chance.mixed("abcd"))
    elif kind == "match":
        item["pairs"] = [{"left": f"left {n}", "right": f"right {n}"} for n in range(1, 4)]
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
    """As an answer is written; accepted texts are a list."""
    kind = item["type"]
    if kind == "truefalse":
        return "true" if item["key"] else "false"
    if kind == "match":
        return ";".join(f"{n}={n}" for n in range(1, len(item["pairs"]) + 1))
    if kind in ("single", "multiple", "order"):
        return ";".join(one["id"] for one in item["choices"] if one.get("key") or kind == "order")
    return item.get("key") or item.get("accept") or ""


def items(banks):
    """As by_the_rules knows them."""
    return {f"{name}/{item['id']}": Item(name, item["type"], key(item), item["points"], difficulty=item["difficulty"],
                                         tolerance=item.get("tolerance", 0), match=item.get("match"))
            for name, bank in banks.items() for item in bank["items"]}


def answer(chance, item):
    """An answer, often the right one, sometimes none."""
    luck = chance.number(1, 10)
    if luck == 1:
        return ""
    if luck <= 6 and item.type != "essay":
        return item.key if item.type != "text" else chance.one(item.key)
    return other_answer(chance, item)


def other_answer(chance, item):
    """Any answer, perhaps a right one."""
    if item.type == "truefalse":
        return chance.one(["true", "false"])
    if item.type == "single":
        return chance.one("abc")
    if item.type == "multiple":
        return ";".join(chance.some("abcd"))
    if item.type == "order":
        return ";".join(chance.mixed(chance.some("abcd", 1)))
    if item.type == "match":
        return ";".join(f"{left}={chance.number(1, 3)}" for left in chance.mixed(chance.some([1, 2, 3], 1)))
    if item.type == "numeric":
        return chance.one(NUMBERS[item.key])
    return chance.one([text for texts in TEXTS.values() for text in texts])
