// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>

using quiz::contest::Contest;
using quiz::contest::Test;
using quiz::tests::contest_of;
using quiz::tests::findings_in;
using quiz::tests::Lines;
using quiz::tests::small_contest_and;

namespace {

/// The test that a condition `{x: <value>}` is read as.
Test test_of(std::string_view value) {
  const Contest contest =
      contest_of(small_contest_and("tracks: [{id: a, where: {x: " + std::string(value) + "}}]\n"));
  return contest.tracks.at(0).where.tests.at(0);
}

/// What is found in such a condition.
Lines findings_of(std::string_view value) {
  return findings_in(small_contest_and("tracks: [{id: a, where: {x: " + std::string(value) + "}}]\n"));
}

std::string low(const Test& test) { return test.low ? format_decimal(*test.low) : "none"; }
std::string high(const Test& test) { return test.high ? format_decimal(*test.high) : "none"; }

}  // namespace

TEST_CASE("tracks stand in the order of the file with their conditions") {
  const Contest contest =
      contest_of(small_contest_and("tracks:\n"
                                   "- {id: officials, title: Cán bộ, where: {kind: [official, army]}}\n"
                                   "- {id: people, eligible: {age: 15.., residence: BK}}\n"));
  REQUIRE(contest.tracks.size() == 2);
  CHECK(contest.tracks[0].id.text == "officials");
  CHECK(contest.tracks[0].title.in(quiz::text::Language::vi) == "Cán bộ");
  REQUIRE(contest.tracks[0].where.tests.size() == 1);
  CHECK(contest.tracks[0].where.tests[0].column == "kind");
  CHECK(contest.tracks[0].where.tests[0].any_of == Lines{"official", "army"});
  CHECK(contest.tracks[0].where.tests[0].is_list);
  CHECK(contest.tracks[0].where.tests[0].place.column == 42);
  CHECK(contest.tracks[0].eligible.empty());
  CHECK(contest.tracks[0].place.line == 16);
  CHECK(contest.tracks[1].where.empty());
  REQUIRE(contest.tracks[1].eligible.tests.size() == 2);
  CHECK(contest.tracks[1].eligible.tests[0].column == "age");
  CHECK(contest.tracks[1].eligible.tests[1].any_of == Lines{"BK"});
  CHECK_FALSE(contest.tracks[1].eligible.tests[1].is_list);
}

TEST_CASE("an empty list of tracks is none") {
  CHECK_FALSE(contest_of(small_contest_and("tracks: []\n")).has_tracks());
}

TEST_CASE("either end of a range may be open, decimals are exact") {
  CHECK(low(test_of("15..")) == "15");
  CHECK(high(test_of("15..")) == "none");
  CHECK(low(test_of("..49")) == "none");
  CHECK(high(test_of("..49")) == "49");
  CHECK(low(test_of("-0.5..2.25")) == "-0.5");
  CHECK(high(test_of("-0.5..2.25")) == "2.25");
  CHECK(low(test_of("7..7")) == "7");
  CHECK(test_of("1..2").any_of.empty());
}

TEST_CASE("what is in quotes is a text, and so is a number alone") {
  CHECK(test_of("\"1..2\"").any_of == Lines{"1..2"});
  CHECK_FALSE(test_of("\"1..2\"").low);
  CHECK(test_of("010").any_of == Lines{"010"});
  CHECK(test_of("[\"1..2\", 3]").any_of == Lines{"1..2", "3"});
}

TEST_CASE("a range has numbers, the smaller one first") {
  CHECK(findings_of("a..b") ==
        Lines{"15:29: error: \"a..b\" is no range [contest.range-invalid]",
              "help: write numbers before or after two points, such as 15.., ..49 or 1..49; a text with two "
              "points needs quotes"});
  CHECK(findings_of("..").front() == "15:29: error: \"..\" is no range [contest.range-invalid]");
  CHECK(findings_of("1...5").front() == "15:29: error: \"1...5\" is no range [contest.range-invalid]");
  CHECK(findings_of("1..2..3").front() == "15:29: error: \"1..2..3\" is no range [contest.range-invalid]");
  CHECK(findings_of("20..10") ==
        Lines{"15:29: error: the range \"20..10\" begins after its end [contest.range-empty]",
              "help: write the smaller number first"});
}

TEST_CASE("a condition is a value, a list of values or a range") {
  CHECK(findings_of("[1..2]") ==
        Lines{"15:30: error: the range \"1..2\" stands in a list [contest.range-in-list]",
              "help: write the range alone, or the values that it holds"});
  CHECK(findings_of("{y: 1}") ==
        Lines{"15:29: error: the condition on \"x\" holds fields of its own [contest.not-condition]",
              "help: write a value, a list of values, or a range such as 15.. or 1..49"});
  CHECK(findings_of("[]") == Lines{"15:29: error: \"x\" holds nothing [contest.list-empty]",
                                   "help: write at least one entry, or remove the field"});
  CHECK(findings_of("[[a]]") ==
        Lines{"15:30: error: \"x\" holds no text [contest.not-text]", "help: write one value"});
  CHECK(findings_of("\"\"") ==
        Lines{"15:29: error: \"x\" holds no text [contest.not-text]", "help: write one value"});
  CHECK(findings_in(small_contest_and("tracks: [{id: a, where: kind}]\n")) ==
        Lines{"15:25: error: a condition must have fields [contest.not-mapping]",
              "help: write its fields, each as name: value"});
}

TEST_CASE("tracks have ids of their own") {
  CHECK(findings_in(small_contest_and("tracks:\n- {id: a}\n- {id: a}\n- {title: b}\n")) ==
        Lines{"17:8: error: the id \"a\" is that of line 16 already [contest.duplicate-id]",
              "help: give each an id of its own",
              "18:3: error: \"id\" is missing in a track [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
}

TEST_CASE("a field that a track does not have is reported") {
  CHECK(findings_in(small_contest_and("tracks: [{id: a, eligibel: {age: 15..}}]\n")) ==
        Lines{"15:18: error: \"eligibel\" is not a field of a track [contest.field-unknown]",
              "help: did you mean \"eligible\"?"});
}
