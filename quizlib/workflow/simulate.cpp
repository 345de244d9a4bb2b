// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/simulate.hpp>

#include <quizlib/crypto/digest.hpp>
#include <quizlib/io/csv.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/rehearsal/people.hpp>
#include <quizlib/rehearsal/sittings.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

constexpr std::size_t kRowsPerFile = 10'000;

/// The files of a rehearsal, written one after the other.
class Files {
 public:
  explicit Files(const RehearsalRequest& request) : request_(request) {
    if (!request.dry_run) io::make_folder(request.folder);
  }

  /// Write a file of `rows` rows; `cells` gives the cells of each, and of the header for no row.
  template <class Cells>
  void write(const std::string& name, std::size_t rows, const std::vector<std::string>& header,
             const Cells& cells) {
    written_.push_back({(request_.folder / name).string(), static_cast<std::int64_t>(rows)});
    if (request_.dry_run) return;
    io::write_file(request_.folder / name, request_.overwrite, [&](const io::Sink& sink) {
      io::CsvWriter csv(sink);
      const auto record = [&](const std::vector<std::string>& all) {
        for (const std::string& cell : all) csv.verbatim(cell);
        csv.end_record();
      };
      record(header);
      for (std::size_t row = 0; row < rows; ++row) record(cells(row));
    });
  }

  [[nodiscard]] std::vector<std::vector<report::Cell>> take() { return std::move(written_); }

 private:
  const RehearsalRequest& request_;
  std::vector<std::vector<report::Cell>> written_;
};

void write_people(Files& files, const contest::Contest& contest, const rehearsal::People& people) {
  std::vector<std::string> header{"id"};
  header.insert(header.end(), people.columns.begin(), people.columns.end());
  std::vector<const rehearsal::Registration*> barred;
  for (const rehearsal::Registration& person : people.registrations) {
    if (person.part == rehearsal::Part::organiser || person.may_not_win) barred.push_back(&person);
  }
  if (contest.registration == contest::RegistrationMode::roster) {
    files.write("entrants.csv", people.registrations.size(), header, [&](std::size_t row) {
      const rehearsal::Registration& person = people.registrations[row];
      std::vector<std::string> cells{person.id};
      cells.insert(cells.end(), person.cells.begin(), person.cells.end());
      return cells;
    });
  }
  files.write("excluded.csv", barred.size(), {"id", "from", "reason"}, [&](std::size_t row) {
    const bool win = barred[row]->may_not_win;
    return std::vector<std::string>{
        barred[row]->id, win ? "win" : "enter",
        win ? "made up: helped to prepare the contest" : "made up: organising committee"};
  });
}

}  // namespace

report::Document simulate(const ContestFolder& folder, const RehearsalRequest& request) {
  const contest::Contest& contest = folder.contest;
  const auto store = store::Store::open(store_path(folder));
  const store::Seal seal = require_seal(store.get(), folder);
  const crypto::Bytes32 seed = crypto::sha256("quiz/1 rehearsal " + request.seed);
  const rehearsal::People people = rehearsal::make_people(contest, folder.groups, request.persons, seed);
  Files files(request);
  write_people(files, contest, people);

  std::size_t file = 0;
  for (RoundNo round = 0; round < contest.rounds.size(); ++round) {
    const paper::Drawer drawer(contest, *folder.items, round, seal.seed,
                               questions_of(seal, contest.rounds[round]));
    const rehearsal::SheetTable sheets =
        rehearsal::make_sheets(contest, *folder.items, round, drawer, people, seed);
    for (std::size_t first = 0; first < sheets.rows; first += kRowsPerFile) {
      const std::size_t rows = std::min(kRowsPerFile, sheets.rows - first);
      files.write("sheets-" + std::to_string(++file) + ".csv", rows, sheets.header,
                  [&](std::size_t row) { return sheets.cells(first + row); });
      if (request.progress) request.progress(first + rows, sheets.rows);
    }
  }
  report::Document document;
  document.name = "simulate";
  document.contest = contest.id;
  document.title = contest.title;
  document.provisional = true;
  document.rows = report::table("rows", {{"file"}, {"rows", report::Kind::count}}, files.take());
  if (request.dry_run) document.notes.emplace_back("dry-run");
  return document;
}

}  // namespace quiz::workflow
