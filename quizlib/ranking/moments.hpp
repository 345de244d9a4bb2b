// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/ranking/tally.hpp>

#include <cstdint>
#include <vector>

namespace quiz::ranking {

/// When each registration was made, by entrant in ms: registered_at, a wall-clock reading where it has no
/// offset; kMissing where it is empty or no time. Empty where the roster has no such column.
[[nodiscard]] std::vector<std::int64_t> registered_moments(const Field& field);

/// When each registration's first sheet was submitted, of all its sheets, by entrant in ms; kMissing without.
[[nodiscard]] std::vector<std::int64_t> first_submissions(const Field& field);

}  // namespace quiz::ranking
