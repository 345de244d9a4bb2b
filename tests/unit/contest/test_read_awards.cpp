// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::contest::Award;
using quiz::contest::PersonLimit;
using quiz::tests::contest_of;
using quiz::tests::findings_in;
using quiz::tests::Lines;
using quiz::tests::small_contest_and;

namespace {

/// The small contest, with two tracks, and an award of entrants with these fields on line 17.
std::string with_award(std::string_view fields) {
  return small_contest_and("tracks: [{id: officials}, {id: people}]\nawards:\n- {id: x, of: entrants, " +
                           std::string(fields) + "}\n");
}

Award award_with(std::string_view fields) { return contest_of(with_award(fields)).awards.at(0); }
Lines findings_of(std::string_view fields) { return findings_in(with_award(fields)); }

Lines not_supported(std::string_view place, std::string_view what) {
  return {
      std::string(place) + ": error: " + std::string(what) + " is not supported yet [contest.not-supported]",
      "help: leave it out; docs/formats/contest.md says what this version carries out"};
}

constexpr std::string_view kPrizes = "prizes: [{id: p, places: 1}]";

std::string and_prizes(std::string_view fields) { return std::string(kPrizes) + ", " + std::string(fields); }

}  // namespace

TEST_CASE("an award of entrants that says no more is one list without minimum or limit") {
  const Award award = award_with(kPrizes);
  CHECK(award.id.text == "x");
  CHECK(award.title.empty());
  CHECK(award.of == quiz::contest::AwardOf::entrants);
  CHECK_FALSE(award.per_round);
  CHECK_FALSE(award.per_track);
  CHECK(award.person_limit == PersonLimit::none);
  CHECK_FALSE(award.minimum_points);
  CHECK(award.place.line == 17);
  REQUIRE(award.prizes.size() == 1);
  CHECK(award.prizes[0].id.text == "p");
  CHECK(award.prizes[0].places == 1);
  CHECK_FALSE(award.prizes[0].amount);
}

TEST_CASE("an award has one list, or one a round, a track, or both") {
  CHECK(award_with(and_prizes("per: [round]")).per_round);
  CHECK_FALSE(award_with(and_prizes("per: [round]")).per_track);
  CHECK(award_with(and_prizes("per: track")).per_track);
  CHECK(award_with(and_prizes("per: [round, track]")).per_round);
  CHECK(award_with(and_prizes("per: [round, track]")).per_track);
  CHECK_FALSE(award_with(and_prizes("per: []")).per_round);
  CHECK(findings_of(and_prizes("per: [level]")) ==
        Lines{"17:61: error: \"level\" is no value of \"per\" [contest.word-unknown]",
              "help: write one of: round, track"});
}

TEST_CASE("a prize has places and perhaps an amount, one or one a track") {
  const Award award = award_with(
      "prizes: [{id: a, title: Giải Nhất, places: 2, amount: {people: 2000000 VND, officials: 3000000 VND}},"
      " {id: b, places: 50, amount: 500000 LAK}]");
  REQUIRE(award.prizes.size() == 2);
  CHECK(award.prizes[0].title.in(quiz::text::Language::vi) == "Giải Nhất");
  CHECK(award.prizes[0].places == 2);
  REQUIRE(award.prizes[0].amount);
  CHECK(award.prizes[0].amount->of(0).value == 3'000'000);
  CHECK(award.prizes[0].amount->of(1).value == 2'000'000);
  CHECK(award.prizes[0].amount->of(1).currency == "VND");
  REQUIRE(award.prizes[1].amount);
  CHECK_FALSE(award.prizes[1].amount->varies());
  CHECK(award.prizes[1].amount->of(1).currency == "LAK");
}

TEST_CASE("there is at least one prize, each has an id of its own and at least one place") {
  CHECK(findings_of("per: []") ==
        Lines{"17:3: error: \"prizes\" is missing in an award of entrants [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
  CHECK(findings_of("prizes: []") == Lines{"17:33: error: \"prizes\" holds nothing [contest.list-empty]",
                                           "help: write at least one entry, or remove the field"});
  CHECK(findings_of("prizes: [{id: p, places: 1}, {id: p, places: 2}]") ==
        Lines{"17:59: error: the id \"p\" is that of line 17 already [contest.duplicate-id]",
              "help: give each an id of its own"});
  CHECK(findings_of("prizes: [{id: p, places: 0}]") ==
        Lines{"17:50: error: \"places\" is no whole number from 1 to 1,000,000 [contest.not-whole]",
              "help: write digits only"});
  CHECK(findings_of("prizes: [{id: p}]") ==
        Lines{"17:34: error: \"places\" is missing in a prize [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
}

TEST_CASE("an amount is whole units, a blank and a currency") {
  const std::string help =
      "help: write whole units without marks between the digits, a blank and three capitals: 3000000 VND";
  const auto findings_of_amount = [](std::string_view amount) {
    return findings_of("prizes: [{id: p, places: 1, amount: " + std::string(amount) + "}]");
  };
  const auto report = [&](std::string_view amount) {
    return Lines{"17:61: error: \"" + std::string(amount) + "\" is no amount of money [contest.not-amount]",
                 help};
  };
  CHECK(findings_of_amount("0 VND").empty());
  CHECK(findings_of_amount("999999999999999 VND").empty());
  CHECK(findings_of_amount("3.000.000 VND") == report("3.000.000 VND"));
  CHECK(findings_of_amount("3000000") == report("3000000"));
  CHECK(findings_of_amount("3000000 đồng") == report("3000000 đồng"));
  CHECK(findings_of_amount("3000000  VND") == report("3000000  VND"));
  CHECK(findings_of_amount("-1 VND") == report("-1 VND"));
  CHECK(findings_of_amount("1000000000000000 VND") == report("1000000000000000 VND"));
  CHECK(findings_of_amount("{people: 1 VND}") ==
        Lines{"17:61: error: there is no value for the track \"officials\" [contest.track-missing]",
              "help: add it: each track needs its value"});
}

TEST_CASE("winners reach a number of points or a percentage of the maximum") {
  const auto minimum = [](std::string_view points) {
    const Award award = award_with(and_prizes("minimum: {points: " + std::string(points) + "}"));
    return format_decimal(award.minimum_points->value) + (award.minimum_points->percent ? "%" : "");
  };
  CHECK(minimum("50%") == "50%");
  CHECK(minimum("66.67%") == "66.67%");
  CHECK(minimum("100%") == "100%");
  CHECK(minimum("0") == "0");
  CHECK(minimum("7.5") == "7.5");
  CHECK(findings_of(and_prizes("minimum: {points: 100.1%}")) ==
        Lines{"17:73: error: nobody can reach 100.1% of the maximum [contest.minimum-beyond-all]",
              "help: write at most 100%"});
  const std::string help = "help: write a number of points such as 5, or a percentage such as 50%";
  CHECK(findings_of(and_prizes("minimum: {points: -1}")) ==
        Lines{"17:73: error: \"-1\" is no minimum of points [contest.not-minimum]", help});
  CHECK(findings_of(and_prizes("minimum: {points: 50 %}")) ==
        Lines{"17:73: error: \"50 %\" is no minimum of points [contest.not-minimum]", help});
  CHECK(findings_of(and_prizes("minimum: {finished: 3}")) ==
        Lines{"17:65: error: \"finished\" is not a field of the minimum of an award of entrants "
              "[contest.field-unknown]",
              "help: remove it; docs/formats/contest.md lists the fields"});
}

TEST_CASE("a person holds one seat: the highest, or the one won first") {
  CHECK(award_with(and_prizes("limit: {per_person: highest}")).person_limit == PersonLimit::highest);
  CHECK(award_with(and_prizes("limit: {per_person: first}")).person_limit == PersonLimit::first);
  CHECK(findings_of(and_prizes("limit: {per_person: higest}")) ==
        Lines{"17:75: error: \"higest\" is no value of \"per_person\" [contest.word-unknown]",
              "help: did you mean \"highest\"?"});
  CHECK(findings_of(and_prizes("limit: {share: 50%}")) == not_supported("17:70", "\"limit.share\""));
}

TEST_CASE("ties are reported; other ways are known, but not supported yet") {
  CHECK(findings_of(and_prizes("ties: report")).empty());
  CHECK(findings_of(and_prizes("ties: share")) == not_supported("17:61", "\"ties: share\""));
  CHECK(findings_of(and_prizes("ties: extend")) == not_supported("17:61", "\"ties: extend\""));
  CHECK(findings_of(and_prizes("ties: lot")) == not_supported("17:61", "\"ties: lot\""));
  CHECK(findings_of(and_prizes("ties: lots")) ==
        Lines{"17:61: error: \"lots\" is no value of \"ties\" [contest.word-unknown]",
              "help: did you mean \"lot\"?"});
}

TEST_CASE("what narrows an award or orders it otherwise is not supported yet") {
  CHECK(findings_of(and_prizes("rounds: [w1]")) == not_supported("17:63", "\"rounds\""));
  CHECK(findings_of(and_prizes("tracks: [people]")) == not_supported("17:63", "\"tracks\""));
  CHECK(findings_of(and_prizes("where: {kind: army}")) == not_supported("17:62", "\"where\""));
  CHECK(findings_of(and_prizes("order: [points]")) == not_supported("17:62", "\"order\""));
  CHECK(findings_of(and_prizes("across_rounds: sum")) == not_supported("17:70", "\"across_rounds\""));
}

TEST_CASE("a field of awards of groups is none of an award of entrants") {
  CHECK(findings_of(and_prizes("level: commune, blocks: []")) ==
        Lines{"17:55: error: \"level\" is not a field of an award of entrants [contest.field-unknown]",
              "help: remove it; docs/formats/contest.md lists the fields",
              "17:71: error: \"blocks\" is not a field of an award of entrants [contest.field-unknown]",
              "help: remove it; docs/formats/contest.md lists the fields"});
}

TEST_CASE("awards have ids of their own and go to entrants or groups") {
  CHECK(findings_in(small_contest_and("awards:\n"
                                      "- {id: a, of: entrants, prizes: [{id: p, places: 1}]}\n"
                                      "- {id: a, of: entrants, prizes: [{id: p, places: 1}]}\n")) ==
        Lines{"17:8: error: the id \"a\" is that of line 16 already [contest.duplicate-id]",
              "help: give each an id of its own"});
  CHECK(findings_in(small_contest_and("awards:\n- {id: a, level: x, prizes: [{id: p, places: 1}]}\n")) ==
        Lines{"16:3: error: \"of\" is missing in an award [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
  CHECK(findings_in(small_contest_and("awards:\n- {id: a, of: group, prizes: [{id: p, places: 1}]}\n")) ==
        Lines{"16:15: error: \"group\" is no value of \"of\" [contest.word-unknown]",
              "help: did you mean \"groups\"?"});
  CHECK(contest_of(small_contest_and("awards: []\n")).awards.empty());
}

TEST_CASE("an award that is no mapping is reported once") {
  CHECK(findings_in(small_contest_and("awards: [individual]\n")) ==
        Lines{"15:10: error: an award must have fields [contest.not-mapping]",
              "help: write its fields, each as name: value"});
}
