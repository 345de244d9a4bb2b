// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check.hpp>
#include <tests/unit/contest/checked.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::tests::bank_of;
using quiz::tests::check_of;
using quiz::tests::Folder;
using quiz::tests::Lines;
using quiz::tests::small_contest_and;
using quiz::tests::with;

namespace {

/// The small contest with further lines, from line 15 on, and these entrants.
Folder with_entrants(std::string_view lines, std::string_view entrants) {
  return {small_contest_and(lines), {bank_of({"id: a", "id: b"})}, "", std::string(entrants)};
}

/// The small contest with groups on line 15 and further lines after it.
Folder with_groups(std::string_view lines, std::string_view groups) {
  return {small_contest_and("groups: {file: groups.csv, levels: [province, commune]}\n" + std::string(lines)),
          {bank_of({"id: a", "id: b"})},
          "code,name,parent,level,kind,headcount\n" + std::string(groups),
          ""};
}

std::string award_of_communes(std::string_view fields) {
  return "awards:\n- {id: x, of: groups, level: commune, prizes: [{id: p, title: P, places: 1}], " +
         std::string(fields) + "}\n";
}

constexpr std::string_view kEntrants = "id,name,group\n1,A,\n";
constexpr std::string_view kRegistration = "registration: {mode: roster, file: entrants.csv}\n";

}  // namespace

TEST_CASE("columns that make persons, tracks and eligibility are those of the roster") {
  CHECK(
      check_of(with_entrants("person: [id, name, born]\n"
                             "tracks: [{id: a, where: {grup: x}, eligible: {age: 15..}}, {id: b}]\n",
                             kEntrants)) ==
      Lines{"15:20: error: the entrants have no column \"born\" [contest.column-unknown]",
            "help: add the column to the file of entrants, or correct its name; age is taken from birth_date",
            "16:26: error: the entrants have no column \"grup\" [contest.column-unknown]",
            "help: did you mean \"group\"?",
            "16:47: error: the entrants have no column \"birth_date\" [contest.column-unknown]",
            "help: add the column to the file of entrants, or correct its name; age is taken from birth_date",
            "16:10: warning: nobody is in the track \"a\" [contest.track-empty]",
            "help: change its where, or fill the column track in the file of entrants"});
  CHECK(check_of(
            with_entrants("tracks: [{id: a, eligible: {age: 15..}}]\n", "id,name,group,birth_date\n1,A,,\n"))
            .empty());
}

TEST_CASE("with open registration sheets may bring any column") {
  CHECK(check_of(with_entrants("person: [cccd]\n", "")).empty());
}

TEST_CASE("columns of public lists are those of lists or of the roster") {
  CHECK(
      check_of(with_entrants(
          "publish: {columns: [place, name, group, points, village], mask: [phone, phones]}\n", kEntrants)) ==
      Lines{"15:49: error: the entrants have no column \"village\" [contest.column-unknown]",
            "help: add the column to the file of entrants, or correct its name; age is taken from birth_date",
            "15:73: error: the entrants have no column \"phones\" [contest.column-unknown]",
            "help: did you mean \"phone\"?"});
  CHECK(
      check_of(with_entrants("publish: {columns: [village]}\n", "id,name,group,village\n1,A,,V\n")).empty());
}

TEST_CASE("nobody can differ in the moment of registration where the roster does not have it") {
  Folder folder = with_entrants("", kEntrants);
  folder.contest = with(folder.contest, "[points, duration]", "[points, registered]");
  CHECK(check_of(folder) ==
        Lines{"14:27: warning: nobody can differ in \"registered\" [contest.key-idle]",
              "help: remove it from the order; attempts needs more than one attempt, registered the column "
              "registered_at"});
  folder.entrants = "id,name,group,registered_at\n1,A,,2023-09-01T08:00\n";
  CHECK(check_of(folder).empty());
}

TEST_CASE("nobody falls between the tracks") {
  CHECK(
      check_of(with_entrants(
          std::string(kRegistration) +
              "tracks: [{id: officials, where: {kind: official}}, {id: people, where: {kind: "
              "people}}]\n",
          "id,name,group,kind,track\n1,A,,official,\n2,B,,army,\n3,C,,,people\n4,D,,,peple\n")) ==
      Lines{
          "entrants.csv: error: the entrant \"2\" fits no track [contest.entrant-without-track]",
          "help: fill in the cell track, or the cells that the conditions of the tracks ask for; a last "
          "track "
          "without where takes everybody",
          "entrants.csv: error: the entrant \"4\" is in the track \"peple\", which the contest does not have "
          "[contest.entrant-track-unknown]",
          "help: did you mean \"people\"?"});
}

TEST_CASE("a track whose condition an earlier one shares is for those who name it") {
  const std::string tracks =
      "tracks: [{id: a, where: {kind: x}}, {id: b, where: {name: B, kind: x}}, {id: c}]\n";
  const Lines named_only{
      "15:37: warning: nobody falls into the track \"b\" by its condition: the track \"a\" before it takes "
      "them all "
      "[contest.track-named-only]",
      "help: put the narrower track first, or name the track of its entrants in the file of entrants"};
  CHECK(check_of(with_entrants(tracks, "id,name,group,track,kind\n")) == named_only);
  CHECK(check_of(with_entrants(tracks, "id,name,group,track,kind\n1,A,,,x\n2,B,,b,x\n3,C,,c,y\n")).empty());
}

TEST_CASE("a track after one that takes everybody is reached only by the column track") {
  const std::string tracks = "tracks: [{id: a}, {id: b, where: {name: B}}, {id: c}]\n";
  CHECK(
      check_of(with_entrants(tracks, kEntrants)) ==
      Lines{
          "15:19: error: nobody gets into the track \"b\": the track \"a\" before it takes everybody "
          "[contest.track-unreachable]",
          "help: give the earlier track a condition under where, put it last, or add the column track to the "
          "file of entrants",
          "15:46: error: nobody gets into the track \"c\": the track \"a\" before it takes everybody "
          "[contest.track-unreachable]",
          "help: give the earlier track a condition under where, put it last, or add the column track to the "
          "file of entrants",
          "15:19: warning: nobody is in the track \"b\" [contest.track-empty]",
          "help: change its where, or fill the column track in the file of entrants",
          "15:46: warning: nobody is in the track \"c\" [contest.track-empty]",
          "help: change its where, or fill the column track in the file of entrants"});
  CHECK(check_of(with_entrants(tracks, "id,name,group,track\n1,A,,\n2,B,,b\n3,C,,c\n")).empty());
  CHECK(check_of(with_entrants(tracks, "")).empty());
}

TEST_CASE("levels have groups, and groups a level of the contest") {
  CHECK(
      check_of(with_groups("", "T,Tỉnh,,province,,\nX,Xã,T,comune,,\n")) ==
      Lines{
          "groups.csv:3: warning: the group \"X\" has the level \"comune\", which the contest does not list "
          "[contest.group-level-unknown]",
          "help: did you mean \"commune\"?",
          "15:47: error: no group has the level \"commune\" [contest.level-empty]",
          "help: correct the level here or in the file of groups, or remove it"});
  CHECK(check_of(with_groups("", "T,Tỉnh,,province,,\nX,Xã,T,commune,,\n")).empty());
}

TEST_CASE("participation over headcounts needs them, at the award's level") {
  const std::string groups =
      "T,Tỉnh,,province,,\nX,Xã X,T,commune,,\nY,Xã Y,T,commune,,\nZ,Xã Z,T,commune,,9\n";
  const Lines missing{
      "groups.csv:3: warning: the group \"X\" has no headcount, though an award asks for it "
      "[contest.headcount-missing]",
      "help: fill in how many people belong to the group; without it the group is unranked",
      "groups.csv:4: warning: the group \"Y\" has no headcount, though an award asks for it "
      "[contest.headcount-missing]",
      "help: fill in how many people belong to the group; without it the group is unranked"};
  const auto findings_of = [&](std::string_view fields) {
    return check_of(with_groups(award_of_communes(fields), groups));
  };
  CHECK(findings_of("order: [score], score: [{term: participation}]") == missing);
  CHECK(findings_of("order: [participation]") == missing);
  CHECK(findings_of("order: [finished], minimum: {headcount: 1}") == missing);
  CHECK(findings_of("order: [score], score: [{term: participation, over: registered}]").empty());
  CHECK(
      findings_of("order: [participation, score], score: [{term: participation, over: registered}]").empty());
  CHECK(findings_of("order: [finished]").empty());
}

TEST_CASE("a group is not of a level above that of the group above it") {
  CHECK(
      check_of(with_groups("",
                           "T,Tỉnh,X,province,,\nX,Xã,,commune,,\nX-0,Thôn,X,commune,,\n"
                           "U,,X,comune,,\nV,,U,province,,\n")) ==
      Lines{"groups.csv:5: warning: the group \"U\" has the level \"comune\", which the contest does not "
            "list [contest.group-level-unknown]",
            "help: did you mean \"commune\"?",
            "groups.csv:2: warning: the group \"T\" has the level \"province\", which is above \"commune\", "
            "the level of the group above it, \"X\" [contest.group-above-parent]",
            "help: correct the parent or one of the levels, or the order of the levels of the contest: they "
            "go from the top"});
}

TEST_CASE("a headcount is at least the persons registered in the group and below it") {
  Folder folder = with_groups("", "T,Tỉnh,,province,,4\nX,Xã X,T,commune,,2\nY,Xã Y,T,commune,,2\n");
  folder.entrants = "id,name,group\n1,A,X\n2,B,Y\n3,C,Y\n4,D,T\n";
  CHECK(check_of(folder).empty());
  folder.entrants += "5,E,Y\n";
  CHECK(
      check_of(folder) ==
      Lines{"groups.csv:2: warning: the group \"T\" has a headcount of 4, but 5 of its people are registered "
            "[contest.headcount-below]",
            "help: a headcount is of everybody in the group and below it; correct it, or the groups of the "
            "entrants",
            "groups.csv:4: warning: the group \"Y\" has a headcount of 2, but 3 of its people are registered "
            "[contest.headcount-below]",
            "help: a headcount is of everybody in the group and below it; correct it, or the groups of the "
            "entrants"});
}

TEST_CASE("headcounts of groups that change are held against the days on which rounds close") {
  Folder folder = with_groups(award_of_communes("order: [participation]"), "");
  folder.groups =
      "code,name,parent,level,kind,headcount,valid_from,valid_to,successor\n"
      "T,Tỉnh,,province,,30,,,\n"
      "X,Xã X,T,commune,,,,2023-09-29,Z\n"
      "Y,Xã Y,T,commune,,20,,2023-09-30,Z\n"
      "Z,Xã Z,T,commune,,,2023-09-30,,\n";
  CHECK(check_of(folder) ==
        Lines{"groups.csv:5: warning: the group \"Z\" has no headcount, though an award asks for it "
              "[contest.headcount-missing]",
              "help: fill in how many people belong to the group; without it the group is unranked"});
  folder.groups =
      "code,name,parent,level,kind,headcount,valid_from,valid_to,successor\n"
      "T,Tỉnh,,province,,30,,,\n"
      "X,Xã X,T,commune,,10,,2023-09-29,Z\n"
      "Y,Xã Y,T,commune,,20,,2023-09-30,Z\n"
      "Z,Xã Z,T,commune,,20,2023-09-30,,\n";
  CHECK(
      check_of(folder) ==
      Lines{"groups.csv:2: warning: \"T\" has a headcount of 30, the groups below it on 2023-09-30 have 40 "
            "together [contest.headcount-differs]",
            "help: correct one of them, or leave the headcount empty to have the sum of the groups in force "
            "on the day a round closes"});
}

TEST_CASE("entrants are in groups that are in force when rounds close, or that have a successor then") {
  Folder folder = with_groups(kRegistration, "");
  folder.groups =
      "code,name,parent,level,kind,headcount,valid_from,valid_to,successor\n"
      "T,Tỉnh,,province,,,,,\n"
      "X,Xã X,T,commune,,,,2023-09-29,Z\n"
      "Y,Xã Y,T,commune,,,2023-10-01,,\n"
      "Z,Xã Z,T,commune,,,2023-09-30,,\n"
      "S,Sở,,province,,,2023-10-01,,\n"
      "U,Xã U,T,commune,,,2023-10-01,,\n";
  folder.entrants = "id,name,group\n1,A,X\n2,B,Y\n3,C,S;Y\n4,D,T;S\n5,E,Z\n";
  CHECK(
      check_of(folder) ==
      Lines{"groups.csv:4: warning: 2 entrants are in \"Y\": on 2023-09-30, when the round \"w1\" closes, "
            "neither it nor a successor is in force [contest.group-not-in-force]",
            "help: correct the days or the successor of the group, or the groups of the entrants; as it is, "
            "they do not count in its tree in that round",
            "groups.csv:6: warning: 2 entrants are in \"S\": on 2023-09-30, when the round \"w1\" closes, "
            "neither it nor a successor is in force [contest.group-not-in-force]",
            "help: correct the days or the successor of the group, or the groups of the entrants; as it is, "
            "they do not count in its tree in that round"});
}

TEST_CASE("files are named as the contest's own is") {
  Folder folder = with_groups("", "T,Tỉnh,,province,,\nX,Xã,T,comune,,\n");
  quiz::Diagnostics diagnostics;
  const auto document = quiz::io::parse_yaml("bk/contest.yaml", folder.contest, diagnostics);
  const auto contest = quiz::contest::read_contest(document.value(), diagnostics).value();
  const auto groups =
      quiz::roster::read_groups(quiz::tests::inline_table("bk/groups.csv", folder.groups), diagnostics)
          .value();
  const std::vector<quiz::bank::Bank> banks{quiz::tests::read_bank_of(folder.banks.front())};
  quiz::contest::check(contest, quiz::contest::Items(contest, banks), groups, nullptr, diagnostics);
  CHECK(quiz::tests::described(diagnostics).front() ==
        "bk/groups.csv:3: warning: the group \"X\" has the level \"comune\", which the contest does not list "
        "[contest.group-level-unknown]");
}
