// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/yaml_feed.hpp>

#include <array>

namespace quiz::io {
namespace {

/// How much the parser gets at a time; it is counted before the parser tells what it makes of it.
constexpr std::size_t kPiece = 2048;

/// The characters that begin or end a token within a line. Others are only parts of words.
constexpr std::array<bool, 256> kIsMark = [] {
  std::array<bool, 256> is_mark{};
  for (const char c : std::string_view(",:?&*!\"'[]{}")) is_mark[static_cast<unsigned char>(c)] = true;
  return is_mark;
}();

}  // namespace

void YamlFeed::count(char c) {
  if (at_line_start_) in_directive_ = c == '%';
  at_line_start_ = c == '\n';
  if (kIsMark[static_cast<unsigned char>(c)] || (in_directive_ && c == ' ')) ++marks_;
  if (c == '[' || c == '{') ++open_;
  if (c == ']' || c == '}') --open_;
}

YamlFeed::int_type YamlFeed::underflow() {
  if (rest_.empty() || stopped_) return traits_type::eof();
  const std::string_view piece = rest_.substr(0, kPiece);
  for (const char c : piece) count(c);
  stopped_ = marks_ > kMarks || open_ > kOpen;
  if (stopped_) return traits_type::eof();

  rest_.remove_prefix(piece.size());
  // A stream buffer is written for buffers that may change; the parser only reads.
  char* begin = const_cast<char*>(piece.data());
  setg(begin, begin, begin + piece.size());
  return traits_type::to_int_type(*begin);
}

}  // namespace quiz::io
