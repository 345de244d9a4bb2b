// SPDX-License-Identifier: Apache-2.0
#include <quizlib/scoring/score.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/ratio.hpp>

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>
#include <optional>

namespace quiz::scoring {
namespace {

/// What an item is worth in a paper: the points of the first section that it fits.
std::vector<Points> points_in_paper(const contest::Items& items, const contest::Blueprint& paper) {
  std::vector<Points> points(items.size());
  for (ItemNo item = 0; item < items.size(); ++item) points[item] = items[item].points;
  std::vector<bool> settled(items.size());
  for (const contest::Section& section : paper.sections) {
    for (const ItemNo item : contest::fitting(items, section)) {
      if (!settled[item] && section.points) points[item] = *section.points;
      settled[item] = true;
    }
  }
  return points;
}

/// `numerator / denominator` rounded half to even. Needs a positive denominator.
std::int64_t divide_half_even(std::int64_t numerator, std::int64_t denominator) {
  std::int64_t quotient = numerator / denominator;
  std::int64_t rest = numerator % denominator;
  if (rest < 0) {
    rest += denominator;
    --quotient;
  }
  const std::int64_t doubled = rest - (denominator - rest);
  if (doubled > 0 || (doubled == 0 && quotient % 2 != 0)) ++quotient;
  return quotient;
}

}  // namespace

PointsTable::PointsTable(const contest::Items& items, const contest::RoundRules& rules)
    : worth_(items.size()),
      points_(points_in_paper(items, rules.paper)),
      floor_(rules.scoring.floor) {
  const contest::ScoringRule& rule = rules.scoring;
  const auto share = [&](ItemNo item, Decimal of) { return Ratio(points_[item].units, 1) * Ratio(of); };
  // Shares have at most nine places, so that no denominator, nor what they have in common, is above 10^9.
  for (ItemNo item = 0; item < items.size(); ++item) {
    for (const Decimal of : {rule.wrong, rule.blank}) {
      denominator_ = std::lcm(denominator_, share(item, of).denominator().value());
    }
  }
  const std::int64_t most = std::numeric_limits<std::int64_t>::max() /
                            std::max<std::int64_t>(static_cast<std::int64_t>(items.size()), 1);
  const auto exactly = [&](ItemNo item, Decimal of) {
    const std::optional<std::int64_t> worth = share(item, of).rounded(denominator_);
    if (worth && *worth <= most && *worth >= -most) return *worth;
    throw Error(ErrorKind::failed, Message("scoring.too-fine", {{"item", items.reference(item)}}));
  };
  for (ItemNo item = 0; item < items.size(); ++item) {
    worth_[item].key = items[item].key_mask();
    worth_[item].points = {exactly(item, Decimal{Decimal::kOne}), exactly(item, rule.wrong),
                           exactly(item, rule.blank)};
  }
}

Outcome PointsTable::outcome(ItemNo item, response::AnswerCode code) const {
  if (code == 0) return Outcome::blank;
  return code == worth_[item].key ? Outcome::right : Outcome::wrong;
}

std::int64_t PointsTable::exact(ItemNo item, Outcome outcome) const {
  return worth_[item].points[static_cast<std::size_t>(outcome)];
}

Score PointsTable::score(std::span<const ItemNo> items, std::span<const response::AnswerCode> codes) const {
  assert(items.size() == codes.size());
  std::int64_t sum = 0;
  std::uint16_t correct = 0;
  std::uint16_t answered = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const Worth& worth = worth_[items[i]];
    const response::AnswerCode code = codes[i];
    const bool right = code == worth.key;
    const bool blank = code == 0;
    // Looked up rather than chosen: whether an answer is right is what a processor cannot foresee.
    const auto outcome = static_cast<std::size_t>(!right) + static_cast<std::size_t>(!right && blank);
    sum += worth.points[outcome];
    correct = static_cast<std::uint16_t>(correct + (right ? 1 : 0));
    answered = static_cast<std::uint16_t>(answered + (blank ? 0 : 1));
  }
  const Points points{denominator_ == 1 ? sum : divide_half_even(sum, denominator_)};
  return {std::max(points, floor_), correct, answered};
}

}  // namespace quiz::scoring
