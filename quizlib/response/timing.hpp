// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/response/columns.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace quiz::response {

/// Read a moment as sheets write it: ISO 8601, or a date in `order` with `/`, `-` or `.` between its numbers,
/// then a blank and `H:MM[:SS]`. Nothing for anything else: a date alone, a two-digit year, `AM` or `PM`.
[[nodiscard]] std::optional<WrittenTime> parse_sheet_time(std::string_view text, DateOrder order);

/// Whether a sheet came too late (docs/scoring-rules.md, "Time"): after its sitting's end plus the grace. A
/// sitting ends at started + time_limit x time_factor / 100 or when the round closes, whichever is first.
/// Without `started` the duration, where there is one, is held against the limit. What is missing (kMissing)
/// makes nothing late. `time_factor` is in percent.
[[nodiscard]] bool is_late(const contest::RoundRules& rules, std::int64_t started, std::int64_t submitted,
                           std::int64_t duration, std::int64_t time_factor);

/// How long a sitting took: as the sheet says, else submitted - started, else kMissing.
[[nodiscard]] std::int64_t elapsed(std::int64_t started, std::int64_t submitted, std::int64_t duration);

}  // namespace quiz::response
