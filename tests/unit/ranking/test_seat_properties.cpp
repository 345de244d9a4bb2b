// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/seats.hpp>
#include <tests/support/property.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using quiz::PersonNo;
using quiz::contest::Ties;
using quiz::ranking::Claim;
using quiz::ranking::fill;
using quiz::ranking::Filling;
using quiz::ranking::OpenTie;
using quiz::ranking::Rank;
using quiz::ranking::Row;
using quiz::ranking::Seat;
using quiz::ranking::SeatList;
using quiz::ranking::SkipReason;
using quiz::ranking::Vacancy;
using quiz::tests::between;
using quiz::tests::shuffled;

namespace {

constexpr PersonNo kPersons = 6;

bool happens(int in_ten) { return between(0, 9) < in_ten; }

/// A few lists of the same few persons with many ties, and the order in which their prizes are given.
struct Awards {
  std::vector<SeatList> lists;
  std::vector<Row> rows;

  [[nodiscard]] Filling filled() const { return fill(lists, rows); }
};

SeatList some_list() {
  SeatList list;
  std::vector<PersonNo> persons(kPersons);
  std::iota(persons.begin(), persons.end(), PersonNo{0});
  persons = shuffled(std::move(persons));
  persons.resize(between<std::size_t>(1, kPersons));
  std::uint32_t level = 1;
  for (const PersonNo person : persons) {
    if (!list.claims.empty() && !happens(4)) level = static_cast<std::uint32_t>(list.claims.size() + 1);
    Claim& claim = list.claims.emplace_back();
    claim.level = level;
    claim.place = level;
    claim.person = person;
    if (happens(1)) claim.lost = happens(5) ? SkipReason::barred : SkipReason::below_minimum;
  }
  list.places.resize(between<std::size_t>(1, 3));
  for (std::uint32_t& places : list.places) places = between(1U, 2U);
  list.limited = happens(8);
  list.ties = *rc::gen::element(Ties::report, Ties::report, Ties::share, Ties::extend, Ties::lot);
  return list;
}

Awards some_awards() {
  Awards awards;
  for (int count = between(1, 3); count > 0; --count) awards.lists.push_back(some_list());
  for (std::uint32_t list = 0; list < awards.lists.size(); ++list)
    for (std::uint32_t prize = 0; prize < awards.lists[list].places.size(); ++prize)
      awards.rows.push_back(Row{list, prize});
  // As in an award of several lists: prize by prize.
  if (happens(5)) std::ranges::stable_sort(awards.rows, {}, &Row::prize);
  return awards;
}

PersonNo person(const Awards& awards, std::uint32_t list, Rank rank) {
  return awards.lists[list].claims[rank].person;
}

using Given = std::tuple<std::uint32_t, std::uint32_t, PersonNo>;

/// Who gets which prize of which list.
std::set<Given> given(const Awards& awards, const Filling& filling) {
  std::set<Given> result;
  for (const Seat& seat : filling.seats)
    result.emplace(seat.list, seat.prize, person(awards, seat.list, seat.rank));
  return result;
}

/// Calls `visit` with what comes of all ways to decide all ties, those among them that only decisions bring
/// about too. More than a few hundred are too many: then it discards the case.
template <class Visit>
void each_outcome(const Awards& awards, Visit visit, int& left) {
  const Filling filling = awards.filled();
  if (filling.open.empty()) {
    if (--left < 0) RC_DISCARD("too many decisions");
    visit(awards, filling);
    return;
  }
  const OpenTie& tie = filling.open.front();
  std::vector<Rank> order = tie.candidates;
  std::ranges::sort(order);
  do {
    Awards decided = awards;
    std::vector<std::vector<Rank>>& decisions = decided.lists[tie.list].decisions;
    decisions.insert(decisions.begin(), order);
    each_outcome(decided, visit, left);
  } while (std::ranges::next_permutation(order).found);
}

template <class Visit>
void each_outcome(const Awards& awards, Visit visit) {
  int left = 400;
  each_outcome(awards, visit, left);
}

}  // namespace

QUIZ_PROPERTY("given, open, vacant and fallen seats add up to the places of each prize, but for shared ones",
              ()) {
  const Awards awards = some_awards();
  const Filling filling = awards.filled();
  std::map<std::uint32_t, std::uint32_t> excess;  // by list
  std::map<std::uint32_t, std::uint32_t> fallen;
  for (const Row& row : awards.rows) {
    const auto here = [&](const auto& entry) { return entry.list == row.list && entry.prize == row.prize; };
    const auto add = [&](const auto& entries) {
      std::uint32_t sum = 0;
      for (const auto& entry : entries) sum += here(entry) ? entry.places : 0;
      return sum;
    };
    const auto seats = static_cast<std::uint32_t>(std::ranges::count_if(filling.seats, here));
    const std::uint32_t sum = seats + add(filling.open) + add(filling.vacant) + add(filling.fallen);
    RC_ASSERT(sum >= awards.lists[row.list].places[row.prize]);
    excess[row.list] += sum - awards.lists[row.list].places[row.prize];
    fallen[row.list] += add(filling.fallen);
  }
  for (const auto& [list, count] : excess) {
    const Ties ties = awards.lists[list].ties;
    if (ties == Ties::report || ties == Ties::lot) RC_ASSERT(count == 0U);
    // Every seat that falls away was given to somebody in another prize.
    if (ties == Ties::share) RC_ASSERT(fallen[list] <= count);
    if (ties != Ties::share) RC_ASSERT(fallen[list] == 0U);
  }
}

QUIZ_PROPERTY("nobody gets a seat who has lost it, nor two seats of awards with a limit, whatever is decided",
              ()) {
  each_outcome(some_awards(), [](const Awards& awards, const Filling& filling) {
    std::set<PersonNo> holders;
    for (const Seat& seat : filling.seats) {
      RC_ASSERT(!awards.lists[seat.list].claims[seat.rank].lost);
      if (awards.lists[seat.list].limited)
        RC_ASSERT(holders.insert(person(awards, seat.list, seat.rank)).second);
    }
  });
}

QUIZ_PROPERTY("nobody has two seats of a list, or is passed over and seated in it", ()) {
  each_outcome(some_awards(), [](const Awards&, const Filling& filling) {
    std::set<std::pair<std::uint32_t, Rank>> seen;
    for (const Seat& seat : filling.seats) RC_ASSERT(seen.emplace(seat.list, seat.rank).second);
    for (const auto& skip : filling.skipped) RC_ASSERT(seen.emplace(skip.list, skip.rank).second);
  });
}

QUIZ_PROPERTY("a decision leaves no tie of those whom it is about", ()) {
  Awards awards = some_awards();
  const Filling filling = awards.filled();
  RC_PRE(!filling.open.empty());
  const OpenTie tie = *rc::gen::elementOf(filling.open);
  awards.lists[tie.list].decisions.push_back(shuffled(tie.candidates));
  const Filling decided = awards.filled();
  for (const OpenTie& other : decided.open)
    RC_ASSERT(other.list != tie.list || other.candidates != tie.candidates);
  RC_ASSERT(decided.used.size() == 1U);
  RC_ASSERT(decided.used.front().list == tie.list);
  RC_ASSERT(decided.used.front().decision == 0U);
}

QUIZ_PROPERTY("of decisions on one tie the first in the list is used", ()) {
  Awards awards = some_awards();
  const Filling filling = awards.filled();
  RC_PRE(!filling.open.empty());
  const OpenTie& tie = filling.open.front();
  const std::vector<Rank> first = shuffled(tie.candidates);
  Awards one = awards;
  one.lists[tie.list].decisions = {first};
  awards.lists[tie.list].decisions = {first, shuffled(tie.candidates)};
  RC_ASSERT(given(awards, awards.filled()) == given(one, one.filled()));
}

QUIZ_PROPERTY("a seat that does not depend stays, whatever is decided", ()) {
  const Awards awards = some_awards();
  const Filling filling = awards.filled();
  std::set<Given> certain;
  for (const Seat& seat : filling.seats)
    if (!seat.depends) certain.emplace(seat.list, seat.prize, person(awards, seat.list, seat.rank));
  each_outcome(awards, [&](const Awards& decided, const Filling& outcome) {
    const std::set<Given> seats = given(decided, outcome);
    RC_ASSERT(std::ranges::includes(seats, certain));
  });
}

QUIZ_PROPERTY("in what order equals stand in a list changes nothing", ()) {
  const Awards awards = some_awards();
  Awards mixed = awards;
  for (SeatList& list : mixed.lists) {
    list.claims = shuffled(list.claims);
    std::ranges::stable_sort(list.claims, {}, &Claim::level);
  }
  const auto story = [](const Awards& of) {
    const Filling filling = of.filled();
    std::multiset<std::string> lines;
    const auto who = [&](std::uint32_t list, Rank rank) {
      return " " + std::to_string(person(of, list, rank));
    };
    const auto row = [](const auto& entry) {
      return std::to_string(entry.list) + "." + std::to_string(entry.prize);
    };
    for (const Seat& seat : filling.seats)
      lines.insert(row(seat) + who(seat.list, seat.rank) + " " + std::to_string(seat.place) +
                   (seat.depends ? " depends" : ""));
    for (const OpenTie& tie : filling.open) {
      std::set<std::string> candidates;
      for (const Rank rank : tie.candidates) candidates.insert(who(tie.list, rank));
      std::string line = row(tie) + " open " + std::to_string(tie.places);
      for (const std::string& candidate : candidates) line += candidate;
      lines.insert(line);
    }
    for (const Vacancy& vacancy : filling.vacant)
      lines.insert(row(vacancy) + " vacant " + std::to_string(vacancy.places));
    for (const Vacancy& vacancy : filling.fallen)
      lines.insert(row(vacancy) + " fallen " + std::to_string(vacancy.places));
    for (const auto& skip : filling.skipped)
      lines.insert("passed over " + std::to_string(skip.list) + who(skip.list, skip.rank) + " " +
                   std::to_string(static_cast<int>(skip.reason)));
    return lines;
  };
  RC_ASSERT(story(awards) == story(mixed));
}
