// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/standing.hpp>
#include <tests/unit/ranking/scene.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using quiz::EntrantNo;
using quiz::Milliseconds;
using quiz::Ratio;
using quiz::contest::Key;
using quiz::ranking::ListRules;
using quiz::roster::Barred;
using quiz::tests::ms;
using quiz::tests::Registration;
using quiz::tests::Scene;
using quiz::tests::Sheet;

TEST_CASE("nobody is ranked where nobody finished") {
  Scene scene;
  scene.add("an");
  scene.add("bo", Sheet{.late = true});
  CHECK(scene.ranked().empty());
}

TEST_CASE("equals share a place, the next places are left out, and equals are listed by id") {
  Scene scene;
  scene.add("dung", Sheet{.points = 7});
  scene.add("chi", Sheet{.points = 8});
  scene.add("an", Sheet{.points = 9});
  scene.add("bo", Sheet{.points = 8});
  CHECK(scene.ranked() == "1 an, 2 bo, 2 chi, 4 dung");
}

TEST_CASE("ids are listed by the bytes of their NFC form") {
  Scene scene;
  scene.add("E\u0301c", Sheet{});  // Éc, decomposed
  scene.add("z", Sheet{});
  scene.add("\u00C9b", Sheet{});  // Éb, composed
  scene.add("B", Sheet{});
  scene.add("a", Sheet{});
  CHECK(scene.ranked() == "1 B, 1 a, 1 z, 1 \u00C9b, 1 E\u0301c");
}

TEST_CASE("who may not win is ranked, who may not enter is not") {
  Scene scene;
  const EntrantNo an = scene.add(Registration{.id = "an", .barred = Barred::from_win});
  const EntrantNo bo = scene.add(Registration{.id = "bo", .barred = Barred::from_enter});
  scene.add(an, Sheet{.points = 9});
  scene.add(bo, Sheet{.points = 9});
  scene.add("chi", Sheet{.points = 8});
  CHECK(scene.ranked() == "1 an, 2 chi");
}

TEST_CASE("more points are better") {
  Scene scene;
  scene.add("an", Sheet{.points = -1});
  scene.add("bo", Sheet{.points = 2});
  scene.add("chi", Sheet{.points = 10});
  CHECK(scene.ranked() == "1 chi, 2 bo, 3 an");
}

TEST_CASE("more correct answers are better") {
  Scene scene;
  scene.order_by({Key::correct});
  scene.add("an", Sheet{.points = 9, .correct = 7});
  scene.add("bo", Sheet{.points = 8, .correct = 8});
  CHECK(scene.ranked() == "1 bo, 2 an");
}

TEST_CASE("the nearest prediction is best, above or below alike") {
  Scene scene;
  scene.order_by({Key::prediction});
  scene.add("an", Sheet{.prediction = 1000});
  scene.add("bo", Sheet{.prediction = 974});
  scene.add("chi", Sheet{.prediction = 980});
  scene.add("dung", Sheet{});
  scene.freeze(987);
  CHECK(scene.ranked() == "1 chi, 2 an, 2 bo, 4 dung");
}

TEST_CASE("a sheet without a prediction has no distance") {
  Scene scene;
  scene.freeze(5);
  scene.add("an", Sheet{});
  scene.add("bo", Sheet{.prediction = 5});
  scene.add("chi", Sheet{.prediction = 0});
  const auto distance = [&](quiz::SheetNo sheet) {
    return prediction_distance(scene.field(), scene.actuals(scene.tally()), sheet, 0);
  };
  CHECK_FALSE(distance(0));
  CHECK(distance(1) == Ratio(0));
  CHECK(distance(2) == Ratio(5));
}

TEST_CASE("a shorter time is better, and an earlier moment") {
  Scene scene;
  scene.add("an", Sheet{.started = 30, .submitted = 20, .duration = 10});
  scene.add("bo", Sheet{.started = 10, .submitted = 30, .duration = 20});
  scene.add("chi", Sheet{.started = 20, .submitted = 10, .duration = 30});
  scene.order_by({Key::duration});
  CHECK(scene.ranked() == "1 an, 2 bo, 3 chi");
  scene.order_by({Key::submitted});
  CHECK(scene.ranked() == "1 chi, 2 an, 3 bo");
  scene.order_by({Key::started});
  CHECK(scene.ranked() == "1 bo, 2 chi, 3 an");
}

TEST_CASE("an earlier registration is better, read in the contest's zone where it has no offset") {
  Scene scene;
  scene.order_by({Key::registered});
  const EntrantNo an = scene.add(Registration{.id = "an", .registered_at = "2023-09-10 08:00"});
  const EntrantNo bo = scene.add(Registration{.id = "bo", .registered_at = "2023-09-10T00:59:59Z"});
  const EntrantNo chi = scene.add(Registration{.id = "chi", .registered_at = ""});
  scene.add(an, Sheet{});
  scene.add(bo, Sheet{});
  scene.add(chi, Sheet{});
  CHECK(scene.ranked() == "1 bo, 2 an, 3 chi");
}

TEST_CASE("where nobody's registration is known nobody is before anybody by it") {
  Scene scene;
  scene.order_by({Key::registered});
  scene.roster.names = {"name", "birth_date", "phone", "kind"};
  scene.add("an", Sheet{});
  scene.add("bo", Sheet{});
  CHECK(scene.ranked() == "1 an, 1 bo");
}

TEST_CASE("the registration that counts is the person's first") {
  Scene scene;
  scene.order_by({Key::registered});
  scene.contest.person = {"name", "birth_date"};
  const Registration late{
      .id = "a", .name = "Lan", .birth_date = "1990-01-01", .registered_at = "2023-09-12 08:00"};
  const Registration early{
      .id = "b", .name = "Lan", .birth_date = "1990-01-01", .registered_at = "2023-09-10 08:00"};
  const Registration other{
      .id = "c", .name = "Minh", .birth_date = "1990-01-01", .registered_at = "2023-09-11 08:00"};
  scene.add(scene.add(late), Sheet{});
  scene.add(early);
  scene.add(scene.add(other), Sheet{});
  CHECK(scene.ranked() == "1 b, 2 c");
}

TEST_CASE("fewer attempts are better, counted ones alone") {
  Scene scene;
  scene.order_by({Key::attempts});
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.attempt = 1});
  scene.add(an, Sheet{.attempt = 2});
  const EntrantNo bo = scene.add("bo");
  scene.add(bo, Sheet{.attempt = 1});
  scene.add(bo, Sheet{.attempt = 2, .late = true});
  CHECK(scene.ranked() == "1 bo, 2 an");
}

TEST_CASE("rounds at the maximum count full points, by the paper of the person's track") {
  Scene scene;
  scene.order_by({Key::rounds_at_max});
  scene.add("an", Sheet{.points = 9});
  scene.add("bo", Sheet{.points = 10});
  CHECK(scene.ranked() == "1 bo, 2 an");
}

TEST_CASE("more points than a faultless paper of the person's track has are at the maximum too") {
  Scene scene;
  scene.order_by({Key::rounds_at_max});
  scene.contest.rounds[0].rules.values[0].paper.sections[0].points =
      quiz::Points{9 * quiz::Points::kOne / 10};
  scene.add("an", Sheet{.points = 8});
  scene.add("bo", Sheet{.points = 9});
  scene.add("chi", Sheet{.points = 10});
  CHECK(scene.ranked() == "1 bo, 1 chi, 3 an");
}

TEST_CASE("a direction after a key turns it round") {
  Scene scene;
  scene.contest.order = {{Key::points, false, {}}};
  scene.add("an", Sheet{.points = 9});
  scene.add("bo", Sheet{.points = 8});
  CHECK(scene.ranked() == "1 bo, 2 an");
}

TEST_CASE("a missing value is worst in either direction") {
  Scene scene;
  scene.add("an", Sheet{});
  scene.add("bo", Sheet{.duration = 900});
  scene.add("chi", Sheet{.duration = 100});
  scene.contest.order = {{Key::duration, false, {}}};
  CHECK(scene.ranked() == "1 chi, 2 bo, 3 an");
  scene.contest.order = {{Key::duration, true, {}}};
  CHECK(scene.ranked() == "1 bo, 2 chi, 3 an");
}

TEST_CASE("two missing values are equal") {
  Scene scene;
  scene.order_by({Key::submitted});
  scene.add("bo", Sheet{});
  scene.add("an", Sheet{});
  CHECK(scene.ranked() == "1 an, 1 bo");
}

TEST_CASE("times compare cut down to the resolution, before 1970 too") {
  Scene scene;
  scene.contest.resolution = Milliseconds{1000};
  scene.order_by({Key::submitted});
  scene.add("an", Sheet{.submitted = 1999});
  scene.add("bo", Sheet{.submitted = 1000});
  scene.add("chi", Sheet{.submitted = 999});
  scene.add("dung", Sheet{.submitted = -1});
  scene.add("em", Sheet{.submitted = -1000});
  scene.add("giang", Sheet{.submitted = -1001});
  CHECK(scene.ranked() == "1 giang, 2 dung, 2 em, 4 chi, 5 an, 5 bo");
}

TEST_CASE("registration moments compare cut down to the resolution") {
  Scene scene;
  scene.contest.resolution = Milliseconds{60'000};
  scene.order_by({Key::registered});
  scene.add(scene.add(Registration{.id = "an", .registered_at = "2023-09-10 08:00:59"}), Sheet{});
  scene.add(scene.add(Registration{.id = "bo", .registered_at = "2023-09-10 08:00:01"}), Sheet{});
  CHECK(scene.ranked() == "1 an, 1 bo");
}

TEST_CASE("points are not cut down to the resolution") {
  Scene scene;
  scene.contest.resolution = Milliseconds{60'000};
  scene.add("an", Sheet{.points = 8});
  scene.add("bo", Sheet{.points = 9});
  CHECK(scene.ranked() == "1 bo, 2 an");
}

TEST_CASE("all keys of a person are those of the kept sheet") {
  Scene scene;
  scene.order_by({Key::points, Key::prediction});
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.points = 8, .prediction = 987, .attempt = 1});
  scene.add(an, Sheet{.points = 9, .prediction = 0, .attempt = 2});
  scene.add("bo", Sheet{.points = 9, .prediction = 900});
  scene.freeze(987);
  CHECK(scene.ranked() == "1 bo, 2 an");
}

TEST_CASE("a list of a track holds its persons alone, with places among them") {
  Scene scene;
  scene.add_track("people");
  scene.add(scene.add(Registration{.id = "an", .track = 0}), Sheet{.points = 9});
  scene.add(scene.add(Registration{.id = "bo", .track = 1}), Sheet{.points = 8});
  scene.add(scene.add(Registration{.id = "chi", .track = 1}), Sheet{.points = 7});
  CHECK(scene.ranked_in_track(1) == "1 bo, 2 chi");
  CHECK(scene.ranked_in_track(0) == "1 an");
  CHECK(scene.ranked() == "1 an, 2 bo, 3 chi");
}

TEST_CASE("a person is in the track of its first registration") {
  Scene scene;
  scene.add_track("people");
  scene.contest.person = {"name", "birth_date"};
  const Registration first{
      .id = "a", .name = "Lan", .birth_date = "1990-01-01", .registered_at = "2023-09-10 08:00", .track = 1};
  Registration second = first;
  second.id = "b";
  second.registered_at = "2023-09-11 08:00";
  second.track = 0;
  scene.add(first);
  scene.add(scene.add(second), Sheet{});
  CHECK(scene.ranked_in_track(1) == "1 a");
  CHECK(scene.ranked_in_track(0).empty());
}

TEST_CASE("the top of a list ends there, but not among equals") {
  Scene scene;
  scene.add("an", Sheet{.points = 9});
  scene.add("bo", Sheet{.points = 8});
  scene.add("chi", Sheet{.points = 8});
  scene.add("dung", Sheet{.points = 8});
  scene.add("em", Sheet{.points = 7});
  CHECK(scene.ranked(0).empty());
  CHECK(scene.ranked(1) == "1 an");
  CHECK(scene.ranked(2) == "1 an, 2 bo, 2 chi, 2 dung");
  CHECK(scene.ranked(4) == "1 an, 2 bo, 2 chi, 2 dung");
  CHECK(scene.ranked(5) == "1 an, 2 bo, 2 chi, 2 dung, 5 em");
  CHECK(scene.ranked(99) == "1 an, 2 bo, 2 chi, 2 dung, 5 em");
}

TEST_CASE("the top of a long list is the beginning of the whole list") {
  Scene scene;
  scene.order_by({Key::points, Key::duration, Key::submitted});
  std::uint32_t state = 1;
  for (int i = 0; i < 9000; ++i) {
    state = state * 1'664'525U + 1'013'904'223U;
    scene.add("s" + std::to_string(i),
              Sheet{.points = state >> 29U, .submitted = (state >> 10U) % 3, .duration = (state >> 20U) % 5});
  }
  const quiz::ranking::Tally tally = scene.tally();
  const ListRules rules = quiz::ranking::list_of(scene.contest, quiz::ranking::whole_contest(scene.contest));
  const auto whole = rank(scene.field(), tally, scene.actuals(tally), rules);
  REQUIRE(whole.size() == 9000);
  for (const std::size_t top : {1U, 62U, 500U, 4000U}) {
    const auto best = rank(scene.field(), tally, scene.actuals(tally), rules, top);
    REQUIRE(best.size() >= top);
    CHECK(best.size() < 9000);
    CHECK(whole[best.size()].place == best.size() + 1);
    for (std::size_t i = 0; i < best.size(); ++i) {
      CHECK(best[i].person == whole[i].person);
      CHECK(best[i].place == whole[i].place);
    }
  }
}

TEST_CASE("where everybody is equal the top is everybody") {
  Scene scene;
  for (int i = 0; i < 5000; ++i) scene.add("s" + std::to_string(i), Sheet{});
  const quiz::ranking::Tally tally = scene.tally();
  const ListRules rules = quiz::ranking::list_of(scene.contest, quiz::ranking::whole_contest(scene.contest));
  CHECK(rank(scene.field(), tally, scene.actuals(tally), rules, 3).size() == 5000);
}

namespace {

/// Two persons of whom each is the better one by one of two keys: `a` by the first.
std::string duel(Key first, Key second, const Sheet& a, const Sheet& b) {
  Scene scene;
  scene.order_by({Key::points, first, second});
  scene.add("a", a);
  scene.add("b", b);
  scene.freeze(987);
  return scene.ranked();
}

}  // namespace

TEST_CASE("prediction before time and time before prediction are two rules") {
  const Sheet near{.points = 9, .duration = 900, .prediction = 980};
  const Sheet quick{.points = 9, .duration = 100, .prediction = 500};
  CHECK(duel(Key::prediction, Key::duration, near, quick) == "1 a, 2 b");
  CHECK(duel(Key::duration, Key::prediction, near, quick) == "1 b, 2 a");
}

TEST_CASE("duration before submission and submission before duration are two rules") {
  const Sheet quick{.points = 9, .submitted = 900, .duration = 100};
  const Sheet early{.points = 9, .submitted = 100, .duration = 900};
  CHECK(duel(Key::duration, Key::submitted, quick, early) == "1 a, 2 b");
  CHECK(duel(Key::submitted, Key::duration, quick, early) == "1 b, 2 a");
}

TEST_CASE("a chain is followed to its last key") {
  Scene scene;
  scene.order_by({Key::points, Key::prediction, Key::duration, Key::started, Key::rounds_at_max});
  const Sheet best{.points = 10, .started = 50, .duration = 100, .prediction = 987};
  Sheet started_later = best;
  started_later.started = 51;
  Sheet slower = best;
  slower.duration = 101;
  slower.started = 1;
  Sheet further = best;
  further.prediction = 986;
  further.duration = 1;
  Sheet fewer = best;
  fewer.points = 9;
  fewer.prediction = 987;
  scene.add("fewer", fewer);
  scene.add("further", further);
  scene.add("slower", slower);
  scene.add("started later", started_later);
  scene.add("best", best);
  scene.add("as good", best);
  scene.freeze(987);
  CHECK(scene.ranked() == "1 as good, 1 best, 3 started later, 4 slower, 5 further, 6 fewer");
}

namespace {

/// A sheet like all others of a test, but better by one key. The number of all-correct persons is 987.
Sheet better_by(Key key) {
  Sheet sheet{.points = 5, .started = 50, .submitted = 50, .duration = 50, .prediction = 900, .correct = 5};
  if (key == Key::points) sheet.points = 6;
  if (key == Key::correct) sheet.correct = 6;
  if (key == Key::prediction) sheet.prediction = 987;
  if (key == Key::duration) sheet.duration = 49;
  if (key == Key::submitted) sheet.submitted = 49;
  if (key == Key::started) sheet.started = 49;
  return sheet;
}

/// Whether of two persons who differ in two neighbouring keys of the chain the first key's is always the
/// better one.
bool in_force(const std::vector<Key>& chain) {
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    Scene scene;
    scene.order_by(chain);
    scene.add("a", better_by(chain[i + 1]));
    scene.add("b", better_by(chain[i]));
    scene.freeze(987);
    if (scene.ranked() != "1 b, 2 a") return false;
  }
  return true;
}

}  // namespace

TEST_CASE("points, prediction, duration, moment of logging in") {
  CHECK(in_force({Key::points, Key::prediction, Key::duration, Key::started}));
}

TEST_CASE("correct answers, duration, prediction") {
  CHECK(in_force({Key::correct, Key::duration, Key::prediction}));
}

TEST_CASE("points, prediction, moment of submission") {
  CHECK(in_force({Key::points, Key::prediction, Key::submitted}));
}

TEST_CASE("correct answers, duration, moment of logging in") {
  CHECK(in_force({Key::correct, Key::duration, Key::started}));
}

TEST_CASE("points, prediction, duration, moment of submission") {
  CHECK(in_force({Key::points, Key::prediction, Key::duration, Key::submitted}));
}
