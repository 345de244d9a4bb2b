// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/yaml_places.hpp>

#include <quizlib/base/utf8.hpp>

#include <algorithm>
#include <string_view>

namespace quiz::io {

std::uint32_t YamlPlaces::line(std::size_t offset) const {
  const auto& starts = document_.line_starts;
  return static_cast<std::uint32_t>(std::upper_bound(starts.begin(), starts.end(), offset) - starts.begin());
}

// A line may hold the whole file, so its characters are counted on from the offset before.
YamlPlaces::Position YamlPlaces::position(std::size_t offset) {
  const std::uint32_t line_number = line(offset);
  const std::size_t start = document_.line_starts[line_number - 1];
  if (counted_to_ < start || counted_to_ > offset) {
    counted_to_ = start;
    counted_ = 0;
  }
  counted_ += code_points(std::string_view(document_.source).substr(counted_to_, offset - counted_to_));
  counted_to_ = offset;
  return {line_number, static_cast<std::uint32_t>(counted_ + 1)};
}

Place YamlPlaces::place(std::size_t offset) {
  const Position at = position(offset);
  return document_.place(at.line, at.column);
}

}  // namespace quiz::io
