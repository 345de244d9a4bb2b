// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/fixed_point.hpp>

#include <cassert>
#include <cstddef>

namespace quiz {
namespace {

/// With nine places, nine billion is the last round number that 64 bits hold.
constexpr std::int64_t kWholeLimit = 9'000'000'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<std::int64_t> parse_fixed_point(std::string_view text, int places) {
  assert(places >= 0 && places <= 9);
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);

  std::int64_t units = 0;
  std::size_t at = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    units = units * 10 + (text[at] - '0');
    if (units >= kWholeLimit) return std::nullopt;
  }
  if (at == 0) return std::nullopt;

  int missing = places;
  if (at < text.size()) {
    if (text[at] != '.') return std::nullopt;
    ++at;
    if (at == text.size()) return std::nullopt;
    for (; at < text.size(); ++at, --missing) {
      if (missing == 0 || !is_digit(text[at])) return std::nullopt;
      units = units * 10 + (text[at] - '0');
    }
  }
  for (; missing > 0; --missing) units *= 10;
  return negative ? -units : units;
}

std::string format_fixed_point(std::int64_t units, int places) {
  assert(places >= 0 && places <= 9);
  // The lowest number has no positive counterpart in 64 bits with a sign.
  const std::uint64_t magnitude =
      units < 0 ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
  std::string result = std::to_string(magnitude);
  const auto fraction = static_cast<std::size_t>(places);
  if (result.size() <= fraction) result.insert(0, fraction + 1 - result.size(), '0');
  if (fraction != 0) {
    result.insert(result.size() - fraction, 1, '.');
    result.erase(result.find_last_not_of('0') + 1);
    if (result.back() == '.') result.pop_back();
  }
  if (units < 0) result.insert(0, 1, '-');
  return result;
}

}  // namespace quiz
