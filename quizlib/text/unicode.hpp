// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::text {

/// Where `bytes` stops being well-formed UTF-8: the offset of the first bad byte; nothing if it is all good.
[[nodiscard]] std::optional<std::size_t> invalid_utf8(std::string_view bytes);

/// Normalization form C. Plain ASCII comes back unchanged at no cost. Needs well-formed UTF-8.
[[nodiscard]] std::string nfc(std::string_view text);

/// The form in which names, codes and ids are compared: NFC, full case folding, white space runs as one
/// blank, none at the ends, zero-width characters left out.
[[nodiscard]] std::string fold(std::string_view text);

/// As `fold`, with tone and vowel marks removed too and đ as d: for "did you mean" and slugs only.
[[nodiscard]] std::string strip_marks(std::string_view text);

/// The number of characters (code points) in `text`: the unit of columns in messages.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// Whether `c` is a control (C0 but not newline and tab, DEL, C1), a bidirectional override, embedding or
/// isolate, or a line or paragraph separator: what no file of ours may hold and no terminal may get.
[[nodiscard]] bool is_hostile(char32_t c);

/// The first hostile character: its byte offset and value.
struct HostileCharacter {
  std::size_t offset = 0;
  char32_t value = 0;
};
[[nodiscard]] std::optional<HostileCharacter> find_hostile(std::string_view text);

/// `text` fit for a line of a terminal or a message: hostile characters, newlines and tabs as visible escapes
/// (`\x1b`, `\u202e`, `\n`), bytes that are no UTF-8 as `\xff`. All else as it is.
[[nodiscard]] std::string visible(std::string_view text);

/// The entry of `candidates` that somebody who typed `word` may have meant: the nearest by
/// Damerau-Levenshtein distance over folded text, at most a third of the longer word's length away; equals:
/// the first. Empty: none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace quiz::text
