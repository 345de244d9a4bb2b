// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/seats.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

using quiz::PersonNo;
using quiz::ranking::Claim;
using quiz::ranking::fill;
using quiz::ranking::Filling;
using quiz::ranking::Rank;
using quiz::ranking::Row;
using quiz::ranking::SeatList;
using quiz::ranking::SkipReason;

namespace {

/// A list of persons with one-letter names, best first: `=` joins equals, `!` follows who may not win and `-`
/// who is below the minimum. As in `a b=c! d-`.
SeatList list(std::string_view text, std::vector<std::uint32_t> places, bool limited = false) {
  SeatList result;
  result.places = std::move(places);
  result.limited = limited;
  std::uint32_t level = 1;
  std::uint32_t place = 0;
  for (const char c : text) {
    if (c == ' ') {
      ++level;
    } else if (c == '!') {
      result.claims.back().lost = SkipReason::barred;
    } else if (c == '-') {
      result.claims.back().lost = SkipReason::below_minimum;
    } else if (c != '=') {
      Claim& claim = result.claims.emplace_back();
      claim.level = level;
      claim.place = ++place;
      claim.person = static_cast<PersonNo>(c);
    }
  }
  return result;
}

SeatList limited(std::string_view text, std::vector<std::uint32_t> places) {
  return list(text, std::move(places), true);
}

/// List after list, prize after prize.
std::vector<Row> in_order(const std::vector<SeatList>& lists) {
  std::vector<Row> rows;
  for (std::uint32_t no = 0; no < lists.size(); ++no) {
    for (std::uint32_t prize = 0; prize < lists[no].places.size(); ++prize) rows.push_back(Row{no, prize});
  }
  return rows;
}

/// A line for each prize: `A1 a b`, `A2 open 1 of c d`, `A2 vacant 1`, with `?` after seats that depend, then
/// who was passed over: `A: a barred, b moved up`.
std::string story(const std::vector<SeatList>& lists, const Filling& filling) {
  const auto name = [&](std::uint32_t no, Rank rank) {
    return std::string(1, static_cast<char>(lists[no].claims[rank].person));
  };
  const auto letter = [](std::uint32_t no) { return std::string(1, static_cast<char>('A' + no)); };
  std::string text;
  for (const Row& row : in_order(lists)) {
    const std::string prize = letter(row.list) + std::to_string(row.prize + 1);
    std::string seats;
    for (const auto& seat : filling.seats) {
      if (seat.list == row.list && seat.prize == row.prize)
        seats += " " + name(seat.list, seat.rank) + (seat.depends ? "?" : "");
    }
    if (!seats.empty()) text += prize + seats + "\n";
    for (const auto& tie : filling.open) {
      if (tie.list != row.list || tie.prize != row.prize) continue;
      text += prize + " open " + std::to_string(tie.places) + " of";
      for (const Rank rank : tie.candidates) text += " " + name(tie.list, rank);
      text += "\n";
    }
    for (const auto& vacancy : filling.vacant) {
      if (vacancy.list == row.list && vacancy.prize == row.prize)
        text += prize + " vacant " + std::to_string(vacancy.places) + "\n";
    }
  }
  for (const auto& skip : filling.skipped) {
    text += letter(skip.list) + ": " + name(skip.list, skip.rank);
    text += skip.reason == SkipReason::barred          ? " barred"
            : skip.reason == SkipReason::below_minimum ? " below"
            : skip.reason == SkipReason::decided       ? " decided"
                                                       : " holds";
    if (skip.moved_up) text += ", " + name(skip.list, *skip.moved_up) + " moved up";
    text += "\n";
  }
  return text;
}

std::string filled(const std::vector<SeatList>& lists) { return story(lists, fill(lists, in_order(lists))); }

}  // namespace

TEST_CASE("each seat goes to the best that is left") {
  CHECK(filled({list("a b c d", {1, 2})}) == "A1 a\nA2 b c\n");
}

TEST_CASE("equals whose seats are all of one prize get them") {
  CHECK(filled({list("a b=c d e", {1, 3})}) == "A1 a\nA2 b c d\n");
}

TEST_CASE("equals that fit a prize exactly get it") {
  CHECK(filled({list("a=b c", {2, 1})}) == "A1 a b\nA2 c\n");
  CHECK(filled({list("a b=c", {1, 2})}) == "A1 a\nA2 b c\n");
}

TEST_CASE("more equals than seats leave the seats open") {
  CHECK(filled({list("a b=c=d", {1, 2})}) == "A1 a\nA2 open 2 of b c d\n");
}

TEST_CASE("two equals for one seat leave it open and nobody below comes into it") {
  CHECK(filled({list("a=b c d", {1})}) == "A1 open 1 of a b\n");
}

TEST_CASE("equals across two prizes leave the seats of both open, and the list goes on below them") {
  CHECK(filled({list("a b=c=d e f g", {1, 2, 2})}) == "A1 a\nA2 open 2 of b c d\nA3 e\nA3 open 1 of b c d\n");
}

TEST_CASE("a tie for the last seat of a prize and the first of the next") {
  CHECK(filled({list("a b=c d", {2, 2})}) == "A1 a\nA1 open 1 of b c\nA2 d\nA2 open 1 of b c\n");
}

TEST_CASE("a tie can cover three prizes whole") {
  CHECK(filled({list("a=b=c=d e", {1, 1, 2, 1})}) ==
        "A1 open 1 of a b c d\nA2 open 1 of a b c d\nA3 open 2 of a b c d\nA4 e\n");
}

TEST_CASE("a tie for more than all seats leaves all of them open") {
  CHECK(filled({list("a=b=c=d=e=f", {1, 2, 2})}) ==
        "A1 open 1 of a b c d e f\nA2 open 2 of a b c d e f\nA3 open 2 of a b c d e f\n");
}

TEST_CASE("two ties one after the other in one prize") {
  CHECK(filled({list("a=b c=d e", {1, 2, 2})}) ==
        "A1 open 1 of a b\nA2 open 1 of a b\nA2 open 1 of c d\nA3 e\nA3 open 1 of c d\n");
}

TEST_CASE("seats that nobody is left for stay vacant") {
  CHECK(filled({list("a b", {1, 3, 2})}) == "A1 a\nA2 b\nA2 vacant 2\nA3 vacant 2\n");
  CHECK(filled({list("", {2})}) == "A1 vacant 2\n");
}

TEST_CASE("after a tie that takes fewer seats than there are the rest is vacant") {
  CHECK(filled({list("a=b", {1, 3})}) == "A1 open 1 of a b\nA2 open 1 of a b\nA2 vacant 2\n");
}

TEST_CASE("who may not win is passed over and the next one moves up") {
  CHECK(filled({list("a! b c", {1, 1})}) == "A1 b\nA2 c\nA: a barred, b moved up\n");
}

TEST_CASE("who is below the minimum is passed over") {
  CHECK(filled({list("a b- c", {2})}) == "A1 a c\nA: b below, c moved up\n");
}

TEST_CASE("several in a row who are passed over see the same one move up") {
  CHECK(filled({list("a! b- c", {1})}) == "A1 c\nA: a barred, c moved up\nA: b below, c moved up\n");
}

TEST_CASE("who is passed over for a seat that stays vacant or open sees nobody move up") {
  CHECK(filled({list("a b!", {2})}) == "A1 a\nA1 vacant 1\nA: b barred\n");
  CHECK(filled({list("a! b=c", {1})}) == "A1 open 1 of b c\nA: a barred\n");
}

TEST_CASE("whoever stands below the last seat is not passed over") {
  CHECK(filled({list("a b! c!", {1})}) == "A1 a\n");
}

TEST_CASE("somebody passed over does not make a tie") {
  CHECK(filled({list("a=b! c", {1, 1})}) == "A1 a\nA2 c\nA: b barred, c moved up\n");
  CHECK(filled({list("a!=b c", {1})}) == "A1 b\nA: a barred\n");
}

TEST_CASE("an equal who is passed over would have come after those who got seats") {
  CHECK(filled({list("a=b!=c d e", {3})}) == "A1 a c d\nA: b barred, d moved up\n");
}

TEST_CASE("a tie that is passed over whole makes room for the next") {
  CHECK(filled({list("a!=b! c d", {1, 1})}) ==
        "A1 c\nA2 d\nA: a barred, c moved up\nA: b barred, c moved up\n");
}

TEST_CASE("without a limit one person may hold seats of two awards") {
  CHECK(filled({list("a b", {1}), list("a b", {1})}) == "A1 a\nB1 a\n");
}

TEST_CASE("with a limit who holds a seat is passed over in later awards") {
  CHECK(filled({limited("a b c", {1}), limited("a b c", {1})}) == "A1 a\nB1 b\nB: a holds, b moved up\n");
}

TEST_CASE("an award without a limit takes no notice of seats, and its seats are noticed by none") {
  CHECK(filled({limited("a b", {1}), list("a b", {1}), limited("a b", {1})}) ==
        "A1 a\nB1 a\nC1 b\nC: a holds, b moved up\n");
  CHECK(filled({list("a b", {1}), limited("a b", {1})}) == "A1 a\nB1 a\n");
}

TEST_CASE("who holds a seat makes no tie elsewhere") {
  CHECK(filled({limited("a", {1}), limited("a=b", {1})}) == "A1 a\nB1 b\nB: a holds\n");
}

TEST_CASE("candidates of open seats hold nothing: a seat they are given meanwhile depends") {
  CHECK(filled({limited("a=b c", {1}), limited("a c d", {1})}) == "A1 open 1 of a b\nB1 a?\n");
}

TEST_CASE("who would move up to another prize when a candidate is seated depends too") {
  CHECK(filled({limited("a=b", {1}), limited("a c d e", {1, 1})}) == "A1 open 1 of a b\nB1 a?\nB2 c?\n");
}

TEST_CASE("who gets the same prize whatever is decided does not depend") {
  CHECK(filled({limited("a=b", {1}), limited("c a d e f", {1, 3})}) == "A1 open 1 of a b\nB1 c\nB2 a? d e\n");
}

TEST_CASE("candidates that reach no later seat make nothing depend") {
  CHECK(filled({limited("a=b c", {1}), limited("c d a b", {2})}) == "A1 open 1 of a b\nB1 c d\n");
}

TEST_CASE("an open tie of an award without a limit makes nothing depend") {
  CHECK(filled({list("a=b", {1}), limited("a b", {1})}) == "A1 open 1 of a b\nB1 a\n");
  CHECK(filled({limited("a=b", {1}), list("a b", {1})}) == "A1 open 1 of a b\nB1 a\n");
  CHECK(filled({list("a=b", {1}), limited("x=y", {1}), limited("a b", {1})}) ==
        "A1 open 1 of a b\nB1 open 1 of x y\nC1 a\n");
}

TEST_CASE("what depends is handed on to the lists after") {
  // If a is seated in A, c comes into B and leaves C to d.
  CHECK(filled({limited("a=b", {1}), limited("a c", {1}), limited("c d", {1})}) ==
        "A1 open 1 of a b\nB1 a?\nC1 c?\n");
}

TEST_CASE("a seat that would be part of a tie if a candidate were seated depends") {
  // Without a the tie of c and d falls on the boundary between the prizes.
  CHECK(filled({limited("a=b", {1}), limited("a c=d e", {1, 2})}) == "A1 open 1 of a b\nB1 a?\nB2 c? d?\n");
}

TEST_CASE("seats before the tie do not depend") {
  CHECK(filled({limited("x y", {2}), limited("a=b", {1})}) == "A1 x y\nB1 open 1 of a b\n");
}

TEST_CASE("a candidate who may have got a seat elsewhere before the next prize leaves that to those below") {
  // A1 and A2 are open between a and b. In between a or b gets B1, whoever does not come first; then c gets
  // A2.
  const std::vector<SeatList> lists{limited("a=b c", {1, 1}), limited("a=b", {1})};
  const std::vector<Row> rows{{0, 0}, {1, 0}, {0, 1}};
  CHECK(story(lists, fill(lists, rows)) == "A1 open 1 of a b\nA2 open 1 of a b\nB1 open 1 of a b\n");
  std::vector<SeatList> decided = lists;
  decided[0].decisions = {{1, 0}};
  CHECK(story(decided, fill(decided, rows)) == "A1 b\nA2 c\nB1 a\nB: b holds\nA: a holds, c moved up\n");
}

TEST_CASE("seats below a tie depend where one of its candidates may have got a seat elsewhere") {
  // If e comes first, b gets B1 before A2 is given, which c and d are then tied for.
  const std::vector<SeatList> lists{limited("e=b c=d", {1, 1, 2}), limited("b", {1})};
  CHECK(story(lists, fill(lists, std::vector<Row>{{0, 0}, {1, 0}, {0, 1}, {0, 2}})) ==
        "A1 open 1 of e b\nA2 open 1 of e b\nA3 c? d?\nB1 b?\n");
  // Without B1 in between nobody can have.
  CHECK(story(lists, fill(lists, in_order(lists))) == "A1 open 1 of e b\nA2 open 1 of e b\nA3 c d\nB1 b?\n");
}

TEST_CASE("a prize without seats in between lets nobody have got a seat elsewhere") {
  const std::vector<SeatList> lists{limited("e=b c=d", {1, 1, 2}), limited("b", {0})};
  CHECK(story(lists, fill(lists, std::vector<Row>{{0, 0}, {1, 0}, {0, 1}, {0, 2}})) ==
        "A1 open 1 of e b\nA2 open 1 of e b\nA3 c d\n");
}

TEST_CASE("who comes next by a decision and holds a seat by then leaves it to the one after") {
  std::vector<SeatList> lists{limited("a=b=c d", {1, 1}), limited("b", {1})};
  lists[0].decisions = {{0, 1, 2}};
  CHECK(story(lists, fill(lists, std::vector<Row>{{0, 0}, {1, 0}, {0, 1}})) ==
        "A1 a\nA2 c\nB1 b\nA: b holds, c moved up\n");
}

TEST_CASE("a list that was looked through to its end has run out") {
  const std::vector<SeatList> lists{list("a b", {2}), list("a b", {3}), list("a!", {1})};
  CHECK(fill(lists, in_order(lists)).ran_out == std::vector<bool>{false, true, true});
}

TEST_CASE("a list may run out only when all candidates hold a seat") {
  const std::vector<SeatList> lists{limited("a=b", {1}), limited("a", {1})};
  CHECK(fill(lists, in_order(lists)).ran_out == std::vector<bool>{false, true});
}

namespace {

using Numbers = std::mt19937;

std::uint32_t below(Numbers& numbers, std::uint32_t n) { return static_cast<std::uint32_t>(numbers() % n); }

template <class T>
void shuffle(std::vector<T>& values, Numbers& numbers) {
  for (std::size_t i = values.size(); i > 1; --i)
    std::swap(values[i - 1], values[below(numbers, static_cast<std::uint32_t>(i))]);
}

/// A list of some of eight persons with ties.
SeatList some_list(Numbers& numbers) {
  std::vector<char> names(8);
  std::iota(names.begin(), names.end(), 'a');
  shuffle(names, numbers);
  names.resize(3 + below(numbers, 6));
  std::string text;
  for (const char name : names) {
    if (!text.empty()) text += below(numbers, 5) < 2 ? '=' : ' ';
    text += name;
    if (below(numbers, 8) == 0) text += '!';
  }
  std::vector<std::uint32_t> places(1 + below(numbers, 3));
  for (std::uint32_t& number : places) number = 1 + below(numbers, 2);
  return list(text, places, below(numbers, 4) != 0);
}

std::vector<SeatList> some_lists(Numbers& numbers) {
  std::vector<SeatList> lists(2 + below(numbers, 3));
  for (SeatList& list : lists) list = some_list(numbers);
  return lists;
}

/// Decides all ties of a list by chance.
SeatList without_ties(SeatList list, Numbers& numbers) {
  shuffle(list.claims, numbers);
  std::ranges::stable_sort(list.claims, {}, &Claim::level);
  for (std::size_t i = 0; i < list.claims.size(); ++i)
    list.claims[i].level = static_cast<std::uint32_t>(i + 1);
  return list;
}

using Given = std::set<std::tuple<std::uint32_t, std::uint32_t, PersonNo>>;

/// Who gets which prize of which list, but for seats that depend.
Given given(const std::vector<SeatList>& lists, const Filling& filling) {
  Given result;
  for (const auto& seat : filling.seats) {
    if (!seat.depends) result.emplace(seat.list, seat.prize, lists[seat.list].claims[seat.rank].person);
  }
  return result;
}

}  // namespace

TEST_CASE("seats, open seats and vacant seats add up to the places of every prize") {
  Numbers numbers(20230910);
  for (int run = 0; run < 2000; ++run) {
    const std::vector<SeatList> lists = some_lists(numbers);
    const Filling filling = fill(lists, in_order(lists));
    for (const Row& row : in_order(lists)) {
      const auto here = [&](const auto& entry) { return entry.list == row.list && entry.prize == row.prize; };
      auto sum = static_cast<std::uint32_t>(std::ranges::count_if(filling.seats, here));
      for (const auto& tie : filling.open) sum += here(tie) ? tie.places : 0;
      for (const auto& vacancy : filling.vacant) sum += here(vacancy) ? vacancy.places : 0;
      REQUIRE(sum == lists[row.list].places[row.prize]);
    }
  }
}

TEST_CASE("a tie has more candidates than seats, or its seats are of several prizes") {
  Numbers numbers(20230911);
  for (int run = 0; run < 2000; ++run) {
    const std::vector<SeatList> lists = some_lists(numbers);
    const Filling filling = fill(lists, in_order(lists));
    for (const auto& tie : filling.open) REQUIRE(tie.candidates.size() > tie.places);
  }
}

TEST_CASE("whatever is decided, a seat that does not depend stays") {
  Numbers numbers(20230930);
  for (int run = 0; run < 2000; ++run) {
    const std::vector<SeatList> lists = some_lists(numbers);
    const Given kept = given(lists, fill(lists, in_order(lists)));
    for (int decision = 0; decision < 20; ++decision) {
      std::vector<SeatList> decided;
      for (const SeatList& list : lists) decided.push_back(without_ties(list, numbers));
      const Given outcome = given(decided, fill(decided, in_order(decided)));
      REQUIRE(std::ranges::includes(outcome, kept));
    }
  }
}
