// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/text/language.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::sitting {

/// An item as an entrant sees it. Views of the item.
struct Question {
  bank::ItemType type = bank::ItemType::single;
  std::string_view stem;
  std::string_view picture;  ///< what the picture shows; empty: there is none, or nobody says it
  std::vector<std::string_view>
      choices;  ///< as shown; of a match item the left sides; of a truefalse item empty
  std::vector<std::string_view> rights;  ///< of a match item, as shown
};

/// Whether items of a type are answered by typing.
[[nodiscard]] bool is_typed(bank::ItemType type);

/// In that language, else in the first one that a text has.
[[nodiscard]] Question question_of(const bank::Item& item, const paper::PaperItem& shown,
                                   text::Language language);

/// What somebody types as an answer, in the form that tables use with ids: letters of choices as shown (`a`,
/// `a,c`; for an order all of them in it), pairs as `1=b,2=a` with the left sides counted, or the text
/// itself. Nothing where it is no answer to the item: an unknown letter, several where one is asked for, one
/// twice, one missing in an order, a character that no file may hold.
[[nodiscard]] std::optional<std::string> read_typed(std::string_view typed, const bank::Item& item,
                                                    const paper::PaperItem& shown);

/// The positions as shown that an answer names: the chosen ones in the order shown, those of an order in it;
/// of a match item for every left side as shown the right one as shown, counted from 1, 0 for none. Needs an
/// answer that `read_typed` or `answer_of` gave, or none.
[[nodiscard]] std::vector<std::uint8_t> picks_of(std::string_view answer, const bank::Item& item,
                                                 const paper::PaperItem& shown);

/// The answer that names these positions; empty for none.
[[nodiscard]] std::string answer_of(const std::vector<std::uint8_t>& picks, const bank::Item& item,
                                    const paper::PaperItem& shown);

/// An answer as `read_typed` reads it.
[[nodiscard]] std::string written(std::string_view answer, const bank::Item& item,
                                  const paper::PaperItem& shown);

/// Whether what somebody types is a number, with blanks around it or not.
[[nodiscard]] bool is_number(std::string_view typed);

/// A prediction as somebody types it, without blanks around it: a count, or a percentage. Nothing for
/// anything else.
[[nodiscard]] std::optional<std::string> read_prediction(std::string_view typed, bool is_percent);

}  // namespace quiz::sitting
