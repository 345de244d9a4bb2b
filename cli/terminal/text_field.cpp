// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/text_field.hpp>

#include <quizlib/base/utf8.hpp>
#include <quizlib/text/graphemes.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/text/width.hpp>
#include <quizlib/text/wrap.hpp>

#include <utility>

namespace quiz::cli::terminal {
namespace {

std::size_t shown_width(std::string_view text) { return text::width(text::visible(text)); }

std::string_view without_newline(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  return line;
}

/// How many bytes of a line stand before a column, at most so many that the cursor is still on it: behind the
/// last character of a line that is broken stands the next one.
std::size_t bytes_before(std::string_view line, bool is_broken, std::size_t column) {
  std::size_t bytes = 0;
  std::size_t cells = 0;
  std::vector<std::string_view> characters = text::graphemes(without_newline(line));
  if (is_broken && !characters.empty()) characters.pop_back();
  for (const std::string_view grapheme : characters) {
    cells += shown_width(grapheme);
    if (cells > column) break;
    bytes += grapheme.size();
  }
  return bytes;
}

}  // namespace

TextField::TextField(std::string text) : text_(std::move(text)), cursor_(text_.size()) {}

void TextField::insert(std::string_view text) {
  if (text_.size() + text.size() > kMostBytes) return;
  text_.insert(cursor_, text);
  cursor_ += text.size();
}

void TextField::erase() {
  const std::size_t end = cursor_;
  if (cursor_ > 0) --cursor_;
  while (cursor_ > 0 && !begins_character(text_[cursor_])) --cursor_;
  text_.erase(cursor_, end - cursor_);
}

void TextField::erase_ahead() {
  const std::vector<std::string_view> ahead = text::graphemes(std::string_view(text_).substr(cursor_));
  if (!ahead.empty()) text_.erase(cursor_, ahead.front().size());
}

void TextField::left() {
  const std::vector<std::string_view> before = text::graphemes(std::string_view(text_).substr(0, cursor_));
  if (!before.empty()) cursor_ -= before.back().size();
}

void TextField::right() {
  const std::vector<std::string_view> ahead = text::graphemes(std::string_view(text_).substr(cursor_));
  if (!ahead.empty()) cursor_ += ahead.front().size();
}

void TextField::line_begin() {
  const std::size_t newline = text_.substr(0, cursor_).rfind('\n');
  cursor_ = newline == std::string::npos ? 0 : newline + 1;
}

void TextField::line_end() {
  const std::size_t newline = text_.find('\n', cursor_);
  cursor_ = newline == std::string::npos ? text_.size() : newline;
}

void TextField::move_line(int by, std::size_t cells) {
  const FieldView view = view_of(*this, cells);
  if (by < 0 && view.row > 0) {
    const std::string_view above = view.lines[view.row - 1];
    cursor_ = view.begin - above.size() + bytes_before(above, !above.ends_with('\n'), view.column);
  } else if (by > 0 && view.row + 1 < view.lines.size()) {
    const std::string_view below = view.lines[view.row + 1];
    const bool is_broken = view.row + 2 < view.lines.size() && !below.ends_with('\n');
    cursor_ = view.begin + view.lines[view.row].size() + bytes_before(below, is_broken, view.column);
  }
}

FieldView view_of(const TextField& field, std::size_t cells) {
  FieldView view;
  view.lines = text::field_lines(field.text(), cells);
  while (view.row + 1 < view.lines.size() && view.begin + view.lines[view.row].size() <= field.cursor())
    view.begin += view.lines[view.row++].size();
  view.column = shown_width(view.lines[view.row].substr(0, field.cursor() - view.begin));
  return view;
}

}  // namespace quiz::cli::terminal
