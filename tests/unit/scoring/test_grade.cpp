// SPDX-License-Identifier: Apache-2.0
#include <quizlib/scoring/grade.hpp>

#include <tests/support/failure.hpp>
#include <tests/unit/scoring/one_item.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using quiz::response::AnswerCode;
using quiz::scoring::Outcome;
using quiz::scoring::PointsTable;
using quiz::tests::PaperOfItems;
using quiz::tests::share;

/// A multiple item of so many choices, the first of which are right.
std::string multiple(int choices, int right) {
  std::string list;
  for (int i = 0; i < choices; ++i) {
    list += (i == 0 ? "" : ", ") + std::string("{id: c") + std::to_string(i) + ", text: T" +
            std::to_string(i) + (i < right ? ", key: true}" : "}");
  }
  return "type: multiple, choices: [" + list + "]";
}

std::string order(int choices) {
  std::string list;
  for (int i = 0; i < choices; ++i) {
    list += (i == 0 ? "" : ", ") + std::string("{id: c") + std::to_string(i) + ", text: T" +
            std::to_string(i) + "}";
  }
  return "type: order, choices: [" + list + "]";
}

const std::string kTrue = "type: truefalse, key: true";
const std::string kEssay = "type: essay";

}  // namespace

TEST_CASE("with one right choice every rule of choices is all-or-nothing") {
  for (const char* rule : {"rule: all-or-nothing", "rule: per-option", "rule: per-right"}) {
    CAPTURE(rule);
    CHECK(share(rule, kTrue, "true") == "1");
    CHECK(share(rule, kTrue, "false") == "0");
    CHECK(share(rule, multiple(3, 1), "c0") == "1");
    CHECK(share(rule, multiple(3, 1), "c0;c1") == "0");
    CHECK(share(rule, multiple(3, 1), "c2") == "0");
  }
}

TEST_CASE("where all choices are right none can be chosen too many") {
  CHECK(share("rule: per-option", multiple(2, 2), "c1") == "1/2");
  CHECK(share("rule: per-right", multiple(2, 2), "c0;c1") == "1");
}

TEST_CASE("a rule that the type cannot have leaves it all-or-nothing") {
  CHECK(share("rule: per-option", order(3), "c0;c2;c1") == "0");
  CHECK(share("rule: longest-run", multiple(3, 2), "c0") == "0");
  CHECK(share("rule: longest-run", "type: match, pairs: [{left: a, right: 1}, {left: b, right: 2}]", "1=1") ==
        "0");
  CHECK(share("rule: per-right", "type: numeric, key: 1", "1") == "1");
}

TEST_CASE("a type's own rule stands before the general one") {
  CHECK(share("rule: per-right, order: longest-run", order(3), "c1;c2;c0") == "2/3");
  CHECK(share("rule: per-right, order: all-or-nothing", order(3), "c0;c2;c1") == "0");
  CHECK(share("multiple: per-option", multiple(3, 2), "c0") == "1/2");
}

TEST_CASE("an outcome is what the answer is before wrong and blank come in") {
  PaperOfItems paper("rule: per-right, wrong: 0.5, blank: 1", {order(2), multiple(2, 2), kEssay, kTrue});
  const AnswerCode right = paper.code(0, "c0;c1");
  const AnswerCode part = paper.code(0, "c0");
  const AnswerCode wrong = paper.code(0, "c1;c0");
  const AnswerCode essay = paper.code(2, "Words");
  const PointsTable table = paper.table();
  CHECK(table.outcome(0, right) == Outcome::right);
  CHECK(table.outcome(0, part) == Outcome::partial);
  CHECK(table.outcome(0, wrong) == Outcome::wrong);
  CHECK(table.outcome(0, 0) == Outcome::blank);
  CHECK(table.share(0, wrong).fraction() == "1/2");
  CHECK(table.share(0, 0).fraction() == "1");
  CHECK(table.outcome(1, 0b01) == Outcome::partial);
  CHECK(table.outcome(2, essay) == Outcome::unmarked);
  CHECK(table.outcome(2, 0) == Outcome::blank);
  CHECK(table.outcome(3, 0b01) == Outcome::right);
  CHECK(table.rule(0) == quiz::contest::PartialCredit::per_right);
  CHECK(table.rule(2) == quiz::contest::PartialCredit::all_or_nothing);
}

TEST_CASE("several answers may be right, and each is looked up") {
  PaperOfItems paper("wrong: -1, floor: -9", {"type: text, accept: [Hà Nội, Thăng Long], points: 2",
                                              "type: numeric, key: 5, tolerance: 1"});
  CHECK(paper.score({"thăng long", "4"}) == "3 2 2 all-correct");
  CHECK(paper.score({"HÀ NỘI", "6.0"}) == "3 2 2 all-correct");
  CHECK(paper.score({"Huế", "3.9"}) == "-3 0 2");
  CHECK(paper.score({"", "5"}) == "1 1 1");
}

TEST_CASE("a paper of essays alone is never all-correct") {
  PaperOfItems paper("wrong: -1", {kEssay, kEssay});
  CHECK(paper.score({"One", "Two"}) == "0 0 2");
  CHECK(paper.score({"", ""}) == "0 0 0");
}

TEST_CASE("an item of no points is right all the same") {
  PaperOfItems paper("rule: per-right", {order(2) + ", points: 0", kTrue});
  CHECK(paper.score({"c0;c1", "true"}) == "1 2 2 all-correct");
  CHECK(paper.score({"c0", "true"}) == "1 1 2");
}

TEST_CASE("parts of all numbers up to 16 have a common denominator, with shares of nine places too") {
  std::vector<std::string> items;
  for (int n = 2; n <= 16; ++n) items.push_back(order(n) + ", points: 0.0001");
  CHECK(PaperOfItems("rule: per-right", items).table().denominator() == 720'720);
  CHECK(PaperOfItems("rule: per-right, wrong: -0.000000001", items).table().denominator() ==
        std::int64_t{1'000'000'000} * 9'009);
}

TEST_CASE("sums of parts are exact before they are rounded") {
  PaperOfItems paper("rule: per-right", {order(3), order(7), order(11), order(13)});
  // 1/3 + 1/7 + 1/11 + 1/13 = 1934/3003 = 0.64402…
  CHECK(paper.score({"c0", "c0", "c0", "c0"}) == "0.644 0 4");
  // 2/3 + 6/7 + 10/11 + 12/13 = 10078/3003 = 3.35597…
  const char* seven = "c0;c1;c2;c3;c4;c5";
  const char* eleven = "c0;c1;c2;c3;c4;c5;c6;c7;c8;c9";
  const char* thirteen = "c0;c1;c2;c3;c4;c5;c6;c7;c8;c9;c10;c11";
  CHECK(paper.score({"c0;c1", seven, eleven, thirteen}) == "3.356 0 4");
}

TEST_CASE("parts that cannot be added up exactly in 64 bits are refused") {
  PaperOfItems paper("rule: per-right, wrong: -0.000000001",
                     {order(7) + ", points: 1000000", order(13) + ", points: 0.0001"});
  CHECK(
      quiz::tests::failure([&] { const PointsTable table = paper.table(); }) ==
      "failed: the points of item small/q1 cannot be added up exactly: they are too large or the shares have "
      "too many places [scoring.too-fine]");
}

TEST_CASE("a table covers the codes that its items can have") {
  PaperOfItems paper("rule: per-option", {multiple(3, 2), kTrue, "type: text, accept: [x]", kEssay});
  paper.code(2, "x");
  const PointsTable table = paper.table();
  const std::vector<quiz::ItemNo> items{0, 1, 2, 3};
  CHECK(table.covers(items, std::vector<AnswerCode>{7, 2, 1, 99}));
  CHECK_FALSE(table.covers(items, std::vector<AnswerCode>{8, 2, 1, 0}));
  CHECK_FALSE(table.covers(items, std::vector<AnswerCode>{0, 0, 2, 0}));
}

TEST_CASE("sixteen choices have a part for every set of them") {
  PaperOfItems paper("rule: per-option", {multiple(16, 5)});
  const PointsTable table = paper.table();
  CHECK(table.share(0, 0b0000000000011111).fraction() == "1");
  CHECK(table.share(0, 0b1000000000011110).fraction() == "3/5");
  CHECK(table.share(0, 0b1111111111111111).fraction() == "0");
}
