// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/io/file.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::io {

/// Writes one JSON value (RFC 8259) piece by piece, indented by two blanks, keys in the order given.
///
/// Text is escaped so that it may stand inside an HTML script element too: `<`, U+2028 and U+2029 as \u
/// escapes; hostile characters likewise; bytes that are no UTF-8 as U+FFFD. When the outermost value is
/// closed there comes a newline, and the sink has got everything. Needs balanced calls.
class JsonWriter {
 public:
  explicit JsonWriter(Sink sink);

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  /// The objects and arrays written from here to `end_row` stand on one line each.
  void begin_row();
  void end_row();
  void key(std::string_view name);
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::int64_t number);
  void value(std::uint64_t number);
  void value(int number) { value(std::int64_t{number}); }
  void value(std::uint32_t number) { value(std::uint64_t{number}); }
  void value(bool flag);
  void null();

 private:
  void begin(char bracket);
  void end(char bracket);
  void literal(std::string_view text);
  void before_value();
  void after_value();
  void newline();
  /// Whether what is written now stands inside of a row.
  [[nodiscard]] bool in_row() const { return row_depth_ != 0 && has_entries_.size() > row_level_; }

  Sink sink_;
  std::string buffer_;
  std::vector<bool> has_entries_;  ///< one an open object or array
  bool after_key_ = false;
  int row_depth_ = 0;
  std::size_t row_level_ = 0;  ///< how many objects and arrays are open around the row
};

}  // namespace quiz::io
