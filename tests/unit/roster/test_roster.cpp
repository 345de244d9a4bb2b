// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/roster.hpp>

#include <tests/support/findings.hpp>
#include <tests/support/inline_table.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

using quiz::Diagnostics;
using quiz::GroupNo;
using quiz::kNone;
using quiz::roster::EntrantIndex;
using quiz::roster::Group;
using quiz::roster::GroupTree;
using quiz::roster::Roster;
using quiz::tests::findings;
using quiz::tests::inline_table;

namespace {

using Lines = std::vector<std::string>;

GroupTree tree_of(const std::vector<std::string>& codes) {
  std::vector<Group> groups;
  for (const std::string& code : codes) {
    Group group;
    group.code.text = code;
    groups.push_back(std::move(group));
  }
  return GroupTree(std::move(groups));
}

/// A with below it, and B.
GroupTree two_trees() {
  std::vector<Group> groups = tree_of({"A", "A-1", "A-2", "B"}).groups();
  groups[1].parent = 0;
  groups[2].parent = 0;
  return GroupTree(std::move(groups));
}

std::vector<GroupNo> groups_of(const Roster& roster, quiz::EntrantNo entrant) {
  const auto groups = roster.groups_of(entrant);
  return {groups.begin(), groups.end()};
}

struct Reading {
  explicit Reading(const std::string& csv, const GroupTree& groups = {})
      : roster(quiz::roster::read_entrants(inline_table("entrants.csv", csv), groups, diagnostics)) {}

  Diagnostics diagnostics;
  std::optional<Roster> roster;
};

Roster open_roster(const std::vector<std::string>& ids) {
  Roster roster;
  roster.open = true;
  for (const std::string& id : ids) roster.ids.push_back(id);
  roster.group.assign(ids.size(), kNone);
  return roster;
}

}  // namespace

TEST_CASE("a roster holds all columns of the file, also those that quiz does not know") {
  const Reading reading(
      "id,name,group,birth_date,shirt size\n"
      "E1,Nguyễn Văn An,BK,2001-09-30,L\n"
      "E2,,,,\n",
      tree_of({"TN", "BK"}));
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.roster);
  const Roster& roster = *reading.roster;
  CHECK(roster.size() == 2);
  CHECK_FALSE(roster.open);
  CHECK(roster.names == std::vector<std::string>{"name", "group", "birth_date", "shirt size"});
  CHECK(roster.column("birth_date") == 2);
  CHECK(roster.column("phone") == kNone);
  CHECK(roster.cell(0, "id") == "E1");
  CHECK(roster.cell(0, "name") == "Nguyễn Văn An");
  CHECK(roster.cell(0, "shirt size") == "L");
  CHECK(roster.cell(1, "name") == "");
  CHECK(roster.cell(0, "phone") == "");
  CHECK(roster.group == std::vector<GroupNo>{1, kNone});
}

TEST_CASE("a roster may be empty") {
  const Reading reading("id,name,group\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.roster);
  CHECK(reading.roster->size() == 0);
  CHECK(EntrantIndex(*reading.roster).find("E1") == kNone);
}

TEST_CASE("id, name and group are required, and all that are missing are named") {
  const Reading reading("phone\n0912345678\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"entrants.csv: error: there is no column \"id\" [roster.column-missing]",
              "entrants.csv: error: there is no column \"name\" [roster.column-missing]",
              "entrants.csv: error: there is no column \"group\" [roster.column-missing]"});
  CHECK_FALSE(reading.roster);
}

TEST_CASE("each entrant has an id of its own, compared by NFC bytes") {
  const Reading reading(
      "id,name,group\n"
      "\u00E2,,\n"
      ",,\n"
      "a\u0302,,\n"
      "\u00C2,,\n"
      ",,\n"
      "\u00E2,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"entrants.csv:3 (id): error: the entrant has no id [roster.id-missing]",
              "entrants.csv:6 (id): error: the entrant has no id [roster.id-missing]",
              "entrants.csv:4 (id): error: the id \"a\u0302\" is that of line 2 already [roster.id-twice]",
              "entrants.csv:7 (id): error: the id \"\u00E2\" is that of line 2 already [roster.id-twice]"});
  CHECK_FALSE(reading.roster);
}

TEST_CASE("a birth date is a Gregorian date or empty") {
  const Reading reading(
      "id,name,group,birth_date\n"
      "E1,,,2001-02-29\n"
      "E2,,,30/09/2001\n"
      "E3,,,2544-09-30\n"
      "E4,,,\n"
      "E5,,,2000-02-29\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"entrants.csv:2 (birth_date): error: \"2001-02-29\" is no date [roster.birth-date-invalid]",
              "entrants.csv:3 (birth_date): error: \"30/09/2001\" is no date [roster.birth-date-invalid]",
              "entrants.csv:4 (birth_date): error: \"2544-09-30\" is no date [roster.birth-date-invalid]"});
  CHECK_FALSE(reading.roster);
}

TEST_CASE("registered_at is a moment, with or without offset, or empty") {
  const Reading reading(
      "id,name,group,registered_at\n"
      "E1,,,2023-09-01\n"
      "E2,,,2023-09-01 25:00\n"
      "E3,,,2023-09-01 08:30\n"
      "E4,,,2023-09-01T08:30:15.250+07:00\n"
      "E5,,,\n");
  CHECK(
      findings(reading.diagnostics) ==
      Lines{
          "entrants.csv:2 (registered_at): error: \"2023-09-01\" is no moment [roster.registered-at-invalid]",
          "entrants.csv:3 (registered_at): error: \"2023-09-01 25:00\" is no moment "
          "[roster.registered-at-invalid]"});
  CHECK_FALSE(reading.roster);
}

TEST_CASE("a time factor is a whole percentage from 100 to 400 or empty") {
  const Reading reading(
      "id,name,group,time_factor\n"
      "E1,,,99\n"
      "E2,,,100\n"
      "E3,,,400\n"
      "E4,,,401\n"
      "E5,,,150%\n"
      "E6,,,1.5\n"
      "E7,,,-150\n"
      "E8,,,99999999999\n"
      "E9,,,\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"entrants.csv:2 (time_factor): error: \"99\" is no time factor [roster.time-factor-invalid]",
              "entrants.csv:5 (time_factor): error: \"401\" is no time factor [roster.time-factor-invalid]",
              "entrants.csv:6 (time_factor): error: \"150%\" is no time factor [roster.time-factor-invalid]",
              "entrants.csv:7 (time_factor): error: \"1.5\" is no time factor [roster.time-factor-invalid]",
              "entrants.csv:8 (time_factor): error: \"-150\" is no time factor [roster.time-factor-invalid]",
              "entrants.csv:9 (time_factor): error: \"99999999999\" is no time factor "
              "[roster.time-factor-invalid]"});
  CHECK_FALSE(reading.roster);
}

TEST_CASE("an entrant belongs to every group that the cell names, one of a tree") {
  const Reading reading(
      "id,name,group\n"
      "E1,,SGD\n"
      "E2,,bk; sgd\n"
      "E3,,\n"
      "E4,,SGD;DANG;BK\n",
      tree_of({"BK", "SGD", "DANG"}));
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.roster);
  CHECK(reading.roster->group == std::vector<GroupNo>{1, 0, kNone, 1});
  CHECK(groups_of(*reading.roster, 0) == std::vector<GroupNo>{1});
  CHECK(groups_of(*reading.roster, 1) == std::vector<GroupNo>{0, 1});
  CHECK(groups_of(*reading.roster, 2).empty());
  CHECK(groups_of(*reading.roster, 3) == std::vector<GroupNo>{1, 2, 0});
}

TEST_CASE("two groups of one tree are an error, however far apart; one group named twice is not") {
  const Reading reading(
      "id,name,group\n"
      "E1,,A-1;B;a-1\n"
      "E2,,A-1;B;A-2\n"
      "E3,,A;A-2\n",
      two_trees());
  CHECK(findings(reading.diagnostics) ==
        Lines{"entrants.csv:3 (group): error: the groups \"A-1\" and \"A-2\" are of one tree "
              "[roster.two-groups-of-tree]",
              "entrants.csv:4 (group): error: the groups \"A\" and \"A-2\" are of one tree "
              "[roster.two-groups-of-tree]"});
  CHECK_FALSE(reading.roster);
}

TEST_CASE("an unknown group beside known ones is counted, and the known ones stay") {
  const Reading reading(
      "id,name,group\n"
      "E1,,XX;BK\n"
      "E2,,BK;YY;SGD\n"
      "E3,,XX\n",
      tree_of({"BK", "SGD"}));
  CHECK(findings(reading.diagnostics) ==
        Lines{"entrants.csv:2 (group): warning: no group has the code \"XX\", which 2 entrants name "
              "[roster.group-unknown]",
              "entrants.csv:3 (group): warning: no group has the code \"YY\", which 1 entrant names "
              "[roster.group-unknown]"});
  REQUIRE(reading.roster);
  CHECK(reading.roster->group == std::vector<GroupNo>{0, 0, kNone});
  CHECK(groups_of(*reading.roster, 1) == std::vector<GroupNo>{0, 1});
}

TEST_CASE("an entrant may name a group by an alias") {
  Diagnostics diagnostics;
  const auto tree = quiz::roster::read_groups(
      inline_table("groups.csv", "code,name,parent,level,kind,headcount,aliases\nBK,,,,,,Bắc Kạn\n"),
      diagnostics);
  REQUIRE(tree);
  const Reading reading("id,name,group\nE1,,bắc  kạn\nE2,,BK\n", *tree);
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.roster);
  CHECK(reading.roster->group == std::vector<GroupNo>{0, 0});
}

TEST_CASE("a group that groups.csv does not know is one warning, with the number of its entrants") {
  const Reading reading(
      "id,name,group\n"
      "E1,,BK\n"
      "E2,,XX\n"
      "E3,,YY\n"
      "E4,,XX\n"
      "E5,,\n"
      "E6,,bk\n",
      tree_of({"BK"}));
  CHECK(findings(reading.diagnostics) ==
        Lines{"entrants.csv:3 (group): warning: no group has the code \"XX\", which 2 entrants name "
              "[roster.group-unknown]",
              "entrants.csv:4 (group): warning: no group has the code \"YY\", which 1 entrant names "
              "[roster.group-unknown]"});
  REQUIRE(reading.roster);
  CHECK(reading.roster->group == std::vector<GroupNo>{0, kNone, kNone, kNone, kNone, 0});
}

TEST_CASE("without groups any text may be a group") {
  const Reading reading("id,name,group\nE1,,Xã Dương Quang\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.roster);
  CHECK(reading.roster->group == std::vector<GroupNo>{kNone});
}

TEST_CASE("findings of all columns are reported in one run") {
  const Reading reading(
      "id,name,group,birth_date\n"
      "E1,,A;a-1,1999\n"
      "E1,,,\n",
      two_trees());
  CHECK(findings(reading.diagnostics) ==
        Lines{"entrants.csv:3 (id): error: the id \"E1\" is that of line 2 already [roster.id-twice]",
              "entrants.csv:2 (birth_date): error: \"1999\" is no date [roster.birth-date-invalid]",
              "entrants.csv:2 (group): error: the groups \"A\" and \"A-1\" are of one tree "
              "[roster.two-groups-of-tree]"});
}

TEST_CASE("an entrant is found by the bytes of the NFC id") {
  const Reading reading("id,name,group\nE1,,\n\u00E2,,\n");
  REQUIRE(reading.roster);
  const EntrantIndex index(*reading.roster);
  CHECK(index.distinct() == 2);
  CHECK(index.find("E1") == 0);
  CHECK(index.find("a\u0302") == 1);
  CHECK(index.find("e1") == kNone);
  CHECK(index.find("") == kNone);
}

TEST_CASE("of several registrations with one id the first is found") {
  const Roster roster = open_roster({"E2", "E1", "E2", "E1"});
  const EntrantIndex index(roster);
  CHECK(index.distinct() == 2);
  CHECK(index.find("E1") == 1);
  CHECK(index.find("E2") == 0);
}

TEST_CASE("every one of many entrants is found") {
  Roster roster;
  for (int i = 0; i < 10'000; ++i) roster.ids.push_back("E" + std::to_string(i));
  const EntrantIndex index(roster);
  CHECK(index.distinct() == 10'000);
  std::size_t found = 0;
  for (quiz::EntrantNo row = 0; row < roster.size(); ++row)
    found += index.find(roster.ids[row]) == row ? 1U : 0U;
  CHECK(found == 10'000);
  CHECK(index.find("E10000") == kNone);
}

TEST_CASE("a roster without a group column has no groups") {
  Roster roster = open_roster({"E1", "E2"});
  quiz::roster::resolve_groups(roster, tree_of({"BK"}));
  CHECK(roster.group == std::vector<GroupNo>{kNone, kNone});
}
