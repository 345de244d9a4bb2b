// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/exclusions.hpp>

#include <quizlib/text/catalogue.hpp>
#include <quizlib/text/language.hpp>
#include <tests/support/findings.hpp>
#include <tests/support/inline_table.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using quiz::Diagnostics;
using quiz::kNone;
using quiz::roster::Barred;
using quiz::roster::Exclusion;
using quiz::roster::Roster;
using quiz::tests::findings;
using quiz::tests::inline_table;

namespace {

using Lines = std::vector<std::string>;
using Rows = std::vector<std::uint32_t>;
using Cells = std::vector<std::pair<std::string, std::string>>;

Roster roster_of(const std::string& csv) {
  Diagnostics diagnostics;
  return quiz::roster::read_entrants(inline_table("entrants.csv", csv), {}, diagnostics).value();
}

struct Reading {
  explicit Reading(const std::string& csv, const Roster* roster = nullptr)
      : exclusions(quiz::roster::read_exclusions(inline_table("excluded.csv", csv), diagnostics, roster)) {}

  Diagnostics diagnostics;
  std::optional<std::vector<Exclusion>> exclusions;
};

/// For each entrant the row of excluded.csv that bars it.
Rows barring(const std::string& excluded, const std::string& entrants) {
  const Roster roster = roster_of(entrants);
  const Reading reading(excluded, &roster);
  REQUIRE(reading.exclusions);
  return quiz::roster::apply(*reading.exclusions, roster);
}

}  // namespace

TEST_CASE("an exclusion keeps the filled cells in comparable form") {
  const Reading reading(
      "id,name,phone,from,reason\n"
      "E1,,,enter,người ra đề\n"
      ",Nguyễn  Văn AN,+84 912 345 678,win,thư ký\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.exclusions);
  REQUIRE(reading.exclusions->size() == 2);
  const Exclusion& by_id = (*reading.exclusions)[0];
  CHECK(by_id.cells == Cells{{"id", "E1"}});
  CHECK(by_id.from == Barred::from_enter);
  CHECK(by_id.reason == "người ra đề");
  CHECK(by_id.line == 2);
  const Exclusion& by_name = (*reading.exclusions)[1];
  CHECK(by_name.cells == Cells{{"name", "nguyễn văn an"}, {"phone", "0912345678"}});
  CHECK(by_name.from == Barred::from_win);
  CHECK(by_name.reason == "thư ký");
  CHECK(by_name.line == 3);
}

TEST_CASE("a reason may be left out") {
  const Reading reading("id,from\nE1,enter\n");
  CHECK(findings(reading.diagnostics) == Lines{});
  REQUIRE(reading.exclusions);
  CHECK((*reading.exclusions)[0].reason == "");
}

TEST_CASE("an exclusion says from what") {
  const Reading reading(
      "id,from\n"
      "E1,\n"
      "E2,Win\n"
      "E3,all\n");
  CHECK(
      findings(reading.diagnostics) ==
      Lines{
          "excluded.csv:2 (from): error: the row does not say what it excludes from [excluded.from-missing]",
          "excluded.csv:3 (from): error: \"Win\" is nothing to be excluded from [excluded.from-unknown]",
          "excluded.csv:4 (from): error: \"all\" is nothing to be excluded from [excluded.from-unknown]"});
  CHECK_FALSE(reading.exclusions);
}

TEST_CASE("a misspelt column or word is met with the one that was probably meant") {
  const quiz::text::Catalogue english(quiz::text::Language::en);
  const Roster roster = roster_of("id,name,group,birth_date\n");
  const Reading columns("birthdate,from,raeson\n2001-09-30,enter,x\n", &roster);
  REQUIRE(columns.diagnostics.kept().size() == 2);
  CHECK(english.help(columns.diagnostics.kept()[0].message) == "did you mean \"birth_date\"?");
  CHECK(english.help(columns.diagnostics.kept()[1].message) == "did you mean \"reason\"?");
  const Reading words("id,from\nE1,entre\n", &roster);
  REQUIRE(words.diagnostics.kept().size() == 1);
  CHECK(english.help(words.diagnostics.kept()[0].message) == "did you mean \"enter\"?");
}

TEST_CASE("an exclusion without a column from is refused") {
  const Reading reading("id,reason\nE1,giám khảo\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"excluded.csv: error: there is no column \"from\" [excluded.column-missing]"});
  CHECK_FALSE(reading.exclusions);
}

TEST_CASE("an exclusion names somebody") {
  const Reading reading("id,name,from,reason\n,,enter,ban tổ chức\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"excluded.csv:2: error: the row does not say who is excluded [excluded.nobody-named]"});
  CHECK_FALSE(reading.exclusions);
}

TEST_CASE("a cell that holds nothing to compare is refused") {
  const Reading reading("name,phone,from\nAn,không có,enter\n");
  CHECK(findings(reading.diagnostics) ==
        Lines{"excluded.csv:2 (phone): error: \"không có\" holds nothing that could be compared "
              "[excluded.value-empty]"});
  CHECK_FALSE(reading.exclusions);
}

TEST_CASE("a filled column that the entrants do not have is refused, where they are known") {
  const Roster roster = roster_of("id,name,group\n");
  const std::string csv = "id,track,fone,from,reason\nE0,,,enter,\nE1,,0912345678,enter,\n";
  const Reading known(csv, &roster);
  CHECK(
      findings(known.diagnostics) ==
      Lines{"excluded.csv:3 (fone): error: the entrants have no column \"fone\" [excluded.column-unknown]"});
  CHECK_FALSE(known.exclusions);

  const Reading unknown(csv);
  CHECK(findings(unknown.diagnostics) == Lines{});
  REQUIRE(unknown.exclusions);
  CHECK(quiz::roster::apply(*unknown.exclusions, roster_of("id,name,group\nE1,,\n")) == Rows{kNone});
}

TEST_CASE("findings of columns and rows come in one run") {
  const Roster roster = roster_of("id,name,group\n");
  const Reading reading("id,fone,from\n,0912345678,all\n", &roster);
  CHECK(
      findings(reading.diagnostics) ==
      Lines{"excluded.csv:2 (fone): error: the entrants have no column \"fone\" [excluded.column-unknown]",
            "excluded.csv:2 (from): error: \"all\" is nothing to be excluded from [excluded.from-unknown]"});
  CHECK_FALSE(reading.exclusions);
}

TEST_CASE("ids are compared by NFC bytes, so capitals count") {
  CHECK(barring("id,from\nE1,enter\na\u0302,enter\n", "id,name,group\nE1,,\ne1,,\n\u00E2,,\n") ==
        Rows{0, kNone, 1});
}

TEST_CASE("who equals all filled cells is barred, and nobody else") {
  CHECK(barring("name,birth_date,phone,group,from\n"
                "Nguyễn Văn An,2001-09-30,,,enter\n"
                ",,0912345678,,win\n"
                ",,,bk,win\n",
                "id,name,group,birth_date,phone\n"
                "E1,NGUYỄN VĂN AN,,2001-09-30,\n"
                "E2,Nguyễn Văn An,,2001-09-29,\n"
                "E3,Nguyễn Văn An,,,\n"
                "E4,Lê Thị Bình,,2001-09-30,+84 912 345 678\n"
                "E5,Lê Thị Bình,BK,,0912345679\n") == Rows{0, kNone, kNone, 1, 2});
}

TEST_CASE("an empty cell of an entrant equals nothing") {
  CHECK(barring("phone,from\n0912345678,enter\n", "id,name,group,phone\nE1,,,\nE2,,,không có\n") ==
        Rows{kNone, kNone});
}

TEST_CASE("the strictest row counts, and among equally strict ones the first") {
  CHECK(barring("id,name,from\n"
                "E1,,win\n"
                ",An,win\n"
                "E1,,enter\n"
                ",An,enter\n"
                "E2,,win\n",
                "id,name,group\n"
                "E1,An,\n"
                "E2,An,\n"
                "E2b,Bình,\n") == Rows{2, 3, kNone});
  CHECK(barring("id,name,from\n"
                ",An,enter\n"
                "E1,,enter\n"
                "E1,,enter\n",
                "id,name,group\n"
                "E1,An,\n"
                "E2,An,\n") == Rows{0, 0});
}

TEST_CASE("without exclusions nobody is barred") {
  CHECK(barring("id,from\n", "id,name,group\nE1,,\nE2,,\n") == Rows{kNone, kNone});
}

TEST_CASE("all registrations with an excluded id are barred") {
  Roster roster;
  roster.open = true;
  for (const char* id : {"E1", "E2", "E1"}) roster.ids.push_back(id);
  const Reading reading("id,from\nE1,enter\n");
  REQUIRE(reading.exclusions);
  CHECK(quiz::roster::apply(*reading.exclusions, roster) == Rows{0, kNone, 0});
}

TEST_CASE(
    "a group of an exclusion is compared by what it is, with each of an entrant's and with all of them") {
  Diagnostics diagnostics;
  const auto groups = quiz::roster::read_groups(
      inline_table("groups.csv",
                   "code,name,parent,level,kind,headcount,aliases\nBK,,,,,,Bắc Kạn\nSGD,,,,,,\nD,,,,,,\n"),
      diagnostics);
  REQUIRE(groups);
  const auto roster = quiz::roster::read_entrants(
      inline_table("entrants.csv",
                   "id,name,group\n1,A,bk\n2,B,D;BẮC KẠN\n3,C,SGD;D\n4,D,\n5,E,BK;D;SGD\n6,F,elsewhere\n"),
      *groups, diagnostics);
  REQUIRE(roster);
  const auto barring_of = [&](const std::string& rows) {
    const Reading reading("name,group,from\n" + rows, &*roster);
    REQUIRE(reading.exclusions);
    return quiz::roster::apply(*reading.exclusions, *roster);
  };
  CHECK(barring_of(",Bắc kạn,enter\n") == Rows{0, 0, kNone, kNone, 0, kNone});
  CHECK(barring_of(",d;sgd,enter\n") == Rows{kNone, kNone, 0, kNone, kNone, kNone});
  CHECK(barring_of(",BK,win\nB,D,enter\n") == Rows{0, 1, kNone, kNone, 0, kNone});
  CHECK(barring_of(",D,win\n,BK,win\n,SGD,enter\n") == Rows{1, 0, 2, kNone, 2, kNone});
  CHECK(barring_of(",ELSEWHERE,enter\n") == Rows{kNone, kNone, kNone, kNone, kNone, 0});
}
