// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using quiz::contest::Contest;
using quiz::contest::GroupMeasure;
using quiz::contest::GroupTerm;
using quiz::tests::contest_of;
using quiz::tests::findings_in;
using quiz::tests::Lines;
using quiz::tests::small_contest_and;

namespace {

/// An award of communes whose score is this term, on line 17, and two awards of entrants after it.
std::string with_term(std::string_view fields, std::string_view order = "score") {
  return small_contest_and(
      "groups: {file: groups.csv, levels: [commune]}\nawards:\n"
      "- {id: unit, of: groups, level: commune, prizes: [{id: p, places: 1}], order: [" +
      std::string(order) + "], score: [{" + std::string(fields) +
      "}]}\n"
      "- {id: individual, of: entrants, prizes: [{id: nhat, places: 1}, {id: nhi, places: 2}]}\n"
      "- {id: special, of: entrants, prizes: [{id: best, places: 1}]}\n");
}

Lines findings_of(std::string_view fields) { return findings_in(with_term(fields)); }

}  // namespace

TEST_CASE("prize points are of an award of entrants, wherever it stands, with a value for every prize") {
  const Contest contest =
      contest_of(with_term("term: prize-points, award: individual, values: {nhi: -0.5, nhat: 10}, cap: 30"));
  const GroupTerm& term = contest.awards.at(0).score.at(0);
  CHECK(term.key.measure == GroupMeasure::prize_points);
  CHECK(term.award == 1);
  CHECK(contest.awards[term.award].id.text == "individual");
  REQUIRE(term.values.size() == 2);
  CHECK(format_decimal(term.values[0]) == "10");
  CHECK(format_decimal(term.values[1]) == "-0.5");
  CHECK(term.cap == quiz::Ratio(30));
}

TEST_CASE("prize points name an award of entrants") {
  CHECK(findings_of("term: prize-points, award: indivdual, values: {nhat: 10}") ==
        Lines{"17:124: error: there is no award \"indivdual\" of entrants [contest.award-unknown]",
              "help: did you mean \"individual\"?"});
  CHECK(findings_of("term: prize-points, award: unit, values: {p: 10}") ==
        Lines{"17:124: error: there is no award \"unit\" of entrants [contest.award-unknown]",
              "help: write the id of an award of entrants: groups get points for the prizes of its winners"});
  CHECK(findings_of("term: prize-points, values: {nhat: 1}") ==
        Lines{"17:96: error: \"award\" is missing in the term prize-points [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
}

TEST_CASE("every prize has its value, and no other has one") {
  CHECK(findings_of("term: prize-points, award: individual, values: {nhat: 10}") ==
        Lines{"17:144: error: the prize \"nhi\" of \"individual\" has no value [contest.value-missing]",
              "help: write what a group gets for it; 0 where it gets nothing"});
  CHECK(findings_of("term: prize-points, award: individual") ==
        Lines{"17:96: error: \"values\" is missing in the term prize-points [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
  CHECK(findings_of("term: prize-points, award: special, values: {best: x, nhat: 1}") ==
        Lines{"17:148: error: \"x\" is no number [contest.not-number]",
              "help: write a number with a point before its places, such as -0.25",
              "17:151: error: \"nhat\" is not a field of the values of prizes [contest.field-unknown]",
              "help: remove it; docs/formats/contest.md lists the fields"});
}

TEST_CASE("an order names prize points only where a term says what they are") {
  CHECK(findings_in(with_term("term: finished", "score, prize-points")) ==
        Lines{"17:87: error: the order names prize-points, and no term says what they are "
              "[contest.prize-points-missing]",
              "help: add a term prize-points with its award and values to the score"});
  const std::string term = "term: prize-points, award: special, values: {best: 1}";
  CHECK(findings_in(with_term(term, "score, prize-points")).empty());
  CHECK(findings_in(with_term(term, "prize-points")).empty());
}
