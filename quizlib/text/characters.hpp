// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace quiz::text {

/// What stands for a byte that is no UTF-8.
inline constexpr char32_t kReplacement = U'\uFFFD';

/// Call `visit(char32_t, std::string_view)` for every character of `text` with its bytes; one byte that is no
/// UTF-8 comes as `kReplacement`.
template <typename Visit>
void for_each_character(std::string_view text, const Visit& visit) {
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    const Utf8Character next = byte < 0x80 ? Utf8Character{byte, 1} : first_character(text);
    const std::size_t bytes = std::max<std::size_t>(next.bytes, 1);
    visit(next.bytes == 0 ? kReplacement : next.value, text.substr(0, bytes));
    text.remove_prefix(bytes);
  }
}

[[nodiscard]] inline bool is_ascii(std::string_view text) {
  // No early end: a loop without branches runs over many bytes at a time.
  unsigned char seen = 0;
  for (const char c : text) seen |= static_cast<unsigned char>(c);
  return seen < 0x80;
}

}  // namespace quiz::text
