// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_parts.hpp>

#include <quizlib/bank/item.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace quiz::contest {
namespace {

/// Whether a paper may hold items of each type.
std::array<bool, bank::kItemTypes.size()> types_of(const Items& items, const Blueprint& paper) {
  std::array<bool, bank::kItemTypes.size()> types{};
  for (const Section& section : paper.sections)
    for (const ItemNo item : fitting(items, section))
      types.at(static_cast<std::size_t>(items[item].type)) = true;
  return types;
}

/// How an item of the type becomes points.
std::string rule(const Phrases& phrases, const ScoringRule& scoring, bank::ItemType type) {
  if (type == bank::ItemType::essay) return phrases.say("credit.by-hand");
  const PartialCredit credit = scoring.of(type);
  if (credit == PartialCredit::per_right && type != bank::ItemType::multiple)
    return phrases.say("credit.per-right", {{"type", bank::name(type)}});
  return phrases.say(credit == PartialCredit::per_right ? "credit.per-right-choice"
                                                        : "credit." + std::string(name(credit)));
}

std::optional<RulesParagraph> credits(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const auto types = types_of(phrases.items(), rules.paper);
  Strings texts;
  std::vector<Strings> types_by_text;
  for (const bank::ItemType type : bank::kItemTypes) {
    if (!types.at(static_cast<std::size_t>(type))) continue;
    std::string text = rule(phrases, rules.scoring, type);
    const auto known = std::ranges::find(texts, text);
    if (known == texts.end()) types_by_text.emplace_back();
    types_by_text[static_cast<std::size_t>(known - texts.begin())].push_back(
        phrases.say("type." + std::string(bank::name(type))));
    if (known == texts.end()) texts.push_back(std::move(text));
  }
  Strings points;
  for (std::size_t i = 0; i < texts.size(); ++i)
    points.push_back(
        phrases.say("credit", {{"types", phrases.all_of(types_by_text[i])}, {"rule", texts[i]}}));
  return paragraph_or_sentence(phrases, phrases.say("credits"), std::move(points));
}

/// What a share of an item's points means: nothing, taken off, given.
std::string share(const Phrases& phrases, Decimal share) {
  const std::string_view sign = share < Decimal{} ? "minus" : share == Decimal{} ? "zero" : "plus";
  const Decimal size{share < Decimal{} ? -share.billionths : share.billionths};
  return phrases.say("share", {{"sign", sign}, {"percent", phrases.percent_of_share(size)}});
}

std::optional<RulesParagraph> shares(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const ScoringRule& scoring = rules.scoring;
  return paragraph(phrases.say("shares", {{"wrong", share(phrases, scoring.wrong)},
                                          {"blank", share(phrases, scoring.blank)},
                                          {"floor", phrases.points(scoring.floor)}}));
}

}  // namespace

Paragraphs scoring_rules(const Phrases& phrases) {
  Paragraphs result;
  add_stated(phrases, credits, result);
  add_stated(phrases, shares, result);
  return result;
}

}  // namespace quiz::contest
