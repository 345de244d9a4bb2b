// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using quiz::Ratio;
using quiz::contest::Award;
using quiz::contest::GroupKey;
using quiz::contest::GroupTerm;
using quiz::contest::Over;
using quiz::tests::contest_of;
using quiz::tests::findings_in;
using quiz::tests::Lines;
using quiz::tests::small_contest_and;

namespace {

constexpr std::string_view kGroups = "groups: {file: groups.csv, levels: [province, commune]}\n";

/// The small contest with groups and an award of communes with these fields on line 17.
std::string with_award(std::string_view fields) {
  return small_contest_and(std::string(kGroups) +
                           "awards:\n- {id: x, of: groups, prizes: [{id: p, places: 1}], " +
                           std::string(fields) + "}\n");
}

Award award_with(std::string_view fields) {
  return contest_of(with_award("level: commune, " + std::string(fields))).awards.at(0);
}
Lines findings_of(std::string_view fields) {
  return findings_in(with_award("level: commune, " + std::string(fields)));
}

/// An award ordered by a score of one term.
GroupTerm term_with(std::string_view fields) {
  return award_with("order: [score], score: [{" + std::string(fields) + "}]").score.at(0);
}
Lines findings_of_term(std::string_view fields) {
  return findings_of("order: [score], score: [{" + std::string(fields) + "}]");
}

std::vector<std::pair<GroupKey, bool>> order(const Award& award) {
  std::vector<std::pair<GroupKey, bool>> result;
  for (const quiz::contest::GroupRankingKey& key : award.order) result.emplace_back(key.key, key.descending);
  return result;
}

Lines not_supported(std::string_view place, std::string_view what) {
  return {
      std::string(place) + ": error: " + std::string(what) + " is not supported yet [contest.not-supported]",
      "help: leave it out; docs/formats/contest.md says what this version carries out"};
}

}  // namespace

TEST_CASE("groups without an order are ordered by mean points, then finished") {
  const Award award = contest_of(with_award("level: commune")).awards.at(0);
  CHECK(award.of == quiz::contest::AwardOf::groups);
  CHECK(award.level == "commune");
  CHECK(award.score.empty());
  CHECK(order(award) ==
        std::vector<std::pair<GroupKey, bool>>{{GroupKey::mean_points, true}, {GroupKey::finished, true}});
  CHECK(award.across_rounds == quiz::contest::AcrossRounds::mean);
  CHECK(award.minimum_finished == 0);
  CHECK(award.minimum_headcount == 0);
}

TEST_CASE("a term that says no more weighs 1, has no cap, and participation is over headcounts") {
  const GroupTerm term = term_with("term: participation");
  CHECK(term.term == GroupKey::participation);
  CHECK_FALSE(term.cap);
  CHECK(term.weight == Ratio(1));
  CHECK(term.weight_text == "1");
  CHECK(term.over == Over::headcount);
}

TEST_CASE("terms have exact weights and caps") {
  const GroupTerm term = term_with("term: participation, cap: 99.5, weight: 100/15, over: registered");
  CHECK(term.cap == Ratio(199, 2));
  CHECK(term.weight == Ratio(20, 3));
  CHECK(term.weight_text == "100/15");
  CHECK(term.over == Over::registered);
  CHECK(term_with("term: mean-points, weight: 0.1").weight == Ratio(1, 10));
  CHECK(term_with("term: finished").term == GroupKey::finished);
  CHECK(term_with("term: total-points").term == GroupKey::total_points);
}

TEST_CASE("weights and caps are above 0") {
  const std::string help = "help: write a number above 0 or a fraction of two, such as 0.5 or 100/15";
  CHECK(findings_of_term("term: finished, weight: 0") ==
        Lines{"17:118: error: \"0\" is no weight [contest.not-weight]", help});
  CHECK(findings_of_term("term: finished, weight: -1/2") ==
        Lines{"17:118: error: \"-1/2\" is no weight [contest.not-weight]", help});
  CHECK(findings_of_term("term: finished, weight: 1/0") ==
        Lines{"17:118: error: \"1/0\" is no weight [contest.not-weight]", help});
  CHECK(findings_of_term("term: finished, cap: 0") ==
        Lines{"17:115: error: \"cap\" is not between 0.000000001 and 1000000000 [contest.number-range]",
              "help: write a number from 0.000000001 to 1000000000"});
}

TEST_CASE("only participation is over something") {
  CHECK(
      findings_of_term("term: mean-points, over: headcount") ==
      Lines{
          "17:113: error: \"over\" is not a field of a term other than participation [contest.field-unknown]",
          "help: remove it; docs/formats/contest.md lists the fields"});
  CHECK(findings_of_term("term: participation, over: headcounts") ==
        Lines{"17:121: error: \"headcounts\" is no value of \"over\" [contest.word-unknown]",
              "help: did you mean \"headcount\"?"});
}

TEST_CASE("other terms are known, but not supported yet") {
  CHECK(findings_of_term("term: attempts") == not_supported("17:100", "\"term: attempts\""));
  CHECK(findings_of_term("term: all-correct") == not_supported("17:100", "\"term: all-correct\""));
  CHECK(findings_of_term("term: top-mean:5") == not_supported("17:100", "\"term: top-mean:5\""));
  CHECK(findings_of_term("term: column:members") == not_supported("17:100", "\"term: column:members\""));
  CHECK(findings_of_term("term: prize-points, award: x, values: {p: 10}") ==
        not_supported("17:100", "\"term: prize-points\""));
  CHECK(findings_of_term("term: mean-point") ==
        Lines{"17:100: error: \"mean-point\" is no value of \"term\" [contest.word-unknown]",
              "help: did you mean \"mean-points\"?"});
  CHECK(findings_of_term("weight: 1") ==
        Lines{"17:93: error: \"term\" is missing in a term [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
}

TEST_CASE("an order names terms, counters and the score, more first unless it says otherwise") {
  CHECK(order(award_with(
            "order: [finished, participation, mean-points asc, total-points, attempts, all-correct, "
            "registered desc]")) == std::vector<std::pair<GroupKey, bool>>{{GroupKey::finished, true},
                                                                           {GroupKey::participation, true},
                                                                           {GroupKey::mean_points, false},
                                                                           {GroupKey::total_points, true},
                                                                           {GroupKey::attempts, true},
                                                                           {GroupKey::all_correct, true},
                                                                           {GroupKey::registered, true}});
}

TEST_CASE("an order's keys are known, each once") {
  CHECK(findings_of("order: [finished, finished asc]") ==
        Lines{"17:87: error: \"finished\" stands here twice [contest.duplicate]",
              "help: remove one of the two"});
  CHECK(findings_of("order: [points]") ==
        Lines{"17:77: error: \"points\" is no value of \"order\" [contest.word-unknown]",
              "help: write one of: score, participation, finished, mean-points, total-points, attempts, "
              "all-correct, registered"});
  CHECK(findings_of("order: [column:members]") == not_supported("17:77", "\"order: column:members\""));
  CHECK(findings_of("order: [top-mean:10 desc]") == not_supported("17:77", "\"order: top-mean:10\""));
}

TEST_CASE("an order names the score only where there is one") {
  CHECK(findings_of("order: [score]") ==
        Lines{"17:77: error: the order names a score, and the award has none [contest.score-missing]",
              "help: add score with its terms, or order by other keys"});
}

TEST_CASE("a score that the order does not name decides nothing") {
  const Lines warning{"17:76: warning: the score orders nothing [contest.score-unused]",
                      "help: add order: [score], else mean points and then finished decide"};
  CHECK(findings_of("score: [{term: finished}]") == warning);
  CHECK(findings_of("score: [{term: finished}], order: [finished]") == warning);
}

TEST_CASE("an award of groups is of a level that the contest has") {
  CHECK(findings_in(with_award("level: comune")) ==
        Lines{"17:60: error: \"comune\" is no level of the groups [contest.level-unknown]",
              "help: did you mean \"commune\"?"});
  CHECK(findings_in(with_award("ties: report")) ==
        Lines{"17:3: error: \"level\" is missing in an award of groups [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
  CHECK(findings_in(small_contest_and(
            "awards: [{id: x, of: groups, level: commune, prizes: [{id: p, places: 1}]}]\n")) ==
        Lines{"15:37: error: an award of groups needs groups [contest.groups-missing]",
              "help: name the file of groups and its levels under groups"});
}

TEST_CASE("groups have a minimum of persons finished and of headcount") {
  const Award award = award_with("minimum: {finished: 10, headcount: 5}");
  CHECK(award.minimum_finished == 10);
  CHECK(award.minimum_headcount == 5);
  CHECK(findings_of("minimum: {finished: ten}") ==
        Lines{"17:89: error: \"finished\" is no whole number from 0 to 1,000,000,000 [contest.not-whole]",
              "help: write digits only"});
  CHECK(findings_of("minimum: {points: 5}") ==
        Lines{"17:79: error: \"points\" is not a field of the minimum of an award of groups "
              "[contest.field-unknown]",
              "help: remove it; docs/formats/contest.md lists the fields"});
}

TEST_CASE("a group's terms come together over rounds by mean or sum") {
  CHECK(award_with("across_rounds: sum").across_rounds == quiz::contest::AcrossRounds::sum);
  CHECK(award_with("across_rounds: mean").across_rounds == quiz::contest::AcrossRounds::mean);
  CHECK(findings_of("across_rounds: best") ==
        Lines{"17:84: error: \"best\" is no value of \"across_rounds\" [contest.word-unknown]",
              "help: write one of: mean, sum"});
}

TEST_CASE("what divides or narrows an award of groups is not supported yet") {
  CHECK(findings_of("per: []").empty());
  CHECK(findings_of("per: [round]") == not_supported("17:74", "\"per\""));
  CHECK(findings_of("blocks: [{id: small, where: {headcount: 1..49}}]") ==
        not_supported("17:77", "\"blocks\""));
  CHECK(findings_of("tracks: [officials]") == not_supported("17:77", "\"tracks\""));
}

TEST_CASE("a prize of groups has one amount: a group is in no track") {
  const Lines found = findings_in(small_contest_and(
      std::string(kGroups) +
      "tracks: [{id: a}]\nawards:\n- {id: x, of: groups, level: commune, prizes: [{id: p, places: "
      "1, amount: {a: 1 VND}}]}\n"));
  CHECK(found == Lines{"18:75: error: \"\" is no amount of money [contest.not-amount]",
                       "help: write whole units without marks between the digits, a blank and three "
                       "capitals: 3000000 VND"});
}
