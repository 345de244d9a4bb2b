// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/utf8.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace quiz {
namespace {

/// How many bytes at the beginning of `text` are ASCII, eight at a time as long as there are eight.
std::size_t ascii_prefix(std::string_view text) {
  std::size_t n = 0;
  for (; n + 8 <= text.size(); n += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + n, sizeof word);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  while (n < text.size() && static_cast<unsigned char>(text[n]) < 0x80) ++n;
  return n;
}

std::string hexadecimal(std::string_view prefix, std::uint32_t value, unsigned digits) {
  std::string name(prefix);
  while (digits-- != 0) name += "0123456789ABCDEF"[value >> 4 * digits & 0xFU];
  return name;
}

}  // namespace

Utf8Character first_character(std::string_view text) {
  if (text.empty()) return {};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {static_cast<char32_t>(lead), 1};

  // Table 3-7: only the second byte has a range of its own, after E0, ED, F0 and F4.
  const std::size_t bytes = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (bytes == 0 || text.size() < bytes) return {};
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return {};

  std::uint32_t value = lead & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if (begins_character(text[i])) return {};
    value = value << 6U | (byte(i) & 0x3FU);
  }
  return {static_cast<char32_t>(value), bytes};
}

std::optional<std::size_t> invalid_utf8(std::string_view bytes) {
  std::size_t offset = 0;
  while (true) {
    offset += ascii_prefix(bytes.substr(offset));
    if (offset == bytes.size()) return std::nullopt;
    const Utf8Character character = first_character(bytes.substr(offset));
    if (character.bytes == 0) return offset;
    offset += character.bytes;
  }
}

bool is_plain(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHighs = 0x80 * kOnes;
  std::size_t n = 0;
  for (; n + 8 <= text.size(); n += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + n, sizeof word);
    // The high bit of a byte: it is above 0x7F; below 0x20 (the borrow); 0x7F (it becomes 0x80).
    if (((word | (word - 0x20 * kOnes) | (word + kOnes)) & kHighs) != 0) return false;
  }
  return std::ranges::all_of(text.substr(n), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return begins_character(byte); }));
}

bool is_hostile(char32_t c) {
  if (c < 0x20) return c != U'\n' && c != U'\t';
  return (c >= 0x7F && c <= 0x9F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::optional<HostileCharacter> find_hostile(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    // Every hostile character is a control byte or begins with C2 or E2.
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++offset;
      continue;
    }
    const Utf8Character character = first_character(text.substr(offset));
    if (character.bytes != 0 && is_hostile(character.value)) return HostileCharacter{offset, character.value};
    offset += std::max<std::size_t>(character.bytes, 1);
  }
  return std::nullopt;
}

bool is_clean(std::string_view text) { return !invalid_utf8(text) && !find_hostile(text); }

void append_character(std::string& text, char32_t c) {
  const auto add = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xC0U | c >> 6U);
  } else if (c < 0x10000) {
    add(0xE0U | c >> 12U);
    add(0x80U | (c >> 6U & 0x3FU));
  } else {
    add(0xF0U | c >> 18U);
    add(0x80U | (c >> 12U & 0x3FU));
    add(0x80U | (c >> 6U & 0x3FU));
  }
  add(0x80U | (c & 0x3FU));
}

std::string character_name(char32_t c) {
  return hexadecimal("U+", c, c <= 0xFFFF ? 4 : c <= 0xFFFFF ? 5 : 6);
}

std::string byte_name(unsigned char byte) { return hexadecimal("0x", byte, 2); }

}  // namespace quiz
