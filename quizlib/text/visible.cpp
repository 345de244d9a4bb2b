// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/unicode.hpp>

#include <quizlib/text/characters.hpp>

namespace quiz::text {
namespace {

void append_hex(std::string& out, char32_t value, unsigned digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (unsigned left = digits; left-- > 0;) out.push_back(kDigits[value >> 4U * left & 0xFU]);
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
    out += "\\u";  // no hostile character has more than four digits
    append_hex(out, c, 4);
  }
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_character(text, [&out](char32_t c, std::string_view bytes) {
    if (c == kReplacement && bytes.size() == 1) {
      out += "\\x";
      append_hex(out, static_cast<unsigned char>(bytes.front()), 2);
    } else if (c == '\n' || c == '\t' || is_hostile(c)) {
      append_escape(out, c);
    } else {
      out += bytes;
    }
  });
  return out;
}

}  // namespace quiz::text
