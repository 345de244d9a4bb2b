// SPDX-License-Identifier: Apache-2.0
// The examples of docs/scoring-rules.md, section by section; those of its points are in tests/unit/scoring.
#include <quizlib/contest/contest.hpp>
#include <quizlib/response/timing.hpp>
#include <tests/unit/ranking/scene.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using quiz::kMissing;
using quiz::Ratio;
using quiz::contest::GroupKey;
using quiz::contest::Key;
using quiz::contest::MinimumPoints;
using quiz::contest::PersonLimit;
using quiz::ranking::Actual;
using quiz::ranking::Counters;
using quiz::ranking::Scope;
using quiz::roster::Barred;
using quiz::roster::GroupTree;
using quiz::tests::group;
using quiz::tests::ms;
using quiz::tests::Registration;
using quiz::tests::Scene;
using quiz::tests::Sheet;

namespace {

quiz::Decimal decimal(std::string_view text) { return quiz::parse_decimal(text).value(); }

bool late(std::string_view started, std::string_view submitted, std::int64_t time_factor = 100) {
  quiz::contest::Round round;
  round.window.closes = quiz::Instant{quiz::Milliseconds{ms("2023-10-01T00:00+07:00")}};
  round.time_limit = std::chrono::minutes{20};
  round.grace = std::chrono::seconds{10};
  return quiz::response::is_late(round, ms(started), ms(submitted), kMissing, time_factor);
}

}  // namespace

TEST_CASE("the rules page, time: a sitting ends with its time limit or the round") {
  CHECK(!late("2023-09-30T10:00+07:00", "2023-09-30T10:20:10+07:00"));
  CHECK(late("2023-09-30T10:00+07:00", "2023-09-30T10:20:10.001+07:00"));
  CHECK(!late("2023-09-30T10:00+07:00", "2023-09-30T10:30:10+07:00", 150));
  CHECK(late("2023-09-30T10:00+07:00", "2023-09-30T10:30:10.001+07:00", 150));
  CHECK(!late("2023-09-30T23:50+07:00", "2023-10-01T00:00:10+07:00"));
  CHECK(late("2023-09-30T23:50+07:00", "2023-10-01T00:00:10.001+07:00"));
}

TEST_CASE("the rules page, persons: the registration of 9 September stands for both") {
  Scene scene;
  scene.contest.person = {"name", "birth_date"};
  scene.add(scene.add(Registration{.id = "s01",
                                   .name = "Nguyễn Thị Lan",
                                   .birth_date = "1990-05-12",
                                   .registered_at = "2023-09-11 08:00"}),
            Sheet{});
  scene.add(Registration{.id = "s07",
                         .name = "NGUYỄN THỊ LAN",
                         .birth_date = "1990-05-12",
                         .registered_at = "2023-09-09 08:00"});
  CHECK(scene.ranked() == "1 s07");
}

TEST_CASE("the rules page, attempts: a late sheet is the second, and the third is over") {
  Scene scene;
  scene.contest.rounds[0].attempts.max = 2;
  const auto an = scene.add("an");
  scene.add(an, Sheet{.started = ms("2023-09-10T08:00+07:00")});
  scene.add(an, Sheet{.started = ms("2023-09-10T09:00+07:00"), .late = true});
  scene.add(an, Sheet{.started = ms("2023-09-10T10:00+07:00")});
  CHECK(scene.verdicts() == "1 accepted, 2 late, 3 over");
  CHECK(scene.tally().counters.attempts == 1);
}

TEST_CASE("the rules page, counters: six on the list") {
  Scene scene;
  const auto an = scene.add("an");
  scene.add(an, Sheet{.points = 5, .attempt = 1});
  scene.add(an, Sheet{.points = 10, .attempt = 2, .all_correct = true});
  scene.add("bo", Sheet{.points = 5});
  scene.add("chi", Sheet{.late = true});
  scene.add("dung");
  scene.add(scene.add(Registration{.id = "em", .barred = Barred::from_win}),
            Sheet{.points = 10, .all_correct = true});
  scene.add(scene.add(Registration{.id = "hoa", .barred = Barred::from_enter}), Sheet{});
  CHECK(scene.tally().counters == Counters{5, 3, 4, 2});
}

TEST_CASE("the rules page, kept sheet: the quicker one is kept with its prediction") {
  Scene scene;
  scene.order_by({Key::points, Key::prediction, Key::duration, Key::submitted});
  const auto an = scene.add("an");
  scene.add(an, Sheet{.points = 9, .duration = 720'000, .prediction = 987, .attempt = 1});
  scene.add(an, Sheet{.points = 9, .duration = 630'000, .prediction = 400, .attempt = 2});
  CHECK(scene.sheets[scene.tally().kept_sheet(0, an)].prediction == 400);
}

TEST_CASE("the rules page, prediction: 980 is nearest to 987") {
  Scene scene;
  scene.order_by({Key::prediction});
  scene.add("a1000", Sheet{.prediction = 1000});
  scene.add("b980", Sheet{.prediction = 980});
  scene.add("c974", Sheet{.prediction = 974});
  CHECK(scene.ranked(Scope{}, Actual{987, true}) == "1 b980, 2 a1000, 2 c974");
}

TEST_CASE("the rules page, order: five persons of 20 points") {
  Scene scene;
  scene.order_by({Key::points, Key::prediction, Key::duration});
  scene.contest.resolution = quiz::Milliseconds{1000};
  scene.add("s1", Sheet{.points = 20, .duration = 540'200, .prediction = 1000});
  scene.add("s2", Sheet{.points = 20, .duration = 300'000});
  scene.add("s3", Sheet{.points = 20, .duration = 612'900, .prediction = 980});
  scene.add("s4", Sheet{.points = 20, .duration = 540'900, .prediction = 974});
  scene.add("s5", Sheet{.points = 20, .duration = 541'000, .prediction = 974});
  CHECK(scene.ranked(Scope{}, Actual{987, true}) == "1 s3, 2 s1, 2 s4, 4 s5, 5 s2");
}

TEST_CASE("the rules page, seats: who may not win leaves first place to the next") {
  Scene scene;
  scene.add(scene.add(Registration{.id = "an", .barred = Barred::from_win}), Sheet{.points = 10});
  scene.add("bo", Sheet{.points = 9});
  scene.add("chi", Sheet{.points = 8});
  scene.add("dung", Sheet{.points = 7});
  auto& award = scene.add_award("medal", {1, 1});
  CHECK(scene.awarded() == "medal p1: 1 bo\nmedal p2: 2 chi\nmedal passed over an (barred), bo moved up");
  award.prizes.pop_back();
  award.prizes[0].places = 3;
  award.minimum_points = MinimumPoints{true, decimal("75"), {}};
  CHECK(scene.awarded() ==
        "medal p1: 1 bo\nmedal p1: 2 chi\nmedal p1 vacant x1\n"
        "medal passed over an (barred), bo moved up\nmedal passed over dung (below minimum)");
}

TEST_CASE("the rules page, ties: three share the seats of two prizes") {
  Scene scene;
  scene.add("an", Sheet{.points = 10});
  scene.add("bo", Sheet{.points = 9});
  scene.add("chi", Sheet{.points = 9});
  scene.add("dung", Sheet{.points = 9});
  scene.add("em", Sheet{.points = 8});
  scene.add("giang", Sheet{.points = 7});
  scene.add("hoa", Sheet{.points = 6});
  scene.add_award("medal", {1, 2, 3});
  CHECK(scene.awarded() ==
        "medal p1: 1 an\nmedal p3: 5 em\nmedal p3: 6 giang\n"
        "medal p2 open x2: bo chi dung\nmedal p3 open x1: bo chi dung");
}

TEST_CASE("the rules page, ties: seats of the candidates for another award depend") {
  Scene scene;
  scene.add("an", Sheet{.points = 10});
  scene.add("bo", Sheet{.points = 10});
  scene.add("chi", Sheet{.points = 9});
  scene.add("dung", Sheet{.points = 8});
  scene.add_award("grand", {1}).person_limit = PersonLimit::highest;
  scene.add_award("medal", {3}).person_limit = PersonLimit::highest;
  CHECK(scene.awarded() ==
        "medal p1: 1 an, depends\nmedal p1: 1 bo, depends\nmedal p1: 3 chi\ngrand p1 open x1: an bo");
}

TEST_CASE("the rules page, groups: participation up to 100 and the mean as a part of it") {
  Scene scene;
  scene.groups = GroupTree({group("A", "commune", 60), group("B", "commune", 40), group("C", "commune")});
  const auto add = [&](quiz::GroupNo no, int count, std::int64_t points) {
    for (int i = 0; i < count; ++i)
      scene.add(scene.add(Registration{.id = std::to_string(scene.roster.size()), .group = no}),
                Sheet{.points = points});
  };
  add(0, 48, 12);
  add(1, 50, 10);
  add(2, 1, 20);
  quiz::contest::Award award;
  award.of = quiz::contest::AwardOf::groups;
  award.level = "commune";
  award.score.resize(2);
  award.score[0].cap = Ratio(100);
  award.score[1].term = GroupKey::mean_points;
  award.score[1].weight = Ratio(100, 15);
  award.order = {{GroupKey::score, true}};
  const auto tallies = tally_groups(scene.field(), scene.tally());
  const auto standings = rank_groups(scene.field(), tallies, "commune", &award);
  REQUIRE(standings.size() == 3);
  CHECK(format_ratio(standings[0].score.value(), 2) == "166.67");
  CHECK(standings[0].score == Ratio(500, 3));
  CHECK(standings[1].score == Ratio(160));
  CHECK(scene.ranked_groups("commune", &award) == "1 B, 2 A, - C (no headcount)");
}
