// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/wrap.hpp>

#include <quizlib/text/graphemes.hpp>
#include <quizlib/text/width.hpp>

namespace quiz::text {
namespace {

std::string_view without_blanks_at_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \n") + 1);
}

/// Lines that follow each other in a text.
class LineCutter {
 public:
  LineCutter(std::string_view text, std::size_t cells) : text_(text), cells_(cells) {}

  /// Put the next piece of the text on the line, or on a new one where there is no room.
  void add(std::string_view piece) {
    const std::size_t cells = width(without_blanks_at_end(piece));
    if (used_ != 0 && used_ + cells > cells_) end_line();
    length_ += piece.size();
    used_ += width(piece);
    if (piece.ends_with('\n')) end_line();
  }

  void add_word(std::string_view piece) {
    if (width(without_blanks_at_end(piece)) <= cells_) return add(piece);
    for (const std::string_view grapheme : graphemes(piece)) add(grapheme);
  }

  [[nodiscard]] std::vector<std::string_view> finish() {
    if (length_ != 0 || lines_.empty() || lines_.back().ends_with('\n')) end_line();
    return std::move(lines_);
  }

 private:
  void end_line() {
    lines_.push_back(text_.substr(begin_, length_));
    begin_ += length_;
    length_ = 0;
    used_ = 0;
  }

  std::string_view text_;
  std::size_t cells_;
  std::size_t begin_ = 0;
  std::size_t length_ = 0;
  std::size_t used_ = 0;  ///< cells of the line
  std::vector<std::string_view> lines_;
};

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t cells) {
  std::vector<std::string> lines;
  std::string line;
  for (const std::string_view piece : line_pieces(text)) {
    if (!line.empty() && width(line) + width(without_blanks_at_end(piece)) > cells) {
      lines.emplace_back(without_blanks_at_end(line));
      line.clear();
    }
    line += piece;
  }
  if (lines.empty() || !line.empty()) lines.emplace_back(without_blanks_at_end(line));
  return lines;
}

std::vector<std::string_view> field_lines(std::string_view text, std::size_t cells) {
  LineCutter cutter(text, cells);
  for (const std::string_view piece : line_pieces(text)) cutter.add_word(piece);
  return cutter.finish();
}

}  // namespace quiz::text
