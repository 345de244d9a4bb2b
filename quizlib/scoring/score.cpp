// SPDX-License-Identifier: Apache-2.0
#include <quizlib/scoring/score.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/scoring/grade.hpp>

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>
#include <optional>

namespace quiz::scoring {
namespace {

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

/// Whether what an answer is worth shows only in a look-up: else it is right or wrong as it is the key or
/// not.
bool needs_scale(const bank::Item& item, contest::PartialCredit rule) {
  return response::is_listed(item.type) ||
         (item.type == bank::ItemType::multiple && rule != contest::PartialCredit::all_or_nothing);
}

/// The parts of all sets of choices, none first.
std::vector<std::uint8_t> parts_of_sets(const bank::Item& item, contest::PartialCredit rule) {
  std::vector<std::uint8_t> parts;
  const response::AnswerCode end = response::AnswerCode{1} << item.choices.size();
  for (response::AnswerCode chosen = 1; chosen < end; ++chosen)
    parts.push_back(part_of_choices(item, rule, chosen));
  return parts;
}

constexpr std::size_t kRight = 0;
constexpr std::size_t kWrong = 1;
constexpr std::size_t kBlank = 2;

}  // namespace

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

PointsTable::PointsTable(const contest::Items& items, const contest::RoundRules& rules,
                         const response::AnswerLists& lists)
    : worth_(items.size()),
      points_(points_in_paper(items, rules.paper)),
      rule_(rules.scoring) {
  for (ItemNo no = 0; no < items.size(); ++no) {
    const bank::Item& item = items[no];
    rules_.push_back(rule_.of(item.type));
    if (!needs_scale(item, rules_[no])) {
      worth_[no].key = item.key_mask();
      continue;
    }
    worth_[no].scale = static_cast<std::uint32_t>(scales_.size());
    scales_.push_back(make_scale(item, rules_[no], lists[no]));
  }
  find_denominator();
  fill_in(items);
}

PointsTable::Scale PointsTable::make_scale(const bank::Item& item, contest::PartialCredit rule,
                                           std::span<const std::string> list) {
  Scale scale;
  scale.by_hand = item.type == bank::ItemType::essay;
  scale.whole = scale.by_hand ? std::uint8_t{1} : whole_of(item, rule);
  if (scale.by_hand) {
    scale.parts = {0};
  } else {
    scale.parts =
        response::is_listed(item.type) ? parts_of_answers(item, rule, list) : parts_of_sets(item, rule);
  }
  scale.parts.insert(scale.parts.begin(), static_cast<std::uint8_t>(scale.whole + 1));
  return scale;
}

/// The least number that all exact points are a whole number of parts of. Shares have at most nine places,
/// and what they are parts of is at most 16: no such number is above 10^9 x 9009.
void PointsTable::find_denominator() {
  for (ItemNo item = 0; item < worth_.size(); ++item) {
    const Scale* scale = scale_of(item);
    const Ratio least(1, scale == nullptr ? 1 : scale->whole);
    for (const Ratio& share : {Ratio(rule_.wrong), Ratio(rule_.blank), least}) {
      const Ratio points = Ratio(points_[item].units) * share;
      denominator_ = std::lcm(denominator_, points.denominator().value());
    }
  }
}

void PointsTable::fill_in(const contest::Items& items) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max() /
                            std::max<std::int64_t>(static_cast<std::int64_t>(items.size()), 1);
  for (ItemNo item = 0; item < items.size(); ++item) {
    const auto exactly = [&](const Ratio& share) {
      const std::optional<std::int64_t> worth = (Ratio(points_[item].units) * share).rounded(denominator_);
      if (worth && *worth <= most && *worth >= -most) return *worth;
      throw Error(ErrorKind::failed, Message("scoring.too-fine", {{"item", items.reference(item)}}));
    };
    Worth& worth = worth_[item];
    worth.points[kRight] = exactly(Ratio(1));
    worth.points[kWrong] = exactly(Ratio(rule_.wrong));
    worth.points[kBlank] = exactly(Ratio(rule_.blank));
    if (worth.scale == kNone) continue;
    Scale& scale = scales_[worth.scale];
    scale.points = {scale.by_hand ? 0 : worth.points[kWrong]};
    for (std::int64_t part = 1; part <= scale.whole; ++part)
      scale.points.push_back(exactly(Ratio(part, scale.whole)));
    scale.points.push_back(worth.points[kBlank]);
  }
}

const PointsTable::Scale* PointsTable::scale_of(ItemNo item) const {
  return worth_[item].scale == kNone ? nullptr : &scales_[worth_[item].scale];
}

std::uint8_t PointsTable::Scale::part(response::AnswerCode code) const {
  return parts[by_hand ? std::min<response::AnswerCode>(code, 1) : code];
}

bool PointsTable::covers(std::span<const ItemNo> items, std::span<const response::AnswerCode> codes) const {
  if (scales_.empty()) return true;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const Scale* scale = scale_of(items[i]);
    if (scale != nullptr && !scale->by_hand && codes[i] >= scale->parts.size()) return false;
  }
  return true;
}

Outcome PointsTable::outcome(ItemNo item, response::AnswerCode code) const {
  if (code == 0) return Outcome::blank;
  const Scale* scale = scale_of(item);
  if (scale == nullptr) return code == worth_[item].key ? Outcome::right : Outcome::wrong;
  if (scale->by_hand) return Outcome::unmarked;
  const std::uint8_t part = scale->part(code);
  if (part == scale->whole) return Outcome::right;
  return part == 0 ? Outcome::wrong : Outcome::partial;
}

Ratio PointsTable::share(ItemNo item, response::AnswerCode code) const {
  switch (outcome(item, code)) {
    case Outcome::right:
      return Ratio(1);
    case Outcome::partial:
      return {scale_of(item)->part(code), scale_of(item)->whole};
    case Outcome::wrong:
      return Ratio(rule_.wrong);
    case Outcome::blank:
      return Ratio(rule_.blank);
    case Outcome::unmarked:
      break;
  }
  return Ratio(0);
}

Score PointsTable::score(std::span<const ItemNo> items, std::span<const response::AnswerCode> codes,
                         Points by_hand) const {
  assert(items.size() == codes.size());
  return scales_.empty() ? score_by_keys(items, codes) : score_by_scales(items, codes, by_hand);
}

Score PointsTable::score_by_keys(std::span<const ItemNo> items,
                                 std::span<const response::AnswerCode> codes) const {
  Sum sum;
  for (std::size_t i = 0; i < codes.size(); ++i) sum.add(worth_[items[i]], codes[i]);
  return finish(sum, codes.size());
}

Score PointsTable::score_by_scales(std::span<const ItemNo> items, std::span<const response::AnswerCode> codes,
                                   Points by_hand) const {
  Sum sum;
  sum.points = by_hand.units * denominator_;
  std::size_t essays = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const Worth& worth = worth_[items[i]];
    if (worth.scale == kNone) {
      sum.add(worth, codes[i]);
      continue;
    }
    const Scale& scale = scales_[worth.scale];
    const std::uint8_t part = scale.part(codes[i]);
    sum.points += scale.points[part];
    sum.correct += part == scale.whole ? 1U : 0U;
    sum.answered += codes[i] == 0 ? 0U : 1U;
    essays += scale.by_hand ? 1U : 0U;
  }
  return finish(sum, codes.size() - essays);
}

void PointsTable::Sum::add(const Worth& worth, response::AnswerCode code) {
  const bool right = code == worth.key;
  const bool blank = code == 0;
  // Looked up rather than chosen: whether an answer is right is what a processor cannot foresee.
  points += worth.points[static_cast<std::size_t>(!right) + static_cast<std::size_t>(!right && blank)];
  correct += right ? 1U : 0U;
  answered += blank ? 0U : 1U;
}

Score PointsTable::finish(const Sum& sum, std::size_t counted) const {
  const Points points{denominator_ == 1 ? sum.points : divide_half_even(sum.points, denominator_)};
  return {std::max(points, rule_.floor), static_cast<std::uint16_t>(sum.correct),
          static_cast<std::uint16_t>(sum.answered), counted != 0 && sum.correct == counted};
}

}  // namespace quiz::scoring
