// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/graphemes.hpp>

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

using quiz::text::graphemes;
using quiz::text::line_pieces;
using Pieces = std::vector<std::string_view>;

TEST_CASE("a letter and its marks are one character") {
  CHECK(graphemes("a\u1ebf\u0323b") == Pieces{"a", "\u1ebf\u0323", "b"});
  CHECK(graphemes("ที่นี่") == Pieces{"ที่", "นี่"});
  CHECK(graphemes("ຊື່") == Pieces{"ຊື່"});
  CHECK(graphemes("").empty());
}

TEST_CASE("lines may end after blanks and between the words of Lao and Thai") {
  CHECK(line_pieces("mở từ ngày") == Pieces{"mở ", "từ ", "ngày"});
  CHECK(line_pieces("คำถาม คำตอบ") == Pieces{"คำถาม ", "คำ", "ตอบ"});
  CHECK(line_pieces("ພາສາລາວ") == Pieces{"ພາສາ", "ລາວ"});
}
