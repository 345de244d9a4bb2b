// SPDX-License-Identifier: Apache-2.0
#include <quizlib/sitting/stopwatch.hpp>

#include <doctest/doctest.h>

using quiz::Instant;
using quiz::Milliseconds;
using quiz::sitting::read_on;
using quiz::sitting::Reading;
using quiz::sitting::Tick;

namespace {

Tick tick(const char* boot, int since_boot, int wall) {
  return {boot, Milliseconds(since_boot), Instant(Milliseconds(wall))};
}

const Reading kLast{Milliseconds(60'000), Milliseconds(0), tick("a", 5'000'000, 900'000'000)};

}  // namespace

TEST_CASE("while the machine runs its own count decides") {
  CHECK(read_on(kLast, tick("a", 5'010'000, 900'010'000)) ==
        Reading{Milliseconds(70'000), Milliseconds(0), tick("a", 5'010'000, 900'010'000)});
}

TEST_CASE("a wall clock that is set changes no time, and is noted") {
  const Reading ahead = read_on(kLast, tick("a", 5'010'000, 903'610'000));
  CHECK(ahead.elapsed == Milliseconds(70'000));
  CHECK(ahead.jump == Milliseconds(3'600'000));
  const Reading back = read_on(kLast, tick("a", 5'010'000, 0));
  CHECK(back.elapsed == Milliseconds(70'000));
  CHECK(back.jump == Milliseconds(-900'010'000));
}

TEST_CASE("up to a second is no jump") {
  CHECK(read_on(kLast, tick("a", 5'010'000, 900'011'000)).jump == Milliseconds(0));
  CHECK(read_on(kLast, tick("a", 5'010'000, 900'009'000)).jump == Milliseconds(0));
  CHECK(read_on(kLast, tick("a", 5'010'000, 900'011'001)).jump == Milliseconds(1'001));
}

TEST_CASE("after a restart the wall clock counts") {
  CHECK(read_on(kLast, tick("b", 20'000, 900'120'000)).elapsed == Milliseconds(180'000));
  CHECK(read_on(kLast, tick("b", 20'000, 900'120'000)).jump == Milliseconds(0));
  // So it does where nobody knows about restarts.
  CHECK(read_on({Milliseconds(1), Milliseconds(0), tick("", 10, 100)}, tick("", 20, 5'100)).elapsed ==
        Milliseconds(5'001));
}

TEST_CASE("a wall clock that went back over a restart takes no time away") {
  const Reading reading = read_on(kLast, tick("b", 20'000, 0));
  CHECK(reading.elapsed == Milliseconds(60'000));
  CHECK(reading.jump == Milliseconds(-900'000'000));
}
