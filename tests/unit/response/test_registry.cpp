// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/registry.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using quiz::GroupNo;
using quiz::HashKey;
using quiz::kNone;
using quiz::TextColumn;
using quiz::response::append_registration;
using quiz::response::Registry;

using std::string_view_literals::operator""sv;

/// Positions among the columns of a registration.
constexpr std::size_t kName = 0;
constexpr std::size_t kGroup = 1;
constexpr std::size_t kTimeFactor = 10;

quiz::roster::GroupTree two_groups() {
  std::vector<quiz::roster::Group> groups(2);
  groups[0].code.text = "BK";
  groups[1].code.text = "BK-01";
  groups[1].parent = 0;
  return quiz::roster::GroupTree(std::move(groups));
}

std::string registration(std::string id, std::string_view name, std::string_view group) {
  if (!name.empty()) append_registration(id, kName, name);
  if (!group.empty()) append_registration(id, kGroup, group);
  return id;
}

}  // namespace

TEST_CASE("registrations are numbered as they come, each distinct one once") {
  Registry registry{HashKey{}};
  CHECK(registry.intern("E1") == 0);
  CHECK(registry.intern("E2") == 1);
  CHECK(registry.intern("E1") == 0);
  CHECK(registry.intern("E1\0aAn"sv) == 2);
  CHECK(registry.size() == 3);
  CHECK(registry[2] == "E1\0aAn"sv);
}

TEST_CASE("a registry that grows keeps its numbers") {
  constexpr quiz::EntrantNo kMany = 5'000;
  Registry registry{HashKey{}};
  for (quiz::EntrantNo i = 0; i < kMany; ++i) REQUIRE(registry.intern("E" + std::to_string(i)) == i);
  for (quiz::EntrantNo i = 0; i < kMany; ++i) REQUIRE(registry.intern("E" + std::to_string(i)) == i);
  CHECK(registry.size() == kMany);
}

TEST_CASE("a packed registration is its id, and a letter and a value for each filled column") {
  std::string packed = "E1";
  append_registration(packed, kName, "Nguyễn An");
  append_registration(packed, kTimeFactor, "150");
  CHECK(packed == "E1\0aNguyễn An\0k150"sv);
  CHECK(quiz::response::registration_id(packed) == "E1");
  CHECK(quiz::response::registration_id("E1") == "E1");
}

TEST_CASE("a roster made from registrations has the columns that occur") {
  TextColumn packed;
  packed.push_back(registration("E1", "An", "BK-01"));
  packed.push_back("E2");
  packed.push_back(registration("E3", "", "elsewhere"));
  const quiz::roster::Roster roster = quiz::response::make_roster(packed, two_groups());
  CHECK(roster.open);
  CHECK(roster.names == std::vector<std::string>{"name", "group"});
  REQUIRE(roster.size() == 3);
  CHECK(roster.ids[0] == "E1");
  CHECK(roster.ids[2] == "E3");
  CHECK(roster.cell(0, "name") == "An");
  CHECK(roster.cell(1, "name") == "");
  CHECK(roster.cell(2, "group") == "elsewhere");
  CHECK(roster.group == std::vector<GroupNo>{1, kNone, kNone});
}

TEST_CASE("a registration of several groups is of each, of one tree of the first") {
  std::vector<quiz::roster::Group> groups = two_groups().groups();
  groups.resize(4);
  groups[2].code.text = "SGD";
  groups[3].code.text = "SGD-1";
  groups[3].parent = 2;
  TextColumn packed;
  packed.push_back(registration("E1", "", "SGD-1;elsewhere;BK-01"));
  packed.push_back(registration("E2", "", "SGD-1;SGD"));
  const quiz::roster::Roster roster =
      quiz::response::make_roster(packed, quiz::roster::GroupTree(std::move(groups)));
  CHECK(roster.group == std::vector<GroupNo>{3, 3});
  const auto of_first = roster.groups_of(0);
  CHECK(std::vector<GroupNo>(of_first.begin(), of_first.end()) == std::vector<GroupNo>{3, 1});
  CHECK(roster.groups_of(1).size() == 1);
}

TEST_CASE("a roster made from ids alone has no columns") {
  TextColumn packed;
  packed.push_back("E1");
  const quiz::roster::Roster roster = quiz::response::make_roster(packed, quiz::roster::GroupTree());
  CHECK(roster.names.empty());
  CHECK(roster.size() == 1);
  CHECK(roster.group == std::vector<GroupNo>{kNone});
}
