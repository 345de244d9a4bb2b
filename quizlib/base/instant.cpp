// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/instant.hpp>

#include <array>
#include <cassert>
#include <cstddef>
#include <tuple>
#include <utility>

namespace quiz {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// Moments come by the million. Their parts are plain numbers, out of range where they are none: an optional
// of a few bytes is stored in pieces and read as a whole, for which a processor has to wait.
constexpr unsigned kNoNumber = 100;     // of two digits
constexpr unsigned kNoFraction = 1000;  // of three
constexpr minutes kNoOffset = minutes::max();
constexpr minutes kLargestOffset = hours(14);

unsigned digit(char c) { return static_cast<unsigned char>(c) - unsigned{'0'}; }

/// The two digits at `at`, or kNoNumber. Needs two characters there.
unsigned two_digits(std::string_view text, std::size_t at) {
  const unsigned tens = digit(text[at]);
  const unsigned ones = digit(text[at + 1]);
  return tens > 9 || ones > 9 ? kNoNumber : tens * 10 + ones;
}

/// The date in the first ten characters, or one that is not ok(). Needs ten characters.
Date read_date(std::string_view text) {
  const unsigned century = two_digits(text, 0);
  const unsigned year_of_century = two_digits(text, 2);
  if (century < 19 || century > 21 || year_of_century == kNoNumber || text[4] != '-' || text[7] != '-') {
    return {};
  }
  return {std::chrono::year(static_cast<int>(century * 100 + year_of_century)),
          std::chrono::month(two_digits(text, 5)), std::chrono::day(two_digits(text, 8))};
}

/// `5`, `25` or `125` behind a point in milliseconds, taken off the front of `text`; or kNoFraction.
unsigned take_fraction(std::string_view& text) {
  unsigned value = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && digit(text[digits]) <= 9; ++digits) {
    if (digits == 3) return kNoFraction;
    value = value * 10 + digit(text[digits]);
  }
  if (digits == 0) return kNoFraction;
  text.remove_prefix(digits);
  for (; digits < 3; ++digits) value *= 10;
  return value;
}

/// `Z`, `+07:00` or `-03:30`, and nothing else; or kNoOffset.
minutes read_offset(std::string_view text) {
  if (text == "Z") return minutes(0);
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return kNoOffset;
  const unsigned hour = two_digits(text, 1);
  const unsigned minute = two_digits(text, 4);
  const minutes offset = hours(hour) + minutes(minute);
  if (minute > 59 || offset > kLargestOffset) return kNoOffset;
  return text[0] == '-' ? -offset : offset;
}

/// Needs a number of at most `width` digits that is not negative.
void append_number(std::string& out, std::int64_t number, std::size_t width) {
  assert(number >= 0);
  out.append(width, '0');
  for (std::size_t at = out.size(); number > 0; number /= 10) {
    assert(at > out.size() - width);
    out[--at] = static_cast<char>('0' + number % 10);
  }
}

struct DurationUnit {
  std::string_view name;
  Milliseconds length;
};

/// From the longest, which is the order in which they are written.
constexpr std::array<DurationUnit, 4> kDurationUnits{
    {{"h", hours(1)}, {"m", minutes(1)}, {"s", seconds(1)}, {"ms", Milliseconds(1)}}};

constexpr Milliseconds kLongestDuration = hours(1000);

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  const Date date = read_date(text);
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<WrittenTime> parse_time(std::string_view text) {
  constexpr std::size_t kToMinutes = std::string_view("YYYY-MM-DDTHH:MM").size();
  if (text.size() < kToMinutes || (text[10] != 'T' && text[10] != ' ') || text[13] != ':')
    return std::nullopt;
  const Date date = read_date(text);
  const unsigned hour = two_digits(text, 11);
  const unsigned minute = two_digits(text, 14);
  if (!date.ok() || hour > 24 || minute > 59) return std::nullopt;
  text.remove_prefix(kToMinutes);

  unsigned second = 0;
  unsigned millisecond = 0;
  if (text.size() >= 3 && text[0] == ':') {
    second = two_digits(text, 1);
    text.remove_prefix(3);
    if (text.starts_with('.')) {
      text.remove_prefix(1);
      millisecond = take_fraction(text);
    }
    if (second > 59 || millisecond == kNoFraction) return std::nullopt;
  }
  const Milliseconds time = hours(hour) + minutes(minute) + seconds(second) + Milliseconds(millisecond);
  if (time > hours(24)) return std::nullopt;

  std::optional<WrittenTime> result(std::in_place);
  result->local = std::chrono::local_days(date) + time;
  if (text.empty()) return result;
  const minutes offset = read_offset(text);
  if (offset == kNoOffset) return std::nullopt;
  result->offset = offset;
  return result;
}

std::string format_date(Date date) {
  std::string result;
  append_number(result, static_cast<int>(date.year()), 4);
  result += '-';
  append_number(result, static_cast<unsigned>(date.month()), 2);
  result += '-';
  append_number(result, static_cast<unsigned>(date.day()), 2);
  return result;
}

std::string format_time(Instant instant, minutes offset) {
  assert(std::chrono::abs(offset) < hours(24));
  const Instant there = instant + offset;
  const auto day = std::chrono::floor<std::chrono::days>(there);
  const std::chrono::hh_mm_ss time(there - day);

  std::string result = format_date(Date(day));
  result += 'T';
  append_number(result, time.hours().count(), 2);
  result += ':';
  append_number(result, time.minutes().count(), 2);
  result += ':';
  append_number(result, time.seconds().count(), 2);
  if (time.subseconds() != Milliseconds(0)) {
    result += '.';
    append_number(result, time.subseconds().count(), 3);
  }
  const std::chrono::hh_mm_ss distance(std::chrono::abs(offset));
  result += offset < minutes(0) ? '-' : '+';
  append_number(result, distance.hours().count(), 2);
  result += ':';
  append_number(result, distance.minutes().count(), 2);
  return result;
}

int age_on(Date birth, Date day) {
  const bool before_birthday = std::tuple(day.month(), day.day()) < std::tuple(birth.month(), birth.day());
  return static_cast<int>(day.year()) - static_cast<int>(birth.year()) - (before_birthday ? 1 : 0);
}

std::optional<Milliseconds> parse_duration(std::string_view text) {
  Milliseconds total{};
  auto unit = kDurationUnits.begin();
  do {
    std::int64_t number = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && digit(text[digits]) <= 9; ++digits) {
      number = number * 10 + digit(text[digits]);
      if (Milliseconds(number) > kLongestDuration) return std::nullopt;
    }
    if (digits == 0) return std::nullopt;
    text.remove_prefix(digits);

    const std::string_view name = text.substr(0, text.find_first_of("0123456789"));
    while (unit != kDurationUnits.end() && unit->name != name) ++unit;
    if (unit == kDurationUnits.end()) return std::nullopt;
    total += number * unit->length;
    if (total > kLongestDuration) return std::nullopt;
    text.remove_prefix(name.size());
    ++unit;
  } while (!text.empty());
  return total;
}

std::string format_duration(Milliseconds duration) {
  assert(duration >= Milliseconds(0));
  std::string result;
  for (const DurationUnit& unit : kDurationUnits) {
    const std::int64_t number = duration / unit.length;
    duration %= unit.length;
    if (number != 0) result.append(std::to_string(number)).append(unit.name);
  }
  return result.empty() ? "0s" : result;
}

}  // namespace quiz
