// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using quiz::Ratio;
using quiz::contest::Award;
using quiz::contest::GroupKey;
using quiz::contest::GroupMeasure;
using quiz::contest::GroupTerm;
using quiz::contest::Over;
using quiz::tests::contest_of;
using quiz::tests::findings_in;
using quiz::tests::Lines;
using quiz::tests::small_contest_and;
using quiz::tests::with;

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

/// The keys of an award's order, with `asc` after those of which less is better.
Lines order(const Award& award) {
  Lines result;
  for (const quiz::contest::GroupRankingKey& key : award.group_order)
    result.push_back(name(key.key) + (key.descending ? "" : " asc"));
  return result;
}

}  // namespace

TEST_CASE("groups without an order are ordered by mean points, then finished") {
  const Award award = contest_of(with_award("level: commune")).awards.at(0);
  CHECK(award.of == quiz::contest::AwardOf::groups);
  CHECK(award.level == "commune");
  CHECK(award.score.empty());
  CHECK(order(award) == Lines{"mean-points", "finished"});
  CHECK(award.blocks.empty());
  CHECK(award.where.empty());
  CHECK(award.rounds == std::vector<quiz::RoundNo>{0});
  CHECK(award.ties == quiz::contest::Ties::report);
  CHECK(award.across_rounds == quiz::contest::AcrossRounds::mean);
  CHECK(award.minimum.registered == 0);
  CHECK(award.minimum.finished == 0);
  CHECK(award.minimum.attempts == 0);
  CHECK(award.minimum.all_correct == 0);
  CHECK(award.minimum.headcount == 0);
}

TEST_CASE("a term that says no more weighs 1, has no cap, and participation is over headcounts") {
  const GroupTerm term = term_with("term: participation");
  CHECK(term.key == GroupKey{GroupMeasure::participation});
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
  CHECK(term_with("term: finished").key.measure == GroupMeasure::finished);
  CHECK(term_with("term: total-points").key.measure == GroupMeasure::total_points);
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

TEST_CASE("a term may be any counter, the mean of the best sheets or a column of groups.csv") {
  CHECK(term_with("term: attempts").key == GroupKey{GroupMeasure::attempts});
  CHECK(term_with("term: all-correct").key == GroupKey{GroupMeasure::all_correct});
  CHECK(term_with("term: top-mean:5, cap: 10").key == GroupKey{GroupMeasure::top_mean, 5});
  CHECK(term_with("term: \"column:public members\", weight: 2").key ==
        GroupKey{GroupMeasure::column, 0, "public members"});
}

TEST_CASE("a term is known") {
  CHECK(findings_of_term("term: mean-point") ==
        Lines{"17:100: error: \"mean-point\" is no value of \"term\" [contest.word-unknown]",
              "help: did you mean \"mean-points\"?"});
  CHECK(findings_of_term("weight: 1") ==
        Lines{"17:93: error: \"term\" is missing in a term [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
}

TEST_CASE("top-mean says how many sheets") {
  const auto not_top_mean = [](std::string_view word) {
    return Lines{
        "17:100: error: \"" + std::string(word) + "\" does not say how many sheets [contest.not-top-mean]",
        "help: write top-mean: and a whole number, such as top-mean:5"};
  };
  CHECK(findings_of_term("term: top-mean:0") == not_top_mean("top-mean:0"));
  CHECK(findings_of_term("term: top-mean:five") == not_top_mean("top-mean:five"));
  CHECK(findings_of_term("term: top-mean:1000000") == not_top_mean("top-mean:1000000"));
  CHECK(findings_of_term("term: \"top-mean:\"") == not_top_mean("top-mean:"));
  CHECK(findings_of_term("term: top-mean:K") == not_top_mean("top-mean:K"));
  CHECK(findings_of("order: [\"top-mean:-1 desc\"]") ==
        Lines{"17:77: error: \"top-mean:-1\" does not say how many sheets [contest.not-top-mean]",
              "help: write top-mean: and a whole number, such as top-mean:5"});
}

TEST_CASE("a column has a name") {
  CHECK(findings_of_term("term: \"column:\"").front() ==
        "17:100: error: \"column:\" is no value of \"term\" [contest.word-unknown]");
  CHECK(findings_of_term("term: column:NAME").empty());
}

TEST_CASE("what is no sum over sheets can be no term") {
  CHECK(findings_of_term("term: score") ==
        Lines{"17:100: error: \"score\" cannot be a term of a score [contest.not-term]",
              "help: it may stand in the order"});
  CHECK(findings_of_term("term: registered") ==
        Lines{"17:100: error: \"registered\" cannot be a term of a score [contest.not-term]",
              "help: it may stand in the order"});
}

TEST_CASE("an order names terms, counters and the score, more first unless it says otherwise") {
  CHECK(order(award_with(
            "order: [finished, participation, mean-points asc, total-points, attempts, all-correct, "
            "registered desc, top-mean:3, column:publicity asc]")) ==
        Lines{"finished", "participation", "mean-points asc", "total-points", "attempts", "all-correct",
              "registered", "top-mean:3", "column:publicity asc"});
}

TEST_CASE("an order's keys are known, each once") {
  CHECK(findings_of("order: [finished, finished asc]") ==
        Lines{"17:87: error: \"finished\" stands here twice [contest.duplicate]",
              "help: remove one of the two"});
  CHECK(findings_of("order: [points]") ==
        Lines{"17:77: error: \"points\" is no value of \"order\" [contest.word-unknown]",
              "help: write one of: score, participation, finished, mean-points, total-points, attempts, "
              "all-correct, top-mean:K, prize-points, column:NAME, registered"});
  CHECK(findings_of("order: [top-mean:3, top-mean:5]").empty());
  CHECK(findings_of("order: [top-mean:3, top-mean:3 asc]") ==
        Lines{"17:89: error: \"top-mean:3\" stands here twice [contest.duplicate]",
              "help: remove one of the two"});
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

TEST_CASE("groups have a minimum of every counter and of headcount") {
  const Award award =
      award_with("minimum: {registered: 12, finished: 10, attempts: 15, all_correct: 1, headcount: 5}");
  CHECK(award.minimum.registered == 12);
  CHECK(award.minimum.finished == 10);
  CHECK(award.minimum.attempts == 15);
  CHECK(award.minimum.all_correct == 1);
  CHECK(award.minimum.headcount == 5);
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

TEST_CASE("groups may have a list for each round, but are in no track") {
  CHECK_FALSE(award_with("per: []").per_round);
  CHECK(award_with("per: [round]").per_round);
  CHECK(findings_of("per: [round, track]") ==
        Lines{"17:82: error: groups are in no track [contest.groups-per-track]",
              "help: narrow the award by tracks: [...] instead; then only their sheets count"});
}

TEST_CASE("an award of groups is narrowed by rounds, tracks and a condition on their columns") {
  const Award award =
      contest_of(with(with_award("level: commune, rounds: [w1], tracks: [b], where: {kind: [xa]}"),
                      "awards:", "tracks: [{id: a}, {id: b}]\nawards:"))
          .awards.at(0);
  CHECK(award.rounds == std::vector<quiz::RoundNo>{0});
  CHECK(award.tracks == std::vector<quiz::TrackNo>{1});
  REQUIRE(award.where.tests.size() == 1);
  CHECK(award.where.tests[0].column == "kind");
}

TEST_CASE("blocks divide groups by conditions, each with an id of its own") {
  const Award award = award_with(
      "blocks: [{id: small, title: Nhỏ, where: {headcount: 1..49}}, {id: large, where: {headcount: 50..}}]");
  REQUIRE(award.blocks.size() == 2);
  CHECK(award.blocks[0].id == "small");
  CHECK(award.blocks[0].title.in(quiz::text::Language::vi) == "Nhỏ");
  CHECK(award.blocks[1].where.tests.at(0).column == "headcount");
  CHECK(award.blocks[1].place.line == 17);
  CHECK(findings_of("blocks: []") == Lines{"17:77: error: \"blocks\" holds nothing [contest.list-empty]",
                                           "help: write at least one entry, or remove the field"});
  CHECK(findings_of("blocks: [{id: a, where: {kind: x}}, {id: a}]") ==
        Lines{"17:110: error: the id \"a\" is that of line 17 already [contest.duplicate-id]",
              "help: give each an id of its own",
              "17:105: error: \"where\" is missing in a block [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
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
