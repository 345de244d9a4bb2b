// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/timing.hpp>

#include <array>
#include <charconv>
#include <string>

namespace quiz::response {
namespace {

bool is_separator(char c) { return c == '/' || c == '-' || c == '.'; }

/// Three numbers with separators between, and how long they are.
struct DateNumbers {
  std::array<std::string_view, 3> parts;
  std::size_t length = 0;
};

std::optional<DateNumbers> split_date(std::string_view text) {
  DateNumbers date;
  std::size_t at = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    date.parts[i] = text.substr(begin, at - begin);
    if (date.parts[i].empty() || date.parts[i].size() == 3 || date.parts[i].size() > 4) return std::nullopt;
    if (i == 2) break;
    if (at >= text.size() || !is_separator(text[at])) return std::nullopt;
    ++at;
  }
  date.length = at;
  return date;
}

std::string two_digits(std::string_view number) {
  return number.size() == 1 ? "0" + std::string(number) : std::string(number);
}

}  // namespace

std::optional<WrittenTime> parse_sheet_time(std::string_view text, DateOrder order) {
  if (const auto iso = parse_time(text)) return iso;
  const auto date = split_date(text);
  if (!date) return std::nullopt;
  static constexpr std::array<std::array<std::size_t, 3>, 3> kYearMonthDay{{{0, 1, 2}, {2, 1, 0}, {2, 0, 1}}};
  const auto& [year, month, day] = kYearMonthDay[static_cast<std::size_t>(order)];
  if (date->parts[year].size() != 4 || date->parts[month].size() > 2 || date->parts[day].size() > 2)
    return std::nullopt;
  std::string iso(date->parts[year]);
  iso.append("-").append(two_digits(date->parts[month])).append("-").append(two_digits(date->parts[day]));
  std::string_view rest = text.substr(date->length);
  if (rest.size() >= 5 && rest[0] == ' ' && rest[2] == ':') {
    return parse_time(iso + " 0" + std::string(rest.substr(1)));
  }
  return parse_time(iso + std::string(rest));
}

bool is_late(const contest::RoundRules& rules, std::int64_t started, std::int64_t submitted,
             std::int64_t duration, std::int64_t time_factor) {
  const std::int64_t grace = rules.grace.count();
  const std::int64_t closes = rules.window.closes.time_since_epoch().count();
  if (submitted != kMissing && submitted > closes + grace) return true;
  if (started != kMissing && started >= closes) return true;
  if (!rules.time_limit) return false;
  const std::int64_t limit = rules.time_limit->count() * time_factor / 100;
  if (started != kMissing && submitted != kMissing) return submitted > started + limit + grace;
  return duration != kMissing && duration > limit + grace;
}

std::int64_t elapsed(std::int64_t started, std::int64_t submitted, std::int64_t duration) {
  if (duration != kMissing) return duration;
  return started != kMissing && submitted != kMissing ? submitted - started : kMissing;
}

}  // namespace quiz::response
