// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check_parts.hpp>

#include <algorithm>

namespace quiz::contest {
namespace {

void check_amounts(const Award& award, Diagnostics& diagnostics) {
  const auto has_amount = [](const Prize& prize) { return prize.amount.has_value(); };
  if (std::ranges::none_of(award.prizes, has_amount)) return;
  for (const Prize& prize : award.prizes)
    if (!has_amount(prize))
      diagnostics.warning(prize.place, Message("contest.amount-missing", {{"prize", prize.id.text}}));
}

/// A minimum that the best paper does not reach leaves every seat vacant.
void check_minimum(const Contest& contest, const Items& items, const Award& award, Diagnostics& diagnostics) {
  if (!award.minimum_points || award.minimum_points->percent) return;
  Points most;
  for (const Round& round : contest.rounds)
    for (const RoundRules& rules : round.rules.values)
      most = std::max(most, maximum_points(items, rules.paper));
  const Decimal minimum = award.minimum_points->value;
  if (Ratio(minimum) <= Ratio(most.units, Points::kOne)) return;
  diagnostics.error(award.minimum_points->place,
                    Message("contest.minimum-unreachable",
                            {{"minimum", format_decimal(minimum)}, {"maximum", format_points(most)}}));
}

}  // namespace

void check_prizes(const Contest& contest, const Items& items, Diagnostics& diagnostics) {
  for (const Award& award : contest.awards) {
    check_amounts(award, diagnostics);
    check_minimum(contest, items, award, diagnostics);
  }
}

}  // namespace quiz::contest
