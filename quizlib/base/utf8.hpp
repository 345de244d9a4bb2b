// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quiz {

/// One character (code point) and the number of bytes that it takes; no bytes: none could be read.
struct Utf8Character {
  char32_t value = 0;
  std::size_t bytes = 0;
};

/// The character at the beginning of `text`, `bytes` 0 where `text` is empty or begins with what is no
/// well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong forms, nothing above U+10FFFF).
[[nodiscard]] Utf8Character first_character(std::string_view text);

/// Where `bytes` stops being well-formed UTF-8: the offset of the first bad byte; nothing if it is all good.
[[nodiscard]] std::optional<std::size_t> invalid_utf8(std::string_view bytes);

/// Whether all bytes are printable ASCII, which is the quick answer for most cells of most files.
[[nodiscard]] bool is_plain(std::string_view text);

/// The number of characters (code points) in `text`: the unit of columns in messages. A byte that does not
/// continue a character counts as one.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// Whether `c` is a control (C0 but not newline and tab, DEL, C1), a bidirectional override, embedding or
/// isolate, or a line or paragraph separator: what no file of ours may hold and no terminal may get.
[[nodiscard]] bool is_hostile(char32_t c);

/// A hostile character and where it is, in bytes.
struct HostileCharacter {
  std::size_t offset = 0;
  char32_t value = 0;
};

/// The first hostile character of `text`. Bytes that are no UTF-8 are passed over.
[[nodiscard]] std::optional<HostileCharacter> find_hostile(std::string_view text);

/// Whether a byte of well-formed UTF-8 is the first of a character.
[[nodiscard]] inline bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Write a character, which is no surrogate and none above U+10FFFF, behind `text`.
void append_character(std::string& text, char32_t c);

/// Whether a text is well-formed and holds no hostile character: what files, and so answers, may hold.
[[nodiscard]] bool is_clean(std::string_view text);

/// How messages name a character: `U+202E`.
[[nodiscard]] std::string character_name(char32_t c);

/// How messages name a byte that is no character: `0xFF`.
[[nodiscard]] std::string byte_name(unsigned char byte);

}  // namespace quiz
