// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/clock.hpp>

#include <tests/support/fake_clock.hpp>

#include <doctest/doctest.h>

using quiz::Instant;
using quiz::Milliseconds;

TEST_CASE("the clock of the machine is past 2020") {
  CHECK(quiz::SystemClock().now() > Instant(Milliseconds(1'577'836'800'000)));
}

TEST_CASE("a fake clock stands still until it is set") {
  quiz::tests::FakeClock clock(Instant(Milliseconds(5)));
  CHECK(clock.now() == Instant(Milliseconds(5)));
  CHECK(clock.now() == Instant(Milliseconds(5)));
  clock.advance(Milliseconds(10));
  CHECK(clock.now() == Instant(Milliseconds(15)));
  clock.set(Instant(Milliseconds(1)));
  CHECK(clock.now() == Instant(Milliseconds(1)));
}
