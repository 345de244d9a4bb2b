// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/message.hpp>
#include <quizlib/io/yaml.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::io {

/// Reads the fields of one mapping of a file with a schema, and reports what does not fit.
///
/// `prefix` starts the codes: with "bank", a field nobody asked for is `bank.field-unknown`, with the nearest
/// of the fields asked for as the hint. `what` names the thing in sentences, as a catalogue key: "item" for
/// `thing.item`. The document must outlive the reader.
///
/// The arguments are `field` and `thing`, and where there is one the `suggestion`, else empty.
class Fields {
 public:
  /// Reports `<prefix>.not-mapping` where `node` is none; then every field is missing without further report.
  Fields(const YamlDocument& document, const YamlNode& node, std::string_view prefix, std::string_view what,
         Diagnostics& diagnostics);

  /// The value of `key`, nullptr where it is absent. Marks the field as known.
  const YamlNode* optional(std::string_view key);
  /// The same, and `<prefix>.field-missing` where it is absent.
  const YamlNode* required(std::string_view key);
  /// A scalar's text. `<prefix>.not-text` where it is something else or empty.
  std::optional<std::string> text(std::string_view key, bool required = false);
  /// `true` or `false`, unquoted. `<prefix>.not-flag` otherwise.
  std::optional<bool> flag(std::string_view key, bool required = false);
  /// A whole number in [low, high], digits only. `<prefix>.not-whole` otherwise.
  std::optional<std::int64_t> whole(std::string_view key, std::int64_t low, std::int64_t high,
                                    bool required = false);
  /// The position in `words` of the value. `<prefix>.word-unknown` with the allowed words and the nearest.
  std::optional<std::size_t> word(std::string_view key, std::initializer_list<std::string_view> words,
                                  bool required = false);
  /// A sequence's entries, or a single scalar as one entry. Empty where absent. `<prefix>.not-list` for a
  /// mapping.
  std::vector<const YamlNode*> list(std::string_view key, bool required = false);

  /// Report every field that was not asked for. Call once, when all have been.
  void finish();

  /// Report a finding of the schema's own; `code` is what follows the prefix and its dot.
  void error(const YamlNode& at, std::string_view code, std::vector<Argument> arguments = {});
  void warning(const YamlNode& at, std::string_view code, std::vector<Argument> arguments = {});
  [[nodiscard]] const YamlDocument& document() const { return document_; }
  [[nodiscard]] const YamlNode& node() const { return node_; }
  [[nodiscard]] Diagnostics& diagnostics() { return diagnostics_; }
  [[nodiscard]] std::string_view prefix() const { return prefix_; }

 private:
  const YamlNode* get(std::string_view key, bool required);
  [[nodiscard]] std::string full(std::string_view code) const;
  [[nodiscard]] Argument thing() const;

  const YamlDocument& document_;
  const YamlNode& node_;
  std::string prefix_;
  std::string what_;
  Diagnostics& diagnostics_;
  std::vector<std::string> asked_;
};

}  // namespace quiz::io
