// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/instant.hpp>
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

using quiz::format_date;
using quiz::contest::Contest;
using quiz::tests::contest_of;
using quiz::tests::findings_in;
using quiz::tests::kSmallContest;
using quiz::tests::Lines;
using quiz::tests::small_contest_and;
using quiz::tests::with;

TEST_CASE("the least contest has every default in force") {
  const Contest contest = contest_of(kSmallContest);
  CHECK(contest.id == "demo");
  CHECK(contest.title.in(quiz::text::Language::vi) == "Thi thử");
  CHECK(contest.organizer.empty());
  CHECK(contest.languages == std::vector{quiz::text::Language::vi});
  CHECK(contest.timezone == "Asia/Ho_Chi_Minh");
  REQUIRE(contest.banks.size() == 1);
  CHECK(contest.banks[0].name == "general");
  CHECK(contest.banks[0].file == "banks/general.yaml");
  CHECK(contest.groups_file.empty());
  CHECK(contest.levels.empty());
  CHECK(contest.registration == quiz::contest::RegistrationMode::open);
  CHECK(contest.excluded_file.empty());
  CHECK(contest.person == Lines{"id"});
  CHECK_FALSE(contest.has_tracks());
  REQUIRE(contest.tracks.size() == 1);
  CHECK(contest.tracks[0].id.text.empty());
  CHECK(contest.across_rounds == quiz::contest::AcrossRounds::sum);
  CHECK(contest.resolution == quiz::Milliseconds{1});
  CHECK(contest.awards.empty());
  CHECK(contest.publish.columns.empty());
  CHECK(contest.publish.mask.empty());
  CHECK(contest.publish.bands.empty());
  CHECK(contest.file == "contest.yaml");
}

TEST_CASE("rounds and tracks are found by id") {
  const Contest contest = contest_of(small_contest_and("tracks: [{id: a}, {id: b}]\n"));
  CHECK(contest.has_tracks());
  CHECK(contest.find_track("b") == 1);
  CHECK(contest.find_track("c") == quiz::kNone);
  CHECK(contest.find_round("w1") == 0);
  CHECK(contest.find_round("W1") == quiz::kNone);
}

TEST_CASE("another format is the only finding, whatever else the file holds") {
  CHECK(findings_in("format: quiz-contest/2\nround: 7\n") ==
        Lines{"1:9: error: \"quiz-contest/2\" is no format of contests that this version reads "
              "[contest.format-unknown]",
              "help: write format: quiz-contest/1"});
}

TEST_CASE("an empty contest lacks what has no default") {
  CHECK(findings_in("{}") ==
        Lines{"1:1: error: \"format\" is missing in a contest [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "1:1: error: \"id\" is missing in a contest [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "1:1: error: \"languages\" is missing in a contest [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "1:1: error: \"title\" is missing in a contest [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "1:1: error: \"timezone\" is missing in a contest [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "1:1: error: \"banks\" is missing in a contest [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "1:1: error: \"rounds\" is missing in a contest [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "1:1: error: \"ranking\" is missing in a contest [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
}

TEST_CASE("a file that is no mapping is no contest") {
  CHECK(findings_in("- a\n") == Lines{"1:1: error: a contest must have fields [contest.not-mapping]",
                                      "help: write its fields, each as name: value"});
  CHECK(findings_in("").size() == 2);
}

TEST_CASE("an unknown field is reported with the nearest one") {
  CHECK(findings_in(small_contest_and("organiser: x\n")) ==
        Lines{"15:1: error: \"organiser\" is not a field of a contest [contest.field-unknown]",
              "help: did you mean \"organizer\"?"});
  CHECK(findings_in(small_contest_and("colour: x\n")) ==
        Lines{"15:1: error: \"colour\" is not a field of a contest [contest.field-unknown]",
              "help: remove it; docs/formats/contest.md lists the fields"});
}

TEST_CASE("ids and names of banks are ids") {
  CHECK(findings_in(with(kSmallContest, "id: demo", "id: a/b")) ==
        Lines{"2:5: error: \"a/b\" cannot be an id [contest.id-invalid]",
              "help: write 1 to 64 of the letters a to z and A to Z, digits, \"-\", \"_\" and \".\""});
  CHECK(findings_in(with(kSmallContest, "{general: banks/general.yaml}",
                         "{general: banks/general.yaml, \"a b\": x.yaml}")) ==
        Lines{"6:38: error: \"a b\" cannot be an id [contest.id-invalid]",
              "help: write 1 to 64 of the letters a to z and A to Z, digits, \"-\", \"_\" and \".\""});
}

TEST_CASE("a contest needs languages that quiz speaks, each once") {
  CHECK(findings_in(with(kSmallContest, "[vi]", "[]")) ==
        Lines{"4:12: error: the contest has no language [contest.languages-missing]",
              "help: write at least one of vi, lo, th and en"});
  CHECK(findings_in(with(kSmallContest, "[vi]", "[vi, fr]")) ==
        Lines{"4:17: error: \"fr\" is no language that can be used [contest.language-unknown]",
              "help: write one of: vi, lo, th, en"});
  CHECK(findings_in(with(kSmallContest, "[vi]", "[vi, vi]")) ==
        Lines{"4:17: error: the language \"vi\" stands here twice [contest.language-duplicate]",
              "help: remove one of the two"});
}

TEST_CASE("texts are in the contest's languages, the first of them always") {
  CHECK(findings_in(with(kSmallContest, "title: Thi thử", "title: {en: Trial}")) ==
        Lines{"3:9: error: the contest does not have the language \"en\" [contest.language-undeclared]",
              "help: add it to languages, or remove the text",
              "3:8: error: there is no text in \"vi\", the first language of the contest "
              "[contest.default-missing]",
              "help: add it; the other languages may be missing"});
  CHECK(findings_in(with(kSmallContest, "title: Thi thử", "title: \" \"")) ==
        Lines{"3:8: error: the text is empty [contest.text-empty]",
              "help: write the text, or remove the field"});
  CHECK(findings_in(with(kSmallContest, "title: Thi thử", "title: [a]")) ==
        Lines{"3:8: error: this is no text [contest.not-localized]",
              "help: write a text, or a text for each language: vi, lo, th, en"});
}

TEST_CASE("the time zone is one of the IANA database") {
  CHECK(findings_in(with(kSmallContest, "Asia/Ho_Chi_Minh", "Asia/Hanoi")) ==
        Lines{"5:11: error: \"Asia/Hanoi\" is no time zone [contest.timezone-unknown]",
              "help: write a name such as Asia/Ho_Chi_Minh, Asia/Vientiane or Asia/Bangkok"});
}

TEST_CASE("there is at least one bank") {
  CHECK(findings_in(
            with(with(kSmallContest, "{general: banks/general.yaml}", "{}"), "bank: general", "bank: x")) ==
        Lines{"6:8: error: \"banks\" holds nothing [contest.list-empty]",
              "help: write at least one entry, or remove the field",
              "13:14: error: the contest has no bank \"x\" [contest.bank-unknown]",
              "help: write one of the names that stand under banks"});
  CHECK(findings_in(with(kSmallContest, "banks/general.yaml", "[a]")) ==
        Lines{"6:18: error: \"general\" holds no text [contest.not-text]", "help: write one value",
              "13:14: error: the contest has no bank \"general\" [contest.bank-unknown]",
              "help: write one of the names that stand under banks"});
}

TEST_CASE("groups have a file and levels, each once") {
  const Contest contest =
      contest_of(small_contest_and("groups: {file: groups.csv, levels: [province, commune]}\n"));
  CHECK(contest.groups_file == "groups.csv");
  CHECK(contest.levels == Lines{"province", "commune"});
  REQUIRE(contest.places.levels.size() == 2);
  CHECK(contest.places.levels[1].column == 47);
  CHECK(findings_in(small_contest_and("groups: {levels: [a, a]}\n")) ==
        Lines{"15:9: error: \"file\" is missing in groups [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "15:22: error: \"a\" stands here twice [contest.duplicate]", "help: remove one of the two"});
}

TEST_CASE("a roster has a file of entrants, open registration has none") {
  const Contest contest = contest_of(small_contest_and("registration: {mode: roster, file: entrants.csv}\n"));
  CHECK(contest.registration == quiz::contest::RegistrationMode::roster);
  CHECK(contest.entrants_file == "entrants.csv");
  CHECK(contest_of(small_contest_and("registration: {mode: open}\n")).entrants_file.empty());
  CHECK(findings_in(small_contest_and("registration: {mode: roster}\n")) ==
        Lines{"15:15: error: \"file\" is missing in registration [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
  CHECK(findings_in(small_contest_and("registration: {mode: open, file: entrants.csv}\n")) ==
        Lines{"15:34: error: open registration reads no file of entrants [contest.file-needless]",
              "help: remove the file, or write mode: roster"});
  CHECK(findings_in(small_contest_and("registration: {mode: rooster, file: entrants.csv}\n")) ==
        Lines{"15:22: error: \"rooster\" is no value of \"mode\" [contest.word-unknown]",
              "help: did you mean \"roster\"?"});
}

TEST_CASE("persons are told apart by the columns named") {
  const Contest contest = contest_of(small_contest_and("person: [name, birth_date]\n"));
  CHECK(contest.person == Lines{"name", "birth_date"});
  REQUIRE(contest.places.person.size() == 2);
  CHECK(contest.places.person[0].line == 15);
  CHECK(findings_in(small_contest_and("person: []\n")) ==
        Lines{"15:9: error: \"person\" holds nothing [contest.list-empty]",
              "help: write at least one entry, or remove the field"});
  CHECK(findings_in(small_contest_and("person: [[name]]\n")) ==
        Lines{"15:10: error: \"person\" holds no text [contest.not-text]", "help: write one value"});
  CHECK(findings_in(small_contest_and("person: {name: 1}\n")) ==
        Lines{"15:9: error: \"person\" is no list [contest.not-list]",
              "help: write its entries between brackets, or one a line after a hyphen"});
}

TEST_CASE("ages are taken on the day given, else on that of the first opening where the contest is") {
  CHECK(format_date(contest_of(small_contest_and("age_on: 2023-09-30\n")).age_on) == "2023-09-30");
  CHECK(format_date(contest_of(kSmallContest).age_on) == "2023-09-10");
  // 17:30 on the day before by UTC.
  CHECK(format_date(
            contest_of(with(kSmallContest, "opens: 2023-09-10 08:00", "opens: 2023-09-10 00:30")).age_on) ==
        "2023-09-10");
  CHECK(findings_in(small_contest_and("age_on: 2023-02-29\n")) ==
        Lines{"15:9: error: \"2023-02-29\" is no date [contest.not-date]",
              "help: write year-month-day of the Gregorian calendar, such as 2023-09-30"});
}

TEST_CASE("excluded names a file") {
  CHECK(contest_of(small_contest_and("excluded: {file: excluded.csv}\n")).excluded_file == "excluded.csv");
  CHECK(findings_in(small_contest_and("excluded: excluded.csv\n")) ==
        Lines{"15:11: error: excluded must have fields [contest.not-mapping]",
              "help: write its fields, each as name: value"});
}

TEST_CASE("publish has columns, masks and bands") {
  const Contest contest = contest_of(
      small_contest_and("publish: {columns: [place, name], mask: [phone], bands: [100%, 75%, 2.5%]}\n"));
  CHECK(contest.publish.columns == Lines{"place", "name"});
  CHECK(contest.publish.mask == Lines{"phone"});
  REQUIRE(contest.publish.bands.size() == 3);
  CHECK(format_decimal(contest.publish.bands[2]) == "2.5");
}

TEST_CASE("bands are percentages that fall") {
  const auto findings_of = [](std::string_view bands) {
    return findings_in(small_contest_and("publish: {bands: " + std::string(bands) + "}\n"));
  };
  const std::string help = "help: write falling percentages, such as [100%, 75%, 25%]";
  CHECK(findings_of("[75%, 75%]") == Lines{"15:24: error: \"75%\" is no band [contest.not-band]", help});
  CHECK(findings_of("[25%, 75%]") == Lines{"15:24: error: \"75%\" is no band [contest.not-band]", help});
  CHECK(findings_of("[100.5%]") == Lines{"15:19: error: \"100.5%\" is no band [contest.not-band]", help});
  CHECK(findings_of("[50%, 0%]") == Lines{"15:24: error: \"0%\" is no band [contest.not-band]", help});
  CHECK(findings_of("[75]") == Lines{"15:19: error: \"75\" is no band [contest.not-band]", help});
  CHECK(findings_of("[]") == Lines{"15:18: error: \"bands\" holds nothing [contest.list-empty]",
                                   "help: write at least one entry, or remove the field"});
}
