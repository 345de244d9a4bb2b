// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace quiz::text {

/// Normalization form C. Plain ASCII comes back unchanged at no cost. Needs well-formed UTF-8.
[[nodiscard]] std::string nfc(std::string_view text);

/// Normalization form D: letters and marks apart. Needs well-formed UTF-8.
[[nodiscard]] std::string nfd(std::string_view text);

/// Normalization form KC, for keys that nobody reads: what only looks different is the same (ຄຳ and ຄໍາ), and
/// some of what people tell apart too (ໝ becomes ຫມ). Needs well-formed UTF-8.
[[nodiscard]] std::string nfkc(std::string_view text);

/// The form in which names, codes and ids are compared: NFC, full case folding, white space runs as one
/// blank, none at the ends, invisible characters (Default_Ignorable_Code_Point) left out.
[[nodiscard]] std::string fold(std::string_view text);

/// As `fold`, with tone and vowel marks removed too and đ as d: for "did you mean" and slugs only.
[[nodiscard]] std::string strip_marks(std::string_view text);

/// Which differences between two texts count.
struct Differences {
  bool letter_case = false;
  bool marks = true;    ///< tone and vowel marks, and the bar of đ
  bool spaces = false;  ///< how many blanks there are, and blanks at the ends

  friend bool operator==(const Differences&, const Differences&) = default;
};

/// The form in which texts are compared where only some differences count: NFC, without invisible characters,
/// and with all else that does not count undone. `fold` is the form where nothing but marks counts.
[[nodiscard]] std::string comparable(std::string_view text, const Differences& counting);

/// `text` with the digits of Thai and Lao as Latin ones.
[[nodiscard]] std::string latin_digits(std::string_view text);

/// `text` fit for a line of a terminal or a message: hostile characters, newlines and tabs as visible escapes
/// (`\x1b`, `\u202e`, `\n`, `\r`), bytes that are no UTF-8 as `\xff`. All else as it is.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace quiz::text
