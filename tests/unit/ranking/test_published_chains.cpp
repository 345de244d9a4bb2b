// SPDX-License-Identifier: Apache-2.0
// Orders of persons that organisers have published: each key decides in its turn, and only there. Further
// ones are in test_published_chains_further.cpp.
#include <tests/unit/ranking/published.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::contest::PersonLimit;
using quiz::tests::both_ways;
using quiz::tests::kFlips;
using quiz::tests::published;
using quiz::tests::Scene;
using quiz::tests::Sheet;
// "score; nearest prediction of participants; shortest duration; earlier login moment; number of times with
// 300 pts (or high score in both tries); winner in both rounds gets only the higher prize" (Quảng Nam 2022)
namespace {

const std::string kQuangNam = published(R"(
round_defaults:
  attempts: {max: 2}
  paper: {sections: [{bank: general, draw: 10, points: 30}]}
  prediction: {target: finished}
rounds:
- {id: w1, opens: 2022-09-05, closes: 2022-09-11}
- {id: w2, opens: 2022-09-12, closes: 2022-09-18}
ranking: {order: [points, prediction, duration, started, rounds-at-max]}
awards:
- id: individual
  of: entrants
  per: [round]
  prizes: [{id: nhat, places: 1}, {id: nhi, places: 1}]
  limit: {per_person: highest}
)");

/// A sheet of the first round that others differ from in a key or two.
constexpr Sheet kAlike{.points = 300, .started = 500, .submitted = 900, .duration = 400, .prediction = 980};

}  // namespace

TEST_CASE("Quảng Nam 2022: the score comes before the nearest prediction") {
  Sheet a = kAlike;
  Sheet b = kAlike;
  b.points = 290;
  b.prediction = 987;
  CHECK(both_ways(kQuangNam, 0, {a}, {b}) == kFlips);
}

TEST_CASE("Quảng Nam 2022: the nearest prediction comes before the shortest duration") {
  Sheet a = kAlike;
  a.prediction = 987;
  Sheet b = kAlike;
  b.duration = 100;
  CHECK(both_ways(kQuangNam, 1, {a}, {b}) == kFlips);
}

TEST_CASE("Quảng Nam 2022: the shortest duration comes before the earlier login") {
  Sheet a = kAlike;
  a.duration = 100;
  Sheet b = kAlike;
  b.started = 300;
  CHECK(both_ways(kQuangNam, 2, {a}, {b}) == kFlips);
}

TEST_CASE("Quảng Nam 2022: the earlier login comes before the number of times with 300 points") {
  Sheet a = kAlike;
  a.started = 300;
  Sheet again = kAlike;
  again.round = 1;
  Sheet worse = again;
  worse.points = 290;
  CHECK(both_ways(kQuangNam, 3, {a, worse}, {kAlike, again}) == kFlips);
}

TEST_CASE("Quảng Nam 2022: who wins in both rounds gets only the higher prize") {
  Scene scene(kQuangNam);
  const auto an = scene.add("an");
  const auto bo = scene.add("bo");
  scene.add(bo, Sheet{.round = 0, .points = 300});
  scene.add(an, Sheet{.round = 0, .points = 270});
  scene.add("chi", Sheet{.round = 0, .points = 240});
  scene.add(an, Sheet{.round = 1, .points = 300});
  scene.add("dung", Sheet{.round = 1, .points = 210});
  CHECK(scene.awarded() ==
        "individual w1 nhat: 1 bo\nindividual w2 nhat: 1 an\nindividual w1 nhi: 3 chi\nindividual w2 nhi: 2 "
        "dung\n"
        "individual w1 passed over an (holds a seat), chi moved up");
  // The one won first, by contrast, would be the lower one.
  scene.contest.awards[0].person_limit = PersonLimit::first;
  CHECK(scene.awarded() ==
        "individual w1 nhat: 1 bo\nindividual w1 nhi: 2 an\nindividual w2 nhat: 2 dung\nindividual w2 nhi "
        "vacant x1\n"
        "individual w2 passed over an (holds a seat), dung moved up");
}

// "correct answers; shortest time; secondary question; organisers decide" (Bắc Trà My 2021), with two
// attempts of which the higher result is kept.
namespace {

const std::string kBacTraMy = published(R"(
tracks: [{id: A}, {id: B}]
rounds:
- id: r1
  opens: 2021-10-21 07:30
  closes: 2021-10-30 19:30
  time_limit: 30m
  require_all: true
  attempts: {max: 2, per: contest, keep: best}
  paper: {sections: [{bank: general, draw: 10}]}
  prediction: {target: all-correct}
ranking: {order: [correct, duration, prediction]}
awards:
- {id: individual, of: entrants, per: [track], prizes: [{id: nhat, places: 1}], ties: report}
)");

}  // namespace

TEST_CASE("Bắc Trà My 2021: correct answers come before the shortest time") {
  CHECK(both_ways(kBacTraMy, 0, {Sheet{.duration = 900, .correct = 10}},
                  {Sheet{.duration = 100, .correct = 9}}) == kFlips);
}

TEST_CASE("Bắc Trà My 2021: the shortest time comes before the secondary question") {
  CHECK(both_ways(kBacTraMy, 1, {Sheet{.duration = 100, .prediction = 1, .correct = 9}},
                  {Sheet{.duration = 900, .prediction = 987, .correct = 9}}) == kFlips);
}

TEST_CASE("Bắc Trà My 2021: of two attempts the higher result is kept") {
  Scene scene(kBacTraMy);
  const auto an = scene.add("an");
  scene.add(an, Sheet{.points = 9, .started = 100, .correct = 9});
  scene.add(an, Sheet{.points = 7, .started = 200, .correct = 7});
  scene.add(an, Sheet{.points = 10, .started = 300, .correct = 10});
  scene.add("bo", Sheet{.points = 8, .correct = 8});
  CHECK(scene.verdicts() == "1 accepted, 2 accepted, 3 over, 1 accepted");
  CHECK(scene.ranked() == "1 an, 2 bo");
}

TEST_CASE("Bắc Trà My 2021: who is equal in all of that is left to the organisers") {
  Scene scene(kBacTraMy);
  scene.add("an", Sheet{.duration = 100, .correct = 9});
  scene.add("bo", Sheet{.duration = 100, .correct = 9});
  CHECK(scene.awarded() == "individual A nhat open x1: an bo\nindividual B nhat vacant x1");
  scene.decisions = {{quiz::AwardId{"individual"}, {}, quiz::TrackId{"A"}, "", {"bo", "an"}}};
  CHECK(scene.awarded() ==
        "individual A nhat: 1 bo\nindividual B nhat vacant x1\nindividual A passed over an (decided)");
}
