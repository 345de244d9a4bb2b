// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/diagnostics.hpp>

#include <optional>
#include <string>
#include <vector>

namespace quiz::contest {

/// What a condition says of one column: one of some values, or a number within a range, both ends included.
struct Test {
  std::string column;
  std::vector<std::string> any_of;  ///< empty: the range decides
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool is_list = false;  ///< written as a list, for printing back
  Place place;
};

/// All of its tests must hold; without tests it always holds.
struct Condition {
  std::vector<Test> tests;

  [[nodiscard]] bool empty() const { return tests.empty(); }
};

/// Whether somebody, or a group, meets a condition: `no` where a test fails, else `unknown` where a cell that
/// it needs is empty or, for a range, no number, else `yes`.
enum class Fits { yes, no, unknown };

/// Whether a number is in the range of a test; unknown where there is none.
[[nodiscard]] Fits in_range(const Test& test, std::optional<Decimal> number);

}  // namespace quiz::contest
