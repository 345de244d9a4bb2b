// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/persons.hpp>

#include <quizlib/base/instant.hpp>
#include <tests/support/inline_table.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using quiz::EntrantNo;
using quiz::kMissing;
using quiz::kNone;
using quiz::PersonNo;
using quiz::roster::merge_registrations;
using quiz::roster::Persons;
using quiz::roster::Roster;
using quiz::tests::inline_table;

namespace {

using Numbers = std::vector<std::uint32_t>;
using Times = std::vector<std::int64_t>;
using Columns = std::vector<std::string>;

/// A roster of these rows; the groups BK and TN are known.
Roster roster_of(const std::string& csv, bool open = false) {
  quiz::io::Table table = inline_table("entrants.csv", csv);
  Roster roster;
  roster.open = open;
  for (std::size_t i = 0; i < table.names.size(); ++i) {
    if (table.names[i] == "id") {
      roster.ids = std::move(table.columns[i]);
    } else {
      roster.names.push_back(table.names[i]);
      roster.columns.push_back(std::move(table.columns[i]));
    }
  }
  std::vector<quiz::roster::Group> groups(2);
  groups[0].code.text = "BK";
  groups[1].code.text = "TN";
  quiz::roster::resolve_groups(roster, quiz::roster::GroupTree(std::move(groups)));
  return roster;
}

/// Moments that are there already.
quiz::roster::Moments known(const Times& times) {
  return [times] { return times; };
}

/// The person of each registration, whether or not somebody registered twice.
Numbers people(const Persons& persons) {
  Numbers result;
  for (EntrantNo entrant = 0; entrant < persons.registrations; ++entrant)
    result.push_back(persons.of(entrant));
  return result;
}

Numbers firsts(const Persons& persons) {
  Numbers result;
  for (PersonNo person = 0; person < persons.size(); ++person) result.push_back(persons.first(person));
  return result;
}

}  // namespace

TEST_CASE("by id alone every row of a roster is a person, at no cost") {
  const Persons persons = merge_registrations(roster_of("id,name\nE1,An\nE2,An\n"), {"id"}, {}, {});
  CHECK(persons.of_entrant.empty());
  CHECK(persons.first_of_person.empty());
  CHECK(persons.size() == 2);
  CHECK(people(persons) == Numbers{0, 1});
  CHECK(firsts(persons) == Numbers{0, 1});
}

TEST_CASE("nobody registered, no persons") {
  const Persons persons = merge_registrations(roster_of("id,name\n", true), {"id"}, {}, {});
  CHECK(persons.size() == 0);
}

TEST_CASE("an open roster without repeated ids is a person a row too") {
  const Persons persons = merge_registrations(roster_of("id,name\nE1,An\nE2,An\n", true), {"id"}, {}, {});
  CHECK(persons.of_entrant.empty());
  CHECK(persons.size() == 2);
}

TEST_CASE("registrations equal in all person columns are one person, compared folded") {
  const Persons persons = merge_registrations(roster_of("id,name,birth_date,phone\n"
                                                        "E1,Nguyễn Văn An,2001-09-30,0912345678\n"
                                                        "E2,Nguyễn Văn An,2001-09-29,0912345678\n"
                                                        "E3,NGUYỄN  VĂN AN,2001-09-30,+84 912 345 678\n"
                                                        "E4,Nguyễn Văn Ân,2001-09-30,0912345678\n"),
                                              {"name", "birth_date", "phone"}, {}, {});
  CHECK(people(persons) == Numbers{0, 1, 0, 2});
  CHECK(firsts(persons) == Numbers{0, 1, 3});
  CHECK(persons.size() == 3);
}

TEST_CASE("a column that is not filled makes nobody the same person") {
  const Columns columns{"name", "phone"};
  CHECK(merge_registrations(roster_of("id,name,phone\nE1,An,\nE2,An,\n"), columns, {}, {}).size() == 2);
  CHECK(merge_registrations(roster_of("id,name,phone\nE1,An,-\nE2,An,-\n"), columns, {}, {}).size() == 2);
  CHECK(merge_registrations(roster_of("id,name\nE1,An\nE2,An\n"), columns, {}, {}).size() == 2);
  CHECK(merge_registrations(roster_of("id,name\nE1,An\nE2,An\n"), {}, {}, {}).size() == 2);
}

TEST_CASE("values do not run over from one column into the next") {
  CHECK(merge_registrations(roster_of("id,name,school\nE1,ab,c\nE2,a,bc\n"), {"name", "school"}, {}, {})
            .size() == 2);
}

TEST_CASE("known groups are equal when they are the same, unknown ones when their texts are") {
  const Persons persons = merge_registrations(roster_of("id,name,group\n"
                                                        "E1,An,BK\n"
                                                        "E2,An,bk\n"
                                                        "E3,An,TN\n"
                                                        "E4,An,Xã X\n"
                                                        "E5,An,xã  x\n"
                                                        "E6,An,0\n"
                                                        "E7,An,\n"),
                                              {"name", "group"}, {}, {});
  CHECK(people(persons) == Numbers{0, 0, 1, 2, 2, 3, 4});
}

TEST_CASE("with open registration rows of one id are one person, whatever else they say") {
  const Persons persons = merge_registrations(roster_of("id,name\n"
                                                        "\u00E2,An\n"
                                                        "E2,Bình\n"
                                                        "a\u0302,Chi\n"
                                                        "\u00C2,An\n",
                                                        true),
                                              {"id"}, {}, {});
  CHECK(people(persons) == Numbers{0, 1, 0, 2});
}

TEST_CASE("persons are brought together through a third registration") {
  const std::string csv =
      "id,name\n"
      "E1,An\n"
      "E2,Bình\n"
      "E3,Chi\n"
      "E2,An\n"
      "E3,Bình\n"
      "E4,Dũng\n";
  const Persons persons = merge_registrations(roster_of(csv, true), {"name"}, {}, {});
  CHECK(people(persons) == Numbers{0, 0, 0, 0, 0, 1});
  CHECK(firsts(persons) == Numbers{0, 5});
}

TEST_CASE("person columns with the id among them are the id alone") {
  const std::string csv = "id,name\nE1,An\nE2,An\nE1,Bình\n";
  CHECK(people(merge_registrations(roster_of(csv, true), {"name", "id"}, {}, {})) == Numbers{0, 1, 0});
}

TEST_CASE("the first registration is the one registered earliest") {
  const std::string csv = "id,name\nE1,An\nE2,An\nE3,An\n";
  const Times registered{300, 100, 200};
  const Persons persons = merge_registrations(roster_of(csv), {"name"}, known(registered), {});
  CHECK(people(persons) == Numbers{0, 0, 0});
  CHECK(firsts(persons) == Numbers{1});
}

TEST_CASE("where no registration time is known the first submitted sheet stands for it") {
  const std::string csv = "id,name\nE1,An\nE2,An\nE3,An\n";
  const Columns by_name{"name"};
  const Times submitted{300, kMissing, 200};
  CHECK(firsts(merge_registrations(roster_of(csv), by_name, {}, known(submitted))) == Numbers{2});
  const Times registered{kMissing, 250, kMissing};
  CHECK(firsts(merge_registrations(roster_of(csv), by_name, known(registered), known(submitted))) ==
        Numbers{2});
  const Times early{kMissing, 150, kMissing};
  CHECK(firsts(merge_registrations(roster_of(csv), by_name, known(early), known(submitted))) == Numbers{1});
}

TEST_CASE("a registration whose time is not known comes last") {
  const std::string csv = "id,name\nE1,An\nE2,An\n";
  const Times registered{kMissing, 100};
  CHECK(firsts(merge_registrations(roster_of(csv), {"name"}, known(registered), {})) == Numbers{1});
}

TEST_CASE("among registrations of one moment the smallest id is the first") {
  const std::string csv = "id,name\nE2,An\nE10,An\nE3,An\n";
  const Times registered{100, 100, 100};
  const Persons persons = merge_registrations(roster_of(csv), {"name"}, known(registered), {});
  CHECK(firsts(persons) == Numbers{1});
  CHECK(firsts(merge_registrations(roster_of(csv), {"name"}, {}, {})) == Numbers{1});
}

TEST_CASE("among registrations of one id and moment the cells decide, in whatever order they came") {
  const Persons one =
      merge_registrations(roster_of("id,phone,name\nE1,1,Chi\nE1,2,Bình\nE1,3,Bình\n", true), {"id"}, {}, {});
  CHECK(firsts(one) == Numbers{1});
  const Persons other =
      merge_registrations(roster_of("id,name,phone\nE1,Bình,3\nE1,Bình,2\nE1,Chi,1\n", true), {"id"}, {}, {});
  CHECK(firsts(other) == Numbers{1});
}

TEST_CASE("persons are numbered by the rows of their first registrations") {
  const std::string csv = "id,name\nE1,An\nE2,Bình\nE3,An\nE4,Bình\nE5,Chi\n";
  const Times registered{300, 200, 100, 250, 50};
  const Persons persons = merge_registrations(roster_of(csv), {"name"}, known(registered), {});
  CHECK(firsts(persons) == Numbers{1, 2, 4});
  CHECK(people(persons) == Numbers{1, 0, 1, 0, 2});
}

TEST_CASE("registrations of one person name the same groups, in whatever order") {
  const Roster roster = roster_of(
      "id,name,group\n"
      "E1,An,BK;TN\n"
      "E2,An,tn; bk\n"
      "E3,An,BK\n"
      "E4,An,BK;BK\n"
      "E5,An,BK;XX\n"
      "E6,An,xx;BK\n"
      "E7,An,;\n"
      "E8,An,;\n");
  CHECK(people(merge_registrations(roster, {"name", "group"}, {}, {})) == Numbers{0, 0, 1, 1, 2, 2, 3, 4});
}

TEST_CASE(
    "officials make registrations one person, or one a person of its own, in the order of their decisions") {
  const Roster roster = roster_of("id,name\nE1,An\nE2,Bình\nE3,An\nE4,Dung\nE5,An\n");
  using Decisions = std::vector<quiz::roster::PersonDecision>;
  const auto decided = [&](const Decisions& decisions) {
    return people(merge_registrations(roster, {"name"}, {}, {}, decisions));
  };
  CHECK(decided({}) == Numbers{0, 1, 0, 2, 0});
  CHECK(decided({{true, {"E2", "E4"}}}) == Numbers{0, 1, 0, 1, 0});
  CHECK(decided({{true, {"E2", "E4", "E5"}}}) == Numbers{0, 0, 0, 0, 0});
  CHECK(decided({{false, {"E1"}}}) == Numbers{0, 1, 2, 3, 2});
  CHECK(decided({{false, {"E3"}}, {true, {"E3", "E4"}}}) == Numbers{0, 1, 2, 2, 0});
  CHECK(decided({{true, {"E3", "E4"}}, {false, {"E3"}}}) == Numbers{0, 1, 2, 0, 0});
  CHECK(decided({{false, {"E3"}}, {true, {"E1", "E3"}}}) == Numbers{0, 1, 0, 2, 0});
  CHECK(decided({{true, {"E2", "gone"}}, {false, {"gone"}}}) == Numbers{0, 1, 0, 2, 0});
}

TEST_CASE("by id alone decisions still make persons") {
  const Roster roster = roster_of("id,name\nE1,An\nE2,An\n");
  const std::vector<quiz::roster::PersonDecision> merged{{true, {"E2", "E1"}}};
  CHECK(people(merge_registrations(roster, {"id"}, {}, {}, merged)) == Numbers{0, 0});
}

TEST_CASE("with open registration a decision names all rows of an id") {
  const Roster roster = roster_of("id,name\nE1,An\nE2,An\nE1,Anh\nE3,Bình\n", true);
  const std::vector<quiz::roster::PersonDecision> split{{false, {"E1"}}};
  CHECK(people(merge_registrations(roster, {"name"}, {}, {}, {})) == Numbers{0, 0, 0, 1});
  CHECK(people(merge_registrations(roster, {"name"}, {}, {}, split)) == Numbers{0, 1, 0, 2});
}
