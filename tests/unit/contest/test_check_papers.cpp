// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check.hpp>
#include <tests/unit/contest/checked.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using quiz::tests::bank_of;
using quiz::tests::check_of;
using quiz::tests::Folder;
using quiz::tests::kSmallContest;
using quiz::tests::Lines;
using quiz::tests::with;

namespace {

/// What is found in papers of these sections, one a line from line 13 on, all from the bank of the contest.
Lines findings_of(std::initializer_list<std::string_view> sections, const std::string& bank) {
  std::string lines;
  for (const std::string_view section : sections)
    lines.append("    - {bank: general, ").append(section).append("}\n");
  Folder folder;
  folder.contest = with(kSmallContest, "    - {bank: general, draw: 2}\n", lines);
  folder.banks = {bank};
  return check_of(folder);
}

std::string six_items() {
  return bank_of({"id: a1, tags: [a]", "id: a2, tags: [a]", "id: ab1, tags: [a, b]", "id: ab2, tags: [a, b]",
                  "id: b1, tags: [b]", "id: b2, tags: [b]"});
}

}  // namespace

TEST_CASE("a section may draw as many items as fit it") {
  CHECK(findings_of({"draw: 6"}, six_items()).empty());
  CHECK(findings_of({"draw: 7"}, six_items()) ==
        Lines{"13:7: error: the section draws 7 questions, but only 6 fit [contest.section-short]",
              "help: add questions to the bank, or draw fewer"});
  CHECK(findings_of({"tags: [a], draw: 5"}, six_items()) ==
        Lines{"13:7: error: the section draws 5 questions, but only 4 fit [contest.section-short]",
              "help: add questions to the bank, or draw fewer"});
}

TEST_CASE("retired items are not drawn") {
  CHECK(findings_of({"draw: 2"}, bank_of({"id: a", "id: b, status: retired"})) ==
        Lines{"13:7: error: the section draws 2 questions, but only 1 fit [contest.section-short]",
              "help: add questions to the bank, or draw fewer"});
}

TEST_CASE("a section that no item fits is an error, also where it takes all") {
  const Lines empty{"13:7: error: no question fits the section [contest.section-empty]",
                    "help: correct skills, tags or difficulty, or add questions to the bank"};
  CHECK(findings_of({"tags: [c], draw: 1"}, six_items()) == empty);
  CHECK(findings_of({"tags: [c], draw: all"}, six_items()) == empty);
}

TEST_CASE("a section must have enough items left, whatever earlier ones draw") {
  // The first may draw ab1 and ab2, which leaves b1 and b2.
  CHECK(findings_of({"tags: [a], draw: 3", "tags: [b], draw: 2"}, six_items()).empty());
  CHECK(
      findings_of({"tags: [a], draw: 2", "tags: [b], draw: 3"}, six_items()) ==
      Lines{
          "14:7: error: 4 questions fit the section, but earlier sections may leave only 2 of the 3 that it "
          "needs [contest.section-shared]",
          "help: add questions, or let the sections differ in bank, skills, tags or difficulty"});
  CHECK(findings_of({"tags: [a], draw: 1", "tags: [b], draw: 3"}, six_items()).empty());
  CHECK(findings_of({"draw: 3", "draw: 3"}, six_items()).empty());
  CHECK(
      findings_of({"draw: 3", "draw: 3", "draw: 1"}, six_items()) ==
      Lines{
          "15:7: error: 6 questions fit the section, but earlier sections may leave only 0 of the 1 that it "
          "needs [contest.section-shared]",
          "help: add questions, or let the sections differ in bank, skills, tags or difficulty"});
}

TEST_CASE("what two earlier sections share is taken once") {
  // Both may take ab1 and ab2, but not both of them.
  CHECK(findings_of({"tags: [a], draw: 2", "tags: [a], draw: 2", "tags: [b], draw: 2"}, six_items()).empty());
}

TEST_CASE("a section that takes all must not depend on chance") {
  CHECK(
      findings_of({"tags: [a], draw: 2", "tags: [b], draw: all"}, six_items()) ==
      Lines{"14:7: error: the section takes all its questions, but how many an earlier section leaves is a "
            "matter of chance [contest.section-all-shared]",
            "help: let the sections differ in bank, skills, tags or difficulty, or write a number as draw"});
  CHECK(findings_of({"tags: [a], draw: all", "tags: [b], draw: all"}, six_items()).empty());
  CHECK(findings_of({"tags: [a], draw: 4", "tags: [b], draw: all"}, six_items()).empty());
  CHECK(
      findings_of({"draw: all", "tags: [b], draw: all"}, six_items()) ==
      Lines{
          "14:7: error: 4 questions fit the section, but earlier sections may leave only 0 of the 1 that it "
          "needs [contest.section-shared]",
          "help: add questions, or let the sections differ in bank, skills, tags or difficulty"});
}

TEST_CASE("every paper has the same maximum: a section draws from items of equal points, or gives its own") {
  const std::string bank = bank_of({"id: a, points: 1", "id: b, points: 2.5", "id: c, points: 2"});
  CHECK(
      findings_of({"draw: 2"}, bank) ==
      Lines{"13:7: error: the section draws from questions worth 1 to 2.5 points, so papers would differ in "
            "their maximum [contest.section-points-differ]",
            "help: write points in the section, or let it draw from questions of equal points"});
  CHECK(findings_of({"draw: 2, points: 1"}, bank).empty());
  CHECK(findings_of({"draw: 3"}, bank).empty());
  CHECK(findings_of({"draw: all"}, bank).empty());
}

TEST_CASE("an item is worth the same in every section that may draw it") {
  CHECK(findings_of({"tags: [a], draw: 1, points: 1", "tags: [b], draw: 1, points: 2.5"}, six_items()) ==
        Lines{"14:7: error: item general/ab1 is worth 2.5 points here and 1 points in an earlier section "
              "[contest.section-points-clash]",
              "help: give both sections the same points, or let them draw from different items"});
  CHECK(findings_of({"tags: [a], draw: 1, points: 2", "tags: [b], draw: 1, points: 2"}, six_items()).empty());
  // What a section takes for certain no later one draws.
  CHECK(
      findings_of({"tags: [a], draw: all, points: 1", "tags: [b], draw: 1, points: 2"}, six_items()).empty());
}

TEST_CASE("where banks differ by track, papers of each track are checked and findings name it") {
  Folder folder;
  folder.contest =
      with(with(with(kSmallContest, "{general: banks/general.yaml}", "{general: g.yaml, other: o.yaml}"),
                "bank: general", "bank: {a: general, b: other, c: other}"),
           "ranking:", "tracks: [{id: a}, {id: b}, {id: c}]\nranking:");
  folder.banks = {bank_of({"id: x", "id: y"}), bank_of({"id: x"})};
  CHECK(check_of(folder) ==
        Lines{"13:7: error: in the track \"b\", the section draws 2 questions, but only 1 fit "
              "[contest.section-short]",
              "help: add questions to the bank, or draw fewer"});
}

TEST_CASE("a time limit fits into the round") {
  Folder folder;
  folder.banks = {six_items()};
  folder.contest = with(with(kSmallContest, "2023-09-30 17:00", "2023-09-10 08:20"),
                        "  paper:", "  time_limit: 20m\n  paper:");
  CHECK(check_of(folder).empty());
  folder.contest = with(folder.contest, "20m", "21m");
  CHECK(check_of(folder) ==
        Lines{"8:3: warning: the time limit of the round \"w1\" is longer than the round is open "
              "[contest.time-limit-long]",
              "help: correct the time limit, or opens and closes"});
}
