// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/io/file.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::io {

/// Writes one JSON value (RFC 8259) piece by piece, indented by two blanks, keys in the order given.
///
/// Text is escaped so that it may stand inside an HTML script element too: `<`, U+2028 and U+2029 as \u
/// escapes; hostile characters likewise; bytes that are no UTF-8 as U+FFFD. Ends with a newline when the
/// outermost value is closed. Needs balanced calls.
class JsonWriter {
 public:
  explicit JsonWriter(Sink sink);
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  /// Objects and arrays begun after this and until they end stand on one line.
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
  void before_value();
  void newline();
  void flush(bool all);

  Sink sink_;
  std::string buffer_;
  std::vector<bool> has_entries_;  ///< one an open object or array
  bool after_key_ = false;
  int row_depth_ = 0;
};

}  // namespace quiz::io
