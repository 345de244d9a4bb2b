// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/items.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace {

using quiz::ItemNo;
using quiz::kNone;
using quiz::Points;
using quiz::bank::Bank;
using quiz::bank::Difficulty;
using quiz::bank::Item;
using quiz::contest::Blueprint;
using quiz::contest::Contest;
using quiz::contest::fitting;
using quiz::contest::is_fixed;
using quiz::contest::Items;
using quiz::contest::maximum_points;
using quiz::contest::paper_size;
using quiz::contest::Round;
using quiz::contest::RoundRules;
using quiz::contest::Section;
using Numbers = std::vector<ItemNo>;

Item item(std::string id) {
  Item result;
  result.id.text = std::move(id);
  return result;
}

/// The bank `general` with q2, q1, q3 and the bank `officials` with q1, x.
struct TwoBanks {
  TwoBanks() {
    contest.banks.emplace_back().name = "general";
    contest.banks.emplace_back().name = "officials";
    banks.resize(2);
    for (const char* id : {"q2", "q1", "q3"}) banks[0].items.push_back(item(id));
    for (const char* id : {"q1", "x"}) banks[1].items.push_back(item(id));
  }
  [[nodiscard]] Items items() const { return {contest, banks}; }

  Contest contest;
  std::vector<Bank> banks;
};

Section section(std::optional<std::uint32_t> draw, std::uint32_t bank = 0) {
  Section result;
  result.bank = bank;
  result.draw = draw;
  return result;
}

Blueprint blueprint(std::vector<Section> sections) { return {std::move(sections), false, false}; }

}  // namespace

TEST_CASE("items are numbered bank after bank, in the order of their files") {
  const TwoBanks two;
  const Items items = two.items();
  CHECK(items.size() == 5);
  CHECK(items.reference(0) == "general/q2");
  CHECK(items.reference(4) == "officials/x");
  CHECK(items[3].id.text == "q1");
  CHECK(items.first(0) == 0);
  CHECK(items.first(1) == 3);
  CHECK(items.first(2) == 5);
}

TEST_CASE("an item is found by bank and id, and by an id that only one bank has") {
  const TwoBanks two;
  const Items items = two.items();
  CHECK(items.find("general/q1") == 1);
  CHECK(items.find("officials/q1") == 3);
  CHECK(items.find("q2") == 0);
  CHECK(items.find("x") == 4);
  CHECK(items.find("q1") == kNone);
  CHECK(items.find("general/x") == kNone);
  CHECK(items.find("nowhere/q1") == kNone);
  CHECK(items.find("/q2") == kNone);
  CHECK(items.find("q") == kNone);
  CHECK(items.find("q9") == kNone);
  CHECK(items.find("") == kNone);
}

TEST_CASE("there may be no items at all") {
  const Items items(Contest{}, {});
  CHECK(items.size() == 0);
  CHECK(items.first(0) == 0);
  CHECK(items.find("a") == kNone);
}

TEST_CASE("without selectors every active item of the bank fits a section") {
  TwoBanks two;
  two.banks[0].items[1].status = quiz::bank::Status::retired;
  CHECK(fitting(two.items(), section({})) == Numbers{0, 2});
  CHECK(fitting(two.items(), section({}, 1)) == Numbers{3, 4});
}

TEST_CASE("an item fits that matches at least one entry of each selector given") {
  TwoBanks two;
  std::vector<Item>& general = two.banks[0].items;
  general[0].skills = {"f/1", "f/2"};
  general[0].tags = {"a"};
  general[0].difficulty = Difficulty::easy;
  general[1].skills = {"f/2"};
  general[1].tags = {"b", "c"};
  general[1].difficulty = Difficulty::hard;
  general[2].tags = {"a"};

  Section by_skill = section({});
  by_skill.skills = {"f/2", "f/9"};
  CHECK(fitting(two.items(), by_skill) == Numbers{0, 1});
  Section by_tag = section({});
  by_tag.tags = {"a", "c"};
  CHECK(fitting(two.items(), by_tag) == Numbers{0, 1, 2});
  Section by_difficulty = section({});
  by_difficulty.difficulty = {Difficulty::medium, Difficulty::hard};
  CHECK(fitting(two.items(), by_difficulty) == Numbers{1});
  Section by_all = by_skill;
  by_all.tags = {"a"};
  by_all.difficulty = {Difficulty::easy};
  CHECK(fitting(two.items(), by_all) == Numbers{0});
  by_all.difficulty = {Difficulty::hard};
  CHECK(fitting(two.items(), by_all).empty());
}

TEST_CASE("a paper is fixed where everything is drawn and nothing shuffled") {
  CHECK(is_fixed(blueprint({section({}), section({}, 1)})));
  CHECK_FALSE(is_fixed(blueprint({section({}), section(3)})));
  CHECK_FALSE(is_fixed({{section({})}, true, false}));
  CHECK_FALSE(is_fixed({{section({})}, false, true}));
}

TEST_CASE("a round is fixed where every track has the same fixed paper, whatever else differs") {
  Round round;
  round.rules.values.resize(2);
  for (RoundRules& rules : round.rules.values) rules.paper = blueprint({section({})});
  round.rules.values[1].grace = quiz::Milliseconds{1000};
  CHECK(is_fixed(round));
  round.rules.values[1].paper = blueprint({section({}, 1)});
  CHECK_FALSE(is_fixed(round));
  round.rules.values.resize(1);
  CHECK(is_fixed(round));
  round.rules.values[0].paper.shuffle_items = true;
  CHECK_FALSE(is_fixed(round));
}

TEST_CASE("the items of a fixed paper stand in the order of its sections") {
  const TwoBanks two;
  CHECK(fixed_paper(two.items(), blueprint({section({}, 1), section({})})) == Numbers{3, 4, 0, 1, 2});
}

TEST_CASE("the size of a paper is the sum of its sections, whose items come once") {
  TwoBanks two;
  const Items items = two.items();
  CHECK(paper_size(items, blueprint({section({})})) == 3);
  CHECK(paper_size(items, blueprint({section(2)})) == 2);
  CHECK(paper_size(items, blueprint({section(2), section({})})) == 3);
  CHECK(paper_size(items, blueprint({section({}), section({})})) == 3);
  CHECK(paper_size(items, blueprint({section(1), section({}, 1)})) == 3);
  CHECK(paper_size(items, blueprint({section(9)})) == 3);
  CHECK(paper_size(items, blueprint({})) == 0);
}

TEST_CASE("the most points are those of the items, or of the section where it has its own") {
  TwoBanks two;
  two.banks[1].items[0].points = Points{25'000};
  two.banks[1].items[1].points = Points{5'000};
  const Items items = two.items();
  CHECK(maximum_points(items, blueprint({section(2)})) == Points{20'000});
  CHECK(maximum_points(items, blueprint({section({}, 1)})) == Points{30'000});
  Section own = section({}, 1);
  own.points = Points{1'000};
  CHECK(maximum_points(items, blueprint({section(2), own})) == Points{22'000});
  CHECK(maximum_points(items, blueprint({})) == Points{0});
}
