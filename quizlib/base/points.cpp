// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/points.hpp>

#include <quizlib/base/fixed_point.hpp>

namespace quiz {
namespace {

constexpr int kPlaces = 4;

}  // namespace

std::optional<Points> parse_points(std::string_view text) {
  const std::optional<std::int64_t> units = parse_fixed_point(text, kPlaces);
  if (!units) return std::nullopt;
  return Points{*units};
}

std::string format_points(Points points) { return format_fixed_point(points.units, kPlaces); }

}  // namespace quiz
