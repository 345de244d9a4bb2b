// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/sheet.hpp>
#include <tests/support/property.hpp>
#include <tests/unit/ranking/scene.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

using quiz::GroupNo;
using quiz::kNone;
using quiz::RoundNo;
using quiz::contest::AcrossRounds;
using quiz::contest::GroupMeasure;
using quiz::contest::GroupTerm;
using quiz::contest::Key;
using quiz::contest::PersonLimit;
using quiz::contest::Ties;
using quiz::roster::Barred;
using quiz::tests::between;
using quiz::tests::Registration;
using quiz::tests::Scene;
using quiz::tests::Sheet;
using quiz::tests::shuffled;

namespace {

using Order = std::vector<std::uint32_t>;

constexpr std::uint32_t kRounds = 3;
constexpr std::uint32_t kGroups = 4;

/// A small contest of three rounds and two tracks with four communes, the last of which follows the third.
/// Groups are named by their numbers here, whatever their order in the file.
struct Input {
  std::vector<Registration> registrations;
  std::vector<std::pair<std::uint32_t, Sheet>> sheets;  ///< beside a position in the registrations
  AcrossRounds across = AcrossRounds::sum;
  Ties ties = Ties::report;
};

/// The orders in which the parts of an input stand in their files.
struct Orders {
  Order registrations;
  Order sheets;
  Order rounds;
  Order groups;
};

Order in_order(std::size_t size) {
  Order order(size);
  std::iota(order.begin(), order.end(), 0U);
  return order;
}

Orders as_they_are(const Input& input) {
  return {in_order(input.registrations.size()), in_order(input.sheets.size()), in_order(kRounds),
          in_order(kGroups)};
}

Input some_input() {
  Input input;
  input.across = between(0, 1) == 0 ? AcrossRounds::sum : AcrossRounds::best;
  input.ties = static_cast<Ties>(between(0, 3));
  for (int i = between(1, 8); i > 0; --i) {
    Registration one;
    one.id = "s" + std::to_string(i);
    one.name = "name " + std::to_string(between(1, 6));
    if (between(0, 2) != 0) one.registered_at = "2023-09-1" + std::to_string(between(0, 2)) + " 08:00";
    one.track = between(0U, 1U);
    one.group = between(0U, kGroups);
    if (one.group == kGroups) one.group = kNone;
    if (between(0, 4) == 0) one.barred = between(0, 1) == 0 ? Barred::from_win : Barred::from_enter;
    input.registrations.push_back(one);
  }
  for (int i = between(0, 16); i > 0; --i) {
    Sheet sheet;
    sheet.round = between<RoundNo>(0, kRounds - 1);
    sheet.points = between(7, 8);
    sheet.correct = static_cast<std::uint16_t>(sheet.points);
    sheet.all_correct = sheet.points == 8;
    if (between(0, 5) != 0) sheet.duration = between(1, 2) * 100;
    if (between(0, 5) != 0) sheet.prediction = between(0, 3);
    if (between(0, 2) != 0) sheet.started = between(0, 4);
    if (between(0, 2) != 0) sheet.submitted = between(10, 14);
    sheet.attempt = between(0U, 2U);
    sheet.late = between(0, 9) == 0;
    sheet.digest = static_cast<std::uint64_t>(i);
    input.sheets.emplace_back(
        between<std::uint32_t>(0, static_cast<std::uint32_t>(input.registrations.size()) - 1), sheet);
  }
  return input;
}

/// Where each of the numbers stands in an order.
Order positions(const Order& order) {
  Order result(order.size());
  for (std::uint32_t at = 0; at < order.size(); ++at) result[order[at]] = at;
  return result;
}

void add_groups(Scene& scene, const Order& order) {
  const Order at = positions(order);
  std::vector<quiz::roster::Group> groups(kGroups);
  for (std::uint32_t no = 0; no < kGroups; ++no)
    groups[at[no]] = quiz::tests::group("g" + std::to_string(no), "commune", 3 + no);
  groups[at[2]].valid_to = quiz::tests::day("2023-09-20");
  groups[at[2]].successor = at[3];
  scene.groups = quiz::roster::GroupTree(groups);
}

void add_rounds(Scene& scene, const Order& order) {
  scene.add_round("w2");
  scene.add_round("w3");
  for (std::uint32_t no = 0; no < kRounds; ++no) {
    quiz::contest::Round& round = scene.contest.rounds[positions(order)[no]];
    round.id.text = "w" + std::to_string(no + 1);
    quiz::contest::RoundRules& rules = round.rules.values.front();
    rules.attempts.max = 2;
    const std::string closes = "2023-09-" + std::to_string(18 + no) + "T20:00+07:00";
    rules.window.closes = quiz::Instant(quiz::Milliseconds(quiz::tests::ms(closes)));
  }
}

void add_awards(Scene& scene, Ties ties) {
  auto& medal = scene.add_award("medal", {1, 2});
  medal.per_track = true;
  medal.person_limit = PersonLimit::highest;
  medal.ties = ties;
  scene.add_award("consolation", {3}).person_limit = PersonLimit::highest;
  auto& unit = scene.add_group_award("unit", "commune", {1, 1});
  unit.ties = ties;
  unit.score.resize(2);
  unit.score[0].key.measure = GroupMeasure::participation;
  unit.score[1].key = {GroupMeasure::top_mean, 2};
  unit.group_order = {{{GroupMeasure::score}}, {{GroupMeasure::finished}}};
}

/// Everything that comes of an input whose parts stand in these orders: verdicts, counters, lists and awards.
std::string outcome(const Input& input, const Orders& orders) {
  Scene scene;
  scene.contest.person = {"name"};
  scene.contest.across_rounds = input.across;
  scene.order_by({Key::points, Key::correct, Key::prediction, Key::duration, Key::attempts});
  scene.contest.tracks[0].id.text = "officials";
  scene.add_track("people");
  add_rounds(scene, orders.rounds);
  add_groups(scene, orders.groups);
  const Order group_at = positions(orders.groups);
  std::vector<quiz::EntrantNo> entrant(input.registrations.size());
  for (const std::uint32_t no : orders.registrations) {
    Registration one = input.registrations[no];
    if (one.group != kNone) one.group = group_at[one.group];
    entrant[no] = scene.add(one);
  }
  for (const std::uint32_t no : orders.sheets) {
    Sheet sheet = input.sheets[no].second;
    sheet.round = positions(orders.rounds)[sheet.round];
    scene.add(entrant[input.sheets[no].first], sheet);
  }
  add_awards(scene, input.ties);

  const quiz::ranking::Tally tally = scene.tally();
  std::vector<std::string> verdicts(input.sheets.size());
  for (std::uint32_t at = 0; at < orders.sheets.size(); ++at)
    verdicts[orders.sheets[at]] =
        std::to_string(tally.attempt[at]) + " " + std::string(quiz::response::name(tally.verdict[at])) + "\n";
  std::string text;
  for (const std::string& verdict : verdicts) text += verdict;
  text += std::to_string(tally.counters.registered) + " " + std::to_string(tally.counters.finished) + " " +
          std::to_string(tally.counters.attempts) + " " + std::to_string(tally.counters.all_correct) + "\n";
  return text + scene.ranked() + "\n" + scene.ranked_groups("commune") + "\n" + scene.awarded();
}

}  // namespace

QUIZ_PROPERTY("no order of entrants.csv changes anything", ()) {
  const Input input = some_input();
  Orders orders = as_they_are(input);
  const std::string expected = outcome(input, orders);
  orders.registrations = shuffled(orders.registrations);
  RC_ASSERT(outcome(input, orders) == expected);
}

QUIZ_PROPERTY("no order of arrival changes anything", ()) {
  const Input input = some_input();
  Orders orders = as_they_are(input);
  const std::string expected = outcome(input, orders);
  orders.sheets = shuffled(orders.sheets);
  RC_ASSERT(outcome(input, orders) == expected);
}

QUIZ_PROPERTY("no order of groups.csv changes anything", ()) {
  const Input input = some_input();
  Orders orders = as_they_are(input);
  const std::string expected = outcome(input, orders);
  orders.groups = shuffled(orders.groups);
  RC_ASSERT(outcome(input, orders) == expected);
}

QUIZ_PROPERTY("where no key asks for the last round, no order of rounds changes anything", ()) {
  const Input input = some_input();
  Orders orders = as_they_are(input);
  const std::string expected = outcome(input, orders);
  // The last round tells which groups an award lists.
  std::swap(orders.rounds[0], orders.rounds[1]);
  RC_ASSERT(outcome(input, orders) == expected);
}
