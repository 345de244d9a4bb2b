// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/io/table.hpp>
#include <quizlib/roster/roster.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quiz::roster {

/// What somebody may not do. Ordered: who may not enter may not win either.
enum class Barred { no, from_win, from_enter };

/// A row of excluded.csv: whoever equals all its filled cells is barred.
struct Exclusion {
  std::vector<std::pair<std::string, std::string>> cells;  ///< column and comparable value; never empty
  Barred from = Barred::from_enter;
  std::string reason;
  std::uint32_t line = 0;
};

/// Read excluded.csv (docs/formats/excluded.md). Errors: no `from` or a word other than enter and win, a row
/// without any cell to compare, a cell that says nothing (a phone without digits), a column that the roster
/// does not have (where one is given). Nothing is returned when there was an error.
[[nodiscard]] std::optional<std::vector<Exclusion>> read_exclusions(const io::Table& table,
                                                                    Diagnostics& diagnostics,
                                                                    const Roster* roster = nullptr);

/// For every registration the first row that bars it most strictly, by position in `exclusions`; kNone: none.
/// A row that names a column which the roster does not have bars nobody.
[[nodiscard]] std::vector<std::uint32_t> apply(const std::vector<Exclusion>& exclusions,
                                               const Roster& roster);

}  // namespace quiz::roster
