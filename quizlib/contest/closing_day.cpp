// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/closing_day.hpp>

#include <chrono>

namespace quiz::contest {

Date closing_day(const Contest& contest, const Round& round) {
  const LocalTime last = contest.zone.local(round.window().closes - Milliseconds(1));
  return Date(std::chrono::floor<std::chrono::days>(last));
}

}  // namespace quiz::contest
