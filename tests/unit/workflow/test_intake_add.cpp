// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/intake_add.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/response/packed_batch.hpp>
#include <quizlib/workflow/freeze.hpp>

#include <tests/support/failure.hpp>
#include <tests/support/fake_clock.hpp>
#include <tests/unit/workflow/intake_runs.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using quiz::tests::add;
using quiz::tests::add_table;
using quiz::tests::ContestDir;
using quiz::tests::failure;
using quiz::tests::kDrawnContest;
using quiz::tests::kFixedContest;
using quiz::tests::replaced;
using quiz::tests::scores;
using quiz::tests::status;
using quiz::workflow::IntakeRequest;

constexpr std::string_view kEntrants =
    "id,name,group\n"
    "E1,Nguyễn An,\n"
    "E2,Lý Bình,\n"
    "E3,Hà Chi,\n"
    "X1,Trần Xuân,\n";
constexpr std::string_view kExcluded = "id,from,reason\nX1,enter,question team\n";

constexpr std::string_view kFixedHeader = "entrant,started_at,submitted_at,q1,q2,q3,q4,q6\n";
constexpr std::string_view kDrawnHeader = "entrant,attempt,started_at,submitted_at,q1,q2,q3,q4,q6\n";

/// A contest with a roster and drawn papers, sealed.
class Drawn {
 public:
  Drawn() : dir_(kDrawnContest, kEntrants, kExcluded) { dir_.seal(); }

  const ContestDir& operator*() const { return dir_; }
  const ContestDir* operator->() const { return &dir_; }

  /// A row with the right answers to the paper of an attempt, on 2023-09-10 between two times of day.
  /// `says_attempt`: what stands in the column, `#` for the attempt.
  [[nodiscard]] std::string row(std::string_view entrant, std::uint32_t attempt, std::string_view from,
                                std::string_view to, std::string_view says_attempt = "#") const {
    std::string line(entrant);
    line += ',' + (says_attempt == "#" ? std::to_string(attempt) : std::string(says_attempt));
    line += ",2023-09-10 " + std::string(from) + ",2023-09-10 " + std::string(to);
    const quiz::paper::Paper paper = dir_.paper(entrant, attempt);
    for (const auto& [item, answer] : kAnswers) {
      const auto shown = std::ranges::find(paper.items, item, &quiz::paper::PaperItem::item);
      line += ',' + std::string(shown == paper.items.end() ? "" : answer);
    }
    return line + '\n';
  }

 private:
  static constexpr std::pair<quiz::ItemNo, std::string_view> kAnswers[] = {
      {0, "b"}, {1, "a;c"}, {2, "true"}, {3, "d"}, {5, "a"}};

  ContestDir dir_;
};

/// The same without the column of attempts.
std::string without_attempts(std::string csv) {
  std::string text;
  while (!csv.empty()) {
    std::string line = csv.substr(0, csv.find('\n') + 1);
    csv.erase(0, line.size());
    const std::size_t first = line.find(',');
    text += line.substr(0, first) + line.substr(line.find(',', first + 1));
  }
  return text;
}

/// Five attempts of three people, each right, one of them beyond those allowed.
std::string five_attempts(const Drawn& drawn) {
  return drawn.row("E1", 1, "09:00", "09:05") + drawn.row("E1", 2, "10:00", "10:05") +
         drawn.row("E2", 1, "09:00", "09:06") + drawn.row("E1", 3, "11:00", "11:05") +
         drawn.row("E3", 1, "09:00", "09:07");
}

/// The lines of a table in the opposite order, its header first.
std::string reversed(std::string_view csv) {
  const std::size_t header = csv.find('\n') + 1;
  std::vector<std::string> lines;
  for (std::string_view rest = csv.substr(header); !rest.empty(); rest.remove_prefix(rest.find('\n') + 1))
    lines.emplace_back(rest.substr(0, rest.find('\n') + 1));
  std::string text(csv.substr(0, header));
  std::for_each(lines.rbegin(), lines.rend(), [&](const std::string& line) { text += line; });
  return text;
}

std::uint64_t stored_sheets(const ContestDir& dir) {
  return quiz::store::Store::open(dir.path() / "contest.db")->sheet_count();
}

}  // namespace

TEST_CASE("every row of a file ends in one verdict") {
  const Drawn drawn;
  const std::string csv = std::string(kDrawnHeader) + drawn.row("E1", 1, "09:00", "09:05") +
                          drawn.row("E1", 1, "09:00", "09:05") + drawn.row("E1", 2, "10:00", "10:10:11") +
                          drawn.row("E2", 1, "09:00", "09:10:10") + drawn.row("E2", 2, "10:00", "10:05") +
                          drawn.row("E2", 3, "11:00", "11:05") + drawn.row("X1", 1, "09:00", "09:05") +
                          drawn.row("U9", 1, "09:00", "09:05") + drawn.row("E3", 1, "07:00", "09:05");
  CHECK(
      add_table(*drawn, csv) ==
      "sheets.csv: in 9, accepted 3, duplicate 1, late 1, over 1, excluded 1, unknown_entrant 1, refused 1\n"
      "sheets.csv:9: warning: the entrant is not in the roster [intake.unknown-entrant]\n"
      "sheets.csv:10: warning: this is before the round opens [intake.before-opening]\n");
  CHECK(scores(*drawn) ==
        "E1|w1|1|accepted|3|3|3|300000|2023-09-10T09:05:00+07:00|yes\n"
        "E1|w1|2|late|3|3|3|611000|2023-09-10T10:10:11+07:00|no\n"
        "E2|w1|1|accepted|3|3|3|610000|2023-09-10T09:10:10+07:00|no\n"
        "E2|w1|2|accepted|3|3|3|300000|2023-09-10T10:05:00+07:00|yes\n"
        "E2|w1|3|over|3|3|3|300000|2023-09-10T11:05:00+07:00|no\n"
        "X1|w1|1|excluded|3|3|3|300000|2023-09-10T09:05:00+07:00|no\n");
  CHECK(status(*drawn) ==
        "9|3|1|1|1|1|1|1\n"
        "files\n"
        "sheets.csv|2023-09-11T07:00:00+07:00|9|6|1|2\n"
        "set_aside\n"
        "sheets.csv|9|U9|unknown-entrant|the entrant is not in the roster [intake.unknown-entrant]\n"
        "sheets.csv|10|E3|refused|this is before the round opens [intake.before-opening]\n");
}

TEST_CASE("the same file again changes nothing") {
  const Drawn drawn;
  const std::string csv =
      std::string(kDrawnHeader) + five_attempts(drawn) + drawn.row("U9", 1, "09:00", "09:05");
  CHECK(add_table(*drawn, csv) ==
        "sheets.csv: in 6, accepted 4, over 1, unknown_entrant 1\n"
        "sheets.csv:7: warning: the entrant is not in the roster [intake.unknown-entrant]\n");
  const std::string before = scores(*drawn) + status(*drawn);
  CHECK(add_table(*drawn, csv) ==
        "sheets.csv: in 6, duplicate 5, unknown_entrant 1\n"
        "sheets.csv:7: warning: the entrant is not in the roster [intake.unknown-entrant]\n");
  CHECK(scores(*drawn) + status(*drawn) == before);
}

TEST_CASE("without numbers attempts are numbered by time, and drawn papers with them") {
  const Drawn with;
  const Drawn without;
  const std::string csv = std::string(kDrawnHeader) + five_attempts(with);
  CHECK(add_table(*with, csv) == "sheets.csv: in 5, accepted 4, over 1\n");
  CHECK(add_table(*without, without_attempts(csv)) == "sheets.csv: in 5, accepted 4, over 1\n");
  CHECK(scores(*without) == scores(*with));
}

TEST_CASE("the order of rows changes no result") {
  const Drawn first;
  const Drawn last;
  const std::string csv = without_attempts(std::string(kDrawnHeader) + five_attempts(first));
  CHECK(add_table(*first, csv) == "sheets.csv: in 5, accepted 4, over 1\n");
  CHECK(add_table(*last, reversed(csv)) == "sheets.csv: in 5, accepted 4, over 1\n");
  CHECK(scores(*last) == scores(*first));
}

TEST_CASE("a run that was broken off goes on where it stopped, also where attempts have no numbers") {
  const Drawn whole;
  const Drawn broken;
  // The last attempts come first, so that those before them are still to come when the run breaks off.
  const std::string csv = reversed(without_attempts(std::string(kDrawnHeader) + five_attempts(whole)));
  CHECK(add_table(*whole, csv) == "sheets.csv: in 5, accepted 4, over 1\n");
  {
    // What a run leaves that had numbered the whole file and kept half of it.
    const std::string numbered = reversed(std::string(kDrawnHeader) + five_attempts(broken));
    std::size_t half = 0;
    for (int line = 0; line < 4; ++line) half = numbered.find('\n', half) + 1;
    CHECK(add_table(*broken, numbered.substr(0, half)) == "sheets.csv: in 3, accepted 2, over 1\n");
  }
  CHECK(add_table(*broken, csv) == "sheets.csv: in 5, accepted 2, duplicate 3\n");
  CHECK(scores(*broken) == scores(*whole));
  CHECK(add_table(*broken, csv) == "sheets.csv: in 5, duplicate 5\n");
}

TEST_CASE("an interrupted run keeps the files before, and again it completes the rest") {
  const Drawn drawn;
  drawn->folder().add("a.csv", std::string(kDrawnHeader) + drawn.row("E1", 1, "09:00", "09:05"));
  drawn->folder().add("b.csv", std::string(kDrawnHeader) + drawn.row("E2", 1, "09:00", "09:05"));
  IntakeRequest request;
  int calls = 0;
  request.progress = [&](std::uint64_t, std::uint64_t) {
    if (++calls == 2) throw quiz::Error(quiz::ErrorKind::interrupted, quiz::Message("interrupted"));
  };
  CHECK_THROWS_AS(std::ignore = add(*drawn, {"a.csv", "b.csv"}, request), quiz::Error);
  CHECK(stored_sheets(*drawn) == 1);
  CHECK(add(*drawn, {"a.csv", "b.csv"}) == "a.csv: in 1, duplicate 1\nb.csv: in 1, accepted 1\n");
}

TEST_CASE("an empty attempt number is refused where the paper depends on it") {
  const Drawn drawn;
  CHECK(add_table(*drawn, std::string(kDrawnHeader) + drawn.row("E1", 1, "09:00", "09:05", "")) ==
        "sheets.csv: in 1, refused 1\n"
        "sheets.csv:2: warning: the attempt number is missing, and the paper depends on it "
        "[intake.attempt-missing]\n");
}

TEST_CASE("an earlier attempt that comes later has no number any more") {
  const Drawn drawn;
  const std::string header = without_attempts(std::string(kDrawnHeader));
  CHECK(add_table(*drawn, header + without_attempts(drawn.row("E1", 1, "10:00", "10:05"))) ==
        "sheets.csv: in 1, accepted 1\n");
  CHECK(add_table(*drawn, header + without_attempts(drawn.row("E1", 1, "09:00", "09:05"))) ==
        "sheets.csv: in 1, refused 1\n"
        "sheets.csv:2: warning: a later sheet of this entrant was taken in before, so that this one has no "
        "attempt number [intake.attempt-order]\n");
}

TEST_CASE("an answer to an item of another attempt's paper refuses the row") {
  const Drawn drawn;
  // The papers of both attempts together hold five items, so that each holds one that the other has not.
  CHECK(add_table(*drawn, std::string(kDrawnHeader) + drawn.row("E1", 1, "09:00", "09:05", "2"))
            .starts_with("sheets.csv: in 1, refused 1\nsheets.csv:2: warning: item small/"));
}

TEST_CASE("on a fixed paper attempts need no numbers and count by time") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  CHECK(add_table(dir, std::string(kFixedHeader) + "E1,2023-09-10 11:00,2023-09-10 11:05,b,a;c,true,d,a\n"
                                                   "E1,2023-09-10 09:00,2023-09-10 09:05,b,a,,d,a\n"
                                                   "E1,2023-09-10 10:00,2023-09-10 10:05,a,,,,\n") ==
        "sheets.csv: in 3, accepted 2, over 1\n");
  CHECK(scores(dir) ==
        "E1|w1|1|accepted|3|3|4|300000|2023-09-10T09:05:00+07:00|yes\n"
        "E1|w1|2|accepted|0|0|1|300000|2023-09-10T10:05:00+07:00|no\n"
        "E1|w1|3|over|5|5|5|300000|2023-09-10T11:05:00+07:00|no\n");
}

TEST_CASE("the same answers at the same moment are a duplicate, anything else is a further attempt") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  CHECK(add_table(dir,
                  "entrant,submitted_at,prediction,q1,q2\n"
                  "E1,2023-09-10 09:00,,b,a;c\n"
                  "E1,2023-09-10 09:00,7,b,c;a\n"
                  "E1,2023-09-10 09:00,,b,\n") == "sheets.csv: in 3, accepted 2, duplicate 1\n");
}

TEST_CASE("with --strict one refused row and nothing is kept") {
  const Drawn drawn;
  IntakeRequest strict;
  strict.strict = true;
  const std::string good = std::string(kDrawnHeader) + drawn.row("E1", 1, "09:00", "09:05");
  CHECK(add_table(*drawn,
                  good + drawn.row("E2", 1, "09:00", "09:05", "0") + drawn.row("U9", 1, "09:00", "09:05"),
                  strict) ==
        "sheets.csv:3: error: \"0\" is not an attempt number from 1 to 1000 [intake.attempt]\n"
        "sheets.csv:4: error: the entrant is not in the roster [intake.unknown-entrant]\n");
  CHECK(status(*drawn) ==
        "0|0|0|0|0|0|0|0\n"
        "files\nset_aside\n");
  CHECK(add_table(*drawn, good, strict) == "sheets.csv: in 1, accepted 1\n");
  CHECK(stored_sheets(*drawn) == 1);
}

TEST_CASE("with --dry-run everything is judged and nothing is kept") {
  const Drawn drawn;
  IntakeRequest dry;
  dry.dry_run = true;
  const std::string csv =
      std::string(kDrawnHeader) + five_attempts(drawn) + drawn.row("U9", 1, "09:00", "09:05");
  CHECK(add_table(*drawn, csv, dry) ==
        "sheets.csv: in 6, accepted 4, over 1, unknown_entrant 1\n"
        "sheets.csv:7: warning: the entrant is not in the roster [intake.unknown-entrant]\n"
        "note: nothing was changed: this was a dry run [dry-run]\n");
  CHECK(status(*drawn) ==
        "0|0|0|0|0|0|0|0\n"
        "files\nset_aside\n");
}

TEST_CASE("a file that is wrong as a whole keeps all files of the run out") {
  const Drawn drawn;
  drawn->folder().add("good.csv", std::string(kDrawnHeader) + drawn.row("E1", 1, "09:00", "09:05"));
  drawn->folder().add("empty.csv", "");
  drawn->folder().add("odd.csv", "entrant,q9\nE2,a\n");
  CHECK(add(*drawn, {"good.csv", "empty.csv", "odd.csv"}) ==
        "empty.csv:1: error: the file holds nothing [sheets.empty]\n"
        "odd.csv:1: error: \"q9\" is neither a column of sheets nor an item of the contest "
        "[sheets.column-unknown]\n");
  CHECK(stored_sheets(*drawn) == 0);
}

TEST_CASE("rows that cannot be read are refused one by one, and the rest is kept") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  CHECK(add_table(dir,
                  "q1,entrant,name\n"
                  "b,E1,An\n"
                  "b,E2\n"
                  "b,\"E3\"x,Chi\n"
                  "b,E4,\xff\n"
                  "z,E5,Dũng\n"
                  "b,,Én\n"
                  "b,E6,Phúc\n") ==
        "sheets.csv: in 7, accepted 2, refused 5\n"
        "sheets.csv:3: warning: the row has 2 cells, the header 3 [intake.cells]\n"
        "sheets.csv:4: warning: the quotation marks of the row do not match, or it is longer than 1 MiB "
        "[intake.quoting]\n"
        "sheets.csv:5: warning: the row is not UTF-8 text [intake.encoding]\n"
        "sheets.csv:6: warning: \"z\" is not an answer to item small/q1 [intake.answer-unknown]\n"
        "sheets.csv:7: warning: the row names no entrant [intake.entrant-empty]\n");
  const auto store = quiz::store::Store::open(dir.path() / "contest.db");
  std::string aside;
  store->each_set_aside(
      [&](const quiz::store::SetAside& row) { aside += row.entrant + "|" + row.record + "\n"; });
  CHECK(aside == "E2|b,E2\n\"E3\"x|b,\"\"\"E3\"\"x\",Chi\nE4|b,E4,\xff\nE5|z,E5,Dũng\n|b,,Én\n");
  // Only those whose sheets were kept are registered.
  const quiz::TextColumn registrations = store->registrations();
  REQUIRE(registrations.size() == 2);
  CHECK(registrations[0] == std::string_view("E1\0aAn", 6));
  CHECK(registrations[1] == std::string_view("E6\0aPhúc", 9));
}

TEST_CASE("a row that was set aside becomes a sheet when the roster has its entrant") {
  const Drawn drawn;
  const std::string csv =
      std::string(kDrawnHeader) + drawn.row("E1", 1, "09:00", "09:05") + drawn.row("E9", 1, "09:00", "09:06");
  CHECK(add_table(*drawn, csv).starts_with("sheets.csv: in 2, accepted 1, unknown_entrant 1\n"));
  drawn->folder().add("entrants.csv", std::string(kEntrants) + "E9,Vũ Giang,\n");
  CHECK(add_table(*drawn, csv) == "sheets.csv: in 2, accepted 1, duplicate 1\n");
  CHECK(status(*drawn) ==
        "3|2|1|0|0|0|0|0\n"
        "files\n"
        "sheets.csv|2023-09-11T07:00:00+07:00|2|1|0|1\n"
        "sheets.csv|2023-09-11T07:00:00+07:00|2|1|1|0\n"
        "set_aside\n");
}

TEST_CASE("odd values are warnings, and the sheet counts") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  CHECK(add_table(dir,
                  "entrant,started_at,submitted_at,duration_ms,prediction,q1\n"
                  "E1,2023-09-10 09:00,2023-09-10 09:05,1000,many,b\n") ==
        "sheets.csv: in 1, accepted 1\n"
        "sheets.csv:2: warning: the prediction is not a count [intake.prediction]\n"
        "sheets.csv:2: warning: the duration is more than a second away from the time between start and "
        "submission [intake.duration-contradicts]\n");
  CHECK(scores(dir) == "E1|w1|1|accepted|1|1|1|1000|2023-09-10T09:05:00+07:00|yes\n");
}

TEST_CASE("extra time from the sheets moves the end of a sitting") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  CHECK(add_table(dir,
                  "entrant,time_factor,started_at,submitted_at,q1\n"
                  "E1,150,2023-09-10 09:00,2023-09-10 09:15:10,b\n"
                  "E2,,2023-09-10 09:00,2023-09-10 09:15:10,b\n"
                  "E3,90,2023-09-10 09:00,2023-09-10 09:05,b\n") ==
        "sheets.csv: in 3, accepted 1, late 1, refused 1\n"
        "sheets.csv:4: warning: \"90\" is not a whole percentage from 100 to 400 [intake.time-factor]\n");
}

TEST_CASE("where tracks have their own banks the sheet's track decides on the paper") {
  const ContestDir dir(replaced(replaced(kFixedContest, "banks: {small: banks/small.yaml}\n",
                                         "banks: {small: banks/small.yaml, other: banks/small.yaml}\n"
                                         "tracks:\n- {id: a, title: A}\n- {id: b, title: B}\n"),
                                "{bank: small, draw: all}", "{bank: {a: small, b: other}, draw: all}"));
  dir.seal();
  CHECK(add_table(dir,
                  "entrant,track,attempt,small/q1,other/q1\n"
                  "E1,a,1,b,\n"
                  "E2,b,1,,b\n"
                  "E3,b,1,b,\n") ==
        "sheets.csv: in 3, accepted 2, refused 1\n"
        "sheets.csv:4: warning: item small/q1 is not in the paper of this attempt "
        "[intake.item-not-in-paper]\n");
}

TEST_CASE("a foreign table is read by a mapping") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  dir.folder().add("columns.yaml",
                   "format: quiz-columns/1\n"
                   "columns: {entrant: Số báo danh, name: Họ tên, submitted_at: Nộp lúc}\n"
                   "items: [Câu 1, Câu 2, Câu 3, Câu 4, Câu 5]\n"
                   "answers: letters\n"
                   "date_order: dmy\n");
  IntakeRequest request;
  request.map = "columns.yaml";
  CHECK(add_table(dir,
                  "STT;Số báo danh;Họ tên;Nộp lúc;Câu 1;Câu 2;Câu 3;Câu 4;Câu 5;Điểm\n"
                  "1;E1;Nguyễn An;10/09/2023 9:05:00;B;AC;A;D;A;10\n"
                  "2;E2;Lý Bình;10/09/2023 9:06:00;a;;b;c;b;0\n",
                  request) == "sheets.csv: in 2, accepted 2\n");
  CHECK(scores(dir) ==
        "E1|w1|1|accepted|5|5|5||2023-09-10T09:05:00+07:00|yes\n"
        "E2|w1|1|accepted|0|0|4||2023-09-10T09:06:00+07:00|yes\n");
}

TEST_CASE("a mapping that is wrong keeps everything out") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  dir.folder().add("columns.yaml", "{format: quiz-columns/1, columns: {name: id}, items: [q1]}\n");
  IntakeRequest request;
  request.map = "columns.yaml";
  CHECK(add_table(dir, "id,q1\nE1,b\n", request) ==
        "columns.yaml:1:35: error: the mapping does not name the column of entrant ids "
        "[columns.entrant-missing]\n");
}

TEST_CASE("a contest that is not sealed takes no sheets in") {
  const ContestDir dir(kFixedContest);
  CHECK(failure([&] { std::ignore = add_table(dir, "entrant,q1\nE1,b\n"); }) ==
        "failed: the contest \"small\" is not sealed yet [seal.missing]");
}

TEST_CASE("a contest whose files have changed since sealing takes no sheets in") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  dir.folder().add("banks/small.yaml",
                   replaced(quiz::tests::kBank, "id: c, text: {vi: \"năm\", en: \"five\"}",
                            "id: c, text: {vi: \"sáu\", en: \"six\"}"));
  const auto loaded = dir.load();
  CHECK(failure([&] { std::ignore = add_table(dir, "entrant,q1\nE1,b\n"); }, dir.path()) ==
        "integrity: banks/small.yaml has changed since the contest was sealed: it was " +
            quiz::crypto::hex(quiz::bank::digest(quiz::tests::SmallContest(kFixedContest).banks.front())) +
            ", now it is " + quiz::crypto::hex(quiz::bank::digest(loaded->banks.front())) +
            " [seal.changed]");
}

TEST_CASE("a store with sheets of nobody is damaged and takes no sheets in") {
  const Drawn drawn;
  quiz::response::SheetBatch batch;
  batch.entrant = {0};
  batch.attempt = {1};
  batch.started = batch.submitted = batch.duration = batch.prediction = {quiz::kMissing};
  batch.digest = {{1, 1}};
  quiz::response::PackedBatch packed = quiz::response::pack_batch(batch);
  packed.round = "w1";
  quiz::store::Store::open(drawn->path() / "contest.db", drawn->writer())->put(packed);
  const std::string csv = std::string(kDrawnHeader) + drawn.row("E1", 1, "09:00", "09:05");
  CHECK(failure([&] { std::ignore = add_table(*drawn, without_attempts(csv)); }, drawn->path()) ==
        "integrity: contest.db is damaged [store.damaged]");
}

TEST_CASE("a file that grows while its rows are read is refused where their numbers matter") {
  const Drawn drawn;
  std::string csv = "entrant,submitted_at,q1\n";
  for (int i = 0; i < 4'000; ++i) csv += "U" + std::to_string(i) + ",2023-09-10 09:00,a\n";
  IntakeRequest request;
  request.progress = [&](std::uint64_t, std::uint64_t) {
    std::ofstream(drawn->path() / "sheets.csv", std::ios::app) << "E1,2023-09-10 09:00,a\n";
  };
  CHECK(failure([&] { std::ignore = add_table(*drawn, csv, request); }, drawn->path()) ==
        "failed: sheets.csv changed while it was being read [sheets.changed]");
}

TEST_CASE("a frozen contest keeps no new sheet unless it is applied") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  std::ignore =
      quiz::workflow::freeze(dir.load(), {}, 1, quiz::tests::FakeClock(quiz::tests::kLater), dir.writer());
  std::ignore = add_table(dir, "entrant,q1\nE1,b\n");
  CHECK(quiz::store::Store::open(dir.path() / "contest.db")->sheet_count() == 0);
  IntakeRequest request;
  request.apply = true;
  request.reason = "minutes";
  std::ignore = add_table(dir, "entrant,q1\nE1,b\n", request);
  const auto store = quiz::store::Store::open(dir.path() / "contest.db");
  CHECK(store->sheet_count() == 1);
  REQUIRE(store->decisions().size() == 1);
  CHECK(store->decisions()[0].kind == quiz::store::Decision::Kind::late_file);
  CHECK(store->decisions()[0].subjects.front() == "0");
}

TEST_CASE("an unknown round is not found") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  IntakeRequest request;
  request.round = "w2";
  CHECK(failure([&] { std::ignore = add_table(dir, "entrant,q1\nE1,b\n", request); }) ==
        "not_found: there is no round \"w2\" [round.unknown]");
}

TEST_CASE("the number of threads changes no result") {
  std::string csv(kFixedHeader);
  for (int i = 0; i < 9'000; ++i) {
    const std::string id = std::to_string(i % 4'000);
    csv += "E" + id + ",2023-09-10 09:00," +
           (i % 97 == 0 ? "never" : "2023-09-10 09:0" + std::to_string(i % 10)) + "," +
           (i % 3 == 0 ? "b" : "a") + ",a;c," + (i % 101 == 0 ? "?" : "") + ",d,\n";
  }
  const ContestDir one(kFixedContest);
  one.seal();
  const ContestDir two(kFixedContest);
  two.seal();
  IntakeRequest request;
  request.threads = 1;
  const std::string said = add_table(one, csv, request);
  request.threads = 2;
  CHECK(add_table(two, csv, request) == said);
  CHECK(status(two) == status(one));
  CHECK(scores(two) == scores(one));
  CHECK(stored_sheets(one) > 6'000);
}
