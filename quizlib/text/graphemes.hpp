// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace quiz::text {

/// What people take for the characters of a text, in their order: letters with their marks (extended grapheme
/// clusters, Unicode UAX #29). Together they are the text. Views of it.
[[nodiscard]] std::vector<std::string_view> graphemes(std::string_view text);

/// The text cut where a line may end (Unicode UAX #14; between words in Thai and Lao), each piece with the
/// blanks after it. Together they are the text. Views of it.
[[nodiscard]] std::vector<std::string_view> line_pieces(std::string_view text);

}  // namespace quiz::text
