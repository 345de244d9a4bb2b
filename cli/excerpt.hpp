// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quiz::cli {

/// A line of a file as it is shown under a finding, and where the caret stands below it.
struct Excerpt {
  std::string text;       ///< made visible
  std::size_t caret = 0;  ///< cells to its left
};

/// The part of `line` around `column` (1-based, in characters; 0: the beginning) that fits into `width`
/// cells, an ellipsis where something was cut off. A column beyond the end is the end.
[[nodiscard]] Excerpt excerpt(std::string_view line, std::uint32_t column, std::size_t width);

}  // namespace quiz::cli
