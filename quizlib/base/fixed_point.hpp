// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quiz {

/// Read `[-]digits[.digits]`, below nine billion either way, in units of 10^-places. Nothing for anything
/// else: more than `places` digits after the point, no digit on a side of it, a plus, blanks, an exponent.
/// Needs 0 <= places <= 9.
[[nodiscard]] std::optional<std::int64_t> parse_fixed_point(std::string_view text, int places);

/// The shortest form of `units` times 10^-places: no zeros at the end, no point without digits after it.
/// Needs 0 <= places <= 9.
[[nodiscard]] std::string format_fixed_point(std::int64_t units, int places);

}  // namespace quiz
