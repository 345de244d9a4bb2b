// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/tally.hpp>
#include <tests/unit/ranking/scene.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::EntrantNo;
using quiz::kNone;
using quiz::contest::Keep;
using quiz::contest::Key;
using quiz::ranking::Counters;
using quiz::ranking::Tally;
using quiz::roster::Barred;
using quiz::tests::ms;
using quiz::tests::Registration;
using quiz::tests::Scene;
using quiz::tests::Sheet;

namespace {

Registration lan(std::string_view id, std::string_view registered_at = "") {
  return Registration{.id = std::string(id),
                      .name = "Nguyễn Thị Lan",
                      .birth_date = "1990-05-12",
                      .registered_at = std::string(registered_at)};
}

}  // namespace

TEST_CASE("a sheet of nobody is no entrant's and keeps the number it came with") {
  Scene scene;
  scene.add(kNone, Sheet{.attempt = 7});
  scene.add(kNone, Sheet{});
  CHECK(scene.verdicts() == "7 unknown-entrant, 0 unknown-entrant");
  CHECK(scene.tally().counters == Counters{});
}

TEST_CASE("who may not enter is excluded before anything else is looked at") {
  Scene scene;
  scene.contest.rounds[0].rules.values[0].attempts.max = 1;
  const EntrantNo an = scene.add(Registration{.id = "an", .barred = Barred::from_enter});
  scene.add(an, Sheet{.attempt = 1, .late = true});
  scene.add(an, Sheet{.attempt = 2});
  CHECK(scene.verdicts() == "1 excluded, 2 excluded");
  CHECK(scene.tally().counters == Counters{});
  CHECK(scene.tally().kept_sheet(0, an) == kNone);
}

TEST_CASE("who may not win is accepted and counted as everybody") {
  Scene scene;
  const EntrantNo an = scene.add(Registration{.id = "an", .barred = Barred::from_win});
  scene.add(an, Sheet{.all_correct = true});
  CHECK(scene.verdicts() == "1 accepted");
  CHECK(scene.tally().counters == Counters{1, 1, 1, 1});
}

TEST_CASE("a sheet that is late and beyond the attempts is late") {
  Scene scene;
  scene.contest.rounds[0].rules.values[0].attempts.max = 1;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.attempt = 2, .late = true});
  CHECK(scene.verdicts() == "2 late");
}

TEST_CASE("a late sheet uses up an attempt") {
  Scene scene;
  scene.contest.rounds[0].rules.values[0].attempts.max = 2;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.points = 9, .started = 300});
  scene.add(an, Sheet{.points = 5, .started = 100});
  scene.add(an, Sheet{.points = 7, .started = 200, .late = true});
  CHECK(scene.verdicts() == "3 over, 1 accepted, 2 late");
  CHECK(scene.tally().kept_sheet(0, an) == 1);
}

TEST_CASE("without a maximum no sheet is over") {
  Scene scene;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.attempt = 1'000'000});
  CHECK(scene.verdicts() == "1000000 accepted");
}

TEST_CASE("given numbers hold where every sheet has one and all differ") {
  Scene scene;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.started = 100, .attempt = 4});
  scene.add(an, Sheet{.started = 200, .attempt = 2});
  CHECK(scene.verdicts() == "4 accepted, 2 accepted");
}

TEST_CASE("a given number beyond the maximum is over even where it is the only sheet") {
  Scene scene;
  scene.contest.rounds[0].rules.values[0].attempts.max = 2;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.attempt = 3});
  CHECK(scene.verdicts() == "3 over");
}

TEST_CASE("where a sheet has no number all are numbered by time") {
  Scene scene;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.started = 300, .attempt = 1});
  scene.add(an, Sheet{.started = 100});
  scene.add(an, Sheet{.started = 200, .attempt = 2});
  CHECK(scene.verdicts() == "3 accepted, 1 accepted, 2 accepted");
}

TEST_CASE("where two sheets have the same number all are numbered by time") {
  Scene scene;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.started = 200, .attempt = 1});
  scene.add(an, Sheet{.started = 100, .attempt = 1});
  scene.add(an, Sheet{.started = 300, .attempt = 2});
  CHECK(scene.verdicts() == "2 accepted, 1 accepted, 3 accepted");
}

TEST_CASE("numbers by time go by the start, else by the submission, and a sheet without times is last") {
  Scene scene;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{});
  scene.add(an, Sheet{.submitted = 150});
  scene.add(an, Sheet{.started = 100, .submitted = 900});
  scene.add(an, Sheet{.started = 200, .submitted = 210});
  CHECK(scene.verdicts() == "4 accepted, 2 accepted, 1 accepted, 3 accepted");
}

TEST_CASE("sheets of one moment are numbered by the given number, none last, then by digest") {
  Scene scene;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.started = 100, .digest = 1});
  scene.add(an, Sheet{.started = 100, .digest = 9, .attempt = 5});
  scene.add(an, Sheet{.started = 100, .digest = 8, .attempt = 5});
  scene.add(an, Sheet{.started = 100, .digest = 7, .attempt = 6});
  CHECK(scene.verdicts() == "4 accepted, 2 accepted, 1 accepted, 3 accepted");
}

TEST_CASE("numbers are of persons, over all of their registrations") {
  Scene scene;
  scene.contest.person = {"name", "birth_date"};
  scene.contest.rounds[0].rules.values[0].attempts.max = 1;
  const EntrantNo one = scene.add(lan("s01"));
  const EntrantNo other = scene.add(lan("s07"));
  scene.add(one, Sheet{.points = 9, .started = 200});
  scene.add(other, Sheet{.points = 5, .started = 100});
  CHECK(scene.verdicts() == "2 over, 1 accepted");
  CHECK(scene.tally().counters == Counters{1, 1, 1, 0});
}

TEST_CASE("a person's first registration is the one registered first") {
  Scene scene;
  scene.contest.person = {"name", "birth_date"};
  scene.add(lan("s01", "2023-09-12 08:00"));
  scene.add(lan("s07", "2023-09-12T07:30+07:00"));
  const Tally tally = scene.tally();
  CHECK(tally.persons.size() == 1);
  CHECK(scene.roster.ids[tally.persons.first(0)] == "s07");
}

TEST_CASE("a registration without a moment stands where its first sheet was submitted") {
  Scene scene;
  scene.contest.person = {"name", "birth_date"};
  scene.add(lan("s01", "2023-09-12 08:00"));
  const EntrantNo other = scene.add(lan("s07"));
  scene.add(other, Sheet{.submitted = ms("2023-09-12T09:00+07:00")});
  scene.add(other, Sheet{.submitted = ms("2023-09-12T07:59+07:00"), .late = true});
  const Tally tally = scene.tally();
  CHECK(scene.roster.ids[tally.persons.first(0)] == "s07");
}

TEST_CASE("with open registration rows with one id are one person") {
  Scene scene;
  scene.roster.open = true;
  const EntrantNo later = scene.add(Registration{.id = "s01", .name = "Lan"});
  const EntrantNo first = scene.add(Registration{.id = "s01", .name = "Nguyễn Thị Lan"});
  scene.add(later, Sheet{.points = 3, .submitted = 200});
  scene.add(first, Sheet{.points = 2, .submitted = 100});
  const Tally tally = scene.tally();
  CHECK(tally.persons.size() == 1);
  CHECK(tally.persons.first(0) == first);
  CHECK(tally.counters == Counters{1, 1, 2, 0});
}

TEST_CASE("one registration that may not enter keeps the whole person out") {
  Scene scene;
  scene.contest.person = {"name", "birth_date"};
  const EntrantNo free = scene.add(lan("s01"));
  Registration barred = lan("s07");
  barred.barred = Barred::from_enter;
  scene.add(barred);
  scene.add(free, Sheet{});
  CHECK(scene.verdicts() == "1 excluded");
  CHECK(scene.tally().counters == Counters{});
}

TEST_CASE("the strictest of a person's bars is in force, and the registration that has it is known") {
  Scene scene;
  scene.contest.person = {"name", "birth_date"};
  Registration mild = lan("s01");
  mild.barred = Barred::from_win;
  Registration strict = lan("s07");
  strict.barred = Barred::from_enter;
  scene.add(mild);
  const EntrantNo worst = scene.add(strict);
  const Tally tally = scene.tally();
  CHECK(tally.barring(0) == worst);
  CHECK(barred_from(scene.field(), tally, 0) == Barred::from_enter);
}

TEST_CASE("among equally strict bars the first registration's is named") {
  Scene scene;
  scene.contest.person = {"name", "birth_date"};
  Registration later = lan("s01", "2023-09-12 08:00");
  later.barred = Barred::from_win;
  Registration first = lan("s07", "2023-09-11 08:00");
  first.barred = Barred::from_win;
  scene.add(later);
  const EntrantNo named = scene.add(first);
  CHECK(scene.tally().barring(0) == named);
}

TEST_CASE("registered counts who is on the list of entrants, sat or not, but not who may not enter") {
  Scene scene;
  scene.add("an", Sheet{});
  scene.add("bo");
  scene.add(Registration{.id = "chi", .barred = Barred::from_enter});
  scene.add(Registration{.id = "dung", .barred = Barred::from_win});
  CHECK(scene.tally().counters == Counters{3, 1, 1, 0});
}

TEST_CASE("with open registration registered counts who has a counted sheet") {
  Scene scene;
  scene.roster.open = true;
  scene.add("an", Sheet{});
  scene.add("bo", Sheet{.late = true});
  CHECK(scene.tally().counters == Counters{1, 1, 1, 0});
}

TEST_CASE("finished counts persons and attempts counts their counted sheets") {
  Scene scene;
  scene.contest.rounds[0].rules.values[0].attempts.max = 2;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.attempt = 1});
  scene.add(an, Sheet{.attempt = 2});
  scene.add(an, Sheet{.attempt = 3});
  scene.add("bo", Sheet{});
  const Tally tally = scene.tally();
  CHECK(tally.counters == Counters{2, 2, 3, 0});
  CHECK(tally.counted_sheets(0, an) == 2);
}

TEST_CASE("all-correct looks at the kept sheet alone") {
  Scene scene;
  scene.contest.rounds[0].rules.values[0].attempts.keep = Keep::first;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.points = 9, .attempt = 1});
  scene.add(an, Sheet{.points = 10, .attempt = 2, .all_correct = true});
  CHECK(scene.tally().counters == Counters{1, 1, 2, 0});
  CHECK(count_actuals(scene.field(), scene.tally()).of(0, 0).counters.all_correct == 0);
  scene.contest.rounds[0].rules.values[0].attempts.keep = Keep::best;
  CHECK(scene.tally().counters == Counters{1, 1, 2, 1});
  CHECK(count_actuals(scene.field(), scene.tally()).of(0, 0).counters.all_correct == 1);
}

TEST_CASE("first keeps the sheet with the lowest number that counts") {
  Scene scene;
  scene.contest.rounds[0].rules.values[0].attempts.keep = Keep::first;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.points = 9, .started = 300});
  scene.add(an, Sheet{.points = 1, .started = 200});
  scene.add(an, Sheet{.points = 5, .started = 100, .late = true});
  CHECK(scene.tally().kept_sheet(0, an) == 1);
}

TEST_CASE("best keeps the sheet with the most points, whatever the order of the contest begins with") {
  Scene scene;
  scene.order_by({Key::duration, Key::points});
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.points = 8, .duration = 900, .attempt = 1});
  scene.add(an, Sheet{.points = 7, .duration = 100, .attempt = 2});
  CHECK(scene.tally().kept_sheet(0, an) == 0);
}

TEST_CASE("among sheets of equal points best goes by the order of the contest") {
  Scene scene;
  scene.order_by({Key::points, Key::duration, Key::started});
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.points = 8, .started = 100, .duration = 900, .attempt = 1});
  scene.add(an, Sheet{.points = 8, .started = 200, .duration = 500, .attempt = 2});
  CHECK(scene.tally().kept_sheet(0, an) == 1);
  scene.order_by({Key::points, Key::started, Key::duration});
  CHECK(scene.tally().kept_sheet(0, an) == 0);
}

TEST_CASE("best looks at correct answers where the order does") {
  Scene scene;
  scene.order_by({Key::points, Key::correct});
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.points = 8, .submitted = 100, .attempt = 1, .correct = 8});
  scene.add(an, Sheet{.points = 8, .submitted = 200, .attempt = 2, .correct = 9});
  CHECK(scene.tally().kept_sheet(0, an) == 1);
}

TEST_CASE("best goes by a key's own direction where the order says so") {
  Scene scene;
  scene.contest.order = {{Key::points, true, {}}, {Key::duration, true, {}}};
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.points = 8, .duration = 500, .attempt = 1});
  scene.add(an, Sheet{.points = 8, .duration = 900, .attempt = 2});
  scene.add(an, Sheet{.points = 8, .attempt = 3});
  CHECK(scene.tally().kept_sheet(0, an) == 1);
}

TEST_CASE("best never looks at the prediction") {
  Scene scene;
  scene.order_by({Key::points, Key::prediction, Key::duration});
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.points = 8, .duration = 900, .prediction = 0, .attempt = 1});
  scene.add(an, Sheet{.points = 8, .duration = 500, .prediction = 999, .attempt = 2});
  CHECK(scene.tally().kept_sheet(0, an) == 1);
}

TEST_CASE("after the order of the contest best goes by the submission, a missing one last") {
  Scene scene;
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.points = 8, .attempt = 1});
  scene.add(an, Sheet{.points = 8, .submitted = 200, .attempt = 2});
  scene.add(an, Sheet{.points = 8, .submitted = 100, .attempt = 3});
  CHECK(scene.tally().kept_sheet(0, an) == 2);
}

TEST_CASE("best compares times in steps of the resolution, and equal sheets keep the lower number") {
  Scene scene;
  scene.contest.resolution = quiz::Milliseconds{1000};
  scene.order_by({Key::points, Key::duration});
  const EntrantNo an = scene.add("an");
  scene.add(an, Sheet{.points = 8, .submitted = 5900, .duration = 1200, .attempt = 2});
  scene.add(an, Sheet{.points = 8, .submitted = 5999, .duration = 1999, .attempt = 1});
  CHECK(scene.tally().kept_sheet(0, an) == 1);
}
