// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/clock.hpp>

#include <time.h>

#include <chrono>

namespace quiz {

Instant SystemClock::now() const {
  return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

Milliseconds SystemClock::since_boot() const {
  timespec time = {};
  ::clock_gettime(CLOCK_BOOTTIME, &time);
  return std::chrono::floor<Milliseconds>(std::chrono::seconds(time.tv_sec) +
                                          std::chrono::nanoseconds(time.tv_nsec));
}

}  // namespace quiz
