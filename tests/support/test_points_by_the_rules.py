#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every example of "Points" in docs/scoring-rules.md, computed by the package by_the_rules."""
import unittest
from fractions import Fraction

from by_the_rules.answers import Item, part, rule_for
from by_the_rules.contest import Contest
from by_the_rules.results import Results


def parts(item, rule, *answers):
    return [part(item, answer, rule) for answer in answers]


def right(item, *answers):
    return [answer for answer in answers if part(item, answer, "all-or-nothing") == 1]


def marked(answers, *items, **scoring):
    """Points, right answers and whether all are, of a sheet with answers to items."""
    items = {f"b/{n}": item for n, item in enumerate(items)}
    round = {"id": "w", "opens": "2023-09-01", "closes": "2023-09-02", "scoring": scoring,
             "paper": {"sections": [{"bank": "b", "draw": "all"}]}}
    contest = Contest({"timezone": "Asia/Bangkok", "rounds": [round], "ranking": {"order": ["points"]},
                       "registration": {"mode": "roster"}}, items)
    (sheet,) = Results(contest, [{"entrant": "an"} | dict(zip(items, answers))], [{"id": "an"}]).sheets
    return sheet.points, sheet.correct, sheet.all_correct


class Choices(unittest.TestCase):
    ITEM = Item("b", "multiple", "a;c;d")

    def test_1_to_3(self):
        third = Fraction(1, 3)
        self.assertEqual(parts(self.ITEM, "all-or-nothing", "a;c;d", "a;c", "a;c;d;e"), [1, 0, 0])
        self.assertEqual(parts(self.ITEM, "per-option", "a;c", "a;b;c", "a;b", "a;b;c;d", "a;b;c;d;e"),
                         [2 * third, third, 0, 2 * third, third])
        self.assertEqual(parts(self.ITEM, "per-right", "a;c", "a;b;c", "a;b;c;d"), [2 * third, 2 * third, 0])

    def test_a_type_has_the_general_rule_where_it_can_have_it(self):
        self.assertEqual(rule_for("match", {"rule": "longest-run"}), "all-or-nothing")
        self.assertEqual(rule_for("match", {"rule": "per-right"}), "per-right")
        self.assertEqual(rule_for("order", {"rule": "per-right", "order": "longest-run"}), "longest-run")


class OrdersAndPairs(unittest.TestCase):
    ORDER = Item("b", "order", "a;b;c;d;e")
    MATCH = Item("b", "match", "1=1;2=2;3=3;4=4")

    def test_4_to_6(self):
        fifth = Fraction(1, 5)
        self.assertEqual(parts(self.ORDER, "all-or-nothing", "a;b;c;d;e", "a;b;c;e;d", "a;b;c;d"), [1, 0, 0])
        self.assertEqual(parts(self.ORDER, "per-right", "a;b;e;d;c", "b;c;d;e;a", "a;b"), [3 * fifth, 0, 2 * fifth])
        self.assertEqual(parts(self.ORDER, "longest-run", "b;c;d;e;a", "a;b;e;d;c", "e;d;c;b;a", "a;c;e;b;d"),
                         [4 * fifth, 2 * fifth, 0, 0])

    def test_7_and_8(self):
        self.assertEqual(parts(self.MATCH, "all-or-nothing", "1=1;2=2;3=3;4=4", "1=1;2=2;3=4;4=3", "1=1;2=2;3=3"),
                         [1, 0, 0])
        self.assertEqual(parts(self.MATCH, "per-right", "1=1;2=2;3=4;4=3", "1=1", "1=1;2=1;3=1;4=1", "1=2;2=1"),
                         [Fraction(1, 2), Fraction(1, 4), Fraction(1, 4), 0])


class Numbers(unittest.TestCase):
    def test_9_to_12(self):
        pi = Item("b", "numeric", "3.14", tolerance="0.01")
        self.assertEqual(right(pi, "3.14", "3,15", "3.13", "๓.๑๔", "3.1500000001", "-3.14", "314", "3.14 m"),
                         ["3.14", "3,15", "3.13", "๓.๑๔"])
        million = Item("b", "numeric", "1000000")
        self.assertEqual(
            right(million, "1000000", "1.000.000", "1,000,000", "1 000 000", "໑໐໐໐໐໐໐", "1.000.00", "1.000,000", "1e6"),
            ["1000000", "1.000.000", "1,000,000", "1 000 000", "໑໐໐໐໐໐໐"])
        self.assertEqual(right(Item("b", "numeric", "1234.5"), "1234,5", "1.234,5", "1,234.5", "1 234,50", "1.234.5",
                               "12.34,5"), ["1234,5", "1.234,5", "1,234.5", "1 234,50"])
        self.assertEqual(right(Item("b", "numeric", "1"), "1.000"), ["1.000"])
        self.assertEqual(right(Item("b", "numeric", "1000"), "1.000", "1 000"), ["1 000"])


class Texts(unittest.TestCase):
    def text(self, *accepted, **match):
        return Item("b", "text", list(accepted), match=match)

    def test_13_to_16(self):
        apart = "Đa\u0300 Nă\u0303ng"
        self.assertEqual(right(self.text("Đà Nẵng"), "đà nẵng", " ĐÀ  NẴNG", apart, "Da Nang"),
                         ["đà nẵng", " ĐÀ  NẴNG", apart])
        self.assertEqual(right(self.text("Đà Nẵng", marks=False), "Da Nang", "đa năng", "Danang"),
                         ["Da Nang", "đa năng"])
        self.assertEqual(right(self.text("Đà Nẵng", case=True), "Đà Nẵng", "đà nẵng"), ["Đà Nẵng"])
        self.assertEqual(right(self.text("Đà Nẵng", spaces=True), "đà nẵng", "Đà  Nẵng"), ["đà nẵng"])
        self.assertEqual(right(self.text("พ.ศ. 2566", "ປີ 2023"), "พ.ศ. ๒๕๖๖", "ປີ ໒໐໒໓"), ["พ.ศ. ๒๕๖๖", "ປີ ໒໐໒໓"])


class Sums(unittest.TestCase):
    SINGLE = Item("b", "single", "a")

    def test_17_essays(self):
        items, scoring = (Item("b", "essay", "", 5), self.SINGLE), {"wrong": "-0.5", "blank": "-0.1"}
        self.assertEqual(marked(["Dear friend", "a"], *items, **scoring), (1, 1, True))
        self.assertEqual(marked(["", "a"], *items, **scoring, floor=-9), (Fraction("0.5"), 1, True))
        self.assertEqual(marked(["Dear friend"], items[0]), (0, 0, False))

    def test_18_to_20(self):
        self.assertEqual(marked("aab", *[self.SINGLE] * 3, wrong="-0.25")[0], Fraction("1.75"))
        self.assertEqual(marked("abbbbbbbb", *[self.SINGLE] * 9, wrong="-0.25")[0], 0)
        half = Item("b", "single", "a", "0.5")
        self.assertEqual(marked("b", half, wrong="0.3333")[0], Fraction("0.1666"))
        self.assertEqual(marked("bb", half, half, wrong="0.3333")[0], Fraction("0.3333"))

    def test_21_and_22(self):
        scoring = {"rule": "per-option", "wrong": "-0.25", "floor": -1}
        for answers, points in ((["a;b"], "-0.25"), (["a;b;c"], "0.3333"), (["a;b;c"] * 3, "1")):
            items = [Choices.ITEM] * len(answers)
            self.assertEqual(marked(answers, *items, **scoring)[0], Fraction(points))
        self.assertEqual(marked("b", self.SINGLE, wrong=1), (1, 0, False))


if __name__ == "__main__":
    unittest.main()
