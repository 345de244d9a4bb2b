// SPDX-License-Identifier: Apache-2.0
// The examples of docs/scoring-rules.md, section by section, up to the places of a list. Those of points are
// in tests/unit/scoring, those of several rounds, seats and ties in test_rules_page_awards.cpp, those of
// groups in test_rules_page_groups.cpp.
#include <quizlib/contest/contest.hpp>
#include <quizlib/response/timing.hpp>
#include <tests/unit/ranking/scene.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using quiz::kMissing;
using quiz::Ratio;
using quiz::contest::Key;
using quiz::ranking::Counters;
using quiz::roster::Barred;
using quiz::tests::ms;
using quiz::tests::Registration;
using quiz::tests::Scene;
using quiz::tests::Sheet;

namespace {

quiz::Decimal decimal(std::string_view text) { return quiz::parse_decimal(text).value(); }

bool late(std::string_view started, std::string_view submitted, std::int64_t time_factor = 100) {
  quiz::contest::RoundRules rules;
  rules.window.closes = quiz::Instant{quiz::Milliseconds{ms("2023-10-01T00:00+07:00")}};
  rules.time_limit = std::chrono::minutes{20};
  rules.grace = std::chrono::seconds{10};
  return quiz::response::is_late(rules, ms(started), ms(submitted), kMissing, time_factor);
}

/// How far the prediction of each sheet is off, of scenes where a person has one sheet.
std::vector<std::optional<Ratio>> distances(const Scene& scene) {
  const quiz::ranking::Tally tally = scene.tally();
  const quiz::ranking::Actuals actuals = scene.actuals(tally);
  std::vector<std::optional<Ratio>> result;
  for (quiz::SheetNo sheet = 0; sheet < scene.sheets.size(); ++sheet)
    result.push_back(prediction_distance(scene.field(), actuals, sheet,
                                         scene.placement[scene.sheets[sheet].entrant].track));
  return result;
}

}  // namespace

// > The round closes on 30 September at 24:00, the time limit is 20 minutes, the grace 10 seconds. Started
// > at 10:00:00: in time until 10:20:10.000, late from 10:20:10.001 on; with a time factor of 150 in time
// > until 10:30:10.000. Started at 23:50:00: in time until 00:00:10.000.
TEST_CASE("the rules page, time: a sitting ends with its time limit or the round") {
  CHECK(!late("2023-09-30T10:00+07:00", "2023-09-30T10:20:10+07:00"));
  CHECK(late("2023-09-30T10:00+07:00", "2023-09-30T10:20:10.001+07:00"));
  CHECK(!late("2023-09-30T10:00+07:00", "2023-09-30T10:30:10+07:00", 150));
  CHECK(late("2023-09-30T10:00+07:00", "2023-09-30T10:30:10.001+07:00", 150));
  CHECK(!late("2023-09-30T23:50+07:00", "2023-10-01T00:00:10+07:00"));
  CHECK(late("2023-09-30T23:50+07:00", "2023-10-01T00:00:10.001+07:00"));
}

// > `person: [name, birth_date]`. s01 is Nguyễn Thị Lan, born 1990-05-12, registered on 11 September; s07 is
// > NGUYỄN THỊ LAN, born the same day, registered on 9 September. They are one person, which is listed as
// > s07.
TEST_CASE("the rules page, persons: the registration of 9 September stands for both") {
  Scene scene;
  scene.contest.person = {"name", "birth_date"};
  scene.add(Registration{.id = "s01",
                         .name = "Nguyễn Thị Lan",
                         .birth_date = "1990-05-12",
                         .registered_at = "2023-09-11 08:00"},
            Sheet{});
  scene.add(Registration{.id = "s07",
                         .name = "NGUYỄN THỊ LAN",
                         .birth_date = "1990-05-12",
                         .registered_at = "2023-09-09 08:00"});
  CHECK(scene.ranked() == "1 s07");
}

// > `attempts: {max: 2}`. Sheets started at 08:00, 09:00 and 10:00, the second of them late, are numbered 1,
// > 2, 3 and are accepted, late, over: one counts.
TEST_CASE("the rules page, attempts: a late sheet is the second, and the third is over") {
  Scene scene;
  scene.contest.rounds[0].rules.values[0].attempts.max = 2;
  const auto an = scene.add("an");
  scene.add(an, Sheet{.started = ms("2023-09-10T08:00+07:00")});
  scene.add(an, Sheet{.started = ms("2023-09-10T09:00+07:00"), .late = true});
  scene.add(an, Sheet{.started = ms("2023-09-10T10:00+07:00")});
  CHECK(scene.verdicts() == "1 accepted, 2 late, 3 over");
  CHECK(scene.tally().counters.attempts == 1);
}

// > Rounds w1 and w2 with `attempts: {max: 2, per: contest}`. Sheets of w1 on Monday and Tuesday and one of
// > w2 on the next Monday: accepted, accepted, over. With `max: 3` in w2 alone the last is accepted, too.
TEST_CASE("the rules page, attempts: two rounds share a count, each with its own maximum") {
  Scene scene;
  scene.contest.rounds[0].rules.values[0].attempts.max = 2;
  scene.contest.rounds[0].rules.values[0].attempts.per_contest = true;
  scene.add_round("w2");
  const auto an = scene.add("an");
  scene.add(an, Sheet{.round = 0, .started = ms("2023-09-11T08:00+07:00")});
  scene.add(an, Sheet{.round = 0, .started = ms("2023-09-12T08:00+07:00")});
  scene.add(an, Sheet{.round = 1, .started = ms("2023-09-18T08:00+07:00")});
  CHECK(scene.verdicts() == "1 accepted, 2 accepted, 1 over");
  scene.contest.rounds[1].rules.values[0].attempts.max = 3;
  CHECK(scene.verdicts() == "1 accepted, 2 accepted, 1 accepted");
}

// > entrants.csv lists an, bo, chi, dung and em, and hoa, who may not enter. an has two counted sheets, the
// > better one all-correct; bo has one; chi has only a late one; dung has none; em, who may not win, has
// > one, all-correct; hoa has one. Registered 5, finished 3, attempts 4, all-correct 2.
TEST_CASE("the rules page, counters: six on the list") {
  Scene scene;
  const auto an = scene.add("an");
  scene.add(an, Sheet{.points = 5, .attempt = 1});
  scene.add(an, Sheet{.points = 10, .attempt = 2, .all_correct = true});
  scene.add("bo", Sheet{.points = 5});
  scene.add("chi", Sheet{.late = true});
  scene.add("dung");
  scene.add(Registration{.id = "em", .barred = Barred::from_win}, Sheet{.points = 10, .all_correct = true});
  scene.add(Registration{.id = "hoa", .barred = Barred::from_enter}, Sheet{});
  CHECK(scene.tally().counters == Counters{5, 3, 4, 2});
}

// > `order: [points, prediction, duration, submitted]`, `keep: best`. First attempt: 9 points, 12 minutes,
// > prediction 987. Second: 9 points, 10 minutes 30, prediction 400. The second is kept for its time, and
// > 400 is the prediction that counts. With `keep: [points, submitted]` the first is kept, being the earlier
// > one, and 987 counts.
TEST_CASE("the rules page, kept sheet: the quicker one, or the earlier one, with its prediction") {
  Scene scene;
  scene.order_by({Key::points, Key::prediction, Key::duration, Key::submitted});
  const auto an = scene.add("an");
  scene.add(an,
            Sheet{.points = 9, .submitted = 1'000'000, .duration = 720'000, .prediction = 987, .attempt = 1});
  scene.add(an,
            Sheet{.points = 9, .submitted = 2'000'000, .duration = 630'000, .prediction = 400, .attempt = 2});
  const auto kept_prediction = [&] { return scene.sheets[scene.tally().kept_sheet(0, an)].prediction; };
  CHECK(kept_prediction() == 400);
  quiz::contest::AttemptPolicy& policy = scene.contest.rounds[0].rules.values[0].attempts;
  policy.keep = quiz::contest::Keep::by_keys;
  policy.keys = {{Key::points, true}, {Key::submitted, false}};
  CHECK(kept_prediction() == 987);
}

// > 987 persons are all-correct. Predictions of 1000, 980 and 974 are 13, 7 and 13 away: 980 is best, the
// > other two are equal.
TEST_CASE("the rules page, prediction: 980 is nearest to 987") {
  Scene scene;
  scene.order_by({Key::prediction});
  scene.add("a1000", Sheet{.prediction = 1000});
  scene.add("b980", Sheet{.prediction = 980});
  scene.add("c974", Sheet{.prediction = 974});
  scene.freeze(987);
  CHECK(scene.ranked() == "1 b980, 2 a1000, 2 c974");
  CHECK(distances(scene) == std::vector<std::optional<Ratio>>{Ratio(13), Ratio(7), Ratio(13)});
}

// > `unit: percent`: 2 of 3 persons are all-correct, 66.666... percent. Predictions of 66.6 and 66.7 are
// > 1/15 and 1/30 away.
TEST_CASE("the rules page, prediction: a percent is an exact fraction") {
  Scene scene;
  scene.contest.rounds[0].rules.values[0].prediction->percent = true;
  scene.add("an", Sheet{.prediction = decimal("66.6").billionths, .all_correct = true});
  scene.add("bo", Sheet{.prediction = decimal("66.7").billionths, .all_correct = true});
  scene.add("chi", Sheet{});
  CHECK(distances(scene) == std::vector<std::optional<Ratio>>{Ratio(1, 15), Ratio(1, 30), std::nullopt});
  scene.order_by({Key::prediction});
  CHECK(scene.ranked() == "1 bo, 2 an, 3 chi");
}

// > Two of the three persons of track a and none of the two of track b are all-correct. With `scope:
// > [round]` everybody is held against 2, with `scope: [round, track]` persons of a against 2 and persons of
// > b against 0.
TEST_CASE("the rules page, prediction: a scope is of all tracks or of the person's") {
  Scene scene;
  scene.contest.tracks[0].id.text = "a";
  scene.add_track("b");
  scene.add(Registration{.id = "a1", .track = 0}, Sheet{.prediction = 0, .all_correct = true});
  scene.add(Registration{.id = "a2", .track = 0}, Sheet{.prediction = 0, .all_correct = true});
  scene.add(Registration{.id = "a3", .track = 0}, Sheet{.prediction = 0});
  scene.add(Registration{.id = "b1", .track = 1}, Sheet{.prediction = 0});
  scene.add(Registration{.id = "b2", .track = 1}, Sheet{.prediction = 0});
  using Distances = std::vector<std::optional<Ratio>>;
  CHECK(distances(scene) == Distances{Ratio(2), Ratio(2), Ratio(2), Ratio(2), Ratio(2)});
  scene.contest.rounds[0].rules.values[0].prediction->of_track = true;
  CHECK(distances(scene) == Distances{Ratio(2), Ratio(2), Ratio(2), Ratio(0), Ratio(0)});
}

// > `order: [points, prediction, duration]`, `resolution: 1s`, 987 persons all-correct.
// >
// > | place | id | points | prediction | duration |
// > |---|---|---|---|---|
// > | 1 | s3 | 20 | 980 | 612.9 s |
// > | 2 | s1 | 20 | 1000 | 540.2 s |
// > | 2 | s4 | 20 | 974 | 540.9 s |
// > | 4 | s5 | 20 | 974 | 541.0 s |
// > | 5 | s2 | 20 | none | 300.0 s |
TEST_CASE("the rules page, order: five persons of 20 points") {
  Scene scene;
  scene.order_by({Key::points, Key::prediction, Key::duration});
  scene.contest.resolution = quiz::Milliseconds{1000};
  scene.add("s1", Sheet{.points = 20, .duration = 540'200, .prediction = 1000});
  scene.add("s2", Sheet{.points = 20, .duration = 300'000});
  scene.add("s3", Sheet{.points = 20, .duration = 612'900, .prediction = 980});
  scene.add("s4", Sheet{.points = 20, .duration = 540'900, .prediction = 974});
  scene.add("s5", Sheet{.points = 20, .duration = 541'000, .prediction = 974});
  scene.freeze(987);
  CHECK(scene.ranked() == "1 s3, 2 s1, 2 s4, 4 s5, 5 s2");
}
