// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/sitting/sitting.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/sheet_file.hpp>

#include <cstdint>
#include <string>

namespace quiz::workflow {

/// A sitting that has come to its end.
struct EndedSitting {
  std::string entrant;
  RoundNo round = 0;
  std::uint32_t attempt = 0;
  Instant started{};
  Milliseconds duration{0};
};

/// The sheet of a sitting as a file of one record, in our own columns (docs/formats/sheets.md), for intake.
[[nodiscard]] SheetFile sheet_of(const ContestFolder& folder, const EndedSitting& ended,
                                 const sitting::Sitting& sitting, const paper::Paper& paper);

}  // namespace quiz::workflow
