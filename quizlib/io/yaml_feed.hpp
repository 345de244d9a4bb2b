// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <streambuf>
#include <string_view>

namespace quiz::io {

/// Hands a text to a YAML parser, and stops where the parser reads on and on without telling anything.
///
/// The parser keeps every token of a `[...]` or `{...}`, of a line of anchors or of a directive until it has
/// seen the end: some hundred bytes for each byte of a hostile file. So between two calls of `told` it gets
/// at most kMarks characters that may make a token, and kOpen more opening brackets than closing ones.
class YamlFeed : public std::streambuf {
 public:
  static constexpr std::size_t kMarks = std::size_t{1} << 19;
  static constexpr std::ptrdiff_t kOpen = std::ptrdiff_t{1} << 16;

  /// Needs `text` to outlive the feed.
  explicit YamlFeed(std::string_view text) : rest_(text) {}

  /// The parser has told what it found.
  void told() {
    marks_ = 0;
    open_ = 0;
  }
  /// Whether the end that the parser saw is not that of the text.
  [[nodiscard]] bool stopped() const { return stopped_; }

 protected:
  int_type underflow() override;

 private:
  void count(char c);

  std::string_view rest_;
  std::size_t marks_ = 0;
  std::ptrdiff_t open_ = 0;
  bool at_line_start_ = true;
  bool in_directive_ = false;
  bool stopped_ = false;
};

}  // namespace quiz::io
