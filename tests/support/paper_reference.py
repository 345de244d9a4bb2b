#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/formats/paper.md once more, apart from quizlib: prints the golden papers.

usage: paper_reference.py [FILE...]

With files, checks that each of them holds every line that is printed, and exits 1 if one does not.
"""
import hashlib
import hmac
import sys
import unicodedata
from pathlib import Path


class Stream:
    def __init__(self, seed, *label):
        self.seed, self.label, self.block, self.buffer = seed, "\0".join(label).encode(), 0, b""

    def word(self, size):
        while len(self.buffer) < size:
            message = self.label + b"\0" + self.block.to_bytes(4, "big")
            self.buffer += hmac.new(self.seed, message, hashlib.sha256).digest()
            self.block += 1
        word, self.buffer = self.buffer[:size], self.buffer[size:]
        return int.from_bytes(word, "big")

    def below(self, n):
        if n == 1:
            return 0
        size = 2 if n <= 65536 else 4
        while True:
            word = self.word(size)
            if word < 256**size // n * n:
                return word % n


def pick(stream, items, count):
    """The first `count` places of a Fisher-Yates shuffle from the end of `items`."""
    items, picked = sorted(items), []
    for i in range(len(items) - 1, -1, -1):
        if len(picked) == count:
            break
        j = stream.below(i + 1)
        items[i], items[j] = items[j], items[i]
        picked.append(items[i])
    return picked


def draw_items(stream, bank, sections, shuffle, seen):
    paper = []
    for fitting, count in sections:
        pool = [item for item in bank if item in fitting and item not in paper]
        if count is None and "items" not in shuffle:
            paper += pool
            continue
        wanted = len(pool) if count is None else count
        picked = pick(stream, [item for item in pool if item not in seen], wanted)
        picked += pick(stream, [item for item in pool if item in seen], wanted - len(picked))
        paper += picked if "items" in shuffle else [item for item in pool if item in picked]
    return paper


def shuffled(stream, moved):
    for i in range(len(moved) - 1, 0, -1):
        j = stream.below(i + 1)
        moved[i], moved[j] = moved[j], moved[i]
    return moved


def by_text(parts):
    """The names of (name, text) by text; equal ones in the order of the file."""
    return [name for name, text in sorted(parts, key=lambda part: unicodedata.normalize("NFC", part[1]).encode())]


def draw_choices(stream, item, shuffle):
    """How an item is shown. `item` is a list of (id, fixed) in the order of the file; of an order item
    ("order", [(id, text)]) in the right order; of a match item ("match", [(left, right)])."""
    if isinstance(item, tuple):
        kind, parts = item
        numbered = [(str(n + 1), part) for n, part in enumerate(parts)]
        sides = [parts] if kind == "order" else [[(n, part[side]) for n, part in numbered] for side in (0, 1)]
        orders = [by_text(side) for side in sides]
        if "choices" in shuffle:
            orders = [shuffled(stream, order) for order in orders]
        return "=".join(",".join(order) for order in orders)
    return ",".join(draw_free(stream, item, shuffle))


def draw_free(stream, choices, shuffle):
    order = [choice for choice, fixed in choices]
    if "choices" in shuffle:
        free = [place for place, (choice, fixed) in enumerate(choices) if not fixed]
        moved = shuffled(stream, sorted(order[place] for place in free))
        for place, choice in zip(free, moved):
            order[place] = choice
    return order


def draw(seed, questions, round_id, entrant, attempt, bank, sections, shuffle):
    seen = set()
    for number in range(1, attempt + 1):
        stream = Stream(seed, "quiz/1", "paper", questions, round_id, entrant, str(number))
        paper = draw_items(stream, bank, sections, shuffle, seen)
        seen.update(paper)
    return [(item, draw_choices(stream, bank[item], shuffle)) for item in paper]


# ---- the golden papers --------------------------------------------------------------------

SEED = bytes(range(32))
QUESTIONS = bytes(range(32, 64)).hex()
PLAIN = [("a", False), ("b", False), ("c", False), ("d", False)]
LAST_FIXED = [("d", False), ("c", False), ("b", False), ("a", True)]
STATEMENT = [("true", True), ("false", True)]
# Twelve items, last id first, so that the order of the file is not that of the ids.
BANK = {f"q{n:02}": (PLAIN, LAST_FIXED, STATEMENT)[n % 3] for n in range(12, 0, -1)}
ALL = list(BANK)
LOW = ALL[6:]  # q06 down to q01
CASES = {
    "five": ([(ALL, 5)], ["items", "choices"]),
    "fixed": ([(ALL, None)], []),
    "all": ([(LOW, None)], ["items"]),
    "bank-order": ([(ALL, 5)], ["choices"]),
    "sections": ([(LOW, 3), (ALL, 4)], ["items", "choices"]),
}


# Of each type one item whose ids, texts and right order differ.
TYPES = {
    "number": [],
    "steps": ("order", [("c", "Đăng ký"), ("d", "Kích hoạt"), ("a", "Đăng nhập"), ("b", "Điền đơn")]),
    "choice": PLAIN,
    "pairs": ("match", [("Lào", "Viêng Chăn"), ("Việt Nam", "Hà Nội"), ("Thái Lan", "Băng Cốc"), ("Campuchia", "Phnôm Pênh")]),
    "years": ("order", [("x", "1975"), ("y", "1945"), ("z", "1954")]),
}


def shown(paper):
    return " ".join(item + ":" + choices if choices else item for item, choices in paper)


def lines():
    stream = Stream(SEED, "quiz/1", "paper", QUESTIONS, "w1", "e-1", "1")
    yield "first word: " + format(stream.word(2), "04x")
    for n, count in ((10, 12), (1, 2), (65536, 3), (65537, 3), (40000, 6)):
        stream = Stream(SEED, "quiz/1", "paper", QUESTIONS, "w1", "e-1", "1")
        yield f"below({n}): " + " ".join(str(stream.below(n)) for _ in range(count))
    for name, (sections, shuffle) in CASES.items():
        for entrant, attempt in (("e-1", 1), ("e-1", 2), ("e-1", 3), ("Đỗ Văn Ất", 1)):
            paper = draw(SEED, QUESTIONS, "w1", entrant, attempt, BANK, sections, shuffle)
            yield f"{name} | {entrant} | {attempt} | " + shown(paper)
    for name, shuffle in (("types", ["items", "choices"]), ("types-plain", [])):
        for entrant, attempt in (("e-1", 1), ("e-1", 2)):
            paper = draw(SEED, QUESTIONS, "w1", entrant, attempt, TYPES, [(list(TYPES), None)], shuffle)
            yield f"{name} | {entrant} | {attempt} | " + shown(paper)


def main():
    missing = [(path, line) for path in sys.argv[1:] for line in lines() if line not in Path(path).read_text("utf-8")]
    if len(sys.argv) == 1:
        print("\n".join(lines()))
    for path, line in missing:
        print(f"{path}: does not hold: {line}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
