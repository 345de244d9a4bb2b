// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/nearest.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string_view>

using quiz::nearest;
using quiz::typing_errors;

namespace {

constexpr std::array<std::string_view, 6> kFields{"type", "title", "stem", "choices", "points", "rationale"};

}  // namespace

TEST_CASE("a letter wrong, missing, too many or swapped with its neighbour is forgiven") {
  CHECK(nearest("tipe", kFields) == "type");
  CHECK(nearest("tpe", kFields) == "type");
  CHECK(nearest("typpe", kFields) == "type");
  CHECK(nearest("tyep", kFields) == "type");
  CHECK(nearest("rationale", kFields) == "rationale");
}

TEST_CASE("capitals are forgiven for nothing") {
  CHECK(nearest("TYPE", kFields) == "type");
  CHECK(nearest("Choices", kFields) == "choices");
}

TEST_CASE("up to a third of the longer word may differ") {
  CHECK(nearest("rtioale", kFields) == "rationale");
  CHECK(nearest("abcionale", kFields) == "rationale");
  CHECK(nearest("abcdonale", kFields).empty());
  CHECK(nearest("tyyy", kFields).empty());
}

TEST_CASE("where nothing is near, nothing is proposed") {
  CHECK(nearest("weight", kFields).empty());
  CHECK(nearest("", kFields).empty());
  CHECK(nearest("type", {}).empty());
}

TEST_CASE("of several equally near words the first is proposed, of others the nearest") {
  constexpr std::array<std::string_view, 3> kWords{"band", "land", "lane"};
  CHECK(nearest("sand", kWords) == "band");
  CHECK(nearest("lann", kWords) == "land");
  CHECK(nearest("lane", kWords) == "lane");
}

TEST_CASE("characters are compared, not bytes") {
  constexpr std::array<std::string_view, 1> kWords{"tên"};
  CHECK(nearest("ten", kWords) == "tên");
}

TEST_CASE("typing errors are counted in characters, ASCII capitals aside") {
  CHECK(typing_errors("", "") == 0);
  CHECK(typing_errors("An", "aN") == 0);
  CHECK(typing_errors("006090001234", "006091001234") == 1);
  CHECK(typing_errors("006090001234", "006900001234") == 1);
  CHECK(typing_errors("น้ำ", "นำ") == 1);
  CHECK(typing_errors("", "ຄຳ") == 2);
  CHECK(typing_errors("ab", "ba") == 1);
  CHECK(typing_errors("abc", "cab") == 2);
}
