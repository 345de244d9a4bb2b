// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/group_standing.hpp>
#include <tests/unit/ranking/scene.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using quiz::GroupNo;
using quiz::kNone;
using quiz::Points;
using quiz::Ratio;
using quiz::contest::Award;
using quiz::contest::AwardOf;
using quiz::contest::GroupMeasure;
using quiz::contest::GroupRankingKey;
using quiz::contest::GroupTerm;
using quiz::contest::Over;
using quiz::ranking::Counters;
using quiz::ranking::Counts;
using quiz::ranking::GroupStanding;
using quiz::roster::Barred;
using quiz::roster::GroupTree;
using quiz::tests::group;
using quiz::tests::ms;
using quiz::tests::Registration;
using quiz::tests::Scene;
using quiz::tests::Sheet;

namespace {

/// `count` persons of a group with a sheet of `points` each.
void add_persons(Scene& scene, GroupNo group, int count, std::int64_t points) {
  for (int i = 0; i < count; ++i) {
    const std::string id = "s" + std::to_string(scene.roster.size());
    scene.add(scene.add(Registration{.id = id, .group = group}), Sheet{.points = points});
  }
}

/// An award of the communes over the one round and track of a scene.
Award group_award(std::vector<GroupTerm> score, std::vector<GroupRankingKey> order) {
  Award award;
  award.of = AwardOf::groups;
  award.rounds = {0};
  award.tracks = {0};
  award.across_rounds = quiz::contest::AcrossRounds::mean;
  award.level = "commune";
  award.score = std::move(score);
  award.group_order = std::move(order);
  return award;
}

GroupTerm term(GroupMeasure measure, const Ratio& weight = Ratio(1)) {
  GroupTerm result;
  result.key.measure = measure;
  result.weight = weight;
  return result;
}

/// The scores of the communes in the order of their list, as fractions.
std::vector<std::string> scores(const Scene& scene, const Award& award) {
  std::vector<std::string> result;
  for (const GroupStanding& standing : scene.group_standings("commune", &award))
    result.push_back(standing.score ? standing.score->fraction() : "none");
  return result;
}

}  // namespace

TEST_CASE("a person counts once in its group and in each above it") {
  Scene scene;
  scene.contest.rounds[0].rules.values[0].attempts.max = 2;
  scene.groups = GroupTree({group("ward", "commune", 0, 1), group("town", "district", 0, 2),
                            group("province", "province"), group("village", "commune", 0, 1)});
  const auto an = scene.add(Registration{.id = "an", .group = 0});
  scene.add(an, Sheet{.points = 5, .attempt = 1});
  scene.add(an, Sheet{.points = 10, .attempt = 2, .all_correct = true});
  scene.add(scene.add(Registration{.id = "bo", .group = 3}), Sheet{.points = 6});
  scene.add(Registration{.id = "chi", .group = 1});
  const std::vector<Counts> counts = scene.group_counts();
  REQUIRE(counts.size() == 4);
  CHECK(counts[0].counters == Counters{1, 1, 2, 1});
  CHECK(counts[1].counters == Counters{3, 2, 3, 1});
  CHECK(counts[2].counters == Counters{3, 2, 3, 1});
  CHECK(counts[3].counters == Counters{1, 1, 1, 0});
  CHECK(counts[0].total_points == Points{10 * Points::kOne});
  CHECK(counts[2].total_points == Points{16 * Points::kOne});
  CHECK(counts[2].mean_points() == Ratio(8));
}

TEST_CASE("who has no group is in none, but counts in the contest") {
  Scene scene;
  scene.groups = GroupTree({group("north", "commune")});
  scene.add("an", Sheet{});
  CHECK(scene.group_counts()[0].counters == Counters{});
  CHECK(scene.tally().counters == Counters{1, 1, 1, 0});
}

TEST_CASE("who may not enter counts in no group, who may not win does") {
  Scene scene;
  scene.groups = GroupTree({group("north", "commune")});
  scene.add(scene.add(Registration{.id = "an", .group = 0, .barred = Barred::from_enter}), Sheet{});
  scene.add(scene.add(Registration{.id = "bo", .group = 0, .barred = Barred::from_win}), Sheet{});
  CHECK(scene.group_counts()[0].counters == Counters{1, 1, 1, 0});
}

TEST_CASE("who fits no track counts with an admitted sheet in its groups where no track is left out") {
  Scene scene;
  scene.add_track("second");
  scene.groups = GroupTree({group("north", "commune")});
  const Registration an{.id = "an", .track = kNone, .group = 0, .barred = Barred::from_enter};
  scene.add(scene.add(an), Sheet{.points = 6, .admitted = true});
  scene.add(Registration{.id = "bo", .group = 0}, Sheet{.points = 3});
  CHECK(scene.group_counts()[0].counters == Counters{2, 2, 2, 0});

  Award award = group_award({term(GroupMeasure::top_mean)}, {{{GroupMeasure::score}}});
  award.score.front().key.count = 1;
  CHECK(scores(scene, award) == std::vector<std::string>{"3"});
  award.tracks = {0, 1};
  CHECK(scores(scene, award) == std::vector<std::string>{"6"});
}

TEST_CASE("with open registration a group's registered are its finished") {
  Scene scene;
  scene.roster.open = true;
  scene.groups = GroupTree({group("north", "commune")});
  scene.add(scene.add(Registration{.id = "an", .group = 0}), Sheet{});
  scene.add(scene.add(Registration{.id = "bo", .group = 0}), Sheet{.late = true});
  CHECK(scene.group_counts()[0].counters == Counters{1, 1, 1, 0});
}

TEST_CASE("a person belongs to the group of its first registration") {
  Scene scene;
  scene.contest.person = {"name"};
  scene.groups = GroupTree({group("north", "commune"), group("south", "commune")});
  const Registration second{.id = "a", .name = "Lan", .registered_at = "2023-09-11 08:00", .group = 0};
  const Registration first{.id = "b", .name = "Lan", .registered_at = "2023-09-10 08:00", .group = 1};
  scene.add(scene.add(second), Sheet{});
  scene.add(first);
  const std::vector<Counts> counts = scene.group_counts();
  CHECK(counts[0].counters == Counters{});
  CHECK(counts[1].counters == Counters{1, 1, 1, 0});
}

TEST_CASE("mean points are exact, and there are none where nobody finished") {
  Counts counts;
  CHECK(!counts.mean_points());
  counts.counters.finished = 3;
  counts.total_points = Points{20 * Points::kOne};
  CHECK(counts.mean_points() == Ratio(20, 3));
}

TEST_CASE("participation is finished in percent of all people") {
  Counts counts;
  counts.counters.registered = 8;
  counts.counters.finished = 2;
  CHECK(participation(counts, 3) == Ratio(200, 3));
  CHECK(participation(counts, counts.counters.registered) == Ratio(25));
}

TEST_CASE("participation over nothing has no value") {
  Counts counts;
  counts.counters.finished = 2;
  CHECK(!participation(counts, {}));
  CHECK(!participation(counts, 0));
}

TEST_CASE("without an award groups go by mean points, then by finished") {
  Scene scene;
  scene.groups = GroupTree({group("east", "commune"), group("north", "commune"), group("south", "commune"),
                            group("town", "district"), group("west", "commune")});
  add_persons(scene, 0, 1, 8);
  add_persons(scene, 1, 2, 8);
  add_persons(scene, 2, 9, 7);
  CHECK(scene.ranked_groups("commune") == "1 north, 2 east, 3 south, - west (nobody finished)");
  CHECK(scene.ranked_groups("district") == "- town (nobody finished)");
  CHECK(scene.ranked_groups("province").empty());
}

TEST_CASE("mean points are compared exactly, however near they are") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune"), group("b", "commune")});
  add_persons(scene, 0, 2, 7);
  add_persons(scene, 0, 1, 6);  // 20/3
  add_persons(scene, 1, 59, 7);
  add_persons(scene, 1, 29, 6);  // 587/88 = 6.6705, above 6.6667
  CHECK(scene.ranked_groups("commune") == "1 b, 2 a");
}

TEST_CASE("equal groups share a place and are listed by code") {
  Scene scene;
  scene.groups = GroupTree({group("c", "commune"), group("a", "commune"), group("b", "commune")});
  add_persons(scene, 0, 1, 8);
  add_persons(scene, 1, 1, 7);
  add_persons(scene, 2, 1, 8);
  CHECK(scene.ranked_groups("commune") == "1 b, 1 c, 3 a");
}

TEST_CASE("unranked groups follow by code, with the reason") {
  Scene scene;
  scene.groups = GroupTree(
      {group("d", "commune"), group("c", "commune"), group("b", "commune"), group("a", "commune", 10)});
  add_persons(scene, 0, 1, 9);
  add_persons(scene, 2, 1, 9);
  add_persons(scene, 3, 1, 1);
  const Award award = group_award({}, {{{GroupMeasure::participation}, true}});
  CHECK(scene.ranked_groups("commune", &award) ==
        "1 a, - b (no headcount), - c (nobody finished), - d (no headcount)");
}

TEST_CASE("a group whose score has no value is unranked even where the order does not name it") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune"), group("b", "commune", 10)});
  add_persons(scene, 0, 1, 9);
  add_persons(scene, 1, 1, 1);
  const Award award = group_award({term(GroupMeasure::participation)}, {{{GroupMeasure::mean_points}, true}});
  CHECK(scene.ranked_groups("commune", &award) == "1 b, - a (no headcount)");
}

TEST_CASE("each key of an order decides, in its turn") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune", 10), group("b", "commune", 100), group("c", "commune", 3)});
  add_persons(scene, 0, 4, 6);   // 40 %, total 24, mean 6
  add_persons(scene, 1, 10, 5);  // 10 %, total 50, mean 5
  add_persons(scene, 2, 1, 9);   // 33 %, total 9, mean 9
  const auto by = [&](GroupMeasure measure) {
    const Award award = group_award({}, {{{measure}}});
    return scene.ranked_groups("commune", &award);
  };
  CHECK(by(GroupMeasure::participation) == "1 a, 2 c, 3 b");
  CHECK(by(GroupMeasure::finished) == "1 b, 2 a, 3 c");
  CHECK(by(GroupMeasure::attempts) == "1 b, 2 a, 3 c");
  CHECK(by(GroupMeasure::registered) == "1 b, 2 a, 3 c");
  CHECK(by(GroupMeasure::total_points) == "1 b, 2 a, 3 c");
  CHECK(by(GroupMeasure::mean_points) == "1 c, 2 a, 3 b");
  CHECK(by(GroupMeasure::all_correct) == "1 a, 1 b, 1 c");
}

TEST_CASE("the key all-correct counts persons") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune"), group("b", "commune")});
  add_persons(scene, 0, 3, 9);
  scene.add(scene.add(Registration{.id = "x", .group = 1}), Sheet{.points = 10, .all_correct = true});
  const Award award =
      group_award({}, {{{GroupMeasure::all_correct}, true}, {{GroupMeasure::finished}, true}});
  CHECK(scene.ranked_groups("commune", &award) == "1 b, 2 a");
}

TEST_CASE("a direction after a key of groups turns it round") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune"), group("b", "commune")});
  add_persons(scene, 0, 1, 9);
  add_persons(scene, 1, 2, 9);
  const Award award = group_award({}, {{{GroupMeasure::finished}, false}});
  CHECK(scene.ranked_groups("commune", &award) == "1 a, 2 b");
}

TEST_CASE("mean before finished and finished before mean are two rules") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune"), group("b", "commune")});
  add_persons(scene, 0, 1, 9);
  add_persons(scene, 1, 2, 8);
  const Award mean_first =
      group_award({}, {{{GroupMeasure::mean_points}, true}, {{GroupMeasure::finished}, true}});
  const Award finished_first =
      group_award({}, {{{GroupMeasure::finished}, true}, {{GroupMeasure::mean_points}, true}});
  CHECK(scene.ranked_groups("commune", &mean_first) == "1 a, 2 b");
  CHECK(scene.ranked_groups("commune", &finished_first) == "1 b, 2 a");
}

TEST_CASE("the key participation is over what the award's term is over, and not capped") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune", 1), group("b", "commune", 1)});
  add_persons(scene, 0, 2, 9);  // 200 % of the headcount, all who registered
  add_persons(scene, 1, 3, 9);  // 300 % of the headcount, 3 of 4 registered
  scene.add(Registration{.id = "z", .group = 1});
  GroupTerm capped = term(GroupMeasure::participation);
  capped.cap = Ratio(100);
  Award award = group_award({capped}, {{{GroupMeasure::score}, true}, {{GroupMeasure::participation}, true}});
  CHECK(scene.ranked_groups("commune", &award) == "1 b, 2 a");
  award.score[0].over = Over::registered;
  award.group_order = {{{GroupMeasure::participation}, true}};
  CHECK(scene.ranked_groups("commune", &award) == "1 a, 2 b");
}

TEST_CASE("a score is the sum of its terms by their weights") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune", 8)});
  add_persons(scene, 0, 2, 7);
  add_persons(scene, 0, 1, 6);
  const Award award =
      group_award({term(GroupMeasure::participation), term(GroupMeasure::mean_points, Ratio(100, 15)),
                   term(GroupMeasure::finished, Ratio(1, 2)), term(GroupMeasure::total_points, Ratio(3))},
                  {{{GroupMeasure::score}, true}});
  // 37.5 + 20/3 x 100/15 + 3/2 + 3 x 20
  CHECK(scores(scene, award) == std::vector<std::string>{"1291/9"});
}

TEST_CASE("a term is capped before it is weighted") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune", 2), group("b", "commune", 3)});
  add_persons(scene, 0, 3, 5);
  add_persons(scene, 1, 3, 5);
  GroupTerm capped = term(GroupMeasure::participation, Ratio(1, 2));
  capped.cap = Ratio(100);
  const Award award = group_award({capped}, {{{GroupMeasure::score}, true}});
  CHECK(scores(scene, award) == std::vector<std::string>{"50", "50"});
  CHECK(scene.ranked_groups("commune", &award) == "1 a, 1 b");
}

TEST_CASE("a round without counted sheets is 0 even where a group then has no headcount") {
  Scene scene;
  scene.add_round("w2");
  scene.contest.rounds[0].rules.values[0].window.closes =
      quiz::Instant(quiz::Milliseconds(ms("2023-09-10T20:00+07:00")));
  scene.contest.rounds[1].rules.values[0].window.closes =
      quiz::Instant(quiz::Milliseconds(ms("2023-09-20T20:00+07:00")));
  quiz::roster::Group ended = group("ended", "commune");
  ended.headcount_is_sum = true;
  ended.valid_to = quiz::tests::day("2023-09-15");
  scene.groups = GroupTree({ended, group("north", "village", 4, 0)});
  scene.add(Registration{.id = "an", .group = 1}, Sheet{.points = 5});
  Award award = group_award({term(GroupMeasure::participation)}, {{{GroupMeasure::score}}});
  award.rounds = {0, 1};
  CHECK(scores(scene, award) == std::vector<std::string>{"25/2"});
}

TEST_CASE("a group that nobody finished in has no score, and so has one whose term has no value") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune", 2), group("b", "commune")});
  add_persons(scene, 1, 3, 5);
  const Award award = group_award({term(GroupMeasure::finished), term(GroupMeasure::participation)},
                                  {{{GroupMeasure::score}, true}});
  CHECK(scores(scene, award) == std::vector<std::string>{"none", "none"});
}

TEST_CASE("without terms there is no score") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune")});
  add_persons(scene, 0, 1, 5);
  CHECK(scores(scene, group_award({}, {{{GroupMeasure::finished}, true}})) ==
        std::vector<std::string>{"none"});
}

TEST_CASE("scores that print alike are not equal") {
  Scene scene;
  scene.groups = GroupTree({group("a", "commune", 30'000), group("b", "commune", 30'001)});
  add_persons(scene, 0, 1, 5);
  add_persons(scene, 1, 1, 5);
  const Award award = group_award({term(GroupMeasure::participation)}, {{{GroupMeasure::score}, true}});
  CHECK(scene.ranked_groups("commune", &award) == "1 a, 2 b");
}
