// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/scoring_rule.hpp>

#include <cstddef>

namespace quiz::contest {

PartialCredit ScoringRule::of(bank::ItemType type) const {
  if (const std::optional<PartialCredit> own = of_type[static_cast<std::size_t>(type)]) return *own;
  return can_have(type, rule) ? rule : PartialCredit::all_or_nothing;
}

bool can_have(bank::ItemType type, PartialCredit rule) {
  switch (type) {
    case bank::ItemType::single:
    case bank::ItemType::multiple:
    case bank::ItemType::truefalse:
      return rule != PartialCredit::longest_run;
    case bank::ItemType::order:
      return rule != PartialCredit::per_option;
    case bank::ItemType::match:
      return rule == PartialCredit::all_or_nothing || rule == PartialCredit::per_right;
    case bank::ItemType::numeric:
    case bank::ItemType::text:
    case bank::ItemType::essay:
      return rule == PartialCredit::all_or_nothing;
  }
  return false;
}

std::string_view name(PartialCredit rule) {
  switch (rule) {
    case PartialCredit::all_or_nothing:
      return "all-or-nothing";
    case PartialCredit::per_option:
      return "per-option";
    case PartialCredit::per_right:
      return "per-right";
    case PartialCredit::longest_run:
      return "longest-run";
  }
  return {};
}

}  // namespace quiz::contest
