// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using quiz::contest::Blueprint;
using quiz::contest::Section;
using quiz::tests::contest_of;
using quiz::tests::findings_in;
using quiz::tests::kSmallContest;
using quiz::tests::Lines;
using quiz::tests::with;

namespace {

/// The small contest with another paper.
std::string with_paper(std::string_view paper) {
  const std::string yaml = with(kSmallContest, "  paper:\n    sections:\n    - {bank: general, draw: 2}\n",
                                "  paper: " + std::string(paper) + "\n");
  return with(yaml, "{general: banks/general.yaml}", "{general: g.yaml, officials: o.yaml}");
}

std::string with_section(std::string_view section) {
  return with_paper("{sections: [{" + std::string(section) + "}]}");
}

}  // namespace

TEST_CASE("a section that says no more takes any item of its bank for its own points") {
  const Blueprint paper = contest_of(kSmallContest).rounds.at(0).of(0).paper;
  CHECK(paper.shuffle_items);
  CHECK(paper.shuffle_choices);
  REQUIRE(paper.sections.size() == 1);
  const Section& section = paper.sections[0];
  CHECK(section.bank == 0);
  CHECK(section.skills.empty());
  CHECK(section.tags.empty());
  CHECK(section.difficulty.empty());
  CHECK(section.draw == 2);
  CHECK_FALSE(section.points);
  CHECK(section.place.line == 13);
  CHECK(section.place.column == 7);
}

TEST_CASE("a section selects by skills, tags and difficulty") {
  const Section section =
      contest_of(with_section("bank: officials, skills: [a/1, a/2], tags: law, difficulty: [easy, hard], "
                              "draw: all, points: 2.5"))
          .rounds.at(0)
          .of(0)
          .paper.sections.at(0);
  CHECK(section.bank == 1);
  CHECK(section.skills == Lines{"a/1", "a/2"});
  CHECK(section.tags == Lines{"law"});
  CHECK(section.difficulty == std::vector{quiz::bank::Difficulty::easy, quiz::bank::Difficulty::hard});
  CHECK_FALSE(section.draw);
  CHECK(section.points == quiz::Points{25'000});
}

TEST_CASE("items and choices are shuffled unless the paper says otherwise") {
  const auto shuffled = [](std::string_view shuffle) {
    const Blueprint paper =
        contest_of(
            with_paper("{sections: [{bank: general, draw: 1}], shuffle: " + std::string(shuffle) + "}"))
            .rounds.at(0)
            .of(0)
            .paper;
    return std::pair(paper.shuffle_items, paper.shuffle_choices);
  };
  CHECK(shuffled("[items, choices]") == std::pair(true, true));
  CHECK(shuffled("[items]") == std::pair(true, false));
  CHECK(shuffled("choices") == std::pair(false, true));
  CHECK(shuffled("[]") == std::pair(false, false));
  CHECK(findings_in(with_paper("{sections: [{bank: general, draw: 1}], shuffle: [choice]}")) ==
        Lines{"11:59: error: \"choice\" is no value of \"shuffle\" [contest.word-unknown]",
              "help: did you mean \"choices\"?"});
}

TEST_CASE("a section has a bank of the contest and a number to draw") {
  CHECK(findings_in(with_section("bank: offcials, draw: 2")) ==
        Lines{"11:29: error: the contest has no bank \"offcials\" [contest.bank-unknown]",
              "help: did you mean \"officials\"?"});
  CHECK(findings_in(with_section("bank: [general], draw: 2")) ==
        Lines{"11:29: error: \"bank\" holds no text [contest.not-text]", "help: write one value"});
  CHECK(findings_in(with_section("tags: [a]")) ==
        Lines{"11:22: error: \"bank\" is missing in a section [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "11:22: error: \"draw\" is missing in a section [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
  CHECK(findings_in(with_section("bank: general, draw: 0")) ==
        Lines{"11:44: error: \"0\" is no number for \"draw\" [contest.not-count]",
              "help: write a whole number from 1 to 1000000, or all"});
  CHECK(findings_in(with_paper("{sections: []}")) ==
        Lines{"11:21: error: \"sections\" holds nothing [contest.list-empty]",
              "help: write at least one entry, or remove the field"});
}

TEST_CASE("a section's selectors hold something, its points are above 0") {
  CHECK(findings_in(with_section("bank: general, draw: 1, tags: []")) ==
        Lines{"11:53: error: \"tags\" holds nothing [contest.list-empty]",
              "help: write at least one entry, or remove the field"});
  CHECK(findings_in(with_section("bank: general, draw: 1, skills: [a, a]")) ==
        Lines{"11:59: error: \"a\" stands here twice [contest.duplicate]", "help: remove one of the two"});
  CHECK(findings_in(with_section("bank: general, draw: 1, difficulty: [esay]")) ==
        Lines{"11:60: error: \"esay\" is no value of \"difficulty\" [contest.word-unknown]",
              "help: did you mean \"easy\"?"});
  CHECK(findings_in(with_section("bank: general, draw: 1, points: 0")) ==
        Lines{"11:55: error: a question cannot be worth 0 points [contest.points-not-positive]",
              "help: write a number above 0, or leave it out to take the points of the bank"});
  CHECK(findings_in(with_section("bank: general, draw: 1, points: 1/2")) ==
        Lines{"11:55: error: \"1/2\" is no number of points [contest.not-points]",
              "help: write a number with at most four places, such as 2.5"});
}
