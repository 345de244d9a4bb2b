// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/people.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/rehearsal/units.hpp>

#include <tests/support/failure.hpp>
#include <tests/support/small_contest.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

using quiz::rehearsal::make_people;
using quiz::rehearsal::Part;
using quiz::rehearsal::People;
using quiz::rehearsal::Registration;
using quiz::tests::kDrawnContest;
using quiz::tests::kFixedContest;
using quiz::tests::replaced;
using quiz::tests::SmallContest;

quiz::crypto::Bytes32 seed(std::string_view text) { return quiz::crypto::sha256(text); }

/// A contest with further lines before its rounds.
std::string with(std::string_view contest, std::string_view lines) {
  return replaced(contest, "rounds:\n", std::string(lines) + "rounds:\n");
}

/// A province with two districts, one of ten people, one of thirty.
quiz::roster::GroupTree groups() {
  std::vector<quiz::roster::Group> all(3);
  all[0].code.text = "06";
  all[1].code.text = "06-1";
  all[1].parent = 0;
  all[1].headcount = 10;
  all[2].code.text = "06-2";
  all[2].parent = 0;
  all[2].headcount = 30;
  return quiz::roster::GroupTree(std::move(all));
}

People people(std::string_view contest, std::uint32_t persons, std::string_view chance = "1") {
  return make_people(SmallContest(contest).contest, groups(), persons, seed(chance));
}

std::ptrdiff_t count(const People& all, Part part) {
  return std::ranges::count(all.registrations, part, &Registration::part);
}

std::string cell(const People& all, const Registration& registration, std::string_view column) {
  const auto at = std::ranges::find(all.columns, column) - all.columns.begin();
  return registration.cells.at(static_cast<std::size_t>(at));
}

int age(const People& all, const Registration& registration) {
  return quiz::age_on(*quiz::parse_date(cell(all, registration, "birth_date")),
                      *quiz::parse_date("2023-09-10"));
}

/// Every registration as one text.
std::vector<std::string> listed(const People& all) {
  std::vector<std::string> lines;
  for (const Registration& registration : all.registrations) {
    std::string line = registration.id + " " + std::to_string(static_cast<int>(registration.part));
    for (const std::string& text : registration.cells) line += "|" + text;
    lines.push_back(line);
  }
  return lines;
}

constexpr std::string_view kByAge =
    "tracks:\n"
    "- {id: young, title: Trẻ, where: {age: ..30}, eligible: {age: 15..}}\n"
    "- {id: old, title: Lớn, where: {age: 31..}, eligible: {age: ..60}}\n";

}  // namespace

TEST_CASE("as many finishers are made up as were asked for") {
  for (const std::uint32_t persons : {0U, 1U, 250U}) {
    CHECK(count(people(kDrawnContest, persons), Part::finisher) == persons);
    CHECK(count(people(kFixedContest, persons), Part::finisher) == persons);
  }
}

TEST_CASE("the same seed makes up the same people, another one others") {
  CHECK(listed(people(kDrawnContest, 50, "1")) == listed(people(kDrawnContest, 50, "1")));
  CHECK(listed(people(kDrawnContest, 50, "1")) != listed(people(kDrawnContest, 50, "2")));
}

TEST_CASE("ids count the registrations") {
  const People all = people(kDrawnContest, 30);
  CHECK(all.registrations.front().id == "E0000001");
  CHECK(all.registrations.size() > 30);
  CHECK(all.registrations.back().id.substr(1) ==
        std::string(7 - std::to_string(all.registrations.size()).size(), '0') +
            std::to_string(all.registrations.size()));
}

TEST_CASE("a made-up registration looks like one") {
  const People all = people(kDrawnContest, 1);
  CHECK(all.columns == std::vector<std::string>{"name", "group", "track", "birth_date", "gender", "phone",
                                                "national_id", "registered_at", "residence", "kind"});
  const Registration& one = all.registrations.front();
  CHECK(quiz::parse_date(cell(all, one, "birth_date")));
  CHECK(cell(all, one, "phone").size() == 10);
  CHECK(cell(all, one, "national_id").size() == 12);
  CHECK(cell(all, one, "national_id").substr(4, 2) == cell(all, one, "birth_date").substr(2, 2));
  CHECK(cell(all, one, "residence") == "06");
  CHECK(cell(all, one, "group").starts_with("06-"));
  CHECK(cell(all, one, "registered_at") < "2023-09-10T08:00:00+07:00");
  CHECK(cell(all, one, "registered_at") > "2023-08-11T07:59:59+07:00");
}

TEST_CASE("organisers are made up only where the contest reads who is excluded") {
  CHECK(count(people(kDrawnContest, 10), Part::organiser) == 9);
  CHECK(count(people(kFixedContest, 10), Part::organiser) == 0);
  const People all = people(kFixedContest, 5'000);
  CHECK(std::ranges::none_of(all.registrations, &Registration::may_not_win));
}

TEST_CASE("children are made up only where a track asks for an age, each a month too young") {
  CHECK(count(people(kDrawnContest, 10), Part::too_young) == 0);
  const People all =
      people(with(kDrawnContest, "tracks: [{id: all, title: Tất cả, eligible: {age: 15..}}]\n"), 10);
  CHECK(count(all, Part::too_young) == 5);
  for (const Registration& registration : all.registrations) {
    if (registration.part == Part::too_young)
      CHECK(age(all, registration) == 14);
    else
      CHECK(age(all, registration) >= 15);
  }
}

TEST_CASE("everybody is of an age that their track asks for, and the track is named where ages overlap") {
  const People all = people(with(kDrawnContest, kByAge), 300);
  std::array<int, 2> in_track{};
  for (const Registration& registration : all.registrations) {
    if (registration.part == Part::too_young) continue;
    ++in_track.at(registration.track);
    const int years = age(all, registration);
    if (registration.track == 0) {
      REQUIRE(years >= 15);
      REQUIRE(years <= 30);
    } else {
      REQUIRE(years >= 31);
      REQUIRE(years <= 60);
    }
    REQUIRE(cell(all, registration, "track") == "");
  }
  CHECK(in_track[0] > 100);
  CHECK(in_track[1] > 100);
}

TEST_CASE("who would be placed in another track names its own") {
  const People all = people(with(kDrawnContest,
                                 "tracks:\n"
                                 "- {id: army, title: Quân, where: {kind: [army, official]}}\n"
                                 "- {id: women, title: Nữ, where: {gender: female, kind: official}}\n"
                                 "- {id: people, title: Dân}\n"),
                            100);
  for (const Registration& registration : all.registrations) {
    if (registration.track == 0) {
      REQUIRE(cell(all, registration, "track") == "");
      REQUIRE((cell(all, registration, "kind") == "army" || cell(all, registration, "kind") == "official"));
    }
    if (registration.track == 1) {
      REQUIRE(cell(all, registration, "track") == "women");
      REQUIRE(cell(all, registration, "gender") == "female");
      REQUIRE(cell(all, registration, "kind") == "official");
    }
    if (registration.track == 2) REQUIRE(cell(all, registration, "track") == "");
  }
}

TEST_CASE("conditions on columns of the contest's own are met, with a roster") {
  const std::string tracks = "tracks: [{id: all, title: Tất cả, eligible: {school: [A, B], year: 3..}}]\n";
  const People all = people(with(kDrawnContest, tracks), 20);
  CHECK(all.columns.size() == 12);
  for (const Registration& registration : all.registrations) {
    REQUIRE((cell(all, registration, "school") == "A" || cell(all, registration, "school") == "B"));
    REQUIRE(cell(all, registration, "year") == "3");
  }
  // Sheets bring only the known columns along.
  CHECK(people(with(kFixedContest, tracks), 20).columns.size() == 10);
}

TEST_CASE("a track whose conditions bar everybody is an error") {
  const std::string contest = with(kDrawnContest, "tracks: [{id: one, title: Một, eligible: {id: X1}}]\n");
  CHECK(quiz::tests::failure([&] { std::ignore = people(contest, 1); }) ==
        "failed: nobody can be made up for track \"one\": its conditions bar everybody [rehearsal.barred]");
}

TEST_CASE("no two people agree in all columns that make a person") {
  const People all = people(with(kDrawnContest, "person: [name, group]\n"), 3'000);
  std::set<std::string> known;
  std::size_t again = 0;
  for (const Registration& registration : all.registrations) {
    const bool is_new =
        known.insert(cell(all, registration, "name") + "|" + cell(all, registration, "group")).second;
    REQUIRE(is_new == (registration.part != Part::second_self));
    if (!is_new) ++again;
  }
  CHECK(again > 5);
}

TEST_CASE("a second registration of somebody is right after the first and has its cells but for the phone") {
  const People all = people(with(kDrawnContest, "person: [name, birth_date]\n"), 1'000);
  std::size_t again = 0;
  for (std::size_t i = 0; i < all.registrations.size(); ++i) {
    if (all.registrations[i].part != Part::second_self) continue;
    ++again;
    REQUIRE(all.registrations[i - 1].part == Part::finisher);
    for (std::size_t column = 0; column < all.columns.size(); ++column) {
      const bool same = all.registrations[i].cells[column] == all.registrations[i - 1].cells[column];
      REQUIRE(same == (all.columns[column] != "phone"));
    }
  }
  CHECK(again > 0);
}

TEST_CASE("nobody registers twice where that would make two persons") {
  CHECK(count(people(kDrawnContest, 1'000), Part::second_self) == 0);
  // Nobody has a track cell here, so that no two can agree in it.
  CHECK(count(people(with(kDrawnContest, "person: [name, track]\n"), 1'000), Part::second_self) == 0);
  CHECK(count(people(with(kDrawnContest, "person: [name, e_mail]\n"), 1'000), Part::second_self) == 0);
}

TEST_CASE("people are made up until they can be told apart by their phones alone") {
  const People all = people(with(kDrawnContest, "person: [phone]\n"), 20'000);
  std::set<std::string> phones;
  for (const Registration& registration : all.registrations) {
    if (registration.part != Part::second_self)
      REQUIRE(phones.insert(cell(all, registration, "phone")).second);
  }
}

TEST_CASE("more people than can be told apart are an error") {
  CHECK(quiz::tests::failure([] { std::ignore = people(with(kDrawnContest, "person: [gender]\n"), 10); }) ==
        "failed: so many people cannot be told apart by gender [rehearsal.alike]");
}

TEST_CASE("groups are leaves, drawn by headcount") {
  const quiz::rehearsal::Units units(groups());
  CHECK(units.root() == "06");
  quiz::crypto::Stream chance(seed("units"), std::array<std::string_view, 2>{"quiz/1", "test"});
  int first = 0;
  for (int i = 0; i < 4'000; ++i) {
    const std::string code = units.draw(chance);
    REQUIRE((code == "06-1" || code == "06-2"));
    first += code == "06-1" ? 1 : 0;
  }
  // 1,000 are expected; five standard deviations are 137.
  CHECK(first > 863);
  CHECK(first < 1'137);
}

TEST_CASE("headcounts beyond 32 bits and missing ones are no trouble") {
  std::vector<quiz::roster::Group> all(3);
  all[0].code.text = "a";
  all[0].headcount = 1'000'000'000'000;
  all[1].code.text = "b";
  all[1].headcount = 1'000'000'000'000;
  all[2].code.text = "c";
  const quiz::rehearsal::Units units{quiz::roster::GroupTree(std::move(all))};
  quiz::crypto::Stream chance(seed("units"), std::array<std::string_view, 2>{"quiz/1", "test"});
  std::set<std::string> drawn;
  for (int i = 0; i < 100; ++i) drawn.insert(units.draw(chance));
  CHECK(drawn == std::set<std::string>{"a", "b"});
}

TEST_CASE("without groups nobody has one") {
  const quiz::rehearsal::Units units{quiz::roster::GroupTree()};
  quiz::crypto::Stream chance(seed("units"), std::array<std::string_view, 2>{"quiz/1", "test"});
  CHECK(units.root() == "");
  CHECK(units.draw(chance) == "");
}
