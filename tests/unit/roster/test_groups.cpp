// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/groups.hpp>

#include <tests/support/findings.hpp>
#include <tests/support/inline_table.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using quiz::Diagnostics;
using quiz::GroupNo;
using quiz::kNone;
using quiz::roster::GroupTree;
using quiz::tests::findings;
using quiz::tests::inline_table;

namespace {

using Lines = std::vector<std::string>;

/// Groups.csv with the columns of the format and these rows.
struct Reading {
  explicit Reading(const std::string& rows,
                   const std::string& header = "code,name,parent,level,kind,headcount\n")
      : tree(quiz::roster::read_groups(inline_table("groups.csv", header + rows), diagnostics)) {}

  Diagnostics diagnostics;
  std::optional<GroupTree> tree;
};

constexpr const char* kAllColumns =
    "code,name,parent,level,kind,headcount,aliases,valid_from,valid_to,successor\n";

std::optional<std::uint64_t> headcount(const Reading& reading, std::string_view code) {
  return (*reading.tree)[reading.tree->find(code)].headcount;
}

}  // namespace

TEST_CASE("groups are in the order of the file, a child may stand above its parent") {
  const Reading reading(
      "BK-01,Thành phố Bắc Kạn,BK,district,territory,\n"
      "BK,Tỉnh Bắc Kạn,,province,territory,\n"
      "SGD,Sở Giáo dục,,province,sector,40\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.tree);
  REQUIRE(reading.tree->size() == 3);
  const quiz::roster::Group& city = (*reading.tree)[0];
  CHECK(city.code.text == "BK-01");
  CHECK(city.name == "Thành phố Bắc Kạn");
  CHECK(city.parent == GroupNo{1});
  CHECK(city.level == "district");
  CHECK(city.kind == "territory");
  CHECK_FALSE(city.headcount);
  CHECK(city.line == 2);
  CHECK((*reading.tree)[1].parent == kNone);
  CHECK((*reading.tree)[2].parent == kNone);
}

TEST_CASE("a code is found folded, and as a parent too") {
  const Reading reading(
      "Bắc Kạn,Tỉnh,,province,,\n"
      "B,Huyện,BẮC  KẠN,district,,\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.tree);
  CHECK(reading.tree->find("bắc kạn") == 0);
  CHECK(reading.tree->find(" b ") == 1);
  CHECK(reading.tree->find("bac kan") == kNone);
  CHECK(reading.tree->find("") == kNone);
  CHECK((*reading.tree)[1].parent == 0);
}

TEST_CASE("a file without groups is an empty tree") {
  const Reading reading("");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.tree);
  CHECK(reading.tree->size() == 0);
  CHECK(reading.tree->find("BK") == kNone);
}

TEST_CASE("an empty headcount is the sum of the children's, through all levels") {
  const Reading reading(
      "P,,,,,\n"
      "D1,,P,,,\n"
      "D2,,P,,,7\n"
      "C1,,D1,,,20\n"
      "C2,,D1,,,1\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.tree);
  CHECK(headcount(reading, "P") == 28);
  CHECK(headcount(reading, "D1") == 21);
  CHECK(headcount(reading, "C2") == 1);
}

TEST_CASE("a headcount of 0 is a warning, and counts as written") {
  const Reading reading(
      "P,,,,,\n"
      "C,,P,,,0\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:3 (headcount): warning: \"C\" has a headcount of 0 [groups.headcount-zero]"});
  REQUIRE(reading.tree);
  CHECK(headcount(reading, "P") == 0);
}

TEST_CASE("a headcount stays unknown where one below it is") {
  const Reading reading(
      "P,,,,,\n"
      "D1,,P,,,20\n"
      "D2,,P,,,\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.tree);
  CHECK_FALSE(headcount(reading, "P"));
  CHECK_FALSE(headcount(reading, "D2"));
}

TEST_CASE("a headcount that is not the sum of the children's is a warning, and stays") {
  const Reading reading(
      "P,,,,,100\n"
      "D1,,P,,,40\n"
      "D2,,P,,,\n"
      "C1,,D2,,,55\n"
      "Q,,,,,10\n"
      "E1,,Q,,,3\n"
      "E2,,Q,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:2 (headcount): warning: \"P\" has a headcount of 100, the groups below it have 95 "
              "together [groups.headcount-differs]"});
  REQUIRE(reading.tree);
  CHECK(headcount(reading, "P") == 100);
  CHECK(headcount(reading, "Q") == 10);
}

TEST_CASE("the sum above is of the headcounts as written") {
  const Reading reading(
      "P,,,,,\n"
      "D,,P,,,50\n"
      "C,,D,,,30\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:3 (headcount): warning: \"D\" has a headcount of 50, the groups below it have 30 "
              "together [groups.headcount-differs]"});
  REQUIRE(reading.tree);
  CHECK(headcount(reading, "P") == 50);
}

TEST_CASE("a headcount is a whole number of at most ten digits") {
  const Reading reading(
      "A,,,,,1.234\n"
      "B,,,,,-1\n"
      "C,,,,,+1\n"
      "D,,,,,10000000000\n"
      "E,,,,,9999999999\n"
      "F,,,,,007\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:2 (headcount): error: \"1.234\" is no headcount [groups.headcount-invalid]",
              "groups.csv:3 (headcount): error: \"-1\" is no headcount [groups.headcount-invalid]",
              "groups.csv:4 (headcount): error: \"+1\" is no headcount [groups.headcount-invalid]",
              "groups.csv:5 (headcount): error: \"10000000000\" is no headcount [groups.headcount-invalid]"});
  CHECK_FALSE(reading.tree);
}

TEST_CASE("the first six columns are required, and all that are missing are named") {
  const Reading reading("BK,\n", "code,name\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv: error: there is no column \"parent\" [groups.column-missing]",
              "groups.csv: error: there is no column \"level\" [groups.column-missing]",
              "groups.csv: error: there is no column \"kind\" [groups.column-missing]",
              "groups.csv: error: there is no column \"headcount\" [groups.column-missing]"});
  CHECK_FALSE(reading.tree);
}

TEST_CASE("each group has a code of its own, compared folded") {
  const Reading reading(
      ",Không tên,,,,\n"
      "bk,,,,,\n"
      "BK,,,,,\n"
      ",,,,,\n"
      "Bk,,,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:2 (code): error: the group has no code [groups.code-missing]",
              "groups.csv:4 (code): error: the code \"BK\" is that of line 3 already [groups.code-twice]",
              "groups.csv:5 (code): error: the group has no code [groups.code-missing]",
              "groups.csv:6 (code): error: the code \"Bk\" is that of line 3 already [groups.code-twice]"});
  CHECK_FALSE(reading.tree);
}

TEST_CASE("a parent must be a group of the file") {
  const Reading reading("A,,Z,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:2 (parent): error: no group has the code \"Z\" [groups.parent-unknown]"});
  CHECK_FALSE(reading.tree);
}

TEST_CASE("a cycle is reported once, at its first row, and what hangs below it is not") {
  const Reading reading(
      "below,,B,,,\n"
      "A,,C,,,\n"
      "B,,A,,,\n"
      "C,,B,,,\n"
      "self,,self,,,\n"
      "root,,,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:3 (parent): error: the group \"A\" is above itself [groups.cycle]",
              "groups.csv:6 (parent): error: the group \"self\" is above itself [groups.cycle]"});
  CHECK_FALSE(reading.tree);
}

TEST_CASE("a code has no semicolon, which stands between codes") {
  const Reading reading("A;B,,,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:2 (code): error: \"A;B\" is no code [groups.code-invalid]"});
  CHECK_FALSE(reading.tree);
}

TEST_CASE("what a parent or successor may mean is the nearest code or alias") {
  const Reading reading(
      "BK-01,,,,,,Bạch Thông,,,\n"
      "X,,BK01,,,,,,,\n"
      "Y,,,,,,,,2025-06-30,Bạch Thôn\n",
      kAllColumns);
  const auto found = reading.diagnostics.kept();
  REQUIRE(found.size() == 2);
  CHECK(found[0].message ==
        quiz::Message("groups.parent-unknown", {{"parent", "BK01"}, {"suggestion", "BK-01"}}));
  CHECK(found[1].message == quiz::Message("groups.successor-unknown",
                                          {{"successor", "Bạch Thôn"}, {"suggestion", "Bạch Thông"}}));
}

TEST_CASE("all trees of a file are kept apart by their roots") {
  const Reading reading(
      "BK,,,province,territory,\n"
      "BK-01,,BK,district,territory,\n"
      "BK-01-1,,BK-01,commune,territory,\n"
      "SGD,,,department,sector,\n"
      "SGD-1,,SGD,school,sector,\n");
  REQUIRE(reading.tree);
  const GroupTree& tree = *reading.tree;
  CHECK(tree.root(tree.find("BK-01-1")) == tree.find("BK"));
  CHECK(tree.root(tree.find("BK")) == tree.find("BK"));
  CHECK(tree.root(tree.find("SGD-1")) == tree.find("SGD"));
}

TEST_CASE("every column is kept, and read by its name") {
  const Reading reading(
      "BK,Tỉnh Bắc Kạn,,province,territory,,,,2025-06-30,TN,8.5\n"
      "bk-01,Thành phố,Bk,district,territory,40,Bắc Kạn; City,,,,\n"
      "TN,Thái Nguyên,,province,territory,,,,,,9\n",
      "code,name,parent,level,kind,headcount,aliases,valid_from,valid_to,successor,publicity\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.tree);
  const GroupTree& tree = *reading.tree;
  CHECK(tree.columns() == std::vector<std::string_view>{"code", "name", "parent", "level", "kind",
                                                        "headcount", "aliases", "valid_from", "valid_to",
                                                        "successor", "publicity"});
  CHECK(tree.cell(0, "name") == "Tỉnh Bắc Kạn");
  CHECK(tree.cell(0, "level") == "province");
  CHECK(tree.cell(0, "kind") == "territory");
  CHECK(tree.cell(0, "publicity") == "8.5");
  CHECK(tree.cell(0, "valid_to") == "2025-06-30");
  CHECK(tree.cell(0, "parent").empty());
  CHECK(tree.cell(0, "headcount").empty());
  CHECK(tree.cell(1, "code") == "bk-01");
  CHECK(tree.cell(1, "parent") == "BK");
  CHECK(tree.cell(1, "headcount") == "40");
  CHECK(tree.cell(1, "aliases") == "Bắc Kạn; City");
  CHECK(tree.cell(1, "publicity").empty());
  CHECK(tree.cell(1, "nothing").empty());
}

TEST_CASE("a headcount that is a sum is the cell") {
  const Reading reading(
      "P,,,,,\n"
      "C,,P,,,7\n");
  REQUIRE(reading.tree);
  CHECK(reading.tree->cell(0, "headcount") == "7");
}
