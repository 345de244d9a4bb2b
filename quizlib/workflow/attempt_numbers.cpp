// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/attempt_numbers.hpp>

#include <quizlib/base/instant.hpp>

#include <algorithm>
#include <span>
#include <tuple>

namespace quiz::workflow {
namespace {

auto owner(const NumberedSheet& sheet) { return std::tuple(sheet.entrant, sheet.round); }

auto moment(const NumberedSheet& sheet) {
  return std::tuple(sheet.moment == kMissing, sheet.moment, sheet.submitted == kMissing, sheet.submitted);
}

/// Stored sheets come before rows of the same moments, which take their number.
auto order(const NumberedSheet& sheet) {
  return std::tuple(owner(sheet), moment(sheet), sheet.row != kNone, sheet.attempt);
}

/// Number the rows among the sheets of one entrant in one round, which are in order.
void number_own(std::span<const NumberedSheet> own, std::vector<std::uint32_t>& numbers) {
  const auto is_stored = [&](std::size_t i) { return own[i].row == kNone; };
  // What the number of a row must stay below: the least of the stored sheets after it.
  std::vector<std::uint32_t> below(own.size(), kNone);
  for (std::size_t i = own.size() - 1; i > 0; --i)
    below[i - 1] = is_stored(i) ? std::min(below[i], own[i].attempt) : below[i];
  std::uint32_t last = 0;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const bool is_further = i == 0 || moment(own[i - 1]) != moment(own[i]);
    if (is_stored(i)) {
      number = own[i].attempt;
    } else if (is_further) {
      number = last + 1 < below[i] ? last + 1 : 0;
    }
    last = std::max(last, number);
    if (!is_stored(i)) numbers[own[i].row] = number;
  }
}

}  // namespace

std::vector<std::uint32_t> number_attempts(std::vector<NumberedSheet> sheets, std::size_t rows) {
  std::ranges::sort(sheets,
                    [](const NumberedSheet& a, const NumberedSheet& b) { return order(a) < order(b); });
  std::vector<std::uint32_t> numbers(rows);
  for (std::size_t begin = 0; begin < sheets.size();) {
    std::size_t end = begin;
    while (end < sheets.size() && owner(sheets[end]) == owner(sheets[begin])) ++end;
    number_own(std::span(sheets).subspan(begin, end - begin), numbers);
    begin = end;
  }
  return numbers;
}

}  // namespace quiz::workflow
