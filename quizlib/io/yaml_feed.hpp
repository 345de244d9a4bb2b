// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <streambuf>
#include <string_view>

namespace quiz::io {

/// Hands a text to a YAML parser, and stops where the parser reads on and on without telling anything.
///
/// The parser keeps every token of a `[...]` or `{...}`, of a comment or of a directive until it has seen the
/// end: some hundred bytes for each byte of a hostile file. So between two calls of `told` it gets at most
/// kBytes, kMarks ASCII marks (no letters, digits or blanks) and kOpen more opening brackets than closing
/// ones.
class YamlFeed : public std::streambuf {
 public:
  static constexpr std::size_t kBytes = std::size_t{4} << 20;
  static constexpr std::size_t kMarks = std::size_t{1} << 19;
  static constexpr std::ptrdiff_t kOpen = std::ptrdiff_t{1} << 16;

  /// Needs `text` to outlive the feed.
  explicit YamlFeed(std::string_view text) : rest_(text) {}

  /// The parser has told what it found.
  void told() { bytes_ = marks_ = 0, open_ = 0; }
  /// Whether the end that the parser saw is not that of the text.
  [[nodiscard]] bool stopped() const { return stopped_; }

 protected:
  int_type underflow() override;

 private:
  /// How much the parser gets at a time: what it reads ahead is counted before it tells.
  static constexpr std::size_t kPiece = 2048;

  std::string_view rest_;
  std::size_t bytes_ = 0;
  std::size_t marks_ = 0;
  std::ptrdiff_t open_ = 0;
  bool stopped_ = false;
};

}  // namespace quiz::io
