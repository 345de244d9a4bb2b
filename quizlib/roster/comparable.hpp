// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace quiz::roster {

/// `text` with Thai and Lao digits as Latin ones.
[[nodiscard]] std::string latin_digits(std::string_view text);

/// A phone number in today's national Vietnamese form: digits only, +84 or 84 in front as 0, the eleven-digit
/// prefixes of before 15 September 2018 as their ten-digit successors. Other numbers: their digits. Thai and
/// Lao digits are Latin ones; 84 without + is the country only before a whole national number of 9 or 10
/// digits. Empty: no digit in it.
[[nodiscard]] std::string national_phone(std::string_view written);

/// The form in which a column's values are compared: ids by NFC, phones in national form, all else folded.
/// Empty: the value says nothing. Needs well-formed UTF-8.
[[nodiscard]] std::string comparable(std::string_view column, std::string_view value);

}  // namespace quiz::roster
