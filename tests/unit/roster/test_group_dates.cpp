// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/groups.hpp>

#include <tests/support/findings.hpp>
#include <tests/support/inline_table.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using quiz::Date;
using quiz::Diagnostics;
using quiz::GroupNo;
using quiz::kNone;
using quiz::roster::GroupTree;
using quiz::tests::findings;
using quiz::tests::inline_table;

namespace {

using Lines = std::vector<std::string>;

/// Groups of these rows: code, parent, headcount, valid_from, valid_to, successor.
struct Reading {
  explicit Reading(const std::string& rows)
      : tree(quiz::roster::read_groups(
            inline_table("groups.csv",
                         "code,parent,headcount,valid_from,valid_to,successor,name,level,kind\n" + rows),
            diagnostics)) {}

  [[nodiscard]] std::string code(GroupNo group) const {
    return group == kNone ? "-" : (*tree)[group].code.text;
  }
  [[nodiscard]] std::string in_force(std::string_view group, Date day) const {
    return code(tree->in_force(tree->find(group), day));
  }
  [[nodiscard]] std::string parent(std::string_view group, Date day) const {
    return code(tree->parent(tree->find(group), day));
  }
  /// The codes from below, with blanks between them.
  [[nodiscard]] std::string lineage(std::string_view group, Date day) const {
    std::string codes;
    for (const GroupNo no : tree->lineage(tree->find(group), day)) codes += code(no) + ' ';
    return codes;
  }
  [[nodiscard]] std::optional<std::uint64_t> headcount(std::string_view group, Date day) const {
    return tree->on(day)[tree->find(group)].headcount;
  }

  Diagnostics diagnostics;
  std::optional<GroupTree> tree;
};

constexpr Date day(int year, unsigned month, unsigned of_month) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(of_month)};
}

constexpr Date kJune30 = day(2025, 6, 30);
constexpr Date kJuly1 = day(2025, 7, 1);

/// The reform of July 2025 in small: a province goes up in another one, districts are abolished, communes are
/// merged, and one commune stays as it is.
constexpr const char* kReform =
    "BK,,,,2025-06-30,TN,,province,\n"
    "TN,,,,,,,province,\n"
    "BK-01,BK,,,2025-06-30,TN,,district,\n"
    "BK-01-1,BK-01,120,,2025-06-30,PHUNG-CHI,,commune,\n"
    "BK-01-2,BK-01,80,,2025-06-30,PHUNG-CHI,,commune,\n"
    "BK-01-3,BK-01,30,,,,,commune,\n"
    "TN-01,TN,1000,,2025-06-30,TN,,district,\n"
    "PHUNG-CHI,TN,190,2025-07-01,,,,commune,\n"
    "PHAN-DINH,TN,900,2025-07-01,,,,commune,\n";

}  // namespace

TEST_CASE("a reform that abolishes districts and merges communes and provinces can be told") {
  const Reading reading(kReform);
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.tree);
  CHECK(reading.lineage("BK-01-1", kJune30) == "BK-01-1 BK-01 BK ");
  CHECK(reading.lineage("BK-01-1", kJuly1) == "PHUNG-CHI TN ");
  CHECK(reading.lineage("BK-01-2", kJuly1) == "PHUNG-CHI TN ");
  CHECK(reading.lineage("BK-01-3", kJune30) == "BK-01-3 BK-01 BK ");
  CHECK(reading.lineage("BK-01-3", kJuly1) == "BK-01-3 TN ");
  CHECK(reading.lineage("BK-01", kJuly1) == "TN ");
  CHECK(reading.lineage("BK", kJuly1) == "TN ");
  CHECK(reading.lineage("PHUNG-CHI", kJune30).empty());
  CHECK(reading.lineage("TN", kJune30) == "TN ");

  CHECK(reading.headcount("BK", kJune30) == 230);
  CHECK(reading.headcount("BK-01", kJune30) == 230);
  CHECK(reading.headcount("TN", kJune30) == 1000);
  CHECK(reading.headcount("TN", kJuly1) == 190 + 900 + 30);
  CHECK_FALSE(reading.headcount("BK", kJuly1));
  CHECK(reading.headcount("BK-01-1", kJuly1) == 120);
}

TEST_CASE("both ends of a group's time are in it, and an open end has no end") {
  const Reading reading(
      "A,,,2025-01-01,2025-06-30,B,,,\n"
      "B,,,2025-07-01,,,,,\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.tree);
  CHECK(reading.in_force("A", day(2025, 1, 1)) == "A");
  CHECK(reading.in_force("A", kJune30) == "A");
  CHECK(reading.in_force("A", kJuly1) == "B");
  CHECK(reading.in_force("A", day(2199, 12, 31)) == "B");
  CHECK(reading.in_force("A", day(2024, 12, 31)) == "-");
  CHECK(reading.in_force("B", kJune30) == "-");
}

TEST_CASE("successors are followed until one is in force") {
  const Reading reading(
      "A,,,,2023-12-31,B,,,\n"
      "B,,,2024-01-01,2024-12-31,C,,,\n"
      "C,,,2025-01-01,2025-12-31,D,,,\n"
      "D,,,2025-01-01,,,,,\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.tree);
  CHECK(reading.in_force("A", day(2023, 6, 1)) == "A");
  CHECK(reading.in_force("A", day(2024, 6, 1)) == "B");
  CHECK(reading.in_force("A", day(2025, 6, 1)) == "C");
  CHECK(reading.in_force("A", day(2026, 6, 1)) == "D");
}

TEST_CASE("a group above that is not in force is its successor, else the one above it") {
  const Reading reading(
      "P,,,,,,,,\n"
      "D1,P,,,2025-06-30,,,,\n"
      "C1,D1,,,,,,,\n"
      "D2,P,,,2025-06-30,E,,,\n"
      "C2,D2,,,,,,,\n"
      "E,P,,2025-07-01,2025-12-31,,,,\n"
      "R,,,,2025-06-30,,,,\n"
      "C3,R,,,,,,,\n");
  REQUIRE(reading.tree);
  CHECK(reading.parent("C1", kJune30) == "D1");
  CHECK(reading.parent("C1", kJuly1) == "P");
  CHECK(reading.parent("C2", kJune30) == "D2");
  CHECK(reading.parent("C2", kJuly1) == "E");
  CHECK(reading.parent("C2", day(2026, 1, 1)) == "P");
  CHECK(reading.parent("C3", kJuly1) == "-");
  CHECK(reading.parent("P", kJuly1) == "-");
}

TEST_CASE("as of a day groups keep their numbers and names, and have the parents of that day") {
  const Reading reading(kReform);
  REQUIRE(reading.tree);
  const GroupTree then = reading.tree->on(kJuly1);
  CHECK(then.size() == reading.tree->size());
  CHECK(then.find("bk-01-3") == reading.tree->find("bk-01-3"));
  CHECK(then.cell(then.find("BK-01-3"), "parent") == "TN");
  CHECK(then.cell(then.find("TN"), "headcount") == "1120");
  CHECK(reading.tree->cell(then.find("BK-01-3"), "parent") == "BK-01");
}

TEST_CASE("where groups are dated there is no sum without a day, and what is written stays") {
  const Reading reading(
      "P,,,,,,,,\n"
      "C1,P,5,,2025-06-30,C2,,,\n"
      "C2,P,6,2025-07-01,,,,,\n"
      "Q,,40,,,,,,\n"
      "D,Q,50,,,,,,\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.tree);
  CHECK(reading.tree->is_dated());
  CHECK_FALSE((*reading.tree)[0].headcount);
  CHECK((*reading.tree)[3].headcount == 40);
  CHECK(reading.headcount("P", kJune30) == 5);
  CHECK(reading.headcount("P", kJuly1) == 6);
  CHECK(reading.headcount("Q", kJuly1) == 40);
}

TEST_CASE("groups without dates are the same on every day") {
  const Reading reading(
      "P,,,,,,,,\n"
      "C,P,5,,,,,,\n");
  REQUIRE(reading.tree);
  CHECK_FALSE(reading.tree->is_dated());
  CHECK(reading.lineage("C", kJune30) == "C P ");
  CHECK((*reading.tree)[0].headcount == 5);
  CHECK(reading.headcount("P", kJuly1) == 5);
}

TEST_CASE("days exist, and a group begins before it ends") {
  const Reading reading(
      "A,,,2025-02-29,2025-06-31,,,,\n"
      "B,,,2025-07-01,2025-06-30,,,,\n"
      "C,,,01/07/2025,,,,,\n"
      "D,,,2025-07-01,2025-07-01,E,,,\n"
      "E,,,,,,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:2 (valid_from): error: \"2025-02-29\" is no date [groups.date-invalid]",
              "groups.csv:2 (valid_to): error: \"2025-06-31\" is no date [groups.date-invalid]",
              "groups.csv:3 (valid_to): error: the group ends on 2025-06-30, before it begins on 2025-07-01 "
              "[groups.never-valid]",
              "groups.csv:4 (valid_from): error: \"01/07/2025\" is no date [groups.date-invalid]"});
  CHECK_FALSE(reading.tree);
}

TEST_CASE("a successor is a group of the file") {
  const Reading reading("A,,,,2025-06-30,Z,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:2 (successor): error: no group has the code \"Z\" [groups.successor-unknown]"});
  CHECK_FALSE(reading.tree);
}

TEST_CASE("successors lead on, not back, by themselves or with groups above") {
  const Reading reading(
      "below,,,,2025-06-30,B,,,\n"
      "A,,,,2025-06-30,B,,,\n"
      "B,,,,2025-06-30,A,,,\n"
      "self,,,,2025-06-30,self,,,\n"
      "D,,,,2025-06-30,D-1,,,\n"
      "D-1,D,,2025-07-01,,,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:3 (successor): error: the group \"A\" comes after itself, or is above itself, by "
              "its successor [groups.successor-cycle]",
              "groups.csv:5 (successor): error: the group \"self\" comes after itself, or is above itself, "
              "by its successor [groups.successor-cycle]",
              "groups.csv:6 (successor): error: the group \"D\" comes after itself, or is above itself, by "
              "its successor [groups.successor-cycle]"});
  CHECK_FALSE(reading.tree);
}

TEST_CASE("two groups may have the same successor, and a group and its parent too") {
  const Reading reading(
      "P,,,,,,,,\n"
      "D,P,,,2025-06-30,P,,,\n"
      "C,D,,,2025-06-30,P,,,\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  CHECK(reading.tree);
}

TEST_CASE("a day between a group and its successor is a warning") {
  const Reading reading(
      "A,,,,2025-06-30,B,,,\n"
      "B,,,2025-07-02,,,,,\n"
      "C,,,,2025-06-30,D,,,\n"
      "D,,,2025-01-01,2025-05-31,E,,,\n"
      "E,,,2026-01-01,,,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:2 (successor): warning: \"A\" is followed by \"B\", which begins on 2025-07-02 "
              "only: nothing is in force on 2025-07-01 [groups.successor-gap]",
              "groups.csv:4 (successor): warning: \"C\" is followed by \"E\", which begins on 2026-01-01 "
              "only: nothing is in force on 2025-07-01 [groups.successor-gap]",
              "groups.csv:5 (successor): warning: \"D\" is followed by \"E\", which begins on 2026-01-01 "
              "only: nothing is in force on 2025-06-01 [groups.successor-gap]"});
  CHECK(reading.tree);
}

TEST_CASE("an end without a successor and a successor without an end are warnings") {
  const Reading reading(
      "A,,,,2025-06-30,,,,\n"
      "B,,,,,A,,,\n"
      "C,,,,2025-06-30,A,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"groups.csv:2 (successor): warning: \"A\" ends on 2025-06-30 and has no successor "
              "[groups.successor-missing]",
              "groups.csv:3 (successor): warning: \"B\" has a successor, but no last day "
              "[groups.successor-idle]"});
  CHECK(reading.tree);
}
