// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/text_column.hpp>

#include <doctest/doctest.h>

#include <string_view>

TEST_CASE("a column gives back its texts, empty ones and zero bytes too") {
  quiz::TextColumn column;
  CHECK(column.empty());
  column.push_back("");
  column.push_back("Bắc Kạn");
  column.push_back("");
  column.push_back(std::string_view("a\0b", 3));
  CHECK(column.size() == 4);
  CHECK_FALSE(column.empty());
  CHECK(column[0].empty());
  CHECK(column[1] == "Bắc Kạn");
  CHECK(column[2].empty());
  CHECK(column[3] == std::string_view("a\0b", 3));
}
