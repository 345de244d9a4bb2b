// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/width.hpp>

#include <quizlib/text/characters.hpp>
#include <quizlib/text/graphemes.hpp>

#include <unicode/uchar.h>

#include <cstdint>

namespace quiz::text {
namespace {

constexpr std::string_view kEllipsis = "…";

std::size_t cells_of(char32_t c) {
  if (c < 0x80) return 1;
  const auto code = static_cast<UChar32>(c);
  constexpr std::uint32_t kNoCell = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if ((U_GET_GC_MASK(code) & kNoCell) != 0) return 0;
  const int kind = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return kind == U_EA_WIDE || kind == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t width(std::string_view text) {
  std::size_t cells = 0;
  for_each_character(text, [&cells](char32_t c, std::string_view) { cells += cells_of(c); });
  return cells;
}

std::string pad(std::string_view text, std::size_t cells, Align align) {
  const std::size_t taken = width(text);
  if (taken >= cells) return std::string(text);
  std::string out(text);
  out.insert(align == Align::left ? out.size() : 0, cells - taken, ' ');
  return out;
}

std::string cut(std::string_view text, std::size_t cells) {
  if (width(text) <= cells) return std::string(text);
  if (cells == 0) return {};
  std::size_t kept = 0;
  std::size_t left = cells - width(kEllipsis);
  for (const std::string_view grapheme : graphemes(text)) {
    const std::size_t taken = width(grapheme);
    if (taken > left) break;
    left -= taken;
    kept += grapheme.size();
  }
  std::string out(text.substr(0, kept));
  while (out.ends_with(' ')) out.pop_back();
  out += kEllipsis;
  return out;
}

}  // namespace quiz::text
