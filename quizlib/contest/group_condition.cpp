// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/group_condition.hpp>

#include <quizlib/base/decimal.hpp>
#include <quizlib/roster/comparable.hpp>

#include <algorithm>
#include <string>

namespace quiz::contest {
namespace {

Fits judge(const Test& test, const std::string& cell) {
  if (cell.empty()) return Fits::unknown;
  if (test.any_of.empty()) return in_range(test, parse_decimal(cell));
  const std::string compared = roster::comparable(test.column, cell);
  if (compared.empty()) return Fits::unknown;
  const auto is_it = [&](const std::string& value) {
    return roster::comparable(test.column, value) == compared;
  };
  return std::ranges::any_of(test.any_of, is_it) ? Fits::yes : Fits::no;
}

}  // namespace

Fits fits(const Condition& condition, const roster::GroupTree& groups, GroupNo group) {
  Fits result = Fits::yes;
  for (const Test& test : condition.tests) {
    const Fits one = judge(test, groups.cell(group, test.column));
    if (one == Fits::no) return Fits::no;
    if (one == Fits::unknown) result = Fits::unknown;
  }
  return result;
}

}  // namespace quiz::contest
