# SPDX-License-Identifier: Apache-2.0
"""Points: what the answer to one item is worth, as a share of the item's points."""
import re
import unicodedata
from fractions import Fraction

from by_the_rules.values import fold, number

CHOICES = {"single", "multiple", "truefalse"}
RULES = {
    "single": {"all-or-nothing", "per-option", "per-right"},
    "multiple": {"all-or-nothing", "per-option", "per-right"},
    "truefalse": {"all-or-nothing", "per-option", "per-right"},
    "order": {"all-or-nothing", "per-right", "longest-run"},
    "match": {"all-or-nothing", "per-right"},
}


class Item:
    """`key` is as the answers of a sheet are written: `a;c`, `true`, `3.5`."""

    def __init__(self, bank, type, key, points=1, skills=(), tags=(), difficulty=None, active=True, **typed):
        self.bank, self.type, self.key, self.points = bank, type, key, number(points)
        self.skills, self.tags, self.difficulty, self.active = skills, tags, difficulty, active
        self.typed = typed


def rule_for(type, scoring):
    """The rule written for a type of items, else the one for all where the type can have that."""
    rule = scoring.get(type) or scoring["rule"]
    return rule if rule in RULES.get(type, {"all-or-nothing"}) else "all-or-nothing"


def share(item, cell, rule):
    """Of the item's points, before `wrong`; 1 is a right answer. The answer is not blank."""
    if item.type in CHOICES:
        return share_of_choices(frozenset(item.key.split(";")), frozenset(cell.split(";")), rule)
    if item.type in ("order", "match"):
        return share_of_sequence(item.key.split(";"), cell.split(";"), rule)
    if item.type == "numeric":
        return Fraction(abs(number(cell) - number(item.key)) <= number(item.typed.get("tolerance") or 0))
    if item.type == "text":
        return Fraction(any(same_text(cell, one, item.typed.get("match") or {}) for one in item.key.split(";")))
    raise ValueError(f"items of type {item.type} are marked by hand")


def share_of_choices(key, chosen, rule):
    right, wrong = len(chosen & key), len(chosen - key)
    if rule == "per-option":
        return Fraction(max(0, right - wrong), len(key))
    if rule == "per-right":
        return Fraction(right, len(key)) if len(chosen) <= len(key) else Fraction(0)
    return Fraction(chosen == key)


def share_of_sequence(key, given, rule):
    if rule == "per-right":
        return Fraction(sum(a == b for a, b in zip(given, key)), len(key))
    if rule == "longest-run":
        run = longest_run(key, given)
        return Fraction(run, len(key)) if run > 1 else Fraction(0)
    return Fraction(given == key)


def longest_run(key, given):
    """The longest run of neighbours that follow each other in the right order, too."""
    after = dict(zip(key, key[1:]))
    longest = run = 1
    for one, following in zip(given, given[1:]):
        run = run + 1 if after.get(one) == following else 1
        longest = max(longest, run)
    return longest


def same_text(one, other, match):
    return text_key(one, match) == text_key(other, match)


def text_key(text, match):
    text = "".join(str(unicodedata.digit(c)) if c.isdigit() and unicodedata.category(c) == "Nd" else c for c in text)
    text = unicodedata.normalize("NFC", text) if match.get("case") else fold(text)
    if not match.get("marks", True):
        bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
        text = bare.replace("đ", "d").replace("Đ", "D")
    return text if match.get("spaces") else re.sub(r"\s+", " ", text).strip()
