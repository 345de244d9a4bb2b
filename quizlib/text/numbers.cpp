// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/numbers.hpp>

#include <quizlib/base/utf8.hpp>
#include <quizlib/text/characters.hpp>
#include <quizlib/text/unicode.hpp>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace quiz::text {
namespace {

constexpr std::array<std::string_view, 12> kEnglishMonths{"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
constexpr int kBuddhistYears = 543;
constexpr std::int64_t kLargestCount = 1'000'000'000'000'000;

struct Marks {
  char group;
  char decimal;
};

Marks marks_of(Language language) {
  const bool comma = language == Language::vi || language == Language::lo;
  return comma ? Marks{'.', ','} : Marks{',', '.'};
}

std::string grouped(std::string_view digits, char mark) {
  std::string out;
  out.reserve(digits.size() + digits.size() / 3);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) out.push_back(mark);
    out.push_back(digits[i]);
  }
  return out;
}

/// `.250`; empty for none.
std::string fraction(Milliseconds milliseconds) {
  return milliseconds.count() == 0 ? std::string() : fmt::format(".{:03}", milliseconds.count());
}

std::optional<int> digit_value(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  if (c < 0x80) return std::nullopt;
  const int value = u_charDigitValue(static_cast<UChar32>(c));
  return value < 0 ? std::nullopt : std::optional(value);
}

/// Digits, and the mark in front of them; 0 before the first.
struct Group {
  char32_t mark = 0;
  std::string digits;
};

/// The digits of a number between its marks; empty where something else stands between them.
std::vector<Group> digit_groups(std::string_view text) {
  std::vector<Group> groups(1);
  bool good = true;
  for_each_character(text, [&](char32_t c, std::string_view bytes) {
    const bool is_mark = c == '.' || c == ',' || c == ' ' || c == U'\u00A0' || c == U'\u202F';
    if (c >= '0' && c <= '9') {
      groups.back().digits += bytes;
    } else if (is_mark) {
      groups.push_back({c, {}});
    } else {
      good = false;
    }
  });
  const auto is_empty = [](const Group& group) { return group.digits.empty(); };
  return good && std::ranges::none_of(groups, is_empty) ? groups : std::vector<Group>();
}

/// Whether the marks between the first `count` groups are of one kind and stand in threes.
bool are_thousands(const std::vector<Group>& groups, std::size_t count) {
  if (groups.front().digits.size() > 3) return false;
  for (std::size_t i = 1; i < count; ++i) {
    if (groups[i].mark != groups[1].mark || groups[i].digits.size() != 3) return false;
  }
  return true;
}

bool is_grouping_mark(char32_t c) { return c == '.' || c == ',' || c == ' ' || c == U'\u00A0'; }

}  // namespace

std::string format_count(Language language, std::int64_t value) {
  return localize_decimal(language, fmt::format_int(value).c_str());
}

std::string localize_decimal(Language language, std::string_view ascii) {
  const Marks marks = marks_of(language);
  std::string out;
  if (ascii.starts_with('-')) {
    out.push_back('-');
    ascii.remove_prefix(1);
  }
  const std::size_t point = ascii.find('.');
  out += grouped(ascii.substr(0, point), marks.group);
  if (point == std::string_view::npos) return out;
  out.push_back(marks.decimal);
  out += ascii.substr(point + 1);
  return out;
}

std::string format_date(Language language, Date date) {
  const int year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<unsigned>(date.day());
  switch (language) {
    case Language::vi:
    case Language::lo:
      return fmt::format("{:02}/{:02}/{:04}", day, month, year);
    case Language::th:
      return fmt::format("{}/{}/{}", day, month, year + kBuddhistYears);
    case Language::en:
      break;
  }
  return fmt::format("{} {} {}", day, kEnglishMonths[month - 1], year);
}

std::string format_local_time(Language language, LocalTime time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  const std::string date = format_date(language, Date(day));
  const std::string of_day =
      fmt::format("{:02}:{:02}:{:02}{}", clock.hours().count(), clock.minutes().count(),
                  clock.seconds().count(), fraction(clock.subseconds()));
  switch (language) {
    case Language::vi:
      return of_day + ' ' + date;
    case Language::lo:
    case Language::th:
      return date + ' ' + of_day;
    case Language::en:
      break;
  }
  return date + ", " + of_day;
}

std::string format_elapsed(Milliseconds duration) {
  const std::chrono::hh_mm_ss clock(duration);
  const std::string_view sign = clock.is_negative() ? "-" : "";
  const std::string rest = fmt::format("{:02}{}", clock.seconds().count(), fraction(clock.subseconds()));
  if (clock.hours().count() == 0) return fmt::format("{}{}:{}", sign, clock.minutes().count(), rest);
  return fmt::format("{}{}:{:02}:{}", sign, clock.hours().count(), clock.minutes().count(), rest);
}

std::optional<std::int64_t> parse_count(std::string_view text) {
  std::int64_t value = 0;
  char32_t mark = 0;       // the one kind that groups; none yet
  std::size_t digits = 0;  // since the last mark
  while (!text.empty()) {
    const Utf8Character next = first_character(text);
    if (next.bytes == 0) return std::nullopt;
    text.remove_prefix(next.bytes);
    if (const std::optional<int> digit = digit_value(next.value)) {
      value = value * 10 + *digit;
      if (value > kLargestCount) return std::nullopt;
      ++digits;
      continue;
    }
    if (!is_grouping_mark(next.value) || (mark != 0 && next.value != mark)) return std::nullopt;
    if (mark == 0 ? digits == 0 || digits > 3 : digits != 3) return std::nullopt;
    mark = next.value;
    digits = 0;
  }
  if (mark == 0 ? digits == 0 : digits != 3) return std::nullopt;
  return value;
}

std::optional<Decimal> parse_percent(std::string_view text) {
  constexpr Decimal kLargest{1'000'000 * Decimal::kOne};
  std::string ascii;
  while (!text.empty()) {
    const Utf8Character next = first_character(text);
    if (next.bytes == 0) return std::nullopt;
    text.remove_prefix(next.bytes);
    if (const std::optional<int> digit = digit_value(next.value)) {
      ascii.push_back(static_cast<char>('0' + *digit));
    } else if (next.value == U',' || next.value == U'.') {
      ascii.push_back('.');
    } else {
      return std::nullopt;
    }
  }
  // A second mark, or one without digits on both sides, is no decimal.
  const std::optional<Decimal> value = parse_decimal(ascii);
  return value && *value <= kLargest ? value : std::nullopt;
}

std::optional<std::string> parse_number(std::string_view text) {
  std::string number;
  for (const std::string_view minus : {"-", "\u2212"}) {
    if (!text.starts_with(minus)) continue;
    number.push_back('-');
    text.remove_prefix(minus.size());
    break;
  }
  const std::vector<Group> groups = digit_groups(latin_digits(text));
  if (groups.empty()) return std::nullopt;
  const char32_t last = groups.back().mark;
  const bool has_fraction =
      (last == '.' || last == ',') && (groups.size() == 2 || groups[groups.size() - 2].mark != last);
  const std::size_t whole = groups.size() - (has_fraction ? 1 : 0);
  if (whole > 1 && !are_thousands(groups, whole)) return std::nullopt;
  for (std::size_t i = 0; i < whole; ++i) number += groups[i].digits;
  if (has_fraction) number += '.' + groups.back().digits;
  return number;
}

}  // namespace quiz::text
