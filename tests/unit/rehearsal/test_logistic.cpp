// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/logistic.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using quiz::rehearsal::logistic;

TEST_CASE("the logistic table holds 65,536 / (1 + exp(-x / 100)), rounded") {
  CHECK(logistic(0) == 32'768);
  CHECK(logistic(25) == 36'843);
  CHECK(logistic(50) == 40'793);
  CHECK(logistic(100) == 47'911);
  CHECK(logistic(200) == 57'724);
  CHECK(logistic(300) == 62'428);
  CHECK(logistic(400) == 64'357);
  CHECK(logistic(800) == 65'514);
}

TEST_CASE("between its steps the table is linear, rounded down") {
  // From 32768 at 0 to 33792 at 6.25.
  CHECK(logistic(1) == 32'931);
  CHECK(logistic(6) == 33'751);
}

TEST_CASE("chances below and above zero add up to the whole") {
  for (std::int32_t x = 0; x <= 900; ++x) REQUIRE(logistic(x) + logistic(-x) == 65'536);
}

TEST_CASE("a greater advantage is never a smaller chance") {
  for (std::int32_t x = -900; x < 900; ++x) REQUIRE(logistic(x) <= logistic(x + 1));
}

TEST_CASE("beyond 8 logits the chance is that at 8") {
  CHECK(logistic(801) == 65'514);
  CHECK(logistic(std::numeric_limits<std::int32_t>::max()) == 65'514);
  CHECK(logistic(-801) == 22);
  CHECK(logistic(std::numeric_limits<std::int32_t>::min()) == 22);
}
