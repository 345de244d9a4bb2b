# SPDX-License-Identifier: Apache-2.0
"""Points: the part of an answer that is right, by the type of the item and its rule."""
import re
import unicodedata
from fractions import Fraction

from by_the_rules.values import nfc, number

CHOICES = {"single", "multiple", "truefalse"}
TABLE = {
    "single": {"all-or-nothing", "per-option", "per-right"},
    "multiple": {"all-or-nothing", "per-option", "per-right"},
    "truefalse": {"all-or-nothing", "per-option", "per-right"},
    "order": {"all-or-nothing", "per-right", "longest-run"},
    "match": {"all-or-nothing", "per-right"},
}


class Item:
    """`key` is written like an answer: `a;c`, `true`, `3.5`, `c;a;b`, `1=1;2=2`; accepted texts are a list."""

    def __init__(self, bank, type, key, points=1, skills=(), tags=(), difficulty=None, active=True, tolerance=0,
                 match=None):
        self.bank, self.type, self.key, self.points = bank, type, key, number(points)
        self.skills, self.tags, self.difficulty, self.active = skills, tags, difficulty, active
        self.tolerance, self.match = number(tolerance), match or {}


def said(item, answer):
    """What an answer says: it names choices and pairs in any order."""
    return frozenset(answer.split(";")) if item.type in CHOICES | {"match"} else answer


def rule_for(type, scoring):
    """The rule written for a type, else the general one where the table has it for the type."""
    if type in scoring:
        return scoring[type]
    return scoring["rule"] if scoring["rule"] in TABLE.get(type, ()) else "all-or-nothing"


def part(item, answer, rule):
    """Of an answer that is not blank, from 0 to 1; None of an essay, which is marked by hand."""
    if item.type in CHOICES:
        return part_of_choices(set(item.key.split(";")), set(answer.split(";")), rule)
    if item.type == "order":
        return part_of_order(item.key.split(";"), answer.split(";"), rule)
    if item.type == "match":
        pairs, right = item.key.split(";"), len(set(item.key.split(";")) & set(answer.split(";")))
        return Fraction(right, len(pairs)) if rule == "per-right" else Fraction(right == len(pairs))
    if item.type == "numeric":
        value = number_typed(answer)
        return Fraction(value is not None and abs(value - number(item.key)) <= item.tolerance)
    if item.type == "text":
        return Fraction(text_typed(answer, item.match) in [text_typed(one, item.match) for one in item.key])
    return None


def part_of_choices(key, chosen, rule):
    right, wrong = len(chosen & key), len(chosen - key)
    if rule == "per-option":
        return Fraction(max(0, right - wrong), len(key))
    if rule == "per-right":
        return Fraction(right if len(chosen) <= len(key) else 0, len(key))
    return Fraction(chosen == key)


def part_of_order(key, given, rule):
    if rule == "per-right":
        return Fraction(sum(a == b for a, b in zip(given, key)), len(key))
    if rule == "longest-run":
        follows, longest, run = set(zip(key, key[1:])), 1, 1
        for neighbours in zip(given, given[1:]):
            run = run + 1 if neighbours in follows else 1
            longest = max(longest, run)
        return Fraction(longest if longest > 1 else 0, len(key))
    return Fraction(given == key)


# A mark alone is the decimal mark; several of one kind, or blanks, group in threes, and another mark may come last.
NUMBERS = [(r"-?\d+", r"[.,]", False), (r"-?\d{1,3}(?:\.\d{3}){2,}", ",", False), (r"-?\d{1,3}(?:,\d{3}){2,}", r"\.", False),
           (r"-?\d{1,3}(?:\.\d{3})+", ",", True), (r"-?\d{1,3}(?:,\d{3})+", r"\.", True),
           (r"-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+", r"[.,]", False)]


def number_typed(text):
    """A number as people write it; None where it is none."""
    for whole, mark, needs_decimals in NUMBERS:
        if found := re.fullmatch(rf"({whole})(?:{mark}(\d+))?", latin_digits(nfc(text)).strip()):
            if found[2] or not needs_decimals:
                return Fraction(re.sub(r"[^-\d]", "", found[1]) + "." + (found[2] or "0"))
    return None


def latin_digits(text):
    """Thai and Lao digits as Latin ones."""
    return "".join(str(unicodedata.digit(c)) if "\u0e50" <= c <= "\u0e59" or "\u0ed0" <= c <= "\u0ed9" else c
                   for c in text)


def text_typed(text, match):
    """What is compared of a text: all that does not count is undone."""
    text = "".join(c for c in latin_digits(nfc(text)) if unicodedata.category(c) != "Cf")
    if not match.get("case", False):
        text = text.casefold()
    if not match.get("marks", True):
        text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
        text = text.replace("đ", "d").replace("Đ", "D")
    return nfc(text if match.get("spaces", False) else " ".join(text.split()))
