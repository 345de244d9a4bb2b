// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/attempt_numbers.hpp>

#include <quizlib/base/instant.hpp>

#include <algorithm>
#include <tuple>

namespace quiz::workflow {
namespace {

auto owner(const NumberedSheet& sheet) { return std::tuple(sheet.entrant, sheet.round); }

auto moment(const NumberedSheet& sheet) {
  return std::tuple(sheet.moment == kMissing, sheet.moment, sheet.submitted == kMissing, sheet.submitted);
}

/// Stored sheets come before rows of the same moments, so that those can take their number.
auto order(const NumberedSheet& sheet) {
  return std::tuple(owner(sheet), moment(sheet), sheet.row != kNone, sheet.record, sheet.row);
}

}  // namespace

std::vector<std::uint32_t> number_attempts(std::vector<NumberedSheet> sheets, std::size_t rows) {
  std::ranges::sort(sheets,
                    [](const NumberedSheet& a, const NumberedSheet& b) { return order(a) < order(b); });
  std::vector<std::uint32_t> numbers(rows);
  for (std::size_t begin = 0; begin < sheets.size();) {
    std::size_t end = begin;
    std::size_t last_stored = begin;
    while (end < sheets.size() && owner(sheets[end]) == owner(sheets[begin])) {
      if (sheets[end].row == kNone) last_stored = end;
      ++end;
    }
    std::uint32_t number = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const NumberedSheet& sheet = sheets[i];
      const bool repeats = i > begin && moment(sheets[i - 1]) == moment(sheet) &&
                           (sheets[i - 1].row == kNone || sheets[i - 1].record == sheet.record);
      if (sheet.row == kNone) {
        number = std::max(number, sheet.attempt);
      } else if (repeats) {
        numbers[sheet.row] = number;
      } else if (i > last_stored || sheets[last_stored].row != kNone) {
        numbers[sheet.row] = ++number;
      }
    }
    begin = end;
  }
  return numbers;
}

}  // namespace quiz::workflow
