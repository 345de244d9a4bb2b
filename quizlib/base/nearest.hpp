// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace quiz {

/// How many insertions, deletions, replacements and swaps of neighbouring characters turn `a` into `b`, ASCII
/// case ignored (Damerau-Levenshtein, no character touched twice). Takes time with the product of the
/// lengths.
[[nodiscard]] std::size_t typing_errors(std::string_view a, std::string_view b);

/// The entry of `candidates` that somebody who typed `word` may have meant: the nearest by `typing_errors`,
/// at most a third of the longer word's length away; equals: the first. Empty: none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace quiz
