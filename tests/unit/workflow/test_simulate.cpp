// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/simulate.hpp>

#include <tests/support/failure.hpp>
#include <tests/unit/workflow/intake_runs.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

namespace fs = std::filesystem;

using quiz::tests::ContestDir;
using quiz::tests::failure;
using quiz::tests::kDrawnContest;
using quiz::tests::kFixedContest;
using quiz::tests::replaced;
using quiz::workflow::RehearsalRequest;

/// A contest with further lines before its rounds.
std::string with(std::string_view contest, std::string_view lines) {
  return replaced(contest, "rounds:\n", std::string(lines) + "rounds:\n");
}

std::string attempts(std::string_view contest, std::string_view policy) {
  return replaced(contest, "attempts: {max: 2}", policy);
}

constexpr std::string_view kNobody = "id,name,group\n";
constexpr std::string_view kGroups =
    "code,name,parent,level,kind,headcount\n"
    "06,Bắc Kạn,,province,,400\n"
    "06-1,Ba Bể,06,district,,300\n"
    "06-2,Na Rì,06,district,,100\n";

constexpr std::string_view kTracks =
    "groups: {file: groups.csv, levels: [province, district]}\n"
    "person: [name, birth_date, group]\n"
    "tracks:\n"
    "- {id: officials, title: Cán bộ, where: {kind: [official, army]}, eligible: {age: 15..}}\n"
    "- {id: people, title: Dân, eligible: {age: 15.., residence: [\"06\"]}}\n";
constexpr std::string_view kByAge =
    "person: [phone]\n"
    "tracks:\n"
    "- {id: young, title: Trẻ, where: {age: ..30}, eligible: {age: 15..}}\n"
    "- {id: old, title: Lớn, where: {age: 31..}, eligible: {age: ..60}}\n";

/// A contest on which a rehearsal was written into `rehearsal`.
class Rehearsed {
 public:
  Rehearsed(std::string_view contest, std::uint32_t persons, std::string_view seed) : dir_(contest, kNobody) {
    dir_.folder().add("groups.csv", kGroups);
    dir_.seal();
    request_.persons = persons;
    request_.seed = seed;
    request_.folder = dir_.folder() / "rehearsal";
    said_ = quiz::tests::rows_text(quiz::workflow::simulate(*dir_.load(), request_).rows);
  }

  [[nodiscard]] const ContestDir& dir() const { return dir_; }
  [[nodiscard]] RehearsalRequest request() const { return request_; }
  /// The files and their rows, as said.
  [[nodiscard]] std::string said() const {
    std::string text = said_;
    const std::string prefix = dir_.path().string() + "/";
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix))
      text.erase(at, prefix.size());
    return text;
  }
  [[nodiscard]] std::string file(std::string_view name) const {
    std::ifstream stream(request_.folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  /// Hold the contest: its people and its sheets are those of the rehearsal. What intake said.
  [[nodiscard]] std::string hold() const {
    for (const char* name : {"entrants.csv", "excluded.csv"}) {
      if (fs::exists(request_.folder / name))
        fs::copy_file(request_.folder / name, dir_.folder() / name, fs::copy_options::overwrite_existing);
    }
    return quiz::tests::add(dir_, {"rehearsal/sheets-1.csv"});
  }
  [[nodiscard]] quiz::ranking::Counters counters() const {
    const quiz::workflow::Results results(dir_.load(), 1);
    return results.tally().counters;
  }

 private:
  ContestDir dir_;
  RehearsalRequest request_;
  std::string said_;
};

/// Hold rehearsals of a contest with several seeds: each has exactly as many persons who finished as were
/// asked for.
void check_finished(std::string_view contest) {
  for (const std::string_view seed : {"1", "2", "ba"}) {
    CAPTURE(seed);
    const Rehearsed rehearsed(contest, 400, seed);
    const std::string said = rehearsed.hold();
    CAPTURE(said);
    CHECK(rehearsed.counters().finished == 400);
  }
}

}  // namespace

TEST_CASE("exactly as many persons finish as were asked for: roster, two tracks, two attempts") {
  check_finished(with(kDrawnContest, kTracks));
}

TEST_CASE(
    "exactly as many persons finish as were asked for: roster, no tracks, one attempt, nobody excluded") {
  check_finished(
      replaced(attempts(kDrawnContest, "attempts: {max: 1}"), "excluded: {file: excluded.csv}\n", ""));
}

TEST_CASE("exactly as many persons finish as were asked for: roster, tracks by age, persons by phone") {
  check_finished(with(kDrawnContest, kByAge));
}

TEST_CASE("exactly as many persons finish as were asked for: open registration, no tracks, one fixed paper") {
  check_finished(kFixedContest);
}

TEST_CASE("exactly as many persons finish as were asked for: open registration, any number of attempts") {
  check_finished(
      with(attempts(replaced(kFixedContest, "    shuffle: []\n", ""), "attempts: {max: unlimited}"),
           "excluded: {file: excluded.csv}\nperson: [name, birth_date]\n"));
}

TEST_CASE("exactly as many persons finish as were asked for: open registration, tracks, one attempt") {
  check_finished(with(attempts(kFixedContest, "attempts: {max: 1}"), kTracks));
}

TEST_CASE("registrations that stay away count as registered, organisers and children do not") {
  const Rehearsed rehearsed(with(kDrawnContest, kTracks), 300, "1");
  std::ignore = rehearsed.hold();
  const auto counters = rehearsed.counters();
  CHECK(counters.finished == 300);
  CHECK(counters.registered > 320);
  CHECK(counters.registered < 360);
  CHECK(counters.attempts > 350);
  CHECK(counters.all_correct > 0);
}

TEST_CASE("a rehearsal has every verdict that intake knows") {
  const Rehearsed rehearsed(with(kDrawnContest, kTracks), 2'500, "2");
  const std::string said = rehearsed.hold();
  const std::string first = said.substr(0, said.find('\n'));
  CAPTURE(first);
  for (const char* verdict :
       {"accepted", "duplicate", "late", "over", "excluded", "unknown_entrant", "refused"})
    CHECK(first.find(verdict) != std::string::npos);
}

TEST_CASE("the same seed writes the same bytes, another one others") {
  const Rehearsed one(with(kDrawnContest, kTracks), 50, "1");
  const Rehearsed same(with(kDrawnContest, kTracks), 50, "1");
  const Rehearsed other(with(kDrawnContest, kTracks), 50, "2");
  for (const char* name : {"entrants.csv", "excluded.csv", "sheets-1.csv"}) {
    CHECK(one.file(name) == same.file(name));
    CHECK(one.file(name) != other.file(name));
    CHECK_FALSE(one.file(name).empty());
  }
}

TEST_CASE("a rehearsal says which files it wrote, and with open registration there is no list of entrants") {
  const Rehearsed roster(with(kDrawnContest, kTracks), 0, "1");
  CHECK(roster.said() == "rehearsal/entrants.csv|14\nrehearsal/excluded.csv|9\nrehearsal/sheets-1.csv|" +
                             std::to_string(std::ranges::count(roster.file("sheets-1.csv"), '\n') - 1) +
                             "\n");
  const Rehearsed open(kFixedContest, 3, "1");
  CHECK(open.said().starts_with("rehearsal/excluded.csv|0\nrehearsal/sheets-1.csv|"));
  CHECK_FALSE(fs::exists(open.request().folder / "entrants.csv"));
}

TEST_CASE("a rehearsal replaces nothing unless asked to") {
  const Rehearsed rehearsed(kDrawnContest, 3, "1");
  const std::string before = rehearsed.file("entrants.csv");
  RehearsalRequest again = rehearsed.request();
  again.seed = "2";
  CHECK(failure([&] { std::ignore = quiz::workflow::simulate(*rehearsed.dir().load(), again); },
                rehearsed.dir().path()) != "none");
  CHECK(rehearsed.file("entrants.csv") == before);
  again.overwrite = true;
  std::ignore = quiz::workflow::simulate(*rehearsed.dir().load(), again);
  CHECK(rehearsed.file("entrants.csv") != before);
}

TEST_CASE("a rehearsal tried out writes nothing") {
  const ContestDir dir(kDrawnContest, kNobody);
  dir.seal();
  RehearsalRequest request;
  request.persons = 5;
  request.folder = dir.folder() / "rehearsal";
  request.dry_run = true;
  const auto document = quiz::workflow::simulate(*dir.load(), request);
  CHECK(document.notes == std::vector<quiz::Message>{quiz::Message("dry-run")});
  CHECK_FALSE(fs::exists(request.folder));
}

TEST_CASE("a contest that is not sealed cannot be rehearsed") {
  const ContestDir dir(kDrawnContest, kNobody);
  RehearsalRequest request;
  request.folder = dir.folder() / "rehearsal";
  CHECK(failure([&] { std::ignore = quiz::workflow::simulate(*dir.load(), request); }) ==
        "failed: the contest \"small\" is not sealed yet [seal.missing]");
  CHECK_FALSE(fs::exists(request.folder));
}
