// SPDX-License-Identifier: Apache-2.0
// The examples of docs/scoring-rules.md: several rounds, seats and ties.
#include <quizlib/ranking/awards.hpp>
#include <tests/unit/ranking/scene.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::contest::AcrossRounds;
using quiz::contest::Key;
using quiz::contest::MinimumPoints;
using quiz::contest::PersonLimit;
using quiz::contest::Ties;
using quiz::roster::Barred;
using quiz::tests::Registration;
using quiz::tests::Scene;
using quiz::tests::Sheet;

namespace {

quiz::Decimal decimal(std::string_view text) { return quiz::parse_decimal(text).value(); }

/// What each person's points and duration in s are over both rounds, best first.
std::string lines(const Scene& scene) {
  const quiz::ranking::Field field = scene.field();
  const quiz::ranking::Tally tally = scene.tally();
  const quiz::ranking::Actuals actuals = scene.actuals(tally);
  const quiz::ranking::ListRules rules =
      quiz::ranking::list_of(scene.contest, quiz::ranking::whole_contest(scene.contest));
  std::string text;
  for (const quiz::ranking::Standing& standing : rank(field, tally, actuals, rules)) {
    const quiz::ranking::Line line = line_of(field, tally, actuals, rules, standing);
    if (!text.empty()) text += ", ";
    text += std::string(scene.roster.ids[standing.person]) + " " + format_points(line.points);
    text += line.duration == quiz::kMissing ? " none" : " " + std::to_string(line.duration / 1000) + "s";
  }
  return text;
}

/// an has 10 points; bo, chi and dung 9; em 8; giang 7; hoa 6.
void add_seven(Scene& scene) {
  scene.add("an", Sheet{.points = 10});
  scene.add("bo", Sheet{.points = 9});
  scene.add("chi", Sheet{.points = 9});
  scene.add("dung", Sheet{.points = 9});
  scene.add("em", Sheet{.points = 8});
  scene.add("giang", Sheet{.points = 7});
  scene.add("hoa", Sheet{.points = 6});
}

/// an has 10 points and may not win, bo 9, chi 8, dung 7.
void add_four(Scene& scene) {
  scene.add(Registration{.id = "an", .barred = Barred::from_win}, Sheet{.points = 10});
  scene.add("bo", Sheet{.points = 9});
  scene.add("chi", Sheet{.points = 8});
  scene.add("dung", Sheet{.points = 7});
}

}  // namespace

// > w1: an 10 points in 300 s, bo 8 points in 200 s. w2: an 6 points in 100 s, chi 9 points in 150 s; bo 8
// > points, with no time known. `order: [points, duration]`. Sum: an 16 points in 400 s; bo 16 points, no
// > duration; chi 9 points. Places an 1, bo 2, chi 3. Best: an 10 points in 300 s; chi 9 points; bo 8 points
// > in 200 s. Places an 1, chi 2, bo 3.
TEST_CASE("the rules page, several rounds: by sum and by the best one") {
  Scene scene;
  scene.add_round("w2");
  scene.order_by({Key::points, Key::duration});
  const auto an = scene.add("an");
  const auto bo = scene.add("bo");
  scene.add(an, Sheet{.round = 0, .points = 10, .duration = 300'000});
  scene.add(bo, Sheet{.round = 0, .points = 8, .duration = 200'000});
  scene.add(an, Sheet{.round = 1, .points = 6, .duration = 100'000});
  scene.add("chi", Sheet{.round = 1, .points = 9, .duration = 150'000});
  scene.add(bo, Sheet{.round = 1, .points = 8});
  CHECK(lines(scene) == "an 16 400s, bo 16 none, chi 9 150s");
  CHECK(scene.ranked() == "1 an, 2 bo, 3 chi");
  scene.contest.across_rounds = AcrossRounds::best;
  CHECK(lines(scene) == "an 10 300s, chi 9 150s, bo 8 200s");
  CHECK(scene.ranked() == "1 an, 2 chi, 3 bo");
}

// > Two seats, nhat and nhi. an has 10 points and may not win, bo 9, chi 8, dung 7. nhat goes to bo, first
// > place; nhi to chi, second place; an was passed over and bo moved up.
TEST_CASE("the rules page, seats: who may not win leaves first place to the next") {
  Scene scene;
  add_four(scene);
  scene.add_award("medal", {1, 1});
  CHECK(scene.awarded() == "medal p1: 1 bo\nmedal p2: 2 chi\nmedal passed over an (barred), bo moved up");
}

// > Three seats, minimum 75 % of 10 points: bo and chi get seats, dung is passed over, one seat is vacant.
TEST_CASE("the rules page, seats: who is below the minimum leaves a seat vacant") {
  Scene scene;
  add_four(scene);
  scene.add_award("medal", {3}).minimum_points = MinimumPoints{true, decimal("75"), {}};
  CHECK(scene.awarded() ==
        "medal p1: 1 bo\nmedal p1: 2 chi\nmedal p1 vacant x1\n"
        "medal passed over an (barred), bo moved up\nmedal passed over dung (below minimum)");
}

// > Prizes nhat 1, nhi 2, ba 3 with `share: 50%` in a list of nine persons: four seats are left, nhat 1, nhi
// > 2, ba 1.
TEST_CASE("the rules page, seats: half of nine persons get four seats") {
  Scene scene;
  for (int i = 0; i < 9; ++i) scene.add("s" + std::to_string(i), Sheet{.points = 10 - i});
  scene.add_award("medal", {1, 2, 3}).share = decimal("50");
  CHECK(scene.awarded() ==
        "medal p1: 1 s0\nmedal p2: 2 s1\nmedal p2: 3 s2\nmedal p3: 4 s3\nmedal p3 fallen x2");
}

// > Prizes nhat 1, nhi 2, ba 3. an has 10 points; bo, chi and dung 9; em 8; giang 7; hoa 6. an gets nhat.
// > The next three seats are two of nhi and one of ba.
// >
// clang-format off
// > | ties | nhi | ba | besides |
// > |---|---|---|---|
// > | report | open: two | open: one; em, giang | bo, chi and dung are candidates of both; em and giang are fifth and sixth |
// > | share | bo, chi, dung | em, giang | one seat of ba falls away |
// > | extend | bo, chi, dung | em, giang, hoa | nothing falls away |
// clang-format on
TEST_CASE("the rules page, ties: three for the seats of two prizes") {
  Scene scene;
  add_seven(scene);
  scene.add_award("medal", {1, 2, 3});
  const std::string reported =
      "medal p1: 1 an\nmedal p3: 5 em\nmedal p3: 6 giang\n"
      "medal p2 open x2: bo chi dung\nmedal p3 open x1: bo chi dung";
  CHECK(scene.awarded() == reported);
  scene.contest.awards[0].ties = Ties::lot;
  CHECK(scene.awarded() == reported);
  scene.contest.awards[0].ties = Ties::share;
  CHECK(scene.awarded() ==
        "medal p1: 1 an\nmedal p2: 2 bo\nmedal p2: 2 chi\nmedal p2: 2 dung\n"
        "medal p3: 5 em\nmedal p3: 6 giang\nmedal p3 fallen x1");
  scene.contest.awards[0].ties = Ties::extend;
  CHECK(scene.awarded() ==
        "medal p1: 1 an\nmedal p2: 2 bo\nmedal p2: 2 chi\nmedal p2: 2 dung\n"
        "medal p3: 5 em\nmedal p3: 6 giang\nmedal p3: 7 hoa");
}

// > A **decision** puts the candidates of a tie in order: the first gets the first of the seats, and so on;
// who gets none > is passed over.
TEST_CASE("the rules page, ties: a decision puts the candidates in order") {
  Scene scene;
  add_seven(scene);
  scene.add_award("medal", {1, 2, 3});
  scene.decisions = {{quiz::AwardId{"medal"}, {}, {}, "", {"dung", "bo", "chi"}}};
  CHECK(scene.awarded() ==
        "medal p1: 1 an\nmedal p2: 2 dung\nmedal p2: 2 bo\nmedal p3: 2 chi\n"
        "medal p3: 5 em\nmedal p3: 6 giang");
}

// > The award grand has one seat, the award medal three of one prize, both with a limit. an and bo have 10
// > points, chi 9, dung 8. The seat of grand is open between an and bo. In medal an, bo and chi get seats,
// > and an and bo are marked: one of them will hold grand and leave a seat to dung. chi gets one in any case
// > and is not marked.
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
