// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/clock.hpp>

#include <chrono>

namespace quiz {

Instant SystemClock::now() const {
  return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

}  // namespace quiz
