// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using quiz::contest::Contest;
using quiz::contest::GroupKey;
using quiz::contest::GroupMeasure;
using quiz::contest::Key;
using quiz::tests::contest_of;
using quiz::tests::findings_in;
using quiz::tests::kSmallContest;
using quiz::tests::Lines;
using quiz::tests::with;

namespace {

/// The small contest with a prediction and this ranking.
std::string ranked(std::string_view ranking) {
  const std::string yaml = with(kSmallContest, "{order: [points, duration]}", ranking);
  return with(yaml, "  paper:", "  prediction: {target: all-correct}\n  paper:");
}

/// The keys of an order with whether more comes first.
std::vector<std::pair<Key, bool>> order(std::string_view keys) {
  std::vector<std::pair<Key, bool>> result;
  for (const quiz::contest::RankingKey& key : contest_of(ranked("{order: " + std::string(keys) + "}")).order)
    result.emplace_back(key.key, key.descending);
  return result;
}

Lines findings_of(std::string_view ranking) { return findings_in(ranked(ranking)); }

}  // namespace

TEST_CASE("more points, right answers and full rounds are better, less of all else") {
  CHECK(order("[points, correct, rounds-at-max, prediction, duration, submitted, started, registered, "
              "attempts]") == std::vector<std::pair<Key, bool>>{{Key::points, true},
                                                                {Key::correct, true},
                                                                {Key::rounds_at_max, true},
                                                                {Key::prediction, false},
                                                                {Key::duration, false},
                                                                {Key::submitted, false},
                                                                {Key::started, false},
                                                                {Key::registered, false},
                                                                {Key::attempts, false}});
}

TEST_CASE("asc and desc override a key's own direction") {
  CHECK(order("[points asc, submitted desc, duration  asc]") ==
        std::vector<std::pair<Key, bool>>{
            {Key::points, false}, {Key::submitted, true}, {Key::duration, false}});
  CHECK(order("points") == std::vector<std::pair<Key, bool>>{{Key::points, true}});
}

TEST_CASE("a key stands where it is written") {
  const Contest contest = contest_of(kSmallContest);
  CHECK(contest.order.at(1).place.line == 14);
  CHECK(contest.order.at(1).place.column == 27);
}

TEST_CASE("the nearer prediction is always better") {
  CHECK(findings_of("{order: [points, prediction desc]}") ==
        Lines{"15:27: error: a prediction has no direction [contest.prediction-direction]",
              "help: write prediction alone: the nearer one is always better"});
}

TEST_CASE("keys are known, each once") {
  CHECK(findings_of("{order: [points, duratoin]}") ==
        Lines{"15:27: error: \"duratoin\" is no value of \"order\" [contest.word-unknown]",
              "help: did you mean \"duration\"?"});
  CHECK(findings_of("{order: [points, luck]}") ==
        Lines{"15:27: error: \"luck\" is no value of \"order\" [contest.word-unknown]",
              "help: write one of: points, correct, rounds-at-max, prediction, duration, submitted, started, "
              "registered, attempts"});
  CHECK(
      findings_of("{order: [points, duration, points asc]}") ==
      Lines{"15:37: error: \"points\" stands here twice [contest.duplicate]", "help: remove one of the two"});
  CHECK(findings_of("{order: [points up]}") ==
        Lines{"15:19: error: \"up\" is no direction [contest.direction-unknown]",
              "help: write asc or desc after the key, or the key alone"});
  CHECK(findings_of("{order: [[points]]}") ==
        Lines{"15:19: error: \"order\" holds no text [contest.not-text]", "help: write one value"});
}

TEST_CASE("a ranking has an order") {
  CHECK(findings_of("{}") == Lines{"15:10: error: \"order\" is missing in ranking [contest.field-missing]",
                                   "help: add the field as docs/formats/contest.md describes it"});
  CHECK(findings_of("{order: []}") == Lines{"15:18: error: \"order\" holds nothing [contest.list-empty]",
                                            "help: write at least one entry, or remove the field"});
}

TEST_CASE("rounds come together by sum or best, times are cut to a resolution") {
  const Contest contest = contest_of(ranked("{order: [points], across_rounds: best, resolution: 1s}"));
  CHECK(contest.across_rounds == quiz::contest::AcrossRounds::best);
  CHECK(contest.resolution == quiz::Milliseconds{1000});
  CHECK(contest_of(ranked("{order: [points], across_rounds: sum}")).across_rounds ==
        quiz::contest::AcrossRounds::sum);
  CHECK(findings_of("{order: [points], across_rounds: mean}") ==
        Lines{"15:43: error: \"mean\" is no value of \"across_rounds\" [contest.word-unknown]",
              "help: write one of: sum, best"});
  CHECK(findings_of("{order: [points], resolution: 0s}") ==
        Lines{"15:40: error: \"resolution\" is less than 1ms [contest.duration-short]",
              "help: write at least 1ms"});
}

TEST_CASE("the words of keys are kebab-case, their columns snake_case") {
  CHECK(name(Key::points) == "points");
  CHECK(name(Key::rounds_at_max) == "rounds-at-max");
  CHECK(name(Key::attempts) == "attempts");
  CHECK(name(GroupKey{GroupMeasure::score}) == "score");
  CHECK(name(GroupKey{GroupMeasure::mean_points}) == "mean-points");
  CHECK(name(GroupKey{GroupMeasure::top_mean, 5}) == "top-mean:5");
  CHECK(name(GroupKey{GroupMeasure::prize_points}) == "prize-points");
  CHECK(name(GroupKey{GroupMeasure::column, 0, "publicity"}) == "column:publicity");
  CHECK(name(GroupKey{GroupMeasure::registered}) == "registered");
  CHECK(column(GroupMeasure::mean_points) == "mean_points");
  CHECK(column(GroupMeasure::all_correct) == "all_correct");
  CHECK(column(GroupMeasure::top_mean) == "top_mean");
  CHECK(column(GroupMeasure::prize_points) == "prize_points");
  CHECK(column(GroupMeasure::registered) == "registered");
  CHECK(name(quiz::contest::AcrossRounds::sum) == "sum");
  CHECK(name(quiz::contest::AcrossRounds::best) == "best");
  CHECK(name(quiz::contest::AcrossRounds::mean) == "mean");
  CHECK(name(quiz::contest::Counter::all_correct) == "all-correct");
  CHECK(name(quiz::contest::Ties::extend) == "extend");
}
