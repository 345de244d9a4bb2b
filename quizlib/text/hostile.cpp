// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/unicode.hpp>

#include <quizlib/text/utf8.hpp>

#include <array>

namespace quiz::text {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

/// The bytes that a hostile character can start with. All others are passed over without decoding, which
/// makes the check cheap enough for every cell of every file.
constexpr std::array<bool, 256> kSuspects = [] {
  std::array<bool, 256> suspects{};
  for (std::size_t c = 0; c < 0x20; ++c) suspects[c] = c != '\n' && c != '\t';
  suspects[0x7F] = true;
  suspects[0xC2] = true;  // U+0080 to U+00BF
  suspects[0xE2] = true;  // U+2000 to U+2FFF
  return suspects;
}();

bool needs_escape(char32_t c) {
  return c == '\n' || c == '\t' || is_hostile(c);
}

void append_hex(std::string& out, char32_t value, unsigned digits) {
  for (unsigned left = digits; left-- > 0;) out.push_back(kHexDigits[value >> 4U * left & 0xFU]);
}

void append_escape(std::string& out, char32_t c) {
  if (c == '\n') {
    out += "\\n";
  } else if (c == '\t') {
    out += "\\t";
  } else if (c == '\r') {
    out += "\\r";
  } else if (c < 0x80) {
    out += "\\x";
    append_hex(out, c, 2);
  } else {
    out += "\\u";
    append_hex(out, c, 4);
  }
}

}  // namespace

std::optional<std::size_t> invalid_utf8(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    i += ascii_run(bytes, i);
    // Then up to eight characters one by one: text in Latin letters changes between the two kinds often.
    for (int n = 0; n < 8 && i < bytes.size(); ++n) {
      const Utf8Step step = utf8_step(bytes, i);
      if (!step.valid) return i;
      i += step.length;
    }
  }
  return std::nullopt;
}

bool is_hostile(char32_t c) {
  if (c < 0x20) return c != '\n' && c != '\t';
  return (c >= 0x7F && c <= 0x9F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::optional<HostileCharacter> find_hostile(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!kSuspects[static_cast<unsigned char>(text[i])]) continue;
    const Utf8Step step = utf8_step(text, i);
    if (step.valid && is_hostile(step.value)) return HostileCharacter{i, step.value};
  }
  return std::nullopt;
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Step step = utf8_step(text, i);
    if (!step.valid) {
      out += "\\x";
      append_hex(out, static_cast<unsigned char>(text[i]), 2);
    } else if (needs_escape(step.value)) {
      append_escape(out, step.value);
    } else {
      out += text.substr(i, step.length);
    }
    i += step.length;
  }
  return out;
}

}  // namespace quiz::text
