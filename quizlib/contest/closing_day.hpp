// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/contest/contest.hpp>

namespace quiz::contest {

/// The day on which a round closes, which decides which groups are in force for it: that of its last moment
/// in the contest's zone. A round that closes at 24:00 closes on the day that this ends.
[[nodiscard]] Date closing_day(const Contest& contest, const Round& round);

}  // namespace quiz::contest
