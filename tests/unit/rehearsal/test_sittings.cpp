// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/sittings.hpp>

#include <quizlib/base/instant.hpp>

#include <tests/support/small_contest.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using quiz::rehearsal::make_people;
using quiz::rehearsal::make_sheets;
using quiz::rehearsal::Part;
using quiz::rehearsal::People;
using quiz::rehearsal::SheetTable;
using quiz::tests::kDrawnContest;
using quiz::tests::kFixedContest;
using quiz::tests::replaced;
using quiz::tests::SmallContest;

using Cells = std::vector<std::string>;

quiz::crypto::Bytes32 seed(std::string_view text) { return quiz::crypto::sha256(text); }

/// A rehearsal of a contest.
class Rehearsal {
 public:
  Rehearsal(std::string_view contest, std::uint32_t persons, std::string_view chance = "1")
      : all_(contest),
        drawer_(all_.contest, all_.items, 0, seed("papers"), seed("questions")),
        people_(make_people(all_.contest, {}, persons, seed(chance))),
        sheets_(make_sheets(all_.contest, all_.items, 0, drawer_, people_, seed(chance))) {}

  const SheetTable& operator*() const { return sheets_; }
  const SheetTable* operator->() const { return &sheets_; }
  const People& people() const { return people_; }
  const quiz::contest::Items& items() const { return all_.items; }
  const quiz::paper::Drawer& drawer() const { return drawer_; }

  [[nodiscard]] std::vector<Cells> rows() const {
    std::vector<Cells> rows;
    for (std::size_t row = 0; row < sheets_.rows; ++row) rows.push_back(sheets_.cells(row));
    return rows;
  }
  [[nodiscard]] std::size_t column(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::find(sheets_.header, name) - sheets_.header.begin());
  }
  /// The part that the entrant of a row plays; nothing for one whom nobody knows.
  [[nodiscard]] std::optional<Part> part(const Cells& row) const {
    for (const auto& registration : people_.registrations) {
      if (registration.id == row[0]) return registration.part;
    }
    return std::nullopt;
  }

 private:
  SmallContest all_;
  quiz::paper::Drawer drawer_;
  People people_;
  SheetTable sheets_;
};

const std::string kWithPrediction =
    replaced(kDrawnContest, "  attempts:", "  prediction: {target: all-correct}\n  attempts:");

/// Milliseconds of a moment as the rows write it; nothing where it is none.
std::optional<std::int64_t> moment(const std::string& text) {
  const auto written = quiz::parse_time(text);
  if (!written) return std::nullopt;
  return written->local.time_since_epoch().count();
}

constexpr std::string_view kCloses = "2023-09-10T17:00:00+07:00";
constexpr std::string_view kEndOfGrace = "2023-09-10T17:00:10+07:00";

}  // namespace

TEST_CASE("sheets have the columns that intake knows") {
  CHECK(Rehearsal(kDrawnContest, 1)->header == Cells{"entrant", "round", "attempt", "started_at",
                                                     "submitted_at", "duration_ms", "small/q1", "small/q2",
                                                     "small/q3", "small/q4", "small/q5", "small/q6"});
  CHECK(Rehearsal(kWithPrediction, 1).column("prediction") == 6);
  const Rehearsal open(kFixedContest, 1);
  CHECK(open.column("name") == 6);
  CHECK(open.column("kind") == 15);
  CHECK(open->header.size() == 22);
}

TEST_CASE("the same seed makes the same sheets, and the same row gives the same cells") {
  const Rehearsal one(kDrawnContest, 60);
  const Rehearsal same(kDrawnContest, 60);
  CHECK(one.rows() == same.rows());
  CHECK(one->cells(5) == one->cells(5));
  CHECK(one.rows() != Rehearsal(kDrawnContest, 60, "2").rows());
}

TEST_CASE("rows come in the order of submission") {
  const Rehearsal rehearsal(kDrawnContest, 300);
  std::int64_t last = 0;
  for (const Cells& row : rehearsal.rows()) {
    const auto submitted = moment(row[4]);
    if (!submitted) continue;
    REQUIRE(*submitted >= last);
    last = *submitted;
  }
}

TEST_CASE("every finisher has a sheet in time, and nobody has one who stays away") {
  const Rehearsal rehearsal(kDrawnContest, 300);
  std::set<std::string> in_time;
  for (const Cells& row : rehearsal.rows()) {
    if (row[4] <= kCloses && row.size() == rehearsal->header.size()) in_time.insert(row[0]);
  }
  for (const auto& registration : rehearsal.people().registrations) {
    if (registration.part == Part::finisher) REQUIRE(in_time.contains(registration.id));
    if (registration.part == Part::absent || registration.part == Part::latecomer)
      REQUIRE_FALSE(in_time.contains(registration.id));
  }
}

TEST_CASE("latecomers submit after the grace, everybody else within the limit of their sitting") {
  const Rehearsal rehearsal(kDrawnContest, 1'200);
  std::size_t late = 0;
  for (const Cells& row : rehearsal.rows()) {
    const auto started = moment(row[3]);
    const auto submitted = moment(row[4]);
    if (!submitted) continue;
    REQUIRE(started);
    REQUIRE(row[3] >= "2023-09-10T08:00:00+07:00");
    REQUIRE(row[5] == std::to_string(*submitted - *started));
    if (rehearsal.part(row) == Part::latecomer) REQUIRE(row[4] > kEndOfGrace);
    if (row[4] > kCloses) {
      ++late;
      REQUIRE(row[4] > kEndOfGrace);
    } else {
      REQUIRE(*submitted - *started <= 10 * 60 * 1'000);
    }
  }
  CHECK(late > 0);
}

TEST_CASE("a few rows are duplicates, unknown, unreadable or attempts too many") {
  const Rehearsal rehearsal(kDrawnContest, 3'000);
  std::map<Cells, int> times;
  std::size_t unknown = 0;
  std::size_t unreadable = 0;
  std::size_t too_many = 0;
  for (const Cells& row : rehearsal.rows()) {
    ++times[row];
    const bool odd =
        row.size() != rehearsal->header.size() || !moment(row[4]) || std::ranges::find(row, "?") != row.end();
    if (odd) ++unreadable;
    if (row[0].starts_with("X")) ++unknown;
    if (row[2] == "3") ++too_many;
  }
  CHECK(std::ranges::any_of(times, [](const auto& entry) { return entry.second == 2; }));
  CHECK(unknown > 0);
  CHECK(unreadable > 0);
  CHECK(too_many > 0);
}

TEST_CASE("with open registration nobody is unknown") {
  const Rehearsal rehearsal(kFixedContest, 1'500);
  for (const Cells& row : rehearsal.rows()) REQUIRE(row[0].starts_with("E"));
}

TEST_CASE("answers are given to the items of the paper and to no others") {
  const Rehearsal rehearsal(kDrawnContest, 40);
  const std::size_t first = rehearsal.column("small/q1");
  for (const Cells& row : rehearsal.rows()) {
    if (row.size() != rehearsal->header.size()) continue;
    const auto paper = rehearsal.drawer().draw(row[0], 0, static_cast<std::uint32_t>(std::stoi(row[2])));
    for (quiz::ItemNo item = 0; item < rehearsal.items().size(); ++item) {
      const bool shown =
          std::ranges::find(paper.items, item, &quiz::paper::PaperItem::item) != paper.items.end();
      if (!shown) REQUIRE(row[first + item] == "");
    }
  }
}

TEST_CASE("easy questions are answered better than hard ones") {
  std::string bank(quiz::tests::kBank);
  bank = replaced(bank, "- id: q1\n", "- id: q1\n  difficulty: easy\n");
  bank = replaced(bank, "- id: q4\n", "- id: q4\n  difficulty: hard\n");
  const SmallContest all(kFixedContest, bank);
  const quiz::paper::Drawer drawer(all.contest, all.items, 0, seed("papers"), seed("questions"));
  const People people = make_people(all.contest, {}, 2'000, seed("1"));
  const SheetTable sheets = make_sheets(all.contest, all.items, 0, drawer, people, seed("1"));
  const std::size_t first = sheets.header.size() - all.items.size();
  int easy = 0;
  int hard = 0;
  for (std::size_t row = 0; row < sheets.rows; ++row) {
    const Cells cells = sheets.cells(row);
    if (cells.size() != sheets.header.size()) continue;
    easy += cells[first] == "b" ? 1 : 0;
    hard += cells[first + 3] == "d" ? 1 : 0;
  }
  CHECK(easy > hard + 300);
}

TEST_CASE("predictions lie around the number of faultless papers") {
  const Rehearsal rehearsal(kWithPrediction, 1'000);
  std::uint64_t sum = 0;
  for (const Cells& row : rehearsal.rows()) sum += std::stoull(row[6]);
  CHECK(sum / rehearsal->rows > 5);
  CHECK(sum / rehearsal->rows < 200);
}

TEST_CASE("somebody who registered twice has no more attempts than anybody") {
  const std::string contest = replaced(kDrawnContest, "rounds:\n", "person: [name, birth_date]\nrounds:\n");
  const Rehearsal rehearsal(contest, 1'500);
  std::map<std::string, std::set<std::string>> attempts;
  for (const Cells& row : rehearsal.rows()) {
    if (row[4] <= kCloses) attempts[row[0]].insert(row[2]);
  }
  const auto& registrations = rehearsal.people().registrations;
  std::size_t both = 0;
  for (std::size_t i = 1; i < registrations.size(); ++i) {
    if (registrations[i].part != Part::second_self || !attempts.contains(registrations[i].id)) continue;
    REQUIRE(attempts[registrations[i].id] == std::set<std::string>{"1"});
    REQUIRE(attempts[registrations[i - 1].id] == std::set<std::string>{"1"});
    ++both;
  }
  CHECK(both > 0);
}

TEST_CASE("where one attempt is allowed nobody sits twice under two registrations") {
  std::string contest = replaced(kDrawnContest, "rounds:\n", "person: [name, birth_date]\nrounds:\n");
  contest = replaced(contest, "attempts: {max: 2}", "attempts: {max: 1}");
  const Rehearsal rehearsal(contest, 1'500);
  for (const Cells& row : rehearsal.rows()) REQUIRE(rehearsal.part(row) != Part::second_self);
}

TEST_CASE("a time limit below a second leaves sittings of no time") {
  const Rehearsal rehearsal(replaced(kDrawnContest, "time_limit: 10m", "time_limit: 500ms"), 20);
  for (const Cells& row : rehearsal.rows()) {
    if (row[4] <= kCloses) REQUIRE(row[5] == "0");
  }
}
