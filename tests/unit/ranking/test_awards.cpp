// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/awards.hpp>
#include <tests/unit/ranking/scene.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::Decimal;
using quiz::EntrantNo;
using quiz::Ratio;
using quiz::contest::Award;
using quiz::contest::GroupMeasure;
using quiz::contest::Key;
using quiz::contest::MinimumPoints;
using quiz::contest::PersonLimit;
using quiz::roster::Barred;
using quiz::tests::group;
using quiz::tests::ms;
using quiz::tests::Registration;
using quiz::tests::Scene;
using quiz::tests::Sheet;

namespace {

Decimal decimal(std::string_view text) { return quiz::parse_decimal(text).value(); }

/// Four persons, 9 to 6 points.
void add_four(Scene& scene) {
  scene.add("an", Sheet{.points = 9});
  scene.add("bo", Sheet{.points = 8});
  scene.add("chi", Sheet{.points = 7});
  scene.add("dung", Sheet{.points = 6});
}

}  // namespace

TEST_CASE("a contest without awards gives none") {
  Scene scene;
  add_four(scene);
  CHECK(scene.awarded().empty());
}

TEST_CASE("prizes are given in the order of the file") {
  Scene scene;
  add_four(scene);
  scene.add_award("medal", {1, 2});
  CHECK(scene.awarded() == "medal p1: 1 an\nmedal p2: 2 bo\nmedal p2: 3 chi");
}

TEST_CASE("equals share the place that is printed with their seats") {
  Scene scene;
  scene.add("an", Sheet{.points = 9});
  scene.add("bo", Sheet{.points = 8});
  scene.add("chi", Sheet{.points = 8});
  scene.add("dung", Sheet{.points = 7});
  scene.add_award("medal", {1, 3});
  CHECK(scene.awarded() == "medal p1: 1 an\nmedal p2: 2 bo\nmedal p2: 2 chi\nmedal p2: 4 dung");
}

TEST_CASE("places in awards are among those who may win") {
  Scene scene;
  scene.add(scene.add(Registration{.id = "an", .barred = Barred::from_win}), Sheet{.points = 9});
  scene.add("bo", Sheet{.points = 8});
  scene.add(scene.add(Registration{.id = "chi", .barred = Barred::from_win}), Sheet{.points = 8});
  scene.add("dung", Sheet{.points = 8});
  scene.add("em", Sheet{.points = 7});
  scene.add_award("medal", {3});
  CHECK(scene.ranked() == "1 an, 2 bo, 2 chi, 2 dung, 5 em");
  CHECK(scene.awarded() ==
        "medal p1: 1 bo\nmedal p1: 1 dung\nmedal p1: 3 em\n"
        "medal passed over an (barred), bo moved up\nmedal passed over chi (barred), em moved up");
}

TEST_CASE("a tie at a boundary stays open with its candidates") {
  Scene scene;
  scene.add("an", Sheet{.points = 9});
  scene.add("bo", Sheet{.points = 9});
  scene.add("chi", Sheet{.points = 8});
  scene.add_award("medal", {1, 2});
  CHECK(scene.awarded() == "medal p2: 3 chi\nmedal p1 open x1: an bo\nmedal p2 open x1: an bo");
}

TEST_CASE("seats of a prize that fall away by a share and by a shared prize are added up") {
  // Half of six persons leave one seat of p1 and two of p2, and an and em use up one of these, too.
  Scene scene;
  add_four(scene);
  scene.add("em", Sheet{.points = 9});
  scene.add("giang", Sheet{.points = 1});
  Award& award = scene.add_award("medal", {1, 5});
  award.share = decimal("50");
  award.ties = quiz::contest::Ties::share;
  CHECK(scene.awarded() == "medal p1: 1 an\nmedal p1: 1 em\nmedal p2: 3 bo\nmedal p2 fallen x4");
}

TEST_CASE("seats that nobody finished for are vacant") {
  Scene scene;
  scene.add("an", Sheet{.points = 9});
  scene.add("bo");
  scene.add_award("medal", {1, 2});
  CHECK(scene.awarded() == "medal p1: 1 an\nmedal p2 vacant x2");
}

TEST_CASE("a minimum in points is met by whoever has as many") {
  Scene scene;
  add_four(scene);
  scene.add_award("medal", {4}).minimum_points = MinimumPoints{false, decimal("7"), {}};
  CHECK(scene.awarded() ==
        "medal p1: 1 an\nmedal p1: 2 bo\nmedal p1: 3 chi\nmedal p1 vacant x1\n"
        "medal passed over dung (below minimum)");
}

TEST_CASE("a minimum is compared exactly") {
  Scene scene;
  scene.add("an", Sheet{.points = 7});
  scene.add_award("medal", {1}).minimum_points = MinimumPoints{false, decimal("7.000000001"), {}};
  CHECK(scene.awarded() == "medal p1 vacant x1\nmedal passed over an (below minimum)");
}

TEST_CASE("a minimum in percent is of the round's maximum") {
  Scene scene;
  add_four(scene);
  scene.add_award("medal", {4}).minimum_points = MinimumPoints{true, decimal("70"), {}};
  CHECK(scene.awarded() ==
        "medal p1: 1 an\nmedal p1: 2 bo\nmedal p1: 3 chi\nmedal p1 vacant x1\n"
        "medal passed over dung (below minimum)");
  scene.contest.awards[0].minimum_points = MinimumPoints{true, decimal("70.00000001"), {}};
  CHECK(scene.awarded() ==
        "medal p1: 1 an\nmedal p1: 2 bo\nmedal p1 vacant x2\n"
        "medal passed over chi (below minimum)\nmedal passed over dung (below minimum)");
}

TEST_CASE("who is below the minimum keeps the place but gets no seat") {
  Scene scene;
  scene.order_by({Key::duration});
  scene.add("an", Sheet{.points = 1, .duration = 100});
  scene.add("bo", Sheet{.points = 9, .duration = 200});
  scene.add_award("medal", {1}).minimum_points = MinimumPoints{true, decimal("50"), {}};
  CHECK(scene.awarded() == "medal p1: 2 bo\nmedal passed over an (below minimum), bo moved up");
}

TEST_CASE("a long way down to those who reach the minimum is gone to the end") {
  Scene scene;
  scene.order_by({Key::duration});
  for (int i = 0; i < 1000; ++i)
    scene.add("s" + std::to_string(1000 + i), Sheet{.points = i < 998 ? 1 : 9, .duration = i});
  scene.add_award("medal", {1, 2}).minimum_points = MinimumPoints{true, decimal("50"), {}};
  const std::string text = scene.awarded();
  CHECK(text.substr(0, text.find("\nmedal passed over")) ==
        "medal p1: 999 s1998\nmedal p2: 1000 s1999\nmedal p2 vacant x1");
  CHECK(text.ends_with("\nmedal passed over s1997 (below minimum), s1998 moved up"));
}

TEST_CASE("per track there is a list for each, with its own seats and places") {
  Scene scene;
  scene.contest.tracks[0].id.text = "officials";
  scene.add_track("people");
  scene.add(scene.add(Registration{.id = "an", .track = 1}), Sheet{.points = 9});
  scene.add(scene.add(Registration{.id = "bo", .track = 0}), Sheet{.points = 8});
  scene.add(scene.add(Registration{.id = "chi", .track = 1}), Sheet{.points = 7});
  Award& medal = scene.add_award("medal", {1, 1});
  medal.per_track = true;
  CHECK(scene.awarded() ==
        "medal officials p1: 1 bo\nmedal people p1: 1 an\nmedal people p2: 2 chi\n"
        "medal officials p2 vacant x1");
  medal.per_track = false;
  CHECK(scene.awarded() == "medal p1: 1 an\nmedal p2: 2 bo");
}

TEST_CASE("per round there is a list for each round") {
  Scene scene;
  add_four(scene);
  scene.add_award("medal", {1}).per_round = true;
  const auto result = scene.award_result();
  REQUIRE(result.lists.size() == 1);
  CHECK(result.lists[0].round == 0U);
  CHECK(!result.lists[0].track);
  CHECK(scene.awarded() == "medal w1 p1: 1 an");
}

TEST_CASE("with a limit a seat of an earlier award keeps one out of the later ones") {
  Scene scene;
  add_four(scene);
  scene.add_award("grand", {1}).person_limit = PersonLimit::highest;
  scene.add_award("open", {1});
  scene.add_award("medal", {2}).person_limit = PersonLimit::highest;
  CHECK(scene.awarded() ==
        "grand p1: 1 an\nopen p1: 1 an\nmedal p1: 2 bo\nmedal p1: 3 chi\n"
        "medal passed over an (holds a seat), bo moved up");
}

TEST_CASE("with one round the first and the highest prize are the same") {
  Scene scene;
  add_four(scene);
  scene.add_award("grand", {1}).person_limit = PersonLimit::first;
  Award& medal = scene.add_award("medal", {1});
  medal.person_limit = PersonLimit::first;
  medal.per_round = true;
  CHECK(scene.awarded() ==
        "grand p1: 1 an\nmedal w1 p1: 2 bo\nmedal w1 passed over an (holds a seat), bo moved up");
}

TEST_CASE("a seat given to a candidate of an open one depends") {
  Scene scene;
  scene.add("an", Sheet{.points = 9});
  scene.add("bo", Sheet{.points = 9});
  scene.add("chi", Sheet{.points = 8});
  scene.add_award("grand", {1}).person_limit = PersonLimit::highest;
  scene.add_award("medal", {2}).person_limit = PersonLimit::highest;
  CHECK(scene.awarded() == "medal p1: 1 an, depends\nmedal p1: 1 bo, depends\ngrand p1 open x1: an bo");
}

TEST_CASE("who holds a seat far down the list is passed over there") {
  Scene scene;
  for (int i = 0; i < 300; ++i) scene.add("s" + std::to_string(1000 + i), Sheet{.points = 9, .submitted = i});
  scene.order_by({Key::points, Key::submitted});
  scene.add_award("grand", {200}).person_limit = PersonLimit::highest;
  scene.add_award("medal", {1}).person_limit = PersonLimit::highest;
  CHECK(scene.awarded().find("\nmedal p1: 201 s1200\n") != std::string::npos);
}

TEST_CASE("a person with two registrations wins once, under the first of them") {
  Scene scene;
  scene.contest.person = {"name"};
  const Registration first{.id = "s07", .name = "Lan", .registered_at = "2023-09-10 08:00"};
  const Registration second{.id = "s01", .name = "LAN", .registered_at = "2023-09-11 08:00"};
  scene.add(scene.add(second), Sheet{.points = 9});
  scene.add(scene.add(first), Sheet{.points = 8});
  scene.add(scene.add(Registration{.id = "s02", .name = "Minh"}), Sheet{.points = 7});
  scene.add_award("medal", {3});
  CHECK(scene.awarded() == "medal p1: 1 s07\nmedal p1: 2 s02\nmedal p1 vacant x1");
}

TEST_CASE("prizes go by the frozen number of all-correct persons") {
  Scene scene;
  scene.order_by({Key::prediction});
  scene.add("an", Sheet{.prediction = 1});
  scene.add("bo", Sheet{.prediction = 500});
  scene.add_award("medal", {1});
  CHECK(scene.awarded() == "medal p1: 1 an");
  scene.freeze(500);
  CHECK(scene.awarded() == "medal p1: 1 bo");
}

namespace {

/// Three communes: north and south with two persons each, west with one; 10, 5 and no headcount.
void add_communes(Scene& scene) {
  scene.groups = quiz::roster::GroupTree(
      {group("north", "commune", 10), group("south", "commune", 5), group("west", "commune")});
  scene.add(scene.add(Registration{.id = "a", .group = 0}), Sheet{.points = 9});
  scene.add(scene.add(Registration{.id = "b", .group = 0}), Sheet{.points = 7});
  scene.add(scene.add(Registration{.id = "c", .group = 1}), Sheet{.points = 8});
  scene.add(scene.add(Registration{.id = "d", .group = 1}), Sheet{.points = 7});
  scene.add(scene.add(Registration{.id = "e", .group = 2}), Sheet{.points = 10});
}

Award& add_unit_award(Scene& scene, const std::vector<std::uint32_t>& places) {
  return scene.add_group_award("unit", "commune", places);
}

}  // namespace

TEST_CASE("groups get seats by the order of their award") {
  Scene scene;
  add_communes(scene);
  Award& unit = add_unit_award(scene, {1, 2});
  CHECK(scene.awarded() == "unit p1: 1 west\nunit p2: 2 north\nunit p2: 3 south");
  unit.group_order = {{{GroupMeasure::total_points}}};
  CHECK(scene.awarded() == "unit p1: 1 north\nunit p2: 2 south\nunit p2: 3 west");
}

TEST_CASE("a group below the least number of finished persons is passed over") {
  Scene scene;
  add_communes(scene);
  add_unit_award(scene, {1}).minimum.finished = 2;
  CHECK(scene.awarded() == "unit p1: 2 north\nunit passed over west (below minimum), north moved up");
}

TEST_CASE("a group below the least headcount is passed over, and so is one without any") {
  Scene scene;
  add_communes(scene);
  add_unit_award(scene, {2}).minimum.headcount = 6;
  CHECK(scene.awarded() ==
        "unit p1: 2 north\nunit p1 vacant x1\nunit passed over west (below minimum), north moved up\n"
        "unit passed over south (below minimum)");
}

TEST_CASE("equal groups at a boundary are a tie") {
  Scene scene;
  add_communes(scene);
  add_unit_award(scene, {1, 1}).group_order = {{{GroupMeasure::finished}}};
  CHECK(scene.awarded() == "unit p1 open x1: north south\nunit p2 open x1: north south");
}

namespace {

/// an and bo of north with 9 points each, chi of south with 8.
void add_two_groups(Scene& scene) {
  scene.groups = quiz::roster::GroupTree({group("north", "commune"), group("south", "commune")});
  scene.add(Registration{.id = "an", .group = 0}, Sheet{.points = 9});
  scene.add(Registration{.id = "bo", .group = 0}, Sheet{.points = 9});
  scene.add(Registration{.id = "chi", .group = 1}, Sheet{.points = 8});
}

/// Two seats for communes, which get a point for each seat of an award of one prize.
void add_prize_points(Scene& scene, std::uint32_t award) {
  Award& unit = scene.add_group_award("unit", "commune", {2});
  unit.score.resize(1);
  unit.score[0].key.measure = GroupMeasure::prize_points;
  unit.score[0].award = award;
  unit.score[0].values = {decimal("1")};
}

}  // namespace

TEST_CASE("seats of groups depend while seats that give them prize points are open") {
  Scene scene;
  add_two_groups(scene);
  scene.add_award("medal", {1});
  add_prize_points(scene, 0);
  CHECK(scene.awarded() == "unit p1: 1 north, depends\nunit p1: 2 south, depends\nmedal p1 open x1: an bo");
  scene.decisions = {{quiz::AwardId{"medal"}, {}, {}, "", {"an", "bo"}}};
  CHECK(scene.awarded() ==
        "medal p1: 1 an\nunit p1: 1 north\nunit p1: 2 south\nmedal passed over bo (decided)");
}

TEST_CASE("seats of groups depend while seats that give them prize points do") {
  Scene scene;
  add_two_groups(scene);
  scene.add_award("grand", {1}).person_limit = PersonLimit::highest;
  scene.add_award("medal", {3}).person_limit = PersonLimit::highest;
  add_prize_points(scene, 1);
  CHECK(scene.awarded() ==
        "medal p1: 1 an, depends\nmedal p1: 1 bo, depends\nmedal p1: 3 chi\n"
        "unit p1: 1 north, depends\nunit p1: 2 south, depends\ngrand p1 open x1: an bo");
}

TEST_CASE("seats of groups do not depend on ties of other awards") {
  Scene scene;
  add_two_groups(scene);
  scene.add_award("medal", {1});
  scene.add_award("thanks", {3});
  add_prize_points(scene, 1);
  CHECK(scene.awarded() ==
        "thanks p1: 1 an\nthanks p1: 1 bo\nthanks p1: 3 chi\nunit p1: 1 north\nunit p1: 2 south\n"
        "medal p1 open x1: an bo");
}

TEST_CASE("prize points of an award that names one round go by the groups of that round's day") {
  Scene scene;
  scene.add_round("w2");
  scene.contest.rounds[0].rules.values[0].window.closes =
      quiz::Instant(quiz::Milliseconds(ms("2023-09-10T20:00+07:00")));
  scene.contest.rounds[1].rules.values[0].window.closes =
      quiz::Instant(quiz::Milliseconds(ms("2023-09-20T20:00+07:00")));
  quiz::roster::Group ended = group("ended", "commune");
  ended.valid_to = quiz::tests::day("2023-09-15");
  ended.successor = 1;
  scene.groups = quiz::roster::GroupTree({ended, group("north", "commune")});
  const EntrantNo an = scene.add(Registration{.id = "an", .group = 0}, Sheet{.points = 9});
  scene.add(an, Sheet{.round = 1, .points = 9});
  scene.add_award("medal", {1});
  add_prize_points(scene, 0);
  const auto score_of_ended = [&] { return scene.award_result().lists[1].groups[0].score; };
  CHECK(score_of_ended() == Ratio(0));
  scene.contest.awards[0].rounds = {0};
  CHECK(score_of_ended() == Ratio(1));
}

TEST_CASE("unranked groups have no turn") {
  Scene scene;
  add_communes(scene);
  add_unit_award(scene, {3}).group_order = {{{GroupMeasure::participation}}};
  CHECK(scene.awarded() == "unit p1: 1 south\nunit p1: 2 north\nunit p1 vacant x1");
}

TEST_CASE("who may not win counts in the group") {
  Scene scene;
  scene.groups = quiz::roster::GroupTree({group("north", "commune")});
  scene.add(scene.add(Registration{.id = "a", .group = 0, .barred = Barred::from_win}), Sheet{.points = 9});
  add_unit_award(scene, {1});
  CHECK(scene.awarded() == "unit p1: 1 north");
}
