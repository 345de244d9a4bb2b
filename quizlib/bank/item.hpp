// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/text/unicode.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::bank {

enum class ItemType { single, multiple, truefalse, numeric, text, order, match, essay };

inline constexpr std::array kItemTypes{ItemType::single,  ItemType::multiple, ItemType::truefalse,
                                       ItemType::numeric, ItemType::text,     ItemType::order,
                                       ItemType::match,   ItemType::essay};

enum class Difficulty { easy, medium, hard };
enum class Status { active, retired };

/// One option of an item.
struct Choice {
  std::string id;  ///< unique in its item
  text::Localized text;
  text::Localized rationale;
  bool key = false;
  bool fixed = false;  ///< keeps its place when choices are shuffled
};

/// Two sides that belong together.
struct Pair {
  text::Localized left;
  text::Localized right;
};

/// The right number, and how far from it an answer may be.
struct NumberKey {
  Decimal value;
  Decimal tolerance;  ///< not below 0
};

/// The texts that are right, in any language, and what counts when an answer is compared with them.
struct TextKey {
  std::vector<std::string> accept;
  text::Differences match;

  /// The form in which an answer and the accepted texts are compared; Thai and Lao digits are as Latin ones.
  [[nodiscard]] std::string comparable(std::string_view answer) const;
};

/// A picture that goes with the stem.
struct Media {
  std::string file;  ///< relative to the bank's folder
  text::Localized alt;
};

/// A question. A truefalse item has the two fixed choices `true` and `false`, in this order, without texts.
/// What is right is in the choices (single, multiple, truefalse), in their order (order), in the pairs
/// (match), in the number or the text; nothing says it of an essay, which is marked by hand.
struct Item {
  static constexpr std::size_t kMostChoices = 16;  ///< and pairs

  ItemId id;
  ItemType type = ItemType::single;
  text::Localized stem;
  std::vector<Choice> choices;  ///< in the order of the file, which is the right one for an order item
  std::vector<Pair> pairs;      ///< match
  NumberKey number;             ///< numeric
  TextKey text;                 ///< text
  text::Localized rationale;
  std::vector<std::string> skills;  ///< framework/code
  std::vector<std::string> tags;
  std::optional<Difficulty> difficulty;
  Points points{Points::kOne};
  std::optional<Milliseconds> time_limit;
  std::optional<Media> media;
  Status status = Status::active;
  Place place;  ///< where it begins in its bank file

  /// Bit i is set where choice i is in the key. Needs a single, multiple or truefalse item.
  [[nodiscard]] std::uint16_t key_mask() const;
};

/// The names of the enumerators in files: `single`, `easy`, `active`.
[[nodiscard]] std::string_view name(ItemType type);
[[nodiscard]] std::string_view name(Difficulty difficulty);
[[nodiscard]] std::string_view name(Status status);

}  // namespace quiz::bank
