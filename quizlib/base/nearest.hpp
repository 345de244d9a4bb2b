// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace quiz {

/// The entry of `candidates` that somebody who typed `word` may have meant: the nearest by
/// Damerau-Levenshtein distance over characters, ASCII case ignored, at most a third of the longer word's
/// length away; equals: the first. Empty: none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace quiz
