// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/answers.hpp>

#include <quizlib/base/decimal.hpp>
#include <quizlib/response/answer.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::rehearsal {
namespace {

constexpr std::uint32_t kFewWords = 5;
constexpr std::uint32_t kManyWords = 40;

std::uint32_t size_of(const std::vector<std::string>& list) {
  return static_cast<std::uint32_t>(list.size());
}

std::string wrong_choices(const bank::Item& item, crypto::Stream& chance) {
  const auto choices = static_cast<std::uint32_t>(item.choices.size());
  for (;;) {
    const std::uint32_t mask = item.type == bank::ItemType::multiple ? 1 + chance.below((1U << choices) - 1)
                                                                     : 1U << chance.below(choices);
    if (mask != item.key_mask()) return response::choices_text(item, mask);
  }
}

/// A number beyond the tolerance by a few whole ones, towards 0, so that it has room.
std::string wrong_number(const bank::NumberKey& key, crypto::Stream& chance) {
  const std::int64_t off = key.tolerance.billionths + (1 + std::int64_t{chance.below(9)}) * Decimal::kOne;
  const std::int64_t value = key.value.billionths;
  return format_decimal({value > 0 ? value - off : value + off});
}

/// What another text item accepts, else the answer with a number behind it.
std::string wrong_text(const bank::Item& item, const contest::Items& items, crypto::Stream& chance) {
  std::vector<std::string> others;
  for (ItemNo no = 0; no < items.size(); ++no) {
    if (items[no].type == bank::ItemType::text && &items[no] != &item)
      others.push_back(items[no].text.accept.front());
  }
  const std::uint32_t pick = chance.below(size_of(others) + 1);
  if (pick < others.size()) return others[pick];
  return item.text.accept.front() + ' ' + std::to_string(1 + chance.below(9));
}

/// The numbers from 0 in another order than their own. Needs two at least.
std::vector<std::uint8_t> disorder(std::size_t count, crypto::Stream& chance) {
  std::vector<std::uint8_t> order(count);
  std::iota(order.begin(), order.end(), std::uint8_t{0});
  while (std::ranges::is_sorted(order)) {
    for (std::size_t left = count; left > 1; --left)
      std::swap(order[left - 1], order[chance.below(static_cast<std::uint32_t>(left))]);
  }
  return order;
}

std::string wrong_matches(const bank::Item& item, crypto::Stream& chance) {
  const std::vector<std::uint8_t> rights = disorder(item.pairs.size(), chance);
  std::vector<response::Match> matches;
  for (std::size_t left = 0; left < rights.size(); ++left)
    matches.push_back({static_cast<std::uint8_t>(left), rights[left]});
  return response::matches_text(std::move(matches));
}

/// Some words of the question, over and over in another order.
std::string essay(const bank::Item& item, std::uint32_t most, crypto::Stream& chance) {
  std::vector<std::string> words(1);
  for (const char c : item.stem.texts.front().second) {
    if (c != ' ') {
      words.back().push_back(c);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  std::string text;
  for (std::uint32_t left = most / 2 + chance.below(most); left > 0; --left)
    text.append(text.empty() ? "" : " ").append(words[chance.below(size_of(words))]);
  return text;
}

}  // namespace

std::string right_answer(const bank::Item& item, crypto::Stream& chance) {
  switch (item.type) {
    case bank::ItemType::numeric:
      return format_decimal(item.number.value);
    case bank::ItemType::text:
      return item.text.accept[chance.below(size_of(item.text.accept))];
    case bank::ItemType::essay:
      return essay(item, kManyWords, chance);
    default:
      return response::key_text(item);
  }
}

std::string wrong_answer(const bank::Item& item, const contest::Items& items, crypto::Stream& chance) {
  switch (item.type) {
    case bank::ItemType::numeric:
      return wrong_number(item.number, chance);
    case bank::ItemType::text:
      return wrong_text(item, items, chance);
    case bank::ItemType::order:
      return response::order_text(item, disorder(item.choices.size(), chance));
    case bank::ItemType::match:
      return wrong_matches(item, chance);
    case bank::ItemType::essay:
      return essay(item, kFewWords, chance);
    default:
      return wrong_choices(item, chance);
  }
}

}  // namespace quiz::rehearsal
