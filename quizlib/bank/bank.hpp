// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/text/language.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::bank {

/// Items and what is known of them as a whole.
struct Bank {
  BankId id;
  text::Localized title;
  std::vector<text::Language> languages;  ///< the first is the default
  std::string license;
  std::vector<Item> items;  ///< in the order of the file
  std::string file;         ///< as named in messages

  /// nullptr where there is none.
  [[nodiscard]] const Item* find(std::string_view id) const;
};

/// Read a bank (`quiz-bank/1`, docs/formats/bank.md) from a parsed file. All findings of the schema, with
/// `bank.*` codes; nothing is returned when there was an error.
[[nodiscard]] std::optional<Bank> read_bank(const io::YamlDocument& document, Diagnostics& diagnostics);

/// What an expert reader would object to in the active items (docs/formats/bank.md): texts missing in a
/// language, pictures without a description, two items with the same stem, choices or pairs that look alike,
/// the longest choice too often the key, key positions out of balance, what is right in the order of the
/// texts, as warnings; two choices or sides of pairs with the same text in an item, as an error; how many
/// items have no rationale, difficulty or skill, as one note.
void lint(const Bank& bank, Diagnostics& diagnostics);

/// The canonical form (docs/formats/bank.md): what the bank says, free of layout, comments and order of
/// fields. Two files with the same canonical form are the same bank.
[[nodiscard]] std::string canonical(const Bank& bank);

/// SHA-256 of the canonical form: the bank's revision.
[[nodiscard]] crypto::Bytes32 digest(const Bank& bank);

/// The canonical form of what an entrant may see of the active items, choices and both sides of pairs sorted
/// by their texts, items by id: no change of a key, a rationale, a tag or the order of choices or pairs
/// changes it.
[[nodiscard]] std::string canonical_questions(const Bank& bank);

/// The ids of the items in which two revisions differ in more than what is right and why: in anything but the
/// key, the accepted texts, a tolerance, the order of an order item, and rationales. Stored answers to any
/// other item mean the same in both. Items are compared place by place; what has no counterpart differs.
[[nodiscard]] std::vector<std::string> changed_questions(const Bank& before, const Bank& after);

/// SHA-256 of `canonical_questions`.
[[nodiscard]] crypto::Bytes32 question_digest(const Bank& bank);

}  // namespace quiz::bank
