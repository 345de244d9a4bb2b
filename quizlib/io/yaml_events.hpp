// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/io/yaml.hpp>

#include <cstddef>
#include <string_view>

namespace quiz::io {

/// What the strict profile allows one file to hold.
struct YamlLimits {
  std::size_t depth = 16;                      ///< of lists and mappings in each other
  std::size_t scalar = std::size_t{64} << 10;  ///< bytes of one text
  std::size_t values = std::size_t{4} << 20;   ///< lists, mappings, their keys and texts
};

/// What stands in the text for the parser where there is a `?` that it would misread. No file may hold it.
inline constexpr char kHiddenQuestionMark = '\x01';

/// The tree of the one document in `text`, and what the strict profile forbids in it.
///
/// `text` is the source of `document`, byte for byte in the same places, with a stand-in for each byte that
/// no parser may see. Needs all of `document` but its root. Where there are findings, the tree means nothing.
[[nodiscard]] YamlNode read_events(const YamlDocument& document, std::string_view text,
                                   Diagnostics& diagnostics, const YamlLimits& limits = {});

}  // namespace quiz::io
