// SPDX-License-Identifier: Apache-2.0
// The examples of docs/scoring-rules.md: groups.
#include <quizlib/ranking/awards.hpp>
#include <quizlib/ranking/group_standing.hpp>
#include <tests/unit/ranking/scene.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using quiz::GroupNo;
using quiz::Ratio;
using quiz::RoundNo;
using quiz::contest::Award;
using quiz::contest::GroupMeasure;
using quiz::contest::GroupTerm;
using quiz::ranking::GroupStanding;
using quiz::roster::GroupTree;
using quiz::tests::group;
using quiz::tests::Registration;
using quiz::tests::Scene;
using quiz::tests::Sheet;

namespace {

/// `count` persons of a group with a sheet of `points` each.
void add_persons(Scene& scene, GroupNo group, int count, std::int64_t points, RoundNo round = 0) {
  for (int i = 0; i < count; ++i)
    scene.add(Registration{.id = std::to_string(scene.roster.size()), .group = group},
              Sheet{.round = round, .points = points});
}

GroupTerm term(GroupMeasure measure) {
  GroupTerm result;
  result.key.measure = measure;
  return result;
}

GroupTerm capped_participation() {
  GroupTerm result = term(GroupMeasure::participation);
  result.cap = Ratio(100);
  return result;
}

}  // namespace

// > `score: [{term: participation, cap: 100}, {term: mean-points, weight: 100/15}]`. Commune A: headcount
// > 60, 48 finished, 576 points: 80 + 12 x 100/15 = 160. Commune B: headcount 40, 50 finished, 500 points:
// > 125 capped to 100, and 10 x 100/15: 500/3, printed 166.67. B is first, A second. Commune C, headcount
// > unknown, is unranked.
TEST_CASE("the rules page, groups: participation up to 100 and the mean as a part of it") {
  Scene scene;
  scene.groups = GroupTree({group("A", "commune", 60), group("B", "commune", 40), group("C", "commune")});
  add_persons(scene, 0, 48, 12);
  add_persons(scene, 1, 50, 10);
  add_persons(scene, 2, 1, 20);
  Award& award = scene.add_group_award("unit", "commune", {1});
  award.score = {capped_participation(), term(GroupMeasure::mean_points)};
  award.score[1].weight = Ratio(100, 15);
  award.group_order = {{{GroupMeasure::score}}};
  const std::vector<GroupStanding> standings = scene.group_standings("commune", &award);
  REQUIRE(standings.size() == 3);
  CHECK(standings[0].score == Ratio(500, 3));
  CHECK(format_ratio(standings[0].score.value(), 2) == "166.67");
  CHECK(standings[1].score == Ratio(160));
  CHECK(scene.ranked_groups("commune", &award) == "1 B, 2 A, - C (no headcount)");
}

// > Two rounds, `score: [{term: participation, cap: 100}, {term: prize-points, award: individual, values:
// > {nhat: 10, nhi: 8}}]`. Unit A, 100 on the roll: 80 finished in w1, 60 in w2, and one nhat: (80 + 60) / 2
// > + 10 = 80. Unit B, 50 on the roll: 60 finished in w1, none in w2, two nhi: (100 + 0) / 2 + 16 = 66. A is
// > first.
TEST_CASE("the rules page, groups: participation is a mean over rounds, prizes count once") {
  Scene scene;
  scene.add_round("w2");
  scene.groups = GroupTree({group("A", "unit", 100), group("B", "unit", 50)});
  add_persons(scene, 0, 80, 5, 0);
  add_persons(scene, 0, 60, 5, 1);
  add_persons(scene, 1, 60, 5, 0);
  scene.sheets[0].points = quiz::Points{10 * quiz::Points::kOne};
  scene.sheets[140].points = quiz::Points{9 * quiz::Points::kOne};
  scene.sheets[141].points = quiz::Points{8 * quiz::Points::kOne};
  scene.add_award("individual", {1, 2});
  Award& award = scene.add_group_award("unit", "unit", {1, 1});
  award.score = {capped_participation(), term(GroupMeasure::prize_points)};
  award.score[1].award = 0;
  award.score[1].values = {quiz::parse_decimal("10").value(), quiz::parse_decimal("8").value()};
  award.group_order = {{{GroupMeasure::score}}};
  const quiz::ranking::AwardResult result = scene.award_result();
  REQUIRE(result.lists.size() == 2);
  REQUIRE(result.lists[1].groups.size() == 2);
  CHECK(result.lists[1].groups[0].score == Ratio(80));
  CHECK(result.lists[1].groups[1].score == Ratio(66));
  CHECK(scene.awarded() ==
        "individual p1: 1 0\nindividual p2: 2 140\nindividual p2: 3 141\nunit p1: 1 A\nunit p2: 2 B");
}

// > `top-mean:3` of a unit with kept sheets of 10 and 8 points: 18/3 = 6.
TEST_CASE("the rules page, groups: a mean of the best divides by their number also where there are fewer") {
  Scene scene;
  scene.groups = GroupTree({group("A", "unit")});
  add_persons(scene, 0, 1, 10);
  add_persons(scene, 0, 1, 8);
  Award& award = scene.add_group_award("unit", "unit", {1});
  award.score = {term(GroupMeasure::top_mean)};
  award.score[0].key.count = 3;
  award.group_order = {{{GroupMeasure::score}}};
  CHECK(scene.group_standings("unit", &award).at(0).score == Ratio(6));
}
