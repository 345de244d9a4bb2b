// SPDX-License-Identifier: Apache-2.0
// Rules for groups that organisers have published: each key decides in its turn, and only there.
#include <quizlib/ranking/awards.hpp>
#include <quizlib/roster/groups.hpp>
#include <tests/support/inline_table.hpp>
#include <tests/unit/contest/contests.hpp>
#include <tests/unit/ranking/awarded.hpp>
#include <tests/unit/ranking/published.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using quiz::GroupNo;
using quiz::RoundNo;
using quiz::contest::Contest;
using quiz::contest::GroupRankingKey;
using quiz::tests::contest_of;
using quiz::tests::Lines;
using quiz::tests::published;
using quiz::tests::Registration;
using quiz::tests::Scene;
using quiz::tests::Sheet;
using quiz::tests::with_keys_swapped;

namespace {

quiz::roster::GroupTree groups_of(const std::string& csv) {
  quiz::Diagnostics diagnostics;
  return quiz::roster::read_groups(quiz::tests::inline_table("groups.csv", csv), diagnostics).value();
}

/// `count` persons of a group with a sheet of `points` each.
void add_persons(Scene& scene, GroupNo group, int count, std::int64_t points, RoundNo round = 0) {
  for (int i = 0; i < count; ++i)
    scene.add(Registration{.id = "s" + std::to_string(1000 + scene.roster.size()), .group = group},
              Sheet{.round = round, .points = points});
}

/// The lists of groups, a line each: `small: 1 A 80, 2 B 66`, with scores where there are.
std::string listed(const Scene& scene) {
  std::string text;
  for (const quiz::ranking::AwardList& list : scene.award_result().lists) {
    const quiz::contest::Award& award = scene.contest.awards[list.award];
    if (award.of != quiz::contest::AwardOf::groups) continue;
    std::string line;
    for (const quiz::ranking::GroupStanding& standing : list.groups) {
      std::string entry = std::to_string(standing.place) + " " + scene.groups[standing.group].code.text;
      if (standing.score) entry += " " + standing.score->fraction();
      quiz::tests::append(line, ", ", entry);
    }
    quiz::tests::append(text, "\n", (list.block ? award.blocks[*list.block].id + ": " : "") + line);
  }
  return text;
}

/// What lists of groups are by the order of the last award, and with the key at `first` and the next swapped.
Lines both_ways(Scene& scene, std::size_t first) {
  const auto order = [](Contest& contest) -> std::vector<GroupRankingKey>& {
    return contest.awards.back().group_order;
  };
  return with_keys_swapped(scene, order, first, listed);
}

constexpr std::string_view kOneRound =
    "rounds: [{id: w1, opens: 2024-01-01, closes: 2024-01-31, paper: {sections: [{bank: general, draw: "
    "10}]}}]\n"
    "ranking: {order: [points]}\n";

std::string one_round(std::string_view lines) {
  return published("groups: {file: groups.csv, levels: [unit]}\n" + std::string(kOneRound) +
                   std::string(lines));
}

}  // namespace

// "participation % (one point per %; mean of the rounds / registered roll) + converted prize points (Nhất 10,
// Nhì 8, Ba 6)" (Quảng Nam); "a unit with 70% participation scores 70 before prize points"
namespace {

const std::string kQuangNam = published(R"(
groups: {file: groups.csv, levels: [unit]}
round_defaults: {paper: {sections: [{bank: general, draw: 10}]}}
rounds:
- {id: w1, opens: 2022-09-05, closes: 2022-09-11}
- {id: w2, opens: 2022-09-12, closes: 2022-09-18}
ranking: {order: [points]}
awards:
- id: individual
  of: entrants
  per: [round]
  limit: {per_person: highest}
  prizes: [{id: nhat, places: 1}, {id: nhi, places: 1}, {id: ba, places: 1}]
- id: units
  of: groups
  level: unit
  score:
  - {term: participation}
  - {term: prize-points, award: individual, values: {nhat: 10, nhi: 8, ba: 6}}
  across_rounds: mean
  order: [score]
  prizes: [{id: nhat, places: 1}]
)");

}  // namespace

TEST_CASE("Quảng Nam: a unit with 70 % participation scores 70 before prize points") {
  Scene scene(kQuangNam);
  scene.groups = groups_of("code,name,parent,level,kind,headcount\nA,A,,unit,,10\n");
  add_persons(scene, 0, 9, 5, 0);
  add_persons(scene, 0, 5, 5, 1);
  scene.contest.awards[0].prizes.clear();
  scene.contest.awards[1].score[1].values.clear();
  CHECK(listed(scene) == "1 A 70");
}

TEST_CASE("Quảng Nam: prizes are worth 10, 8 and 6 points, of every round, beside the participation") {
  Scene scene(kQuangNam);
  scene.groups = groups_of("code,name,parent,level,kind,headcount\nA,A,,unit,,10\nB,B,,unit,,10\n");
  for (const RoundNo round : {0U, 1U}) {
    add_persons(scene, 0, 1, 10, round);
    add_persons(scene, 0, 1, 9, round);
    add_persons(scene, 1, 1, 8, round);
    add_persons(scene, 1, 4, 5, round);
  }
  // A: 20 % and two of each of 10 and 8; B: 50 % and twice 6.
  CHECK(listed(scene) == "1 B 62, 2 A 56");
  scene.contest.awards[1].score[0].weight = quiz::Ratio(1, 2);
  CHECK(listed(scene) == "1 A 46, 2 B 37");
}

TEST_CASE("Quảng Nam: a roll that is not filled counts its mean over both rounds") {
  Scene scene(kQuangNam);
  scene.groups = groups_of("code,name,parent,level,kind,headcount\nA,A,,unit,,10\nB,B,,unit,,10\n");
  add_persons(scene, 0, 9, 5, 0);
  add_persons(scene, 1, 5, 5, 0);
  add_persons(scene, 1, 5, 5, 1);
  scene.contest.awards[0].prizes.clear();
  scene.contest.awards[1].score[1].values.clear();
  CHECK(listed(scene) == "1 B 50, 2 A 45");
}

// "participation and quality of papers, in three blocks: administrative bodies, public-service units, commune
// level" (Huế 2025)
TEST_CASE("Huế 2025: participation comes before the quality of papers, in three blocks") {
  Scene scene(one_round(R"(
awards:
- id: units
  of: groups
  level: unit
  blocks:
  - {id: administrative, where: {kind: so}}
  - {id: service, where: {kind: sunghiep}}
  - {id: commune, where: {kind: [xa, phuong]}}
  order: [participation, mean-points]
  prizes: [{id: nhat, places: 1}]
)"));
  scene.groups = groups_of(
      "code,name,parent,level,kind,headcount\nS1,S1,,unit,so,10\nS2,S2,,unit,so,10\nX1,X1,,unit,xa,10\n"
      "P1,P1,,unit,phuong,10\nT1,T1,,unit,sunghiep,10\n");
  add_persons(scene, 0, 9, 6);
  add_persons(scene, 1, 8, 9);
  add_persons(scene, 2, 5, 6);
  add_persons(scene, 3, 4, 9);
  add_persons(scene, 4, 1, 1);
  CHECK(both_ways(scene, 0) == Lines{"administrative: 1 S1, 2 S2\nservice: 1 T1\ncommune: 1 X1, 2 P1",
                                     "administrative: 1 S2, 2 S1\nservice: 1 T1\ncommune: 1 P1, 2 X1"});
  CHECK(scene.awarded() ==
        "units administrative nhat: 1 S2\nunits service nhat: 1 T1\nunits commune nhat: 1 P1");
}

// "highest participation rate + good publicity (judged by hand) + many high individual prizes" (Hải Dương
// 2024); 1/1/2 prizes
namespace {

const std::string kHaiDuong = one_round(R"(
awards:
- {id: individual, of: entrants, prizes: [{id: nhat, places: 1}, {id: nhi, places: 1}]}
- id: units
  of: groups
  level: unit
  score: [{term: prize-points, award: individual, values: {nhat: 2, nhi: 1}}]
  order: [participation, column:publicity, prize-points]
  prizes: [{id: nhat, places: 1}, {id: nhi, places: 1}, {id: ba, places: 2}]
)");

}  // namespace

TEST_CASE("Hải Dương 2024: participation comes before publicity") {
  Scene scene(kHaiDuong);
  scene.groups =
      groups_of("code,name,parent,level,kind,headcount,publicity\nA,A,,unit,,10,3.5\nB,B,,unit,,10,4\n");
  add_persons(scene, 0, 3, 5);
  add_persons(scene, 1, 2, 5);
  CHECK(both_ways(scene, 0) == Lines{"1 A 0, 2 B 0", "1 B 0, 2 A 0"});
}

TEST_CASE("Hải Dương 2024: publicity comes before prizes of persons") {
  Scene scene(kHaiDuong);
  scene.groups =
      groups_of("code,name,parent,level,kind,headcount,publicity\nA,A,,unit,,10,4\nB,B,,unit,,10,3.5\n");
  add_persons(scene, 0, 1, 5);
  add_persons(scene, 1, 1, 9);
  CHECK(both_ways(scene, 1) == Lines{"1 A 1, 2 B 2", "1 B 2, 2 A 1"});
}

// "largest total of entrants and total points; ... army / non-army lists separate" (Coast Guard)
TEST_CASE("Coast Guard: the number of entrants comes before their points, the army apart from the others") {
  Scene scene(one_round(R"(
awards:
- id: units
  of: groups
  level: unit
  blocks: [{id: army, where: {kind: army}}, {id: others, where: {kind: province}}]
  order: [finished, total-points]
  prizes: [{id: db, places: 1}, {id: nhat, places: 5}, {id: nhi, places: 10}]
)"));
  scene.groups = groups_of(
      "code,name,parent,level,kind,headcount\nA1,A1,,unit,army,\nA2,A2,,unit,army,\nHCM,HCM,,unit,province,\n"
      "HN,HN,,unit,province,\n");
  add_persons(scene, 0, 3, 2);
  add_persons(scene, 1, 1, 9);
  add_persons(scene, 2, 4, 4);
  add_persons(scene, 3, 2, 9);
  CHECK(both_ways(scene, 0) ==
        Lines{"army: 1 A1, 2 A2\nothers: 1 HCM, 2 HN", "army: 1 A2, 2 A1\nothers: 1 HN, 2 HCM"});
}

// "most entrants, and separately highest rate of youth" (Youth Union 2020)
TEST_CASE(
    "Youth Union 2020: the most entrants and the highest rate are two awards, with no key between them") {
  Scene scene(one_round(R"(
awards:
- {id: most, of: groups, level: unit, order: [finished], prizes: [{id: nhat, places: 1}]}
- {id: rate, of: groups, level: unit, order: [participation], prizes: [{id: nhat, places: 1}]}
)"));
  scene.groups = groups_of("code,name,parent,level,kind,headcount\nA,A,,unit,,100\nB,B,,unit,,4\n");
  add_persons(scene, 0, 5, 5);
  add_persons(scene, 1, 3, 5);
  CHECK(listed(scene) == "1 A, 2 B\n1 B, 2 A");
  CHECK(scene.awarded() == "most nhat: 1 A\nrate nhat: 1 B");
}

// "fixed lists: 1/2/2 of 5M/3.5M/2.5M (Huế 2022); 1/3/4/5 for individuals and for groups (Vĩnh Long); 1/2/3/6
// (Quảng Nam 2023); 1/2/3/5 at 15M/10M/7M/5M (QĐND)"
TEST_CASE("published numbers of prizes for groups are given in their order") {
  const auto winners = [](std::string_view prizes) {
    Scene scene(one_round("awards:\n- {id: u, of: groups, level: unit, order: [finished], prizes: [" +
                          std::string(prizes) + "]}\n"));
    std::string csv = "code,name,parent,level,kind,headcount\n";
    for (int i = 10; i < 30; ++i) csv += "G" + std::to_string(i) + ",G,,unit,,\n";
    scene.groups = groups_of(csv);
    for (GroupNo group = 0; group < 20; ++group) add_persons(scene, group, 20 - static_cast<int>(group), 1);
    std::vector<int> counts(scene.contest.awards[0].prizes.size(), 0);
    for (const quiz::ranking::Seat& seat : scene.award_result().seats) ++counts[seat.prize];
    return counts;
  };
  CHECK(winners("{id: a, places: 1, amount: 5000000 VND}, {id: b, places: 2, amount: 3500000 VND}, "
                "{id: c, places: 2, amount: 2500000 VND}") == std::vector{1, 2, 2});
  CHECK(winners("{id: a, places: 1}, {id: b, places: 3}, {id: c, places: 4}, {id: d, places: 5}") ==
        std::vector{1, 3, 4, 5});
  CHECK(winners("{id: a, places: 1}, {id: b, places: 2}, {id: c, places: 3}, {id: d, places: 6}") ==
        std::vector{1, 2, 3, 6});
  CHECK(winners("{id: a, places: 1}, {id: b, places: 2}, {id: c, places: 3}, {id: d, places: 5}") ==
        std::vector{1, 2, 3, 5});
}
