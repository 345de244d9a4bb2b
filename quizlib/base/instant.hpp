// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quiz {

using Milliseconds = std::chrono::milliseconds;
/// A moment, in milliseconds since 1970-01-01T00:00Z.
using Instant = std::chrono::sys_time<Milliseconds>;
/// A wall-clock reading in some zone, in milliseconds since 1970-01-01T00:00 there.
using LocalTime = std::chrono::local_time<Milliseconds>;
using Date = std::chrono::year_month_day;

/// The absence of an instant or a duration in a column of int64 milliseconds.
inline constexpr std::int64_t kMissing = INT64_MIN;

/// A half-open interval: `opens` is in it, `closes` is not.
struct Window {
  Instant opens{};
  Instant closes{};

  [[nodiscard]] bool contains(Instant t) const { return opens <= t && t < closes; }
  friend bool operator==(const Window&, const Window&) = default;
};

/// An ISO 8601 moment as written: without an offset it is a wall-clock reading in a zone the reader knows.
struct WrittenTime {
  LocalTime local{};
  std::optional<std::chrono::minutes> offset;

  friend bool operator==(const WrittenTime&, const WrittenTime&) = default;
};

/// Read `YYYY-MM-DD`, then `T` or a space, `HH:MM[:SS[.fff]]`, then nothing, `Z`, `+HH:MM` or `-HH:MM`.
///
/// Seconds may be left out, fractions have one to three digits, years are 1900 to 2199: a Buddhist year is
/// no date. `24:00` is the midnight that ends the day, nothing later in that hour exists. Offsets reach 14
/// hours either way. Anything else, a day that does not exist or a leap second included, is nullopt.
[[nodiscard]] std::optional<WrittenTime> parse_time(std::string_view text);

/// Read `YYYY-MM-DD`, years 1900 to 2199.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// `2023-09-10T08:00:00+07:00`, with `.fff` only where the milliseconds are not zero. Needs a moment that is
/// in the years 0 to 9999 there, and an offset of less than a day.
[[nodiscard]] std::string format_time(Instant instant, std::chrono::minutes offset);

/// `2023-09-10`. Needs years 0 to 9999.
[[nodiscard]] std::string format_date(Date date);

/// Whole years from `birth` to `day`, negative where `day` is earlier; who was born on 29 February has a
/// birthday on 1 March in common years.
[[nodiscard]] int age_on(Date birth, Date day);

/// Read a duration such as `20m`, `90s`, `1h30m`, `500ms`: units h, m, s, ms, each at most once and in that
/// order. Nothing for anything else, or beyond 1000 h.
[[nodiscard]] std::optional<Milliseconds> parse_duration(std::string_view text);

/// That form with hours, minutes, seconds and milliseconds carried over and zero parts left out: `20m`,
/// `1h30m`, `0s`. Needs a duration that is not negative.
[[nodiscard]] std::string format_duration(Milliseconds duration);

}  // namespace quiz
