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

/// `text` as it stands in a field that is so many cells wide: broken as `wrap` does it, at newlines too, and
/// between the characters of a word that is wider. Blanks and newlines stay at the ends of lines, so that
/// together the lines are the text; after a newline at its end comes an empty line. Views of it; at least
/// one. Needs room for a character.
[[nodiscard]] std::vector<std::string_view> field_lines(std::string_view text, std::size_t cells);

}  // namespace quiz::text
