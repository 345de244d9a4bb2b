// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/spelling.hpp>

#include <quizlib/text/characters.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace quiz::text {
namespace {

struct Variant {
  std::string_view written;
  std::string_view key;
};

/// Letters written in two ways, beyond what NFKC knows.
constexpr std::array<Variant, 5> kVariants{{
    {"\u00F0", "\u0111"},              // ð for đ, as old code pages give it
    {"\u0256", "\u0111"},              // ɖ, whose capital is a third Đ
    {"\u0E40\u0E40", "\u0E41"},        // Thai sara e twice for sara ae
    {"\u0EC0\u0EC0", "\u0EC1"},        // Lao e twice for ei
    {"\u0EAB\u0EBC", "\u0EAB\u0EA5"},  // Lao ho with lo below for ho and lo
}};

std::string unify_variants(std::string text) {
  for (const Variant& variant : kVariants) {
    for (std::size_t at = text.find(variant.written); at != std::string::npos;
         at = text.find(variant.written, at + variant.key.size())) {
      text.replace(at, variant.written.size(), variant.key);
    }
  }
  return text;
}

/// A sign above or below a Thai or Lao consonant.
bool is_thai_or_lao_mark(char32_t c) {
  if (c >= 0x0E80) c -= 0x80;  // the two blocks are laid out alike
  return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3C) || (c >= 0x0E47 && c <= 0x0E4E);
}

/// Put the signs of each Thai or Lao consonant into the order of their code points.
std::string sort_marks(std::string_view text) {
  using Mark = std::pair<char32_t, std::string_view>;
  std::string out;
  std::vector<Mark> marks;
  const auto write_marks = [&] {
    std::ranges::sort(marks);
    for (const Mark& mark : marks) out += mark.second;
    marks.clear();
  };
  for_each_character(text, [&](char32_t c, std::string_view bytes) {
    if (is_thai_or_lao_mark(c)) {
      marks.emplace_back(c, bytes);
      return;
    }
    write_marks();
    out += bytes;
  });
  write_marks();
  return out;
}

/// Grave, acute, tilde, hook above, dot below: as characters of their own.
bool is_vietnamese_tone(char32_t c) {
  return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}

bool ends_syllable(char32_t c) {
  const bool is_letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
  return !is_letter_or_digit;
}

/// Put the tone of each syllable behind its letters. A word with several tones is not Vietnamese and stays.
std::string move_tones(std::string_view decomposed) {
  std::string out;
  std::string as_written;
  std::string letters;
  std::string tones;
  std::size_t tone_count = 0;
  const auto write_syllable = [&] {
    out += tone_count == 1 ? letters + tones : as_written;
    as_written.clear();
    letters.clear();
    tones.clear();
    tone_count = 0;
  };
  for_each_character(decomposed, [&](char32_t c, std::string_view bytes) {
    if (ends_syllable(c)) {
      write_syllable();
      out += bytes;
      return;
    }
    as_written += bytes;
    (is_vietnamese_tone(c) ? tones : letters) += bytes;
    if (is_vietnamese_tone(c)) ++tone_count;
  });
  write_syllable();
  return out;
}

}  // namespace

std::string spelling_key(std::string_view text) {
  const std::string folded = fold(text);
  if (is_ascii(folded)) return folded;
  // Folded again: compatibility characters may stand for capitals and blanks.
  const std::string decomposed = nfd(fold(nfkc(folded)));
  return nfc(move_tones(sort_marks(unify_variants(decomposed))));
}

}  // namespace quiz::text
