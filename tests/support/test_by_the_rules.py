#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every example of docs/scoring-rules.md, computed by the package by_the_rules."""
import unittest
from fractions import Fraction

from by_the_rules import scores
from by_the_rules.answers import Item
from by_the_rules.contest import Contest
from by_the_rules.depends import fill
from by_the_rules.lists import standings
from by_the_rules.results import Counters, Results
from by_the_rules.seats import Decision
from by_the_rules.units import Units
from by_the_rules.values import day, instant, number

# One bank of twenty single items of a point; a paper takes all of them unless a test says otherwise.
ITEMS = {f"b/q{n}": Item("b", "single", "a") for n in range(1, 21)}
ROUND = {"id": "w1", "opens": "2023-09-01", "closes": "2023-09-30 24:00",
         "paper": {"sections": [{"bank": "b", "draw": "all"}]}}


def rules(rounds=None, order=("points",), **more):
    return {"timezone": "Asia/Ho_Chi_Minh", "rounds": rounds or [ROUND],
            "ranking": {"order": list(order), **more.pop("ranking", {})},
            "registration": {"mode": "roster"}, **more}


def sheet(entrant, points=0, wrong=0, minute=None, **cells):
    """A row with so many right and wrong answers; started at 08:00 of a day where `minute` is none."""
    answers = {f"b/q{n}": "a" if n <= points else "b" for n in range(1, points + wrong + 1)}
    return {"entrant": entrant, **{c: str(t) for c, t in cells.items()}, **answers}


def roster(*ids, **cells):
    return [{"id": one, "name": one, **{column: of[one] for column, of in cells.items() if one in of}} for one in ids]


def results(rules, rows, entrants=None, items=ITEMS, **more):
    ids = dict.fromkeys(row["entrant"] for row in rows)
    return Results(Contest(rules, items), rows, entrants if entrants is not None else roster(*ids), **more)


def at(time, date="2023-09-10"):
    return f"{date}T{time}+07:00"


def statuses(found, person="an"):
    (person,) = [p for p in found.persons if p.id == person]
    return [(s.attempt, s.status) for s in sorted(person.sheets, key=lambda s: (s.round.index, s.attempt))]


def ranked(found, across="sum"):
    lines = standings(found, found.persons, found.contest.rounds, found.contest.order, across)
    return [(line.place, line.person.id) for line in lines]


def award(prizes, **more):
    return {"id": "award", "of": "entrants", "prizes": [{"id": p, "places": n} for p, n in prizes.items()], **more}


def given(filling):
    """prize: [(place, holder)]"""
    seats = {}
    for seat in filling.given:
        seats.setdefault(seat.prize, []).append((seat.place, seat.id))
    return seats


def skipped(filling):
    return [(skip.id, skip.reason, skip.moved_up) for skip in filling.passed]


class Points(unittest.TestCase):
    def mark(self, rows, points=1, **scoring):
        found = results(rules([{**ROUND, "scoring": scoring}]), rows, items={
            ref: Item("b", "single", "a", points) for ref in list(ITEMS)[:9]})
        return [s.points for s in found.sheets]

    def test_wrong_answers_take_points_down_to_the_floor(self):
        self.assertEqual(self.mark([sheet("an", 2, 1), sheet("bo", 1, 8)], wrong="-0.25"), [Fraction("1.75"), 0])

    def test_a_sum_is_rounded_once_half_to_even(self):
        self.assertEqual(self.mark([sheet("an", 0, 1), sheet("bo", 0, 2)], "0.5", wrong="0.3333"),
                         [Fraction("0.1666"), Fraction("0.3333")])

class Time(unittest.TestCase):
    def test_a_sitting_ends_by_its_limit_or_when_the_round_closes(self):
        limits = {**ROUND, "time_limit": "20m", "grace": "10s", "attempts": {"max": "unlimited"}}
        rows = [sheet("an", started_at=at("10:00:00"), submitted_at=at("10:20:10.000")),
                sheet("an", started_at=at("10:00:00.001"), submitted_at=at("10:20:10.002")),
                sheet("bo", started_at=at("10:00:00"), submitted_at=at("10:30:10.000")),
                sheet("chi", started_at=at("23:50:00", "2023-09-30"), submitted_at=at("00:00:10.000", "2023-10-01")),
                sheet("chi", 1, started_at=at("23:50:00", "2023-09-30"), submitted_at=at("00:00:10.001", "2023-10-01"),
                      attempt=2)]
        rows[3]["attempt"] = "1"
        found = results(rules([limits]), rows, roster("an", "bo", "chi", time_factor={"bo": "150"}))
        self.assertEqual([s.status for s in found.sheets], ["accepted", "late", "accepted", "accepted", "late"])

    def test_a_duration_is_held_against_the_limit_where_the_start_or_the_end_is_not_known(self):
        limits = {**ROUND, "time_limit": "20m", "grace": "10s", "attempts": {"max": "unlimited"}}
        rows = [sheet("an", duration_ms=1210000, attempt=1), sheet("an", 1, duration_ms=1210001, attempt=2)]
        self.assertEqual([s.status for s in results(rules([limits]), rows).sheets], ["accepted", "late"])


class Persons(unittest.TestCase):
    def test_registrations_with_equal_columns_are_one_person_named_by_the_first(self):
        entrants = [
            {"id": "s01", "name": "Nguyễn Thị Lan", "birth_date": "1990-05-12", "registered_at": "2023-09-11 08:00"},
            {"id": "s07", "name": "NGUYỄN  THỊ LAN", "birth_date": "1990-05-12", "registered_at": "2023-09-09 08:00"}]
        found = results(rules(person=["name", "birth_date"]), [], entrants)
        self.assertEqual([p.id for p in found.persons], ["s07"])


class Attempts(unittest.TestCase):
    def test_a_late_sheet_uses_up_an_attempt(self):
        limits = {**ROUND, "time_limit": "20m", "attempts": {"max": 2}}
        rows = [sheet("an", started_at=at("08:00:00"), submitted_at=at("08:10:00")),
                sheet("an", started_at=at("09:00:00"), submitted_at=at("09:30:00")),
                sheet("an", started_at=at("10:00:00"), submitted_at=at("10:10:00"))]
        self.assertEqual(statuses(results(rules([limits]), rows)), [(1, "accepted"), (2, "late"), (3, "over")])

    def test_the_same_choices_and_pairs_in_another_order_are_no_further_sheet(self):
        items = {"b/m": Item("b", "multiple", "a;b"), "b/p": Item("b", "match", "1=1;2=2"),
                 "b/o": Item("b", "order", "a;b")}
        rows = [{"entrant": "an", "b/m": "a;b", "b/p": "1=2;2=1", "b/o": "a;b"},
                {"entrant": "an", "b/m": "b;a", "b/p": "2=1;1=2", "b/o": "a;b"},
                {"entrant": "an", "b/m": "a;b", "b/p": "1=2;2=1", "b/o": "b;a"}]
        found = results(rules(), [row | {"attempt": n} for n, row in enumerate(rows, 1)], items=items)
        self.assertEqual([one.given for one in found.sheets], [1, 3])

    def test_rounds_of_one_count(self):
        for most, last in ((2, "over"), (3, "accepted")):
            rounds = [{**ROUND, "id": "w1", "attempts": {"max": 2, "per": "contest"}},
                      {**ROUND, "id": "w2", "attempts": {"max": most, "per": "contest"}}]
            rows = [sheet("an", round="w2", started_at=at("08:00:00", "2023-09-11")),
                    sheet("an", round="w1", started_at=at("08:00:00", "2023-09-04")),
                    sheet("an", 1, round="w1", started_at=at("08:00:00", "2023-09-05"))]
            found = results(rules(rounds), rows)
            self.assertEqual(statuses(found), [(1, "accepted"), (2, "accepted"), (1, last)])


class CountersOfPersons(unittest.TestCase):
    def test_four_counters(self):
        limits = {**ROUND, "attempts": {"max": 2}, "time_limit": "20m"}
        late = {"started_at": at("08:00:00"), "submitted_at": at("09:00:00")}
        rows = [sheet("an", 3, attempt=1), sheet("an", 20, attempt=2), sheet("bo", 3), sheet("chi", 20, **late),
                sheet("em", 20), sheet("hoa", 20)]
        bars = [{"id": "hoa", "from": "enter"}, {"id": "em", "from": "win"}]
        found = results(rules([limits]), rows, roster("an", "bo", "chi", "dung", "em", "hoa"), excluded=bars)
        c = Counters(found.contest, found.persons, found.contest.rounds)
        self.assertEqual((c.registered, c.finished, c.attempts, c.all_correct), (5, 3, 4, 2))


class KeptSheet(unittest.TestCase):
    def kept(self, keep):
        asked = {**ROUND, "attempts": {"max": 2, "keep": keep}, "prediction": {"target": "all-correct"}}
        rows = [sheet("an", 9, duration_ms=720000, prediction=987, attempt=1, submitted_at=at("08:12:00")),
                sheet("an", 9, duration_ms=630000, prediction=400, attempt=2, submitted_at=at("09:12:00"))]
        found = results(rules([asked], ("points", "prediction", "duration", "submitted")), rows)
        return found.persons[0].kept[found.contest.rounds[0]].prediction

    def test_the_best_by_points_and_then_time(self):
        self.assertEqual(self.kept("best"), 400)

    def test_by_a_list_of_keys(self):
        self.assertEqual(self.kept(["points", "submitted"]), 987)

    def test_by_number(self):
        self.assertEqual((self.kept("first"), self.kept("last")), (987, 400))


class Prediction(unittest.TestCase):
    def distances(self, rows, entrants=None, tracks=None, **asked):
        asked = {**ROUND, "prediction": {"target": "all-correct", **asked}}
        found = results(rules([asked], ("prediction",), **({"tracks": tracks} if tracks else {})), rows, entrants)
        (round,) = found.contest.rounds
        return {p.id: found.distance(p, round) for p in found.persons}

    def test_the_actual_value_of_percents_is_exact(self):
        rows = [sheet("an", 20, prediction="66.6"), sheet("bo", 20, prediction="66,7"), sheet("chi", 3)]
        self.assertEqual(self.distances(rows, unit="percent"),
                         {"an": Fraction(1, 15), "bo": Fraction(1, 30), "chi": None})

    def test_a_scope_may_be_the_track(self):
        rows = [sheet(one, points, prediction="0")
                for one, points in (("a1", 20), ("a2", 20), ("a3", 3), ("b1", 3), ("b2", 3))]
        entrants = roster("a1", "a2", "a3", "b1", "b2", track={"a1": "a", "a2": "a", "a3": "a", "b1": "b", "b2": "b"})
        tracks = [{"id": "a"}, {"id": "b"}]
        self.assertEqual(set(self.distances(rows, entrants, tracks, scope=["round"]).values()), {2})
        own = self.distances(rows, entrants, tracks, scope=["round", "track"])
        self.assertEqual(own, {"a1": 2, "a2": 2, "a3": 2, "b1": 0, "b2": 0})


class Order(unittest.TestCase):
    def test_equals_share_a_place_and_a_missing_value_is_worst(self):
        class Foretold(Results):
            def actual(self, round, track):
                return Fraction(987)

        asked = {**ROUND, "prediction": {"target": "all-correct"}}
        rows = [sheet("s1", 20, prediction=1000, duration_ms=540200), sheet("s2", 20, duration_ms=300000),
                sheet("s3", 20, prediction=980, duration_ms=612900),
                sheet("s4", 20, prediction=974, duration_ms=540900),
                sheet("s5", 20, prediction=974, duration_ms=541000)]
        contest = Contest(rules([asked], ("points", "prediction", "duration"), ranking={"resolution": "1s"}), ITEMS)
        found = Foretold(contest, rows, roster("s1", "s2", "s3", "s4", "s5"))
        self.assertEqual(ranked(found), [(1, "s3"), (2, "s1"), (2, "s4"), (4, "s5"), (5, "s2")])


class SeveralRounds(unittest.TestCase):
    ROWS = [sheet("an", 10, round="w1", duration_ms=300000), sheet("bo", 8, round="w1", duration_ms=200000),
            sheet("an", 6, round="w2", duration_ms=100000), sheet("chi", 9, round="w2", duration_ms=150000),
            sheet("bo", 8, round="w2")]

    def test_sum_and_best(self):
        found = results(rules([{**ROUND, "id": "w1"}, {**ROUND, "id": "w2"}], ("points", "duration")), self.ROWS)
        self.assertEqual(ranked(found, "sum"), [(1, "an"), (2, "bo"), (3, "chi")])
        self.assertEqual(ranked(found, "best"), [(1, "an"), (2, "chi"), (3, "bo")])
        lines = standings(found, found.persons, found.contest.rounds, found.contest.order, "sum")
        self.assertEqual([(line.keys["points"], line.keys["duration"]) for line in lines],
                         [(16, 400000), (16, None), (9, 150000)])


class Seats(unittest.TestCase):
    def fill(self, points, awards, excluded=(), decisions=()):
        found = results(rules(awards=awards), [sheet(one, n) for one, n in points.items()], excluded=excluded)
        return fill(found, decisions)

    def test_who_may_not_win_is_passed_over(self):
        filling, _ = self.fill({"an": 10, "bo": 9, "chi": 8, "dung": 7}, [award({"nhat": 1, "nhi": 1})],
                               [{"id": "an", "from": "win"}])
        self.assertEqual(given(filling), {"nhat": [(1, "bo")], "nhi": [(2, "chi")]})
        self.assertEqual(skipped(filling), [("an", "barred", "bo")])

    def test_who_is_below_the_minimum_leaves_a_seat_vacant(self):
        filling, _ = self.fill({"bo": 18, "chi": 16, "dung": 14}, [award({"nhat": 3}, minimum={"points": "75%"})])
        self.assertEqual(given(filling), {"nhat": [(1, "bo"), (2, "chi")]})
        self.assertEqual(list(filling.vacant.values()), [1])
        self.assertEqual(skipped(filling), [("dung", "below-minimum", None)])

    def test_a_share_of_the_list_takes_seats_away_from_the_last_prize_upwards(self):
        points = {f"s{n}": n for n in range(1, 10)}
        filling, _ = self.fill(points, [award({"nhat": 1, "nhi": 2, "ba": 3}, limit={"share": "50%"})])
        self.assertEqual({prize: len(seats) for prize, seats in given(filling).items()}, {"nhat": 1, "nhi": 2, "ba": 1})
        self.assertEqual(filling.vacant, {})


class Ties(unittest.TestCase):
    POINTS = {"an": 10, "bo": 9, "chi": 9, "dung": 9, "em": 8, "giang": 7, "hoa": 6}
    TIED = ["bo", "chi", "dung"]

    def fill(self, ties, decisions=()):
        found = results(rules(awards=[award({"nhat": 1, "nhi": 2, "ba": 3}, ties=ties)]),
                        [sheet(one, n) for one, n in self.POINTS.items()])
        return fill(found, decisions)[0]

    def test_report_leaves_the_seats_open(self):
        filling = self.fill("report")
        self.assertEqual(given(filling), {"nhat": [(1, "an")], "ba": [(5, "em"), (6, "giang")]})
        self.assertEqual([(tie.prize, tie.places, tie.candidates) for tie in filling.open],
                         [("nhi", 2, self.TIED), ("ba", 1, self.TIED)])

    def test_share_uses_up_the_seats_of_the_tied(self):
        filling = self.fill("share")
        self.assertEqual(given(filling), {"nhat": [(1, "an")], "nhi": [(2, one) for one in self.TIED],
                                          "ba": [(5, "em"), (6, "giang")]})
        self.assertEqual(filling.vacant, {})

    def test_extend_uses_up_the_seats_of_one_prize(self):
        filling = self.fill("extend")
        self.assertEqual(given(filling), {"nhat": [(1, "an")], "nhi": [(2, one) for one in self.TIED],
                                          "ba": [(5, "em"), (6, "giang"), (7, "hoa")]})

    def test_a_decision_puts_the_candidates_in_order(self):
        earlier = Decision("award", None, None, None, ["bo", "chi", "dung"])
        later = Decision("award", None, None, None, ["dung", "bo", "chi"])
        filling = self.fill("report", [earlier, later])
        self.assertEqual(given(filling), {"nhat": [(1, "an")], "nhi": [(2, "dung"), (2, "bo")],
                                          "ba": [(2, "chi"), (5, "em"), (6, "giang")]})
        self.assertEqual(filling.lapsed, [])

    def test_a_decision_between_others_has_lapsed(self):
        filling = self.fill("report", [Decision("award", None, None, None, ["chi", "dung"])])
        self.assertEqual([tie.prize for tie in filling.open], ["nhi", "ba"])
        self.assertEqual([one.order for one in filling.lapsed], [["chi", "dung"]])

    def test_seats_that_may_go_elsewhere_are_marked(self):
        limit = {"per_person": "highest"}
        awards = [{**award({"gold": 1}, limit=limit), "id": "grand"},
                  {**award({"medal": 3}, limit=limit), "id": "medal"}]
        points = {"an": 10, "bo": 10, "chi": 9, "dung": 8}
        found = results(rules(awards=awards), [sheet(one, n) for one, n in points.items()])
        filling, marked = fill(found)
        self.assertEqual(given(filling), {"medal": [(1, "an"), (1, "bo"), (3, "chi")]})
        self.assertEqual(sorted(one[-1] for one in marked), ["an", "bo"])


class Groups(unittest.TestCase):
    """Of an item of a point in a paper, many persons are needed: they are made up for the counts of the example."""

    def group_list(self, rows, members, award, rounds=None, groups=None, awards=()):
        entrants = [{"id": one, "name": one, "group": code} for one, code in members.items()]
        group_award = {"id": "units", "of": "groups", "level": "commune", "prizes": [{"id": "cup", "places": 1}],
                       **award}
        found = results(rules(rounds, awards=[*awards, group_award]), rows, entrants, groups=groups)
        filling, _ = fill(found)
        (listed,) = [one for one in filling.lists if one.award.id == "units"]
        return listed

    def test_a_score_of_capped_and_weighted_terms(self):
        members = {f"a{n}": "A" for n in range(48)} | {f"b{n}": "B" for n in range(50)} | {"c": "C"}
        rows = [sheet(one, {"A": 12, "B": 10, "C": 1}[code]) for one, code in members.items()]
        groups = [unit("A", headcount="60"), unit("B", headcount="40"), unit("C")]
        listed = self.group_list(rows, members, {"order": ["score"], "score": [
            {"term": "participation", "cap": 100}, {"term": "mean-points", "weight": "100/15"}]}, groups=groups)
        self.assertEqual([(s.place, s.unit.code, s.score) for s in listed.all],
                         [(1, "B", Fraction(500, 3)), (2, "A", 160), (None, "C", None)])
        self.assertEqual(listed.all[2].reason, "participation")

    def test_prizes_and_the_mean_of_rounds(self):
        # Shares of the roll are those of the example; the rolls are a tenth of it.
        members = {f"a{n}": "A" for n in range(8)} | {f"b{n}": "B" for n in range(6)}
        rows = [sheet(f"a{n}", 20 if n == 0 else 1, round="w1") for n in range(8)]
        rows += [sheet(f"a{n}", 1, round="w2") for n in range(6)]
        rows += [sheet(f"b{n}", 19 if n < 2 else 1, round="w1") for n in range(6)]
        rounds = [{**ROUND, "id": "w1"}, {**ROUND, "id": "w2"}]
        individual = {**award({"nhat": 1, "nhi": 2}), "id": "individual"}
        listed = self.group_list(rows, members, {"order": ["score"], "score": [
            {"term": "participation", "cap": 100},
            {"term": "prize-points", "award": "individual", "values": {"nhat": 10, "nhi": 8}}]},
            rounds, [unit("A", headcount="10"), unit("B", headcount="5")], [individual])
        self.assertEqual([(s.place, s.unit.code, s.score) for s in listed.all], [(1, "A", 80), (2, "B", 66)])

    def test_seats_of_groups_are_marked_while_seats_that_give_prize_points_are_open(self):
        entrants = roster("an", "bo", group={"an": "A", "bo": "A"})
        units = {"id": "units", "of": "groups", "level": "commune", "prizes": [{"id": "cup", "places": 1}],
                 "score": [{"term": "prize-points", "award": "award", "values": {"nhat": 1}}]}
        for points, is_open in ((5, True), (4, False)):
            rows = [sheet("an", 5), sheet("bo", points)]
            found = results(rules(awards=[award({"nhat": 1}), units]), rows, entrants, groups=[unit("A")])
            filling, marked = fill(found)
            self.assertEqual((bool(filling.open), [one[-1] for one in marked]), (is_open, ["A"] if is_open else []))

    def test_the_mean_of_the_best(self):
        rows, members = [sheet("an", 10), sheet("bo", 8)], {"an": "A", "bo": "A"}
        listed = self.group_list(rows, members, {"order": ["top-mean:3"]}, groups=[unit("A")])
        self.assertEqual(listed.all[0].figures.term("top-mean:3", None, listed.rounds[0]), 6)

    def test_a_unit_that_is_not_valid_counts_as_its_successor(self):
        units = Units([unit("P"), unit("A", parent="P", valid_to="2023-09-29", successor="B"), unit("B", parent="P"),
                       unit("C", parent="P", valid_to="2023-09-29")])
        found = results(rules(), [], roster("an", "bo", group={"an": "a", "bo": "C"}))
        last_day = found.contest.rounds[0].day
        self.assertEqual([[u.code for u in units.of(p, last_day)] for p in found.persons], [["B", "P"], ["P"]])
        before = day(instant("2023-09-29 12:00", found.contest.zone), found.contest.zone)
        self.assertEqual([u.code for u in units.of(found.persons[0], before)], ["A", "P"])


def unit(code, **cells):
    empty = dict.fromkeys(("name", "parent", "kind", "headcount"), "")
    return {"code": code, "level": "commune", **empty, **cells}


if __name__ == "__main__":
    unittest.main()
