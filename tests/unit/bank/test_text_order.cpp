// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/text_order.hpp>

#include <tests/unit/bank/findings.hpp>

#include <doctest/doctest.h>

namespace {

using quiz::bank::Item;
using quiz::bank::test::bank_of;
using quiz::text::Language;
using Positions = std::vector<std::uint8_t>;

Item item_of(const std::string& fields) {
  return bank_of("format: quiz-bank/1\nid: b\nlanguages: [vi, en]\nitems:\n- {id: a, stem: S, " + fields +
                 "}\n")
      .items.front();
}

}  // namespace

TEST_CASE("choices are sorted by the bytes of their NFC texts in the language asked for") {
  const Item item = item_of(
      "type: order, choices: [{id: a, text: {vi: Đông, en: East}}, {id: b, text: {vi: Bắc, en: North}}, "
      "{id: c, text: {vi: bắc, en: Arctic}}]");
  CHECK(choices_by_text(item, Language::vi) == Positions{1, 2, 0});
  CHECK(choices_by_text(item, Language::en) == Positions{2, 0, 1});
  const Item decomposed = item_of("type: order, choices: [{id: a, text: ồb}, {id: b, text: o\u0302\u0300a}]");
  CHECK(choices_by_text(decomposed, Language::vi) == Positions{1, 0});
}

TEST_CASE("equal texts keep the order of the file") {
  const Item item = item_of(
      "type: order, choices: [{id: z, text: b}, {id: y, text: a}, {id: x, text: b}, {id: w, text: a}]");
  CHECK(choices_by_text(item, Language::vi) == Positions{1, 3, 0, 2});
}

TEST_CASE("each side of the pairs is sorted by itself") {
  const Item item = item_of(
      "type: match, pairs: [{left: Lào, right: Viêng Chăn}, {left: Thái Lan, right: Băng Cốc}, "
      "{left: Campuchia, right: Phnôm Pênh}]");
  CHECK(lefts_by_text(item, Language::vi) == Positions{2, 0, 1});
  CHECK(rights_by_text(item, Language::vi) == Positions{1, 2, 0});
}
