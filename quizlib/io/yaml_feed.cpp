// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/yaml_feed.hpp>

#include <algorithm>

namespace quiz::io {
namespace {

bool is_mark(char c) {
  return (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < '\x7F');
}

}  // namespace

YamlFeed::int_type YamlFeed::underflow() {
  if (rest_.empty() || stopped_) return traits_type::eof();
  const std::string_view piece = rest_.substr(0, kPiece);
  bytes_ += piece.size();
  marks_ += static_cast<std::size_t>(std::ranges::count_if(piece, is_mark));
  open_ += std::ranges::count_if(piece, [](char c) { return c == '[' || c == '{'; });
  open_ -= std::ranges::count_if(piece, [](char c) { return c == ']' || c == '}'; });
  stopped_ = bytes_ > kBytes || marks_ > kMarks || open_ > kOpen;
  if (stopped_) return traits_type::eof();

  rest_.remove_prefix(piece.size());
  // A stream buffer is written for buffers that may change; the parser only reads.
  char* begin = const_cast<char*>(piece.data());
  setg(begin, begin, begin + piece.size());
  return traits_type::to_int_type(*begin);
}

}  // namespace quiz::io
