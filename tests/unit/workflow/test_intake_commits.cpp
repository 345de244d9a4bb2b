// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/intake_add.hpp>

#include <tests/unit/workflow/intake_runs.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using quiz::tests::add_table;
using quiz::tests::ContestDir;
using quiz::tests::kFixedContest;
using quiz::tests::scores;
using quiz::tests::status;

namespace {

struct Interrupted {};

/// Sheets of 2,000 entrants, the first of whom submitted at no time that there is.
std::string many_sheets() {
  std::string csv = "entrant,submitted_at,q1\nE0,yesterday,b\n";
  for (int i = 1; i < 2'000; ++i) csv += "E" + std::to_string(i) + ",2023-09-10 09:00,b\n";
  return csv;
}

}  // namespace

TEST_CASE("an interrupted run keeps what it had committed, and the file again adds the rest") {
  const ContestDir interrupted(kFixedContest);
  const ContestDir undisturbed(kFixedContest);
  interrupted.seal();
  undisturbed.seal();
  quiz::workflow::IntakeRequest request;
  request.rows_per_commit = 1;
  request.progress = [](std::uint64_t rows, std::uint64_t) {
    if (rows > 512) throw Interrupted{};
  };
  CHECK_THROWS_AS(add_table(interrupted, many_sheets(), request), Interrupted);
  CHECK(status(interrupted) ==
        "512|511|0|0|0|0|0|1\n"
        "files\n"
        "sheets.csv|2023-09-11T07:00:00+07:00|512|511|0|1\n"
        "set_aside\n"
        "sheets.csv|2|E0|refused|\"yesterday\" in submitted_at is not a date and time [intake.time]\n");

  CHECK(add_table(interrupted, many_sheets()) ==
        "sheets.csv: in 2000, accepted 1488, duplicate 511, refused 1\n"
        "sheets.csv:2: warning: \"yesterday\" in submitted_at is not a date and time [intake.time]\n");
  CHECK(add_table(undisturbed, many_sheets()) ==
        "sheets.csv: in 2000, accepted 1999, refused 1\n"
        "sheets.csv:2: warning: \"yesterday\" in submitted_at is not a date and time [intake.time]\n");
  CHECK(scores(interrupted) == scores(undisturbed));
}
