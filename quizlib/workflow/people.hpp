// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/ranking/standing.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/workflow/results.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace quiz::workflow {

/// The columns of `quiz rank --of entrants`.
[[nodiscard]] std::vector<report::Column> person_columns(const contest::Contest& contest);

/// One person's line under `person_columns` in a list of these rules. A prediction is shown where the line is
/// of one sheet.
[[nodiscard]] std::vector<report::Cell> person_row(const Results& results, const ranking::ListRules& rules,
                                                   const ranking::Standing& standing);

/// Predictions and distances: counts, or decimals where any round predicts percents.
[[nodiscard]] report::Kind prediction_kind(const contest::Contest& contest);
/// The prediction of a sheet, as what its round asks for.
[[nodiscard]] report::Cell prediction_cell(const Results& results, SheetNo sheet);
[[nodiscard]] report::Cell distance_cell(const contest::Contest& contest,
                                         const std::optional<Ratio>& distance);

/// The id of a person's track; empty where the contest has no tracks.
[[nodiscard]] std::string_view track_of(const Results& results, EntrantNo entrant);

/// The codes of the groups that the registration names, joined by `;`, as a cell; what is not known is as it
/// is written.
[[nodiscard]] report::Cell group_cell(const Results& results, EntrantNo entrant);

/// What is left of a private value in a public list: `09xx xxx 123` for a phone, the last three characters of
/// anything else.
[[nodiscard]] std::string masked(std::string_view column, std::string_view value);

/// Sheets by entrant id (bytes of its NFC form), round, attempt and digest: an order that no import order
/// changes.
[[nodiscard]] std::vector<SheetNo> sheets_by_entrant(const Results& results);

}  // namespace quiz::workflow
