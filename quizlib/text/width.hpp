// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quiz::text {

/// The number of terminal cells that `text` takes: marks and format characters 0, wide characters 2 (Unicode
/// UAX #11), all else 1.
[[nodiscard]] std::size_t width(std::string_view text);

enum class Align { left, right };

/// `text` filled up with blanks to `cells`; unchanged where it is as wide or wider.
[[nodiscard]] std::string pad(std::string_view text, std::size_t cells, Align align = Align::left);

/// `text` cut at a grapheme boundary to at most `cells`, an ellipsis in place of what was cut.
[[nodiscard]] std::string cut(std::string_view text, std::size_t cells);

}  // namespace quiz::text
