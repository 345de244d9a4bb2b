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
  const bool of_places = type == bank::ItemType::order || type == bank::ItemType::match;
  if (credit == PartialCredit::per_right && of_places)
    return phrases.say("credit.per-right", {{"type", bank::name(type)}});
  return phrases.say(credit == PartialCredit::per_right ? "credit.per-right-choice"
                                                        : "credit." + std::string(name(credit)));
}

/// Types of items with one rule.
struct Credit {
  std::string rule;
  Strings types;
};

std::optional<RulesParagraph> credits(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const auto types = types_of(phrases.items(), rules.paper);
  std::vector<Credit> credits;
  for (const bank::ItemType type : bank::kItemTypes) {
    if (!types.at(static_cast<std::size_t>(type))) continue;
    const std::string text = rule(phrases, rules.scoring, type);
    auto credit = std::ranges::find(credits, text, &Credit::rule);
    if (credit == credits.end()) credit = credits.insert(credit, {text, {}});
    credit->types.push_back(phrases.say("type." + std::string(bank::name(type))));
  }
  Strings points;
  for (const Credit& credit : credits)
    points.push_back(phrases.say("credit", {{"types", phrases.all_of(credit.types)}, {"rule", credit.rule}}));
  return paragraph_or_sentence(phrases, phrases.say("credits"), std::move(points));
}

/// Whether an answer may be neither wholly right nor wrong.
bool has_partial_credit(const Items& items, const RoundRules& rules) {
  const auto types = types_of(items, rules.paper);
  return std::ranges::any_of(bank::kItemTypes, [&](bank::ItemType type) {
    return types.at(static_cast<std::size_t>(type)) && type != bank::ItemType::essay &&
           rules.scoring.of(type) != PartialCredit::all_or_nothing;
  });
}

/// What a share of an item's points means: nothing, taken off, given.
std::string share(const Phrases& phrases, Decimal share) {
  const std::string_view sign = share < Decimal{} ? "minus" : share == Decimal{} ? "zero" : "plus";
  const Decimal size{share < Decimal{} ? -share.billionths : share.billionths};
  return phrases.say("share", {{"sign", sign}, {"percent", phrases.percent_of_share(size)}});
}

std::optional<RulesParagraph> shares(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const ScoringRule& scoring = rules.scoring;
  return paragraph(phrases.say("shares", {choice("partial", has_partial_credit(phrases.items(), rules)),
                                          {"wrong", share(phrases, scoring.wrong)},
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
