// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/unicode.hpp>

#include <quizlib/text/characters.hpp>
#include <quizlib/text/icu_status.hpp>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <cstdint>

namespace quiz::text {
namespace {

using Bytes = icu::StringByteSink<std::string>;

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

const icu::Normalizer2& composer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  require_icu(status);
  return *instance;
}

std::string normalize(const icu::Normalizer2& form, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  if (form.isNormalizedUTF8(piece(text), status) != 0) return std::string(text);
  std::string out;
  Bytes sink(&out, static_cast<std::int32_t>(text.size()));
  form.normalizeUTF8(0, piece(text), sink, nullptr, status);
  require_icu(status);
  return out;
}

std::string fold_case(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  Bytes sink(&out, static_cast<std::int32_t>(text.size()));
  icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, piece(text), sink, nullptr, status);
  require_icu(status);
  return out;
}

bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_invisible(char32_t c) {
  return c >= 0x80 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// `text` without invisible characters; unless they count, runs of blanks as one, none at the ends, and ASCII
/// letters lower.
std::string tidy(std::string_view text, const Differences& counting) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for_each_character(text, [&](char32_t c, std::string_view bytes) {
    if (is_invisible(c)) return;
    if (!counting.spaces && is_blank(c)) {
      blank = true;
      return;
    }
    if (blank && !out.empty()) out.push_back(' ');
    blank = false;
    if (c < 0x80 && !counting.letter_case) {
      out.push_back(lower_ascii(bytes.front()));
    } else {
      out += bytes;
    }
  });
  return out;
}

/// `text` without tone and vowel marks, đ as d.
std::string without_marks(std::string_view text) {
  const std::string decomposed = nfd(text);
  std::string out;
  out.reserve(decomposed.size());
  for_each_character(decomposed, [&out](char32_t c, std::string_view bytes) {
    if (c == U'đ' || c == U'Đ') {
      out.push_back(c == U'đ' ? 'd' : 'D');
    } else if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) {
      out += bytes;
    }
  });
  return normalize(composer(), out);
}

}  // namespace

std::string nfc(std::string_view text) {
  return is_ascii(text) ? std::string(text) : normalize(composer(), text);
}

std::string nfd(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFDInstance(status);
  require_icu(status);
  return normalize(*instance, text);
}

std::string nfkc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFKCInstance(status);
  require_icu(status);
  return normalize(*instance, text);
}

std::string fold(std::string_view text) { return comparable(text, {}); }

std::string strip_marks(std::string_view text) { return comparable(text, {.marks = false}); }

std::string comparable(std::string_view text, const Differences& counting) {
  std::string form = tidy(text, counting);
  if (is_ascii(form)) return form;
  form = normalize(composer(), form);
  if (!counting.letter_case) form = normalize(composer(), fold_case(form));
  return counting.marks ? form : without_marks(form);
}

std::string latin_digits(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for_each_character(text, [&out](char32_t c, std::string_view bytes) {
    for (const char32_t zero : {U'\u0E50', U'\u0ED0'}) {
      if (c < zero || c > zero + 9) continue;
      out.push_back(static_cast<char>('0' + (c - zero)));
      return;
    }
    out += bytes;
  });
  return out;
}

}  // namespace quiz::text
