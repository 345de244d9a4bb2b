// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/progress.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/workflow/contest_folder.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace quiz::workflow {

struct RehearsalRequest {
  std::uint32_t persons = 0;     ///< who will have finished
  std::string seed = "1";        ///< any text
  std::filesystem::path folder;  ///< where to write
  bool overwrite = false;
  bool dry_run = false;
  Progress progress;
};

/// Write a made-up contest into `folder`: entrants.csv, excluded.csv and sheets-1.csv, sheets-2.csv, …;
/// nothing else is touched. The files and their rows are the answer. Throws Error{failed} for a contest that
/// is not sealed, for files that exist (without `overwrite`) and for what the disk refuses.
[[nodiscard]] report::Document simulate(const ContestFolder& folder, const RehearsalRequest& request);

}  // namespace quiz::workflow
