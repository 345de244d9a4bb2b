// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/group_names.hpp>
#include <quizlib/roster/groups.hpp>

#include <tests/support/findings.hpp>
#include <tests/support/inline_table.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using quiz::Diagnostics;
using quiz::kNone;
using quiz::roster::comparable_groups;
using quiz::roster::GroupNames;
using quiz::roster::GroupTree;
using quiz::tests::findings;
using quiz::tests::inline_table;

namespace {

using Lines = std::vector<std::string>;

/// Groups of these codes and aliases.
struct Reading {
  explicit Reading(const std::string& rows)
      : tree(quiz::roster::read_groups(
            inline_table("groups.csv", "code,aliases,name,parent,level,kind,headcount\n" + rows),
            diagnostics)) {}

  Diagnostics diagnostics;
  std::optional<GroupTree> tree;
};

Lines parts_of(const std::string& cell) {
  Lines parts;
  quiz::roster::for_each_part(cell, [&](std::string_view part) { parts.emplace_back(part); });
  return parts;
}

}  // namespace

TEST_CASE("a cell of several names has parts without blanks, and no empty ones") {
  CHECK(parts_of("BK-01").size() == 1);
  CHECK(parts_of(" BK-01 ;SGD; ;\tUBND tỉnh;") == Lines{"BK-01", "SGD", "UBND tỉnh"});
  CHECK(parts_of("").empty());
  CHECK(parts_of(" ; ").empty());
}

TEST_CASE("a group is found by its code and by all of its aliases, compared folded") {
  const Reading reading(
      "BK-01,Bắc Kạn;TP Bắc Kạn; City of Bac Kan ,,,,,\n"
      "BK-02,,Huyện Ba Bể,,,,\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.tree);
  CHECK(reading.tree->find("bk-01") == 0);
  CHECK(reading.tree->find("TP  BẮC KẠN") == 0);
  CHECK(reading.tree->find("tp ba\u0306\u0301c ka\u0323n") == 0);
  CHECK(reading.tree->find("city of bac kan") == 0);
  CHECK(reading.tree->find("tp bac kan") == kNone);
}

TEST_CASE("a name is none of a group's names by itself") {
  const Reading reading("BK-02,,Huyện Ba Bể,,,,\n");
  REQUIRE(reading.tree);
  CHECK(reading.tree->find("Huyện Ba Bể") == kNone);
}

TEST_CASE("a parent and a successor may be named by an alias") {
  Diagnostics diagnostics;
  const auto tree = quiz::roster::read_groups(
      inline_table("groups.csv",
                   "code,name,parent,level,kind,headcount,aliases,valid_to,successor\n"
                   "BK,,,,,,Bắc Kạn,,\n"
                   "BK-01,,bắc kạn,,,,,2025-06-30,BẮC KẠN\n"),
      diagnostics);
  CHECK(findings(diagnostics) == Lines{});
  REQUIRE(tree);
  CHECK((*tree)[1].parent == 0);
  CHECK((*tree)[1].successor == 0);
}

TEST_CASE("an alias is of one group only") {
  const Reading reading(
      "A,Bắc;Nam,,,,,\n"
      "B,NAM;Đông;nam,,,,,\n"
      "C,Tây,,,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:3 (aliases): error: the group in line 2 has the alias \"NAM\" already "
              "[groups.alias-twice]",
              "groups.csv:3 (aliases): error: the group in line 2 has the alias \"nam\" already "
              "[groups.alias-twice]"});
  CHECK_FALSE(reading.tree);
}

TEST_CASE("an alias is no code of another group, above or below") {
  const Reading reading(
      "A,b,,,,,\n"
      "B,a,,,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:2 (aliases): error: the alias \"b\" is the code of the group in line 3 "
              "[groups.alias-is-code]",
              "groups.csv:3 (aliases): error: the alias \"a\" is the code of the group in line 2 "
              "[groups.alias-is-code]"});
  CHECK_FALSE(reading.tree);
}

TEST_CASE("a group may repeat its own code and aliases") {
  const Reading reading("A,a;Bắc;BẮC,,,,,\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  CHECK(reading.tree);
}

TEST_CASE("known groups are compared by what they are, others folded") {
  GroupNames names;
  CHECK(names.add("A", 0) == 0);
  CHECK(names.add("Bắc", 0) == 0);
  CHECK(names.add("B", 1) == 1);
  CHECK(names.add("bắc", 1) == 0);
  CHECK(comparable_groups("bắc", names) == comparable_groups("a", names));
  CHECK(comparable_groups("B;A", names) == comparable_groups(" a ; b;BẮC", names));
  CHECK(comparable_groups("A", names) != comparable_groups("B", names));
  CHECK(comparable_groups("X", names) == Lines{"x"});
  CHECK(comparable_groups(";", names).empty());
}

TEST_CASE("several forms together differ from each, and from others") {
  using quiz::roster::together;
  CHECK(together({}).empty());
  CHECK(together({"a"}) == "a");
  CHECK(together({"a", "b"}) != together({"ab"}));
  CHECK(together({"a", "bc"}) != together({"ab", "c"}));
}
