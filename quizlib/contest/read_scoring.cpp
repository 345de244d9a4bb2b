// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <cstddef>
#include <string>

namespace quiz::contest {
namespace {

std::optional<PartialCredit> read_rule(io::Fields& fields, std::string_view key) {
  const std::optional<std::size_t> word =
      fields.word(key, {"all-or-nothing", "per-option", "per-right", "longest-run"});
  if (!word) return std::nullopt;
  return kPartialCredits.at(*word);
}

/// The rules that items of the type can have, as a list for people.
std::string rules_of(bank::ItemType type) {
  std::string text;
  for (const PartialCredit rule : kPartialCredits)
    if (can_have(type, rule)) text.append(text.empty() ? "" : ", ").append(name(rule));
  return text;
}

std::optional<PartialCredit> read_rule_of_type(io::Fields& fields, bank::ItemType type) {
  const std::string_view key = bank::name(type);
  const std::optional<PartialCredit> rule = read_rule(fields, key);
  if (!rule || can_have(type, *rule)) return rule;
  fields.error(*fields.optional(key), "rule-of-type",
               {{"rule", name(*rule)}, {"type", key}, {"rules", rules_of(type)}});
  return std::nullopt;
}

}  // namespace

ScoringRule read_scoring(Reader& reader, const io::YamlNode& node) {
  // A share above 1 would make a wrong answer worth more than the right one.
  constexpr Decimal kLeastShare{-100 * Decimal::kOne};
  constexpr Decimal kMostShare{Decimal::kOne};
  ScoringRule rule;
  io::Fields fields = reader.fields(node, "scoring");
  rule.rule = read_rule(fields, "rule").value_or(rule.rule);
  for (const bank::ItemType type : bank::kItemTypes)
    rule.of_type[static_cast<std::size_t>(type)] = read_rule_of_type(fields, type);
  rule.wrong = read_decimal(fields, "wrong", kLeastShare, kMostShare).value_or(rule.wrong);
  rule.blank = read_decimal(fields, "blank", kLeastShare, kMostShare).value_or(rule.blank);
  rule.floor = read_points(fields, "floor").value_or(rule.floor);
  fields.finish();
  return rule;
}

}  // namespace quiz::contest
