// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check.hpp>
#include <tests/unit/contest/checked.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::tests::bank_of;
using quiz::tests::check_of;
using quiz::tests::Folder;
using quiz::tests::Lines;
using quiz::tests::small_contest_and;
using quiz::tests::with;

namespace {

/// The small contest with an award of these prizes, one a line from line 17 on.
Folder with_prizes(std::string_view prizes, std::string_view further = {}) {
  return {small_contest_and("awards:\n- id: x\n  of: entrants\n" + std::string(further) + "  prizes:\n" +
                            std::string(prizes)),
          {bank_of({"id: a, points: 2", "id: b, points: 2", "id: c, points: 2"})},
          "",
          ""};
}

Lines missing(std::string_view place, std::string_view field, std::string_view language) {
  return {std::string(place) + ": warning: \"" + std::string(field) + "\" has no text in the language \"" +
              std::string(language) + "\" [contest.text-missing]",
          "help: add the text"};
}

}  // namespace

TEST_CASE("what people read is there in every language of the contest") {
  Folder folder;
  folder.contest =
      with(with(with(small_contest_and("organizer: {vi: Ban, en: Board}\n"
                                       "tracks: [{id: a, title: {vi: A}}, {id: b}]\n"
                                       "awards:\n"
                                       "- {id: x, of: entrants, title: {vi: X, en: X}, prizes: [{id: p, "
                                       "title: {vi: P}, places: 1}]}\n"),
                     "languages: [vi]", "languages: [vi, en]"),
                "- id: w1", "- id: w1\n  title: {vi: Vòng, en: Round}"),
           "title: Thi thử", "title: {vi: Thi thử, en: Trial}");
  folder.banks = {
      "format: quiz-bank/1\nid: b\ntitle: {vi: B, en: B}\nlicense: CC0-1.0\nlanguages: [vi, en]\nitems:\n"
      "- {id: a, type: truefalse, stem: {vi: A, en: A}, key: true}\n"
      "- {id: b, type: truefalse, stem: {vi: A, en: A}, key: true}\n"};
  Lines expected = missing("17:10", "title", "en");
  const Lines prize = missing("19:57", "title", "en");
  expected.insert(expected.end(), prize.begin(), prize.end());
  CHECK(check_of(folder) == expected);
}

TEST_CASE("a prize without a title has none in any language") {
  CHECK(check_of(with_prizes("  - {id: p, places: 1}\n")) == missing("19:5", "title", "vi"));
}

TEST_CASE("questions of a contest's banks are complete in its languages, but for those that need no words") {
  Folder folder;
  folder.contest = with(with(quiz::tests::kSmallContest, "languages: [vi]", "languages: [vi, en]"),
                        "title: Thi thử", "title: {vi: Thi thử, en: Trial}");
  folder.banks = {
      "format: quiz-bank/1\nid: b\ntitle: B\nlicense: CC0-1.0\nlanguages: [vi, en]\nitems:\n"
      "- {id: a, type: truefalse, stem: {vi: A, en: A}, key: true}\n"
      "- {id: b, type: truefalse, stem: {vi: A}, key: true}\n"
      "- {id: c, type: truefalse, stem: {vi: C}, key: true, status: retired}\n"
      "- {id: d, type: single, stem: {vi: D, en: D}, choices: [{id: x, text: \"1 + 1\", key: true}, {id: y, "
      "text: "
      "\"3\"}]}\n"
      "- {id: e, type: single, stem: {vi: E, en: E}, choices: [{id: x, text: {vi: X}, key: true}, {id: y, "
      "text: "
      "\"3\"}]}\n"};
  CHECK(check_of(folder) ==
        Lines{"6:9: warning: 2 questions of the bank \"general\" are not complete in the language \"en\" "
              "[contest.bank-language-missing]",
              "help: translate them, or remove the language from the contest"});
}

TEST_CASE("all prizes of an award have an amount, or none has") {
  CHECK(check_of(with_prizes(
            "  - {id: p, title: P, places: 1, amount: 5 VND}\n  - {id: q, title: Q, places: 1}\n")) ==
        Lines{"20:5: warning: the prize \"q\" has no amount, though others of its award have one "
              "[contest.amount-missing]",
              "help: write its amount, or remove the others"});
  CHECK(
      check_of(with_prizes("  - {id: p, title: P, places: 1}\n  - {id: q, title: Q, places: 1}\n")).empty());
}

TEST_CASE("a minimum can be reached") {
  const auto findings_of = [](std::string_view points) {
    return check_of(with_prizes("  - {id: p, title: P, places: 1}\n",
                                "  minimum: {points: " + std::string(points) + "}\n"));
  };
  CHECK(findings_of("4").empty());
  CHECK(findings_of("100%").empty());
  CHECK(findings_of("4.00000001") ==
        Lines{"18:21: error: nobody can reach 4.00000001 points: a paper gives 4 at most "
              "[contest.minimum-unreachable]",
              "help: lower the minimum, or write it as a percentage such as 50%"});
}

TEST_CASE("a minimum is compared only with papers that can be made") {
  Folder folder = with_prizes("  - {id: p, title: P, places: 1}\n", "  minimum: {points: 1000}\n");
  folder.contest = with(folder.contest, "draw: 2", "draw: 4");
  CHECK(check_of(folder) ==
        Lines{"13:7: error: the section draws 4 questions, but only 3 fit [contest.section-short]",
              "help: add questions to the bank, or draw fewer"});
}
