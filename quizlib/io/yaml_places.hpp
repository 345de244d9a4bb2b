// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/io/yaml.hpp>

#include <cstddef>
#include <cstdint>

namespace quiz::io {

/// Lines and columns of the offsets of a document's source.
class YamlPlaces {
 public:
  /// Both 1-based, the column in characters.
  struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
  };

  /// Needs the file, source and line starts of `document`, and that it outlives this.
  explicit YamlPlaces(const YamlDocument& document) : document_(document) {}

  [[nodiscard]] std::uint32_t line(std::size_t offset) const;
  /// Cheapest where the offsets asked for ascend. Needs `offset` not past the source.
  [[nodiscard]] Position position(std::size_t offset);
  [[nodiscard]] Place place(std::size_t offset);

 private:
  const YamlDocument& document_;
  std::size_t counted_to_ = 0;  ///< the offset asked for last
  std::size_t counted_ = 0;     ///< the characters of its line before it
};

}  // namespace quiz::io
