// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/wrap.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using quiz::text::wrap;
using Lines = std::vector<std::string>;

TEST_CASE("a text is broken between words, without blanks at the ends of lines") {
  CHECK(wrap("Cuộc thi mở từ ngày 10", 12) == Lines{"Cuộc thi mở", "từ ngày 10"});
  CHECK(wrap("one two", 7) == Lines{"one two"});
}

TEST_CASE("a word wider than a line has one of its own") {
  CHECK(wrap("a Asia/Ho_Chi_Minh b", 4).size() >= 3);
  CHECK(wrap("abcdefgh", 4) == Lines{"abcdefgh"});
}

TEST_CASE("an empty text is one empty line") { CHECK(wrap("", 10) == Lines{""}); }

TEST_CASE("Thai is broken between its words") {
  const Lines lines = wrap("การแข่งขันตอบคำถาม", 10);
  CHECK(lines.size() > 1);
  std::string all;
  for (const std::string& line : lines) all += line;
  CHECK(all == "การแข่งขันตอบคำถาม");
}
