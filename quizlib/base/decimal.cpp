// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/decimal.hpp>

#include <quizlib/base/fixed_point.hpp>

namespace quiz {
namespace {

constexpr int kPlaces = 9;

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const std::optional<std::int64_t> units = parse_fixed_point(text, kPlaces);
  if (!units) return std::nullopt;
  return Decimal{*units};
}

std::string format_decimal(Decimal value) { return format_fixed_point(value.billionths, kPlaces); }

}  // namespace quiz
