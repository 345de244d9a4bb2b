// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ratio.hpp>
#include <quizlib/ranking/group_standing.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/workflow/results.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace quiz::workflow {

/// The columns of `quiz rank --of groups`, and a group's line under them.
[[nodiscard]] std::vector<report::Column> group_columns();
[[nodiscard]] std::vector<report::Cell> group_row(const Results& results,
                                                  const ranking::GroupStanding& standing);

/// All groups that are in force in one of the rounds, by level, name as the language orders it, and code.
[[nodiscard]] std::vector<GroupNo> groups_by_name(const Results& results, std::span<const RoundNo> rounds,
                                                  text::Language language);

/// With two decimals; absent where there is none.
[[nodiscard]] report::Cell decimal_cell(const std::optional<Ratio>& value);
[[nodiscard]] report::Cell count_cell(std::uint64_t count);

}  // namespace quiz::workflow
