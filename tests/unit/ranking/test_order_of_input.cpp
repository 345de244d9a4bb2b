// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/tally.hpp>
#include <tests/unit/ranking/scene.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using quiz::contest::GroupMeasure;
using quiz::contest::Key;
using quiz::contest::PersonLimit;
using quiz::roster::Barred;
using quiz::tests::Registration;
using quiz::tests::Scene;
using quiz::tests::Sheet;

namespace {

using Numbers = std::mt19937;

std::uint32_t below(Numbers& numbers, std::uint32_t n) { return static_cast<std::uint32_t>(numbers() % n); }

struct Input {
  std::vector<Registration> registrations;
  std::vector<std::pair<std::uint32_t, Sheet>> sheets;  ///< beside a position in the registrations
};

/// Some registrations of fewer persons, with several sheets each and many equals.
Input make_input() {
  Numbers numbers(21217);
  Input input;
  for (std::uint32_t i = 0; i < 120; ++i) {
    Registration one;
    one.id = "s" + std::to_string(1000 + i);
    one.name = "name " + std::to_string(below(numbers, 70));
    const std::uint32_t day = 10 + below(numbers, 3);
    one.registered_at = below(numbers, 3) == 0 ? "" : "2023-09-" + std::to_string(day) + " 08:00";
    one.track = below(numbers, 2);
    one.group = below(numbers, 4) == 0 ? quiz::kNone : below(numbers, 3);
    one.barred = std::vector{Barred::no, Barred::no, Barred::no,       Barred::no,
                             Barred::no, Barred::no, Barred::from_win, Barred::from_enter}[below(numbers, 8)];
    input.registrations.push_back(one);
  }
  for (std::uint64_t i = 0; i < 400; ++i) {
    Sheet sheet;
    sheet.points = 5 + below(numbers, 4);
    sheet.all_correct = sheet.points == 8;
    sheet.duration = 100 * below(numbers, 2);
    sheet.prediction = 10 * below(numbers, 2);
    if (below(numbers, 3) != 0) sheet.started = below(numbers, 5);
    if (below(numbers, 3) != 0) sheet.submitted = 10 + below(numbers, 5);
    sheet.attempt = below(numbers, 4);
    sheet.late = below(numbers, 10) == 0;
    sheet.digest = i;
    input.sheets.emplace_back(below(numbers, 120), sheet);
  }
  return input;
}

std::vector<std::uint32_t> some_order(std::size_t size, std::uint32_t seed) {
  std::vector<std::uint32_t> order(size);
  std::iota(order.begin(), order.end(), 0U);
  Numbers numbers(seed);
  for (auto i = static_cast<std::uint32_t>(size); i > 1; --i)
    std::swap(order[i - 1], order[below(numbers, i)]);
  return order;
}

/// Everything that comes of the input, read in some order: verdicts by digest, ranks, groups and awards.
std::string outcome(const Input& input, const std::vector<std::uint32_t>& registrations,
                    const std::vector<std::uint32_t>& sheets, bool open) {
  Scene scene;
  scene.roster.open = open;
  scene.contest.person = {"name"};
  scene.contest.rounds[0].rules.values[0].attempts.max = 3;
  scene.order_by({Key::points, Key::prediction, Key::duration});
  scene.contest.tracks[0].id.text = "officials";
  scene.add_track("people");
  scene.groups =
      quiz::roster::GroupTree({quiz::tests::group("x", "commune", 9), quiz::tests::group("y", "commune", 9),
                               quiz::tests::group("z", "commune", 9)});
  std::vector<quiz::EntrantNo> entrant(input.registrations.size());
  for (const std::uint32_t no : registrations) entrant[no] = scene.add(input.registrations[no]);
  for (const std::uint32_t no : sheets) scene.add(entrant[input.sheets[no].first], input.sheets[no].second);

  auto& medal = scene.add_award("medal", {1, 2, 3});
  medal.per_track = true;
  medal.person_limit = PersonLimit::highest;
  scene.add_award("consolation", {10}).person_limit = PersonLimit::highest;
  scene.add_group_award("unit", "commune", {1, 1}).group_order = {{{GroupMeasure::finished}}};

  const quiz::ranking::Tally tally = scene.tally();
  std::vector<std::string> lines(input.sheets.size());
  for (std::uint32_t at = 0; at < sheets.size(); ++at)
    lines[sheets[at]] =
        std::to_string(tally.attempt[at]) + " " + std::string(quiz::response::name(tally.verdict[at]));
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  text += std::to_string(tally.counters.registered) + " " + std::to_string(tally.counters.finished) + " " +
          std::to_string(tally.counters.attempts) + " " + std::to_string(tally.counters.all_correct) + "\n";
  return text + scene.ranked() + "\n" + scene.ranked_groups("commune") + "\n" + scene.awarded();
}

void check_all_orders(bool open) {
  const Input input = make_input();
  const std::vector<std::uint32_t> registrations = some_order(input.registrations.size(), 0);
  const std::vector<std::uint32_t> sheets = some_order(input.sheets.size(), 0);
  const std::string expected = outcome(input, registrations, sheets, open);
  CHECK(expected.find("open x") != std::string::npos);
  CHECK(expected.find("over") != std::string::npos);
  CHECK(expected.find("excluded") != std::string::npos);
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    CHECK(outcome(input, some_order(input.registrations.size(), seed), sheets, open) == expected);
    CHECK(outcome(input, registrations, some_order(input.sheets.size(), seed), open) == expected);
  }
}

}  // namespace

TEST_CASE("no order of entrants.csv and no order of arrival changes anything") { check_all_orders(false); }

TEST_CASE("with open registration no order of arrival changes anything") { check_all_orders(true); }
