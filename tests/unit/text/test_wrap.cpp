// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/wrap.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using quiz::text::field_lines;
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

using Views = std::vector<std::string_view>;

TEST_CASE("the lines of a field are the whole text") {
  CHECK(field_lines("one two  three", 7) == Views{"one two  ", "three"});
  CHECK(field_lines("one two", 7) == Views{"one two"});
  CHECK(field_lines("", 7) == Views{""});
}

TEST_CASE("a newline ends a line of a field, and after the last one comes another") {
  CHECK(field_lines("one\n\ntwo\n", 7) == Views{"one\n", "\n", "two\n", ""});
}

TEST_CASE("a field breaks a word that is wider between its characters") {
  CHECK(field_lines("abcdefgh ij", 4) == Views{"abcd", "efgh ", "ij"});
  CHECK(field_lines("a bcdefgh", 4) == Views{"a bc", "defg", "h"});
  CHECK(field_lines("ที่ที่ที่", 2) == Views{"ที่ที่", "ที่"});
}
