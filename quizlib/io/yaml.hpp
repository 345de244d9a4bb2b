// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::io {

/// A value in a YAML document. Every scalar is text until whoever reads it types it, `null` and `~` too: null
/// is only where nothing stands.
struct YamlNode {
  enum class Kind { null, scalar, sequence, mapping };

  Kind kind = Kind::null;
  std::string text;                ///< of a scalar
  bool quoted = false;             ///< a scalar in quotes or a block: never a number or a flag
  std::uint32_t line = 0;          ///< 1-based; a null value has the place of its key or of its sequence
  std::uint32_t column = 0;        ///< 1-based, in characters
  std::vector<YamlNode> children;  ///< of a sequence: the entries; of a mapping: the values
  std::vector<YamlNode> keys;      ///< of a mapping: the keys, scalars, in the order of the file

  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_sequence() const { return kind == Kind::sequence; }
  [[nodiscard]] bool is_mapping() const { return kind == Kind::mapping; }
  /// The value of `key` in a mapping, else nullptr.
  [[nodiscard]] const YamlNode* find(std::string_view key) const;
};

/// A YAML file that passed the strict profile, with its text for carets.
struct YamlDocument {
  std::string file;
  std::string source;                      ///< without a byte order mark, every line end as one LF
  std::vector<std::uint32_t> line_starts;  ///< offset in `source` of each line
  YamlNode root;

  [[nodiscard]] Place place(const YamlNode& node) const { return place(node.line, node.column); }
  /// The text of a line over 4 KiB is left out.
  [[nodiscard]] Place place(std::uint32_t line, std::uint32_t column) const;
};

/// Parse one document under the strict profile (docs/formats/yaml-profile.md).
///
/// Errors, each with its place and a `yaml.*` code, all that can be found in one run: text that is no UTF-8,
/// control and bidirectional characters, duplicate keys, anchors, aliases, merge keys, tags, keys that are no
/// scalars, several documents, depth over 16, a scalar over 64 KiB, a file over 16 MiB, over 4 Mi values, and
/// what the parser itself refuses. Nothing is returned when there was an error. An empty document is a null
/// root.
[[nodiscard]] std::optional<YamlDocument> parse_yaml(std::string file, std::string source,
                                                     Diagnostics& diagnostics);

}  // namespace quiz::io
