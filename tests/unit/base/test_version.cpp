// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/version.hpp>

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("the version is three numbers with dots between them") {
  CHECK(std::ranges::count(quiz::version(), '.') == 2);
  CHECK(quiz::version().find_first_not_of("0123456789.") == std::string_view::npos);
}
