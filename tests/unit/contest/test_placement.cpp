// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/placement.hpp>

#include <tests/support/inline_table.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using quiz::Date;
using quiz::Decimal;
using quiz::EntrantNo;
using quiz::kNone;
using quiz::TrackNo;
using quiz::contest::BarredBy;
using quiz::contest::Condition;
using quiz::contest::Contest;
using quiz::contest::Fits;
using quiz::contest::Placement;
using quiz::contest::Test;
using quiz::contest::Track;
using quiz::roster::Barred;
using quiz::roster::Exclusion;
using quiz::roster::Roster;

namespace {

Roster roster_of(const std::string& csv) {
  quiz::Diagnostics diagnostics;
  return quiz::roster::read_entrants(quiz::tests::inline_table("entrants.csv", csv), {}, diagnostics).value();
}

Test one_of(const std::string& column, const std::vector<std::string>& values) {
  Test test;
  test.column = column;
  test.any_of = values;
  return test;
}

Test from(const std::string& column, std::int64_t low) {
  Test test;
  test.column = column;
  test.low = Decimal{low * Decimal::kOne};
  return test;
}

Test up_to(const std::string& column, std::int64_t high) {
  Test test;
  test.column = column;
  test.high = Decimal{high * Decimal::kOne};
  return test;
}

Track track(const std::string& id, Condition where = {}, Condition eligible = {}) {
  Track result;
  result.id.text = id;
  result.where = std::move(where);
  result.eligible = std::move(eligible);
  return result;
}

Contest contest_of(std::vector<Track> tracks) {
  Contest contest;
  contest.tracks = std::move(tracks);
  contest.age_on = Date{std::chrono::year{2023}, std::chrono::month{9}, std::chrono::day{30}};
  return contest;
}

/// Whether each entrant meets a condition of these tests.
std::vector<Fits> judge(const std::vector<Test>& tests, const std::string& csv) {
  const Contest contest = contest_of({track("")});
  const Roster roster = roster_of(csv);
  std::vector<Fits> result;
  for (EntrantNo entrant = 0; entrant < roster.size(); ++entrant) {
    result.push_back(quiz::contest::fits(Condition{tests}, contest, roster, entrant));
  }
  return result;
}

Exclusion by_id(const std::string& id, Barred from) {
  Exclusion exclusion;
  exclusion.cells = {{"id", id}};
  exclusion.from = from;
  return exclusion;
}

std::vector<TrackNo> tracks_of(const std::vector<Placement>& placements) {
  std::vector<TrackNo> result;
  for (const Placement& placement : placements) result.push_back(placement.track);
  return result;
}

using Bars = std::vector<std::pair<Barred, BarredBy>>;

Bars bars_of(const std::vector<Placement>& placements) {
  Bars result;
  for (const Placement& placement : placements) {
    result.emplace_back(placement.barred_from(), placement.barred_by());
  }
  return result;
}

const std::pair kFree{Barred::no, BarredBy::nothing};
const std::pair kUnverified{Barred::from_win, BarredBy::unverified};
const std::pair kIneligible{Barred::from_enter, BarredBy::ineligible};
const std::pair kNoTrack{Barred::from_enter, BarredBy::no_track};
const std::pair kExcludedFromWin{Barred::from_win, BarredBy::exclusion};
const std::pair kExcluded{Barred::from_enter, BarredBy::exclusion};

}  // namespace

TEST_CASE("a placement takes eight bytes") { CHECK(sizeof(Placement) == 8); }

TEST_CASE("a condition without tests always holds") {
  CHECK(judge({}, "id,name,group\nE1,,\n") == std::vector{Fits::yes});
}

TEST_CASE("a value test holds for any of its values, compared folded") {
  CHECK(judge({one_of("kind", {"Cán bộ", "army"})},
              "id,name,group,kind\n"
              "E1,,,cán  BỘ\n"
              "E2,,,army\n"
              "E3,,,can bo\n"
              "E4,,,\n") == std::vector{Fits::yes, Fits::yes, Fits::no, Fits::unknown});
}

TEST_CASE("a test of the id compares NFC bytes, one of phones national numbers") {
  CHECK(judge({one_of("id", {"E1"})}, "id,name,group\nE1,,\ne1,,\n") == std::vector{Fits::yes, Fits::no});
  CHECK(judge({one_of("phone", {"+84 912 345 678"})},
              "id,name,group,phone\nE1,,,0912345678\nE2,,,0912345679\nE3,,,không có\n") ==
        std::vector{Fits::yes, Fits::no, Fits::unknown});
}

TEST_CASE("a range takes numbers in, both ends included, and knows nothing of other text") {
  Test points = from("level", 2);
  points.high = Decimal{3 * Decimal::kOne + Decimal::kOne / 2};
  CHECK(judge({points},
              "id,name,group,level\n"
              "E1,,,1.999\n"
              "E2,,,2\n"
              "E3,,,3.50\n"
              "E4,,,3.500000001\n"
              "E5,,,III\n"
              "E6,,,\n") ==
        std::vector{Fits::no, Fits::yes, Fits::yes, Fits::no, Fits::unknown, Fits::unknown});
}

TEST_CASE("either end of a range may be open") {
  const std::string csv = "id,name,group,n\nE1,,,-5\nE2,,,10\nE3,,,11\n";
  CHECK(judge({from("n", 10)}, csv) == std::vector{Fits::no, Fits::yes, Fits::yes});
  CHECK(judge({up_to("n", 10)}, csv) == std::vector{Fits::yes, Fits::yes, Fits::no});
}

TEST_CASE("age is whole years on the day of the contest, a birthday included") {
  CHECK(judge({from("age", 15)},
              "id,name,group,birth_date\n"
              "E1,,,2008-09-30\n"
              "E2,,,2008-10-01\n"
              "E3,,,\n") == std::vector{Fits::yes, Fits::no, Fits::unknown});
  CHECK(judge({one_of("age", {"14", "15"})},
              "id,name,group,birth_date\n"
              "E1,,,2008-09-30\n"
              "E2,,,2007-09-30\n"
              "E3,,,2008-10-01\n") == std::vector{Fits::yes, Fits::no, Fits::yes});
}

TEST_CASE("age never comes from a column of that name") {
  CHECK(judge({from("age", 15)}, "id,name,group,age\nE1,,,40\n") == std::vector{Fits::unknown});
}

TEST_CASE("with open registration a birth date that is none leaves the age unknown") {
  Roster roster = roster_of("id,name,group,birth_date\nE1,,,2000-01-01\n");
  roster.columns[roster.column("birth_date")] = {};
  roster.columns[roster.column("birth_date")].push_back("01/01/2000");
  const Condition adult{{from("age", 15)}};
  CHECK(quiz::contest::fits(adult, contest_of({track("")}), roster, 0) == Fits::unknown);
}

TEST_CASE("a column that nobody has leaves the answer unknown") {
  CHECK(judge({one_of("kind", {"army"})}, "id,name,group\nE1,,\n") == std::vector{Fits::unknown});
}

TEST_CASE("all tests must hold: one that fails decides, else one that is unknown") {
  CHECK(judge({one_of("kind", {"army"}), from("n", 10)},
              "id,name,group,kind,n\n"
              "E1,,,army,10\n"
              "E2,,,,10\n"
              "E3,,,army,\n"
              "E4,,,,9\n"
              "E5,,,other,\n"
              "E6,,,,\n") ==
        std::vector{Fits::yes, Fits::unknown, Fits::unknown, Fits::no, Fits::no, Fits::unknown});
}

TEST_CASE("without tracks everybody is in the one there is, whatever a track cell says") {
  const std::vector<Placement> placements = quiz::contest::place_entrants(
      contest_of({track("")}), roster_of("id,name,group,track\nE1,,,x\nE2,,,\n"), {});
  CHECK(tracks_of(placements) == std::vector<TrackNo>{0, 0});
  CHECK(bars_of(placements) == Bars{kFree, kFree});
}

TEST_CASE("nobody registered, nobody placed") {
  CHECK(quiz::contest::place_entrants(contest_of({track("")}), roster_of("id,name,group\n"), {}).empty());
}

TEST_CASE("an entrant is on the track that its cell names, else on the first that fits") {
  const Contest contest =
      contest_of({track("officials", {{one_of("kind", {"official", "army"})}}),
                  track("pupils", {{one_of("kind", {"pupil", "army"})}}), track("people")});
  const std::vector<Placement> placements =
      quiz::contest::place_entrants(contest,
                                    roster_of("id,name,group,track,kind\n"
                                              "E1,,,,official\n"
                                              "E2,,,,army\n"
                                              "E3,,,,pupil\n"
                                              "E4,,,,\n"
                                              "E5,,,People,official\n"),
                                    {});
  CHECK(tracks_of(placements) == std::vector<TrackNo>{0, 0, 1, 2, 2});
  CHECK(bars_of(placements) == Bars{kFree, kFree, kFree, kFree, kFree});
}

TEST_CASE("a track cell that names no track, or no track that fits, keeps from entering") {
  const Contest contest = contest_of(
      {track("officials", {{one_of("kind", {"official"})}}), track("pupils", {{one_of("kind", {"pupil"})}})});
  const std::vector<Placement> placements =
      quiz::contest::place_entrants(contest,
                                    roster_of("id,name,group,track,kind\n"
                                              "E1,,,citizens,official\n"
                                              "E2,,,,farmer\n"
                                              "E3,,,,\n"
                                              "E4,,,pupils,farmer\n"),
                                    {});
  CHECK(tracks_of(placements) == std::vector<TrackNo>{kNone, kNone, kNone, 1});
  CHECK(bars_of(placements) == Bars{kNoTrack, kNoTrack, kNoTrack, kFree});
}

TEST_CASE("who is not eligible may not enter, who lacks the value may not win") {
  const Condition adults{{from("age", 15)}};
  const Contest contest = contest_of({track("officials"), track("people", {}, adults)});
  const std::vector<Placement> placements =
      quiz::contest::place_entrants(contest,
                                    roster_of("id,name,group,track,birth_date\n"
                                              "E1,,,people,2000-01-01\n"
                                              "E2,,,people,2010-01-01\n"
                                              "E3,,,people,\n"
                                              "E4,,,officials,2010-01-01\n"
                                              "E5,,,nobody,2000-01-01\n"),
                                    {});
  CHECK(bars_of(placements) == Bars{kFree, kIneligible, kUnverified, kFree, kNoTrack});
}

TEST_CASE("the only track of a contest without tracks may ask for something too") {
  const Contest contest = contest_of({track("", {}, {{from("age", 15)}})});
  const Roster roster = roster_of("id,name,group,birth_date\nE1,,,2010-01-01\n");
  CHECK(bars_of(quiz::contest::place_entrants(contest, roster, {})) == Bars{kIneligible});
}

TEST_CASE("the strictest bar counts, and an exclusion before eligibility among equals") {
  const Contest contest = contest_of({track("people", {}, {{from("age", 15)}})});
  const Roster roster = roster_of(
      "id,name,group,track,birth_date\n"
      "free,,,,2000-01-01\n"
      "free-win,,,,2000-01-01\n"
      "free-enter,,,,2000-01-01\n"
      "young-win,,,,2010-01-01\n"
      "young-enter,,,,2010-01-01\n"
      "unknown-win,,,,\n"
      "unknown-enter,,,,\n"
      "astray-win,,,x,\n"
      "astray-enter,,,x,\n");
  const std::vector<Exclusion> exclusions{
      by_id("free-win", Barred::from_win),    by_id("free-enter", Barred::from_enter),
      by_id("young-win", Barred::from_win),   by_id("young-enter", Barred::from_enter),
      by_id("unknown-win", Barred::from_win), by_id("unknown-enter", Barred::from_enter),
      by_id("astray-win", Barred::from_win),  by_id("astray-enter", Barred::from_enter),
  };
  const std::vector<Placement> placements = quiz::contest::place_entrants(contest, roster, exclusions);
  CHECK(bars_of(placements) == Bars{kFree, kExcludedFromWin, kExcluded, kIneligible, kExcluded,
                                    kExcludedFromWin, kExcluded, kNoTrack, kExcluded});
  std::vector<std::uint32_t> rows;
  for (const Placement& placement : placements) rows.push_back(placement.exclusion);
  CHECK(rows == std::vector<std::uint32_t>{0, 0, 1, 0, 3, 4, 5, 0, 7});
  CHECK(tracks_of(placements) == std::vector<TrackNo>{0, 0, 0, 0, 0, 0, 0, kNone, kNone});
}

TEST_CASE("a group that a condition asks for is any of an entrant's, by whichever of its names") {
  quiz::Diagnostics diagnostics;
  const auto groups = quiz::roster::read_groups(
      quiz::tests::inline_table(
          "groups.csv", "code,name,parent,level,kind,headcount,aliases\nBK,,,,,,Bắc Kạn\nSGD,,,,,,\n"),
      diagnostics);
  REQUIRE(groups);
  const auto roster = quiz::roster::read_entrants(
      quiz::tests::inline_table("entrants.csv",
                                "id,name,group\n1,,bk\n2,,SGD;BẮC KẠN\n3,,SGD\n4,,\n5,,elsewhere\n6,,;\n"),
      *groups, diagnostics);
  REQUIRE(roster);
  const Contest contest = contest_of({track("")});
  const auto judge_all = [&](const std::vector<std::string>& values) {
    const Condition condition{{one_of("group", values)}};
    std::vector<Fits> result;
    for (EntrantNo entrant = 0; entrant < roster->size(); ++entrant)
      result.push_back(quiz::contest::fits(condition, contest, *roster, entrant));
    return result;
  };
  CHECK(judge_all({"Bắc kạn"}) ==
        std::vector<Fits>{Fits::yes, Fits::yes, Fits::no, Fits::unknown, Fits::no, Fits::unknown});
  CHECK(judge_all({"bk", "Elsewhere"}) ==
        std::vector<Fits>{Fits::yes, Fits::yes, Fits::no, Fits::unknown, Fits::yes, Fits::unknown});
}
