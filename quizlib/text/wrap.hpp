// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::text {

/// `text` broken into lines of at most `cells` where its script allows that (Unicode UAX #14; between words
/// in Thai and Lao), without blanks at their ends. A word that is wider has a line of its own. At least one
/// line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t cells);

}  // namespace quiz::text
