// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/json_writer.hpp>

#include <quizlib/base/utf8.hpp>

#include <cassert>
#include <utility>

namespace quiz::io {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10;

/// What stands in JSON as it is, also inside a script element.
bool is_plain(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x20 && value < 0x7F && byte != '"' && byte != '\\' && byte != '<';
}

void append_unicode_escape(std::string& out, char32_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (unsigned shift = 16; shift != 0;) {
    shift -= 4;
    out += kDigits[value >> shift & 0xFU];
  }
}

void append_character(std::string& out, char32_t value, std::string_view bytes) {
  switch (value) {
    case U'"':
      out += "\\\"";
      return;
    case U'\\':
      out += "\\\\";
      return;
    case U'\n':
      out += "\\n";
      return;
    case U'\r':
      out += "\\r";
      return;
    case U'\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (value == U'<' || is_hostile(value)) {
    append_unicode_escape(out, value);
  } else {
    out += bytes;
  }
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const Utf8Character character = first_character(text);
    if (character.bytes == 0) {
      out += "\xEF\xBF\xBD";  // U+FFFD
      text.remove_prefix(1);
      continue;
    }
    append_character(out, character.value, text.substr(0, character.bytes));
    text.remove_prefix(character.bytes);
  }
  out += '"';
}

}  // namespace

JsonWriter::JsonWriter(Sink sink) : sink_(std::move(sink)) {}

void JsonWriter::begin_object() { begin('{'); }
void JsonWriter::end_object() { end('}'); }
void JsonWriter::begin_array() { begin('['); }
void JsonWriter::end_array() { end(']'); }

void JsonWriter::begin_row() {
  if (row_depth_++ == 0) row_level_ = has_entries_.size();
}

void JsonWriter::end_row() {
  assert(row_depth_ > 0);
  --row_depth_;
}

void JsonWriter::key(std::string_view name) {
  before_value();
  append_quoted(buffer_, name);
  buffer_ += ": ";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  before_value();
  append_quoted(buffer_, text);
  after_value();
}

void JsonWriter::value(std::int64_t number) { literal(std::to_string(number)); }
void JsonWriter::value(std::uint64_t number) { literal(std::to_string(number)); }
void JsonWriter::value(bool flag) { literal(flag ? "true" : "false"); }
void JsonWriter::null() { literal("null"); }

void JsonWriter::literal(std::string_view text) {
  before_value();
  buffer_ += text;
  after_value();
}

void JsonWriter::begin(char bracket) {
  before_value();
  buffer_ += bracket;
  has_entries_.push_back(false);
}

void JsonWriter::end(char bracket) {
  assert(!has_entries_.empty() && !after_key_);
  const bool on_own_line = has_entries_.back() && !in_row();
  has_entries_.pop_back();
  if (on_own_line) newline();
  buffer_ += bracket;
  after_value();
}

void JsonWriter::before_value() {
  if (std::exchange(after_key_, false) || has_entries_.empty()) return;
  if (has_entries_.back()) buffer_ += in_row() ? ", " : ",";
  if (!in_row()) newline();
  has_entries_.back() = true;
}

void JsonWriter::after_value() {
  const bool is_whole = has_entries_.empty();
  if (is_whole) buffer_ += '\n';
  if (!is_whole && buffer_.size() < kPiece) return;
  sink_(buffer_);
  buffer_.clear();
}

void JsonWriter::newline() {
  buffer_ += '\n';
  buffer_.append(has_entries_.size() * 2, ' ');
}

}  // namespace quiz::io
