// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/comparable.hpp>

#include <quizlib/base/utf8.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace quiz::roster {
namespace {

struct Prefix {
  std::string_view old;
  std::string_view successor;
};

/// The change of mobile prefixes of 15 September 2018.
constexpr std::array<Prefix, 21> kPrefixes{{
    {"0120", "070"}, {"0121", "079"}, {"0122", "077"}, {"0123", "083"}, {"0124", "084"}, {"0125", "085"},
    {"0126", "076"}, {"0127", "081"}, {"0128", "078"}, {"0129", "082"}, {"0162", "032"}, {"0163", "033"},
    {"0164", "034"}, {"0165", "035"}, {"0166", "036"}, {"0167", "037"}, {"0168", "038"}, {"0169", "039"},
    {"0186", "056"}, {"0188", "058"}, {"0199", "059"},
}};

constexpr std::size_t kOldLength = 11;
constexpr std::size_t kOldPrefix = 4;

std::string digits(std::string_view text) {
  std::string out = latin_digits(text);
  std::erase_if(out, [](char c) { return c < '0' || c > '9'; });
  return out;
}

}  // namespace

std::string latin_digits(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Utf8Character character = first_character(text);
    const std::size_t bytes = std::max<std::size_t>(character.bytes, 1);
    char32_t digit = 10;
    for (const char32_t zero : {U'๐', U'໐'}) {
      if (character.value >= zero && character.value <= zero + 9) digit = character.value - zero;
    }
    if (digit < 10) {
      out.push_back(static_cast<char>('0' + digit));
    } else {
      out += text.substr(0, bytes);
    }
    text.remove_prefix(bytes);
  }
  return out;
}

std::string national_phone(std::string_view written) {
  constexpr std::string_view kCountry = "84";
  std::string number = digits(written);
  if (number.starts_with(kCountry)) {
    std::string_view rest = std::string_view(number).substr(kCountry.size());
    if (rest.starts_with('0')) rest.remove_prefix(1);
    const bool international = written.find('+') != std::string_view::npos;
    if (international || rest.size() == 9 || rest.size() == 10) number = "0" + std::string(rest);
  }
  if (number.size() == kOldLength) {
    const std::string_view prefix = std::string_view(number).substr(0, kOldPrefix);
    const auto* const found = std::ranges::find(kPrefixes, prefix, &Prefix::old);
    if (found != kPrefixes.end()) number.replace(0, kOldPrefix, found->successor);
  }
  return number;
}

std::string comparable(std::string_view column, std::string_view value) {
  if (column == "id") return text::nfc(value);
  if (column == "phone") return national_phone(value);
  return text::fold(value);
}

}  // namespace quiz::roster
