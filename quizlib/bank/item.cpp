// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/item.hpp>

#include <cassert>

namespace quiz::bank {

std::string TextKey::comparable(std::string_view answer) const {
  return text::comparable(text::latin_digits(answer), match);
}

std::uint16_t Item::key_mask() const {
  assert(choices.size() <= kMostChoices);
  unsigned mask = 0;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i].key) mask |= 1U << i;
  }
  return static_cast<std::uint16_t>(mask);
}

std::string_view name(ItemType type) {
  switch (type) {
    case ItemType::single:
      return "single";
    case ItemType::multiple:
      return "multiple";
    case ItemType::truefalse:
      return "truefalse";
    case ItemType::numeric:
      return "numeric";
    case ItemType::text:
      return "text";
    case ItemType::order:
      return "order";
    case ItemType::match:
      return "match";
    case ItemType::essay:
      return "essay";
  }
  return {};
}

std::string_view name(Difficulty difficulty) {
  switch (difficulty) {
    case Difficulty::easy:
      return "easy";
    case Difficulty::medium:
      return "medium";
    case Difficulty::hard:
      return "hard";
  }
  return {};
}

std::string_view name(Status status) {
  switch (status) {
    case Status::active:
      return "active";
    case Status::retired:
      return "retired";
  }
  return {};
}

}  // namespace quiz::bank
