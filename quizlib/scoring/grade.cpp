// SPDX-License-Identifier: Apache-2.0
#include <quizlib/scoring/grade.hpp>

#include <quizlib/base/ratio.hpp>
#include <quizlib/response/answer.hpp>
#include <quizlib/text/numbers.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace quiz::scoring {
namespace {

using contest::PartialCredit;

bool is_near(const bank::NumberKey& key, std::string_view answer) {
  const std::optional<std::string> number = text::parse_number(answer);
  if (!number) return false;
  const Ratio distance = *parse_long_decimal(*number) - Ratio(key.value);
  const Ratio tolerance(key.tolerance);
  return distance <= tolerance && Ratio(0) - distance <= tolerance;
}

/// How many stand in their own places. Positions are those of the right order.
std::size_t in_place(std::span<const std::uint8_t> order) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < order.size(); ++i) count += order[i] == i ? 1U : 0U;
  return count;
}

/// The most neighbours that follow one another as in the right order; one alone is no run.
std::size_t longest_run(std::span<const std::uint8_t> order) {
  std::size_t longest = 0;
  std::size_t run = 1;
  for (std::size_t i = 1; i < order.size(); ++i) {
    run = order[i] == order[i - 1] + 1 ? run + 1 : 1;
    if (run > 1) longest = std::max(longest, run);
  }
  return longest;
}

std::size_t part_of_order(const bank::Item& item, PartialCredit rule, std::string_view answer) {
  const auto order = response::parse_order(answer, item, {}, response::AnswerForm::ids);
  if (!order) return 0;
  if (rule == PartialCredit::longest_run) return longest_run(*order);
  const std::size_t right = in_place(*order);
  if (rule == PartialCredit::per_right) return right;
  return right == item.choices.size() ? 1 : 0;
}

std::size_t part_of_matches(const bank::Item& item, PartialCredit rule, std::string_view answer) {
  const auto matches = response::parse_matches(answer, item, {}, response::AnswerForm::ids);
  if (!matches) return 0;
  const auto right = static_cast<std::size_t>(std::ranges::count_if(
      *matches, [](const response::Match& match) { return match.left == match.right; }));
  if (rule == PartialCredit::per_right) return right;
  return right == item.pairs.size() ? 1 : 0;
}

}  // namespace

std::uint8_t whole_of(const bank::Item& item, PartialCredit rule) {
  if (rule == PartialCredit::all_or_nothing) return 1;
  if (item.type == bank::ItemType::match) return static_cast<std::uint8_t>(item.pairs.size());
  if (item.type == bank::ItemType::order) return static_cast<std::uint8_t>(item.choices.size());
  return static_cast<std::uint8_t>(std::popcount(item.key_mask()));
}

std::uint8_t part_of_choices(const bank::Item& item, PartialCredit rule, response::AnswerCode chosen) {
  const response::AnswerCode key = item.key_mask();
  const int right = std::popcount(chosen & key);
  const int wrong = std::popcount(chosen & ~key);
  if (rule == PartialCredit::all_or_nothing) return chosen == key ? 1 : 0;
  if (rule == PartialCredit::per_option) return static_cast<std::uint8_t>(std::max(0, right - wrong));
  return right + wrong > std::popcount(key) ? std::uint8_t{0} : static_cast<std::uint8_t>(right);
}

std::vector<std::uint8_t> parts_of_answers(const bank::Item& item, PartialCredit rule,
                                           std::span<const std::string> answers) {
  std::vector<std::string> accepted;
  for (const std::string& text : item.text.accept) accepted.push_back(item.text.comparable(text));
  std::vector<std::uint8_t> parts;
  parts.reserve(answers.size());
  for (const std::string& answer : answers) {
    std::size_t part = 0;
    if (item.type == bank::ItemType::numeric) {
      part = is_near(item.number, answer) ? 1 : 0;
    } else if (item.type == bank::ItemType::text) {
      part = std::ranges::find(accepted, item.text.comparable(answer)) != accepted.end() ? 1 : 0;
    } else if (item.type == bank::ItemType::order) {
      part = part_of_order(item, rule, answer);
    } else {
      part = part_of_matches(item, rule, answer);
    }
    parts.push_back(static_cast<std::uint8_t>(part));
  }
  return parts;
}

}  // namespace quiz::scoring
