// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/trim.hpp>

#include <doctest/doctest.h>

using quiz::trim;

TEST_CASE("blanks and tabs at the ends are no part of a text, those inside are") {
  CHECK(trim("a") == "a");
  CHECK(trim(" \ta b\t ") == "a b");
  CHECK(trim("") == "");
  CHECK(trim(" \t ") == "");
  CHECK(trim("\n a") == "\n a");
}
