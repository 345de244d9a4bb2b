// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/value_cache.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

TEST_CASE("a value that stays in its slot is worked out once") {
  quiz::roster::ValueCache<std::size_t> sizes(16);
  int worked = 0;
  const auto work = [&worked](std::string_view value) {
    ++worked;
    return value.size();
  };
  CHECK(sizes("BK", work) == 2);
  CHECK(sizes("BK", work) == 2);
  CHECK(worked == 1);
}

TEST_CASE("an empty cell is never taken for an empty slot") {
  quiz::roster::ValueCache<int> cache(1);
  const auto work = [](std::string_view) { return 7; };
  CHECK(cache("", work) == 7);
  CHECK(cache("", work) == 7);
}

TEST_CASE("more values than there is room for are still right") {
  quiz::roster::ValueCache<std::string> copies(2);
  std::vector<std::string> values;
  for (int i = 0; i < 1'000; ++i) values.push_back(std::to_string(i));
  const auto work = [](std::string_view value) { return std::string(value); };
  const auto is_copied = [&](const std::string& value) { return copies(value, work) == value; };
  CHECK(std::ranges::all_of(values, is_copied));
  CHECK(std::ranges::all_of(values, is_copied));
}
