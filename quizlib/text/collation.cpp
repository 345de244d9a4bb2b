// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/collation.hpp>

#include <quizlib/text/characters.hpp>
#include <quizlib/text/icu_status.hpp>

#include <unicode/coll.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace quiz::text {
namespace {

std::unique_ptr<icu::Collator> make_collator(Language language, UColAttributeValue strength) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(std::string(language_code(language)).c_str());
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(locale, status));
  require_icu(status);
  collator->setAttribute(UCOL_STRENGTH, strength, status);
  // "Xã số 2" before "Xã số 10".
  collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  // Marks typed in any order: a name from a spreadsheet need not be in a normal form.
  collator->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
  require_icu(status);
  return collator;
}

std::string sort_key(const icu::Collator& collator, std::string_view text) {
  const auto wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::array<std::uint8_t, 256> room;
  const std::int32_t size = collator.getSortKey(wide, room.data(), static_cast<std::int32_t>(room.size()));
  const auto bytes = static_cast<std::size_t>(size) - 1;  // without ICU's closing zero
  if (bytes < room.size()) return {room.begin(), room.begin() + bytes};
  std::vector<std::uint8_t> more(bytes + 1);
  collator.getSortKey(wide, more.data(), size);
  return {more.begin(), more.end() - 1};
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  bool in_word = false;
  for_each_character(text, [&](char32_t c, std::string_view bytes) {
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
      in_word = false;
    } else if (in_word) {
      out.back() = {out.back().data(), out.back().size() + bytes.size()};
    } else {
      out.push_back(bytes);
      in_word = true;
    }
  });
  return out;
}

}  // namespace

struct Collator::Impl {
  std::unique_ptr<icu::Collator> whole;
  /// For the words of a name, blind to capitals; only where names are ordered by word.
  std::unique_ptr<icu::Collator> word;
};

Collator::Collator(Language language)
    : impl_(new Impl{make_collator(language, UCOL_TERTIARY),
                     language == Language::vi ? make_collator(language, UCOL_SECONDARY) : nullptr}) {}
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;
Collator::~Collator() = default;

std::string Collator::key(std::string_view text) const { return sort_key(*impl_->whole, text); }

std::string Collator::name_key(std::string_view name) const {
  if (!impl_->word) return key(name);
  std::vector<std::string_view> parts = words(name);
  if (parts.empty()) return {};
  std::rotate(parts.begin(), parts.end() - 1, parts.end());
  // A zero is below every byte of ICU's keys: one ends a word, a second one the words.
  std::string out;
  for (const std::string_view part : parts) {
    out += sort_key(*impl_->word, part);
    out.push_back('\0');
  }
  out.push_back('\0');
  for (const std::string_view part : parts) out += key(part);
  return out;
}

}  // namespace quiz::text
