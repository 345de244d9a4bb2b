// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quiz {

/// Points in ten-thousandths, exact.
struct Points {
  static constexpr std::int64_t kOne = 10'000;

  std::int64_t units = 0;

  friend auto operator<=>(const Points&, const Points&) = default;
  friend Points operator+(Points a, Points b) { return {a.units + b.units}; }
};

/// Read `[-]digits[.digits]` with at most four places and below nine billion either way, as `parse_decimal`
/// does. Nothing for anything else.
[[nodiscard]] std::optional<Points> parse_points(std::string_view text);

/// The shortest form: `12`, `7.5`, `-0.25`.
[[nodiscard]] std::string format_points(Points points);

}  // namespace quiz
