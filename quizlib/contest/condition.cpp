// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/condition.hpp>

namespace quiz::contest {

Fits in_range(const Test& test, std::optional<Decimal> number) {
  if (!number) return Fits::unknown;
  return (!test.low || *test.low <= *number) && (!test.high || *number <= *test.high) ? Fits::yes : Fits::no;
}

}  // namespace quiz::contest
