// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quiz {

/// An exact decimal number in billionths: at most nine places.
struct Decimal {
  static constexpr std::int64_t kOne = 1'000'000'000;

  std::int64_t billionths = 0;

  friend auto operator<=>(const Decimal&, const Decimal&) = default;
};

/// Read `[-]digits[.digits]` with at most nine places and below nine billion either way; no exponent, no
/// grouping, no blanks, a digit on both sides of the point. Nothing for anything else.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);

/// The shortest form: `3.5`, `-0.25`, `7`.
[[nodiscard]] std::string format_decimal(Decimal value);

}  // namespace quiz
