// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/text/language.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quiz::text {

/// `21.217` in Vietnamese and Lao, `21,217` in Thai and English. Digits are Latin ones.
[[nodiscard]] std::string format_count(Language language, std::int64_t value);

/// A decimal number in ASCII form (`-1234.5`, as the format functions of `base` write it) in the language's
/// marks: `-1.234,5`. All its places are kept.
[[nodiscard]] std::string localize_decimal(Language language, std::string_view ascii);

/// `10/09/2023` (vi, lo), `10/9/2566` (th, Buddhist era), `10 September 2023` (en).
[[nodiscard]] std::string format_date(Language language, Date date);

/// Date and wall-clock time of day to the second: `08:00:00 10/09/2023` (vi), `10/09/2023 08:00:00` (lo),
/// `10/9/2566 08:00:00` (th), `10 September 2023, 08:00:00` (en). Milliseconds are shown where they are not
/// zero.
[[nodiscard]] std::string format_local_time(Language language, LocalTime time);

/// A length of time for people: `12:34` (minutes and seconds), `1:02:03`, with `.fff` where not zero.
[[nodiscard]] std::string format_elapsed(Milliseconds duration);

/// Read a count as people type it: digits of any script with at most one kind of grouping mark (`.`, `,`,
/// blank, no-break blank) in threes: `21.217`, `21 217`. Nothing for anything else or above 10^15.
[[nodiscard]] std::optional<std::int64_t> parse_count(std::string_view text);

/// Read a percentage as people type it, without its sign: digits of any script, then perhaps one `,` or `.`
/// and up to nine decimals: `87,65432`. Nothing for anything else or above a million.
[[nodiscard]] std::optional<Decimal> parse_percent(std::string_view text);

/// Read a number as people type it, and give it in ASCII form (`-1234.5`): Latin, Thai or Lao digits, perhaps
/// a minus in front. A `.` or `,` that stands alone is the decimal mark. Several marks of one kind group in
/// threes (`1.000.000`), and so do blanks; where another `.` or `,` comes last it is the decimal mark
/// (`1.234,5`). Nothing for anything else.
[[nodiscard]] std::optional<std::string> parse_number(std::string_view text);

}  // namespace quiz::text
