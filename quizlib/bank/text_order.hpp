// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/text/language.hpp>

#include <cstdint>
#include <vector>

// In which order an item is shown whose order in the file tells what is right: the positions of its choices
// or pairs, sorted by the bytes of their texts' NFC forms in `language`, the first of the bank. Equal texts
// keep the order of the file.
namespace quiz::bank {

[[nodiscard]] std::vector<std::uint8_t> choices_by_text(const Item& item, text::Language language);
[[nodiscard]] std::vector<std::uint8_t> lefts_by_text(const Item& item, text::Language language);
[[nodiscard]] std::vector<std::uint8_t> rights_by_text(const Item& item, text::Language language);

}  // namespace quiz::bank
