// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/base/progress.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/writer.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quiz::workflow {

struct IntakeRequest {
  std::vector<std::string> files;  ///< paths, `-` for standard input
  std::string round;               ///< empty: the rows say
  std::string map;                 ///< path of a quiz-columns/1 file; empty: our own columns
  bool strict = false;             ///< one refused row and nothing is kept
  bool dry_run = false;            ///< judge, but keep nothing
  bool apply = false;              ///< keep sheets of frozen rounds too; else they are only judged
  std::string reason;              ///< why late sheets are kept
  unsigned threads = 1;
  /// A commit waits for the disk, so that small ones cost more than they save; at least so many rows a
  /// commit.
  std::uint64_t rows_per_commit = 100'000;
  Progress progress;
  Instant now{};
};

/// Take response sheets into the store (docs/formats/sheets.md): every row judged by itself, its verdict
/// counted, nothing lost. What is counted is on disk when this returns; a killed run leaves whole batches,
/// and the same file again adds what is missing and nothing else.
///
/// Findings: files that are wrong as a whole (errors; then nothing is kept and nothing returned); refused
/// rows and odd values (warnings; errors with `strict`). Throws Error{failed} for a contest that is not
/// sealed, Error{not_found} for an unknown round.
///
/// Sheets of a round whose figures are frozen are a correction: what they do to the awards is part of the
/// answer, and without `apply` nothing of the files is kept, which a note says.
[[nodiscard]] std::optional<report::Document> add_sheets(const std::shared_ptr<const ContestFolder>& folder,
                                                         const IntakeRequest& request, const Writer& writer,
                                                         Diagnostics& diagnostics);

/// What was taken in so far: sheets by verdict, and the rows that were set aside with their reasons.
[[nodiscard]] report::Document intake_status(const std::shared_ptr<const ContestFolder>& folder,
                                             unsigned threads);

}  // namespace quiz::workflow
