// SPDX-License-Identifier: Apache-2.0
// Orders of persons that organisers have published: each key decides in its turn, and only there.
#include <tests/unit/contest/contests.hpp>
#include <tests/unit/ranking/published.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using quiz::contest::Contest;
using quiz::contest::Keep;
using quiz::contest::RankingKey;
using quiz::tests::add_pair;
using quiz::tests::both_ways;
using quiz::tests::kFlips;
using quiz::tests::Lines;
using quiz::tests::own_order;
using quiz::tests::published;
using quiz::tests::Scene;
using quiz::tests::Sheet;
using quiz::tests::with_keys_swapped;
// "all 5 right; nearest prediction; earliest answer moment (to the second, from start of the week)" (VCNet
// 2019); "only 1 result kept: the most correct with the earliest time", of any number of attempts.
namespace {

const std::string kVcnet = published(R"(
rounds:
- id: w1
  opens: 2019-08-26 10:00
  closes: 2019-09-02 09:00
  attempts: {max: unlimited, keep: [correct, submitted]}
  paper: {sections: [{bank: general, draw: 5}]}
  prediction: {target: all-correct}
ranking: {order: [correct, prediction, submitted], resolution: 1s}
awards:
- id: week
  of: entrants
  per: [round]
  minimum: {points: 100%}
  prizes: [{id: nhat, places: 1}, {id: nhi, places: 1}]
)");

}  // namespace

TEST_CASE("VCNet 2019: all right comes before the nearest prediction") {
  CHECK(both_ways(kVcnet, 0, {Sheet{.points = 5, .prediction = 1, .correct = 5}},
                  {Sheet{.points = 4, .prediction = 987, .correct = 4}}) == kFlips);
}

TEST_CASE("VCNet 2019: the nearest prediction comes before the earliest answer") {
  CHECK(both_ways(kVcnet, 1, {Sheet{.points = 5, .submitted = 9000, .prediction = 987, .correct = 5}},
                  {Sheet{.points = 5, .submitted = 1000, .prediction = 1, .correct = 5}}) == kFlips);
}

TEST_CASE("VCNet 2019: answers of one second are equal") {
  Scene scene(kVcnet);
  scene.add("a", Sheet{.points = 5, .submitted = 7999, .correct = 5});
  scene.add("b", Sheet{.points = 5, .submitted = 7000, .correct = 5});
  scene.add("c", Sheet{.points = 5, .submitted = 8000, .correct = 5});
  CHECK(scene.ranked() == "1 a, 1 b, 3 c");
}

TEST_CASE("VCNet 2019: the result kept is the most correct one, then the earliest") {
  Scene scene(kVcnet);
  const auto an = scene.add("an");
  scene.add(an, Sheet{.points = 4, .submitted = 1000, .attempt = 1, .correct = 4});
  scene.add(an, Sheet{.points = 5, .submitted = 2000, .attempt = 2, .correct = 5});
  scene.add(an, Sheet{.points = 5, .submitted = 3000, .attempt = 3, .correct = 5});
  CHECK(scene.tally().kept_sheet(0, an) == 1);
  auto& keys = scene.contest.rounds[0].rules.values[0].attempts.keys;
  std::swap(keys.at(0), keys.at(1));
  CHECK(scene.tally().kept_sheet(0, an) == 0);
}

TEST_CASE("VCNet 2019: who does not have all five right wins nothing") {
  Scene scene(kVcnet);
  scene.add("an", Sheet{.points = 5, .correct = 5});
  scene.add("bo", Sheet{.points = 4, .correct = 4});
  CHECK(scene.awarded() ==
        "week w1 nhat: 1 an\nweek w1 nhi vacant x1\nweek w1 passed over bo (below minimum)");
}

// "all right; prediction accuracy; earlier sent. Special prize for the most accurate and earliest" (Phong
// Nha)
namespace {

const std::string kPhongNha = published(R"(
rounds:
- id: w1
  opens: 2021-06-01
  closes: 2021-06-30
  paper: {sections: [{bank: general, draw: 10}]}
  prediction: {target: all-correct}
ranking: {order: [correct, prediction, submitted]}
awards:
- {id: special, of: entrants, order: [prediction, submitted], prizes: [{id: db, places: 1}]}
- {id: individual, of: entrants, prizes: [{id: nhat, places: 1}]}
)");

}  // namespace

TEST_CASE("Phong Nha: all right comes before the accuracy of the prediction") {
  CHECK(both_ways(kPhongNha, 0, {Sheet{.prediction = 1, .correct = 10}},
                  {Sheet{.prediction = 987, .correct = 9}}) == kFlips);
}

TEST_CASE("Phong Nha: the accuracy of the prediction comes before the earlier sheet") {
  CHECK(both_ways(kPhongNha, 1, {Sheet{.submitted = 900, .prediction = 987, .correct = 10}},
                  {Sheet{.submitted = 100, .prediction = 1, .correct = 10}}) == kFlips);
}

TEST_CASE("Phong Nha: the special prize is for the most accurate, then the earliest, right or not") {
  Scene scene(kPhongNha);
  add_pair(scene, {Sheet{.submitted = 900, .prediction = 987, .correct = 3}},
           {Sheet{.submitted = 100, .prediction = 986, .correct = 10}});
  const auto order = [](Contest& contest) -> std::vector<RankingKey>& { return contest.awards[0].order; };
  CHECK(with_keys_swapped(scene, order, 0, [](const Scene& made) { return made.awarded(); }) ==
        Lines{"special db: 1 a\nindividual nhat: 1 b", "special db: 1 b\nindividual nhat: 1 b"});
}

// "correct + fastest; then moment of entry" (Bình Tân 2019), one attempt a week, the top five.
namespace {

const std::string kBinhTan = published(R"(
rounds:
- id: w1
  opens: 2019-03-04
  closes: 2019-03-10
  time_limit: 10m
  paper: {sections: [{bank: general, draw: 10}]}
ranking: {order: [correct, duration, started]}
awards:
- {id: week, of: entrants, per: [round], prizes: [{id: top, places: 5}]}
)");

}  // namespace

TEST_CASE("Bình Tân 2019: correct answers come before the fastest") {
  CHECK(both_ways(kBinhTan, 0, {Sheet{.duration = 900, .correct = 10}},
                  {Sheet{.duration = 100, .correct = 9}}) == kFlips);
}

TEST_CASE("Bình Tân 2019: the fastest comes before the moment of entry") {
  CHECK(both_ways(kBinhTan, 1, {Sheet{.started = 900, .duration = 100, .correct = 9}},
                  {Sheet{.started = 100, .duration = 900, .correct = 9}}) == kFlips);
}

// "MCQ + essay total" (QĐND newspaper): one key, which is not the number of right answers.
TEST_CASE("QĐND newspaper: the total of questions and essay decides, whatever the number of right answers") {
  Scene scene(published(R"(
rounds: [{id: w1, opens: 2023-01-01, closes: 2023-01-31, paper: {sections: [{bank: general, draw: 10}]}}]
ranking: {order: [points, correct]}
)"));
  const Sheet essay{.points = 18, .correct = 8};
  const Sheet questions{.points = 15, .correct = 10};
  add_pair(scene, {essay}, {questions});
  CHECK(with_keys_swapped(scene, own_order, 0, [](const Scene& made) { return made.ranked(); }) == kFlips);
}

// "only the first attempt accumulates" (Exam24h platform)
TEST_CASE("Exam24h: only first attempts add up over the rounds") {
  Scene scene(published(R"(
round_defaults:
  attempts: {max: unlimited, keep: first}
  paper: {sections: [{bank: general, draw: 10}]}
rounds:
- {id: w1, opens: 2023-01-01, closes: 2023-01-31}
- {id: w2, opens: 2023-02-01, closes: 2023-02-28}
ranking: {order: [points], across_rounds: sum}
)"));
  add_pair(scene,
           {Sheet{.round = 0, .points = 7, .attempt = 1}, Sheet{.round = 1, .points = 6, .attempt = 1}},
           {Sheet{.round = 0, .points = 5, .attempt = 1}, Sheet{.round = 0, .points = 10, .attempt = 2},
            Sheet{.round = 1, .points = 7, .attempt = 1}});
  CHECK(scene.ranked() == "1 a, 2 b");
  scene.contest.rounds[0].rules.values[0].attempts.keep = Keep::best;
  CHECK(scene.ranked() == "1 b, 2 a");
}
