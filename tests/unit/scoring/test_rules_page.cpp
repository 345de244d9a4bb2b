// SPDX-License-Identifier: Apache-2.0
// The numbered examples of docs/scoring-rules.md, Points.
#include <tests/unit/scoring/one_item.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using quiz::tests::PaperOfItems;
using quiz::tests::share;

const std::string kMultiple =
    "type: multiple, choices: [{id: a, text: A, key: true}, {id: b, text: B}, {id: c, text: C, key: true}, "
    "{id: d, text: D, key: true}, {id: e, text: E}]";
const std::string kOrder =
    "type: order, choices: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}, {id: d, text: D}, {id: e, "
    "text: E}]";
const std::string kMatch =
    "type: match, pairs: [{left: A, right: 1}, {left: B, right: 2}, {left: C, right: 3}, {left: D, right: "
    "4}]";
const std::string kSingle = "type: single, choices: [{id: a, text: A, key: true}, {id: b, text: B}]";

/// Whether an answer to an item is right as a whole.
bool is_right(const std::string& item, std::string_view answer) { return share("", item, answer) == "1"; }

std::string accepting(std::string_view text, std::string_view match = "") {
  return "type: text, accept: ['" + std::string(text) + "'], match: {" + std::string(match) + "}";
}

}  // namespace

TEST_CASE("the rules page, points 1: a whole choice or nothing") {
  CHECK(share("rule: all-or-nothing", kMultiple, "a;c;d") == "1");
  CHECK(share("rule: all-or-nothing", kMultiple, "a;c") == "0");
  CHECK(share("rule: all-or-nothing", kMultiple, "a;c;d;e") == "0");
}

TEST_CASE("the rules page, points 2: wrong choices take from right ones") {
  CHECK(share("rule: per-option", kMultiple, "a;c") == "2/3");
  CHECK(share("rule: per-option", kMultiple, "a;b;c") == "1/3");
  CHECK(share("rule: per-option", kMultiple, "a;b") == "0");
  CHECK(share("rule: per-option", kMultiple, "a;b;c;d") == "2/3");
  CHECK(share("rule: per-option", kMultiple, "a;b;c;d;e") == "1/3");
}

TEST_CASE("the rules page, points 3: right choices count, unless too many are chosen") {
  CHECK(share("rule: per-right", kMultiple, "a;c") == "2/3");
  CHECK(share("rule: per-right", kMultiple, "a;b;c") == "2/3");
  CHECK(share("rule: per-right", kMultiple, "a;b;c;d") == "0");
}

TEST_CASE("the rules page, points 4: a whole order or nothing") {
  CHECK(share("rule: all-or-nothing", kOrder, "a;b;c;d;e") == "1");
  CHECK(share("rule: all-or-nothing", kOrder, "a;b;c;e;d") == "0");
  CHECK(share("rule: all-or-nothing", kOrder, "a;b;c;d") == "0");
}

TEST_CASE("the rules page, points 5: places count") {
  CHECK(share("rule: per-right", kOrder, "a;b;e;d;c") == "3/5");
  CHECK(share("rule: per-right", kOrder, "b;c;d;e;a") == "0");
  CHECK(share("rule: per-right", kOrder, "a;b") == "2/5");
}

TEST_CASE("the rules page, points 6: the longest run of neighbours counts") {
  CHECK(share("rule: longest-run", kOrder, "b;c;d;e;a") == "4/5");
  CHECK(share("rule: longest-run", kOrder, "a;b;e;d;c") == "2/5");
  CHECK(share("rule: longest-run", kOrder, "e;d;c;b;a") == "0");
  CHECK(share("rule: longest-run", kOrder, "a;c;e;b;d") == "0");
}

TEST_CASE("the rules page, points 7: all pairs or nothing") {
  CHECK(share("rule: all-or-nothing", kMatch, "1=1;2=2;3=3;4=4") == "1");
  CHECK(share("rule: all-or-nothing", kMatch, "1=1;2=2;3=4;4=3") == "0");
  CHECK(share("rule: all-or-nothing", kMatch, "1=1;2=2;3=3") == "0");
}

TEST_CASE("the rules page, points 8: pairs count") {
  CHECK(share("rule: per-right", kMatch, "1=1;2=2;3=4;4=3") == "1/2");
  CHECK(share("rule: per-right", kMatch, "1=1") == "1/4");
  CHECK(share("rule: per-right", kMatch, "1=1;2=1;3=1;4=1") == "1/4");
  CHECK(share("rule: per-right", kMatch, "1=2;2=1") == "0");
}

TEST_CASE("the rules page, points 9: a number is right within the tolerance, exactly") {
  const std::string item = "type: numeric, key: 3.14, tolerance: 0.01";
  for (const char* right : {"3.14", "3,15", "3.13", "๓.๑๔"}) CHECK(is_right(item, right));
  for (const char* wrong : {"3.1500000001", "-3.14", "314", "3.14 m"}) CHECK_FALSE(is_right(item, wrong));
}

TEST_CASE("the rules page, points 10: several marks of one kind group in threes") {
  const std::string item = "type: numeric, key: 1000000";
  for (const char* right : {"1000000", "1.000.000", "1,000,000", "1 000 000", "໑໐໐໐໐໐໐"})
    CHECK(is_right(item, right));
  for (const char* wrong : {"1.000.00", "1.000,000", "1e6"}) CHECK_FALSE(is_right(item, wrong));
}

TEST_CASE("the rules page, points 11: another mark that comes last is the decimal mark") {
  const std::string item = "type: numeric, key: 1234.5";
  for (const char* right : {"1234,5", "1.234,5", "1,234.5", "1 234,50"}) CHECK(is_right(item, right));
  for (const char* wrong : {"1.234.5", "12.34,5"}) CHECK_FALSE(is_right(item, wrong));
}

TEST_CASE("the rules page, points 12: a mark that stands alone is the decimal mark") {
  CHECK(is_right("type: numeric, key: 1", "1.000"));
  CHECK_FALSE(is_right("type: numeric, key: 1000", "1.000"));
  CHECK(is_right("type: numeric, key: 1000", "1 000"));
}

TEST_CASE("the rules page, points 13: in a text only marks count") {
  const std::string item = accepting("Đà Nẵng");
  for (const char* right :
       {"đà nẵng", " ĐÀ  NẴNG", "đa\u0300 na\u0306\u0303ng", " ĐA\u0300  NA\u0306\u0303NG"})
    CHECK(is_right(item, right));
  CHECK_FALSE(is_right(item, "Da Nang"));
}

TEST_CASE("the rules page, points 14: unless they do not") {
  const std::string item = accepting("Đà Nẵng", "marks: false");
  CHECK(is_right(item, "Da Nang"));
  CHECK(is_right(item, "đa năng"));
  CHECK_FALSE(is_right(item, "Danang"));
}

TEST_CASE("the rules page, points 15: capitals or blanks may count too") {
  CHECK(is_right(accepting("Đà Nẵng", "case: true"), "Đà Nẵng"));
  CHECK_FALSE(is_right(accepting("Đà Nẵng", "case: true"), "đà nẵng"));
  CHECK(is_right(accepting("Đà Nẵng", "spaces: true"), "đà nẵng"));
  CHECK_FALSE(is_right(accepting("Đà Nẵng", "spaces: true"), "Đà  Nẵng"));
}

TEST_CASE("the rules page, points 16: Thai and Lao digits are Latin ones") {
  CHECK(is_right(accepting("พ.ศ. 2566"), "พ.ศ. ๒๕๖๖"));
  CHECK(is_right(accepting("ປີ 2023"), "ປີ ໒໐໒໓"));
}

TEST_CASE("the rules page, points 17: an essay counts nothing until it is marked") {
  PaperOfItems paper("wrong: -0.5, blank: -0.1", {"type: essay, points: 5", kSingle});
  CHECK(paper.score({"What I did on my holidays", "a"}) == "1 1 2 all-correct");
  CHECK(paper.score({"", "a"}) == "0.5 1 1 all-correct");
}

TEST_CASE("the rules page, points 18 and 19: a part is taken off for wrong answers, down to the floor") {
  CHECK(PaperOfItems("wrong: -0.25", {kSingle, kSingle, kSingle}).score({"a", "a", "b"}) == "1.75 2 3");
  CHECK(PaperOfItems("wrong: -0.25", std::vector<std::string>(9, kSingle))
            .score({"a", "b", "b", "b", "b", "b", "b", "b", "b"}) == "0 1 9");
}

TEST_CASE("the rules page, points 20: a sheet is rounded once, half to even") {
  const std::string half = kSingle + ", points: 0.5";
  CHECK(PaperOfItems("wrong: 0.3333", {half}).score({"b"}) == "0.1666 0 1");
  CHECK(PaperOfItems("wrong: 0.3333", {half, half}).score({"b", "b"}) == "0.3333 0 2");
}

TEST_CASE("the rules page, points 21: wrong replaces only what got nothing, and thirds add up") {
  const std::string rules = "rule: per-option, wrong: -0.25, floor: -1";
  CHECK(share(rules, kMultiple, "a;b") == "-1/4");
  CHECK(PaperOfItems(rules, {kMultiple}).score({"a;b"}) == "-0.25 0 1");
  CHECK(PaperOfItems(rules, {kMultiple}).score({"a;b;c"}) == "0.3333 0 1");
  CHECK(PaperOfItems(rules, {kMultiple, kMultiple, kMultiple}).score({"a;b;c", "a;b;c", "a;b;c"}) == "1 0 3");
}

TEST_CASE("the rules page, points 22: a share of 1 is not correct") {
  CHECK(PaperOfItems("wrong: 1", {kSingle}).score({"b"}) == "1 0 1");
}
