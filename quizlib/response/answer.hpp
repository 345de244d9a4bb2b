// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/base/hash.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/text_column.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/response/columns.hpp>
#include <quizlib/response/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::response {

/// Bytes of the longest answer that belongs into a list.
inline constexpr std::size_t kLongestAnswer = std::size_t{64} * 1024;

/// Whether the answers to items of this type are kept as texts, each distinct one once in a list of the item:
/// typed ones as written, orders and pairs in the form of `order_text` and `pairs_text`.
[[nodiscard]] constexpr bool is_listed(bank::ItemType type) {
  return type != bank::ItemType::single && type != bank::ItemType::multiple &&
         type != bank::ItemType::truefalse;
}

/// The distinct answers by item, each at its code - 1; nothing for items whose answers are not listed.
using AnswerLists = std::vector<std::vector<std::string>>;

/// The chosen choices that `text` names, as a mask; 0 where it is no answer to the item. Needs a text that is
/// not empty and has no blanks at its ends.
[[nodiscard]] AnswerCode parse_answer(std::string_view text, const bank::Item& item,
                                      const paper::PaperItem& shown, AnswerForm form);

/// The choices of an order item that `text` names, by position, in the order of the text, which may name one
/// twice; nothing where it is no answer to the item.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> parse_order(std::string_view text,
                                                                   const bank::Item& item,
                                                                   const paper::PaperItem& shown,
                                                                   AnswerForm form);

/// A left side and the right side chosen for it, by the positions of their pairs.
struct Match {
  std::uint8_t left = 0;
  std::uint8_t right = 0;
};

/// What `text` puts together (`LEFT=RIGHT;…`), in the order of the text, which may name a side twice; nothing
/// where it is no answer to the match item.
[[nodiscard]] std::optional<std::vector<Match>> parse_matches(std::string_view text, const bank::Item& item,
                                                              const paper::PaperItem& shown, AnswerForm form);

/// How answers are written in tables (docs/formats/sheets.md), and listed: the ids of choices joined by `;`,
/// in the order of the item where they are chosen, else in the order given; pairs as `1=2`, by left side.
[[nodiscard]] std::string choices_text(const bank::Item& item, AnswerCode mask);
[[nodiscard]] std::string order_text(const bank::Item& item, std::span<const std::uint8_t> order);
[[nodiscard]] std::string matches_text(std::vector<Match> matches);

/// What is right, as an answer in a table; of several accepted texts all, joined by `;`. Empty for an essay.
[[nodiscard]] std::string key_text(const bank::Item& item);

/// The answer behind a code of the item; empty for 0. Needs the item's list where its answers are listed.
[[nodiscard]] std::string answer_text(const bank::Item& item, AnswerCode code,
                                      std::span<const std::string> list);

/// What makes two sheets the same: a hash under the contest's own key over the entrant's id, the round, the
/// moment of submission and the answers (docs/formats/store.md). `items` is empty for a fixed paper. `codes`
/// and the texts of `listed` from `first` on are as `RowReader::answers` gives them.
[[nodiscard]] Hash128 sheet_digest(const HashKey& key, std::string_view entrant, std::string_view round,
                                   std::int64_t submitted, std::span<const ItemNo> items,
                                   std::span<const AnswerCode> codes, const TextColumn& listed = {},
                                   std::size_t first = 0);

}  // namespace quiz::response
