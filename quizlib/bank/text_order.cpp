// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/text_order.hpp>

#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <numeric>
#include <string>

namespace quiz::bank {
namespace {

template <class Part>
std::vector<std::uint8_t> by_text(const std::vector<Part>& parts, text::Localized Part::*text,
                                  text::Language language) {
  std::vector<std::string> forms;
  for (const Part& part : parts) forms.push_back(text::nfc((part.*text).in(language)));
  std::vector<std::uint8_t> positions(parts.size());
  std::iota(positions.begin(), positions.end(), std::uint8_t{0});
  std::ranges::stable_sort(positions, {},
                           [&forms](std::uint8_t at) -> const std::string& { return forms[at]; });
  return positions;
}

}  // namespace

std::vector<std::uint8_t> choices_by_text(const Item& item, text::Language language) {
  return by_text(item.choices, &Choice::text, language);
}

std::vector<std::uint8_t> lefts_by_text(const Item& item, text::Language language) {
  return by_text(item.pairs, &Pair::left, language);
}

std::vector<std::uint8_t> rights_by_text(const Item& item, text::Language language) {
  return by_text(item.pairs, &Pair::right, language);
}

}  // namespace quiz::bank
