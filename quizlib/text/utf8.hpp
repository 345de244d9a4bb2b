// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace quiz::text {

/// One character of a text, or one byte that belongs to none.
struct Utf8Step {
  char32_t value = 0;      ///< U+FFFD for a bad byte
  std::size_t length = 1;  ///< in bytes, 1 for a bad byte
  bool valid = false;
};

/// The character at `offset`, by the table of well-formed sequences (Unicode 3.9): no overlong forms, no
/// surrogates, nothing above U+10FFFF. Needs `offset` below the size.
[[nodiscard]] inline Utf8Step utf8_step(std::string_view text, std::size_t offset) {
  constexpr Utf8Step kBad{0xFFFD, 1, false};
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xC2 || lead > 0xF4) return kBad;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - offset < length) return kBad;
  char32_t value = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[offset + i]);
    if ((byte & 0xC0U) != 0x80U) return kBad;
    value = value << 6U | (byte & 0x3FU);
  }
  if (length == 3 && (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF))) return kBad;
  if (length == 4 && (value < 0x10000 || value > 0x10FFFF)) return kBad;
  return {value, length, true};
}

/// Needs `c` to be a character: no surrogate, at most U+10FFFF.
inline void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | c >> 6U);
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | c >> 12U);
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | c >> 18U);
    put(0x80U | (c >> 12U & 0x3FU));
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

/// How many bytes of `text`, from `offset` on, are surely plain ASCII: found eight at a time, so up to seven
/// more may follow.
[[nodiscard]] inline std::size_t ascii_run(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  for (std::uint64_t eight = 0; text.size() - end >= sizeof eight; end += sizeof eight) {
    std::memcpy(&eight, text.data() + end, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  return end - offset;
}

[[nodiscard]] inline bool is_ascii(std::string_view text) {
  for (std::size_t i = ascii_run(text, 0); i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) >= 0x80) return false;
  }
  return true;
}

}  // namespace quiz::text
