// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::cli::terminal {

/// A text that is being typed, with a cursor between its characters.
class TextField {
 public:
  static constexpr std::size_t kMostBytes = 16 * 1024;

  /// The cursor is at the end.
  explicit TextField(std::string text = {});

  [[nodiscard]] const std::string& text() const { return text_; }
  /// In bytes.
  [[nodiscard]] std::size_t cursor() const { return cursor_; }

  /// Put something in at the cursor; nothing where there is no room for all of it.
  void insert(std::string_view text);
  /// Take away what was typed last before the cursor: of a letter with marks the last mark.
  void erase();
  /// Take away the character after the cursor, with its marks.
  void erase_ahead();
  void left();
  void right();
  void line_begin();
  void line_end();
  /// To the line above or below where the field is so many cells wide.
  void move_line(int by, std::size_t cells);

 private:
  std::string text_;
  std::size_t cursor_ = 0;
};

/// How a field stands on a screen.
struct FieldView {
  std::vector<std::string_view> lines;  ///< views of the text, with the blanks at their ends
  std::size_t row = 0;                  ///< of the cursor among the lines
  std::size_t begin = 0;                ///< of that line, in bytes
  std::size_t column = 0;               ///< of the cursor, in cells
};

[[nodiscard]] FieldView view_of(const TextField& field, std::size_t cells);

}  // namespace quiz::cli::terminal
