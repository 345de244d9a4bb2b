// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/clock.hpp>

namespace quiz::tests {

/// A clock that stands still until it is set.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(Instant now = Instant{}) : now_(now) {}

  [[nodiscard]] Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }
  void advance(Milliseconds by) { now_ += by; }

 private:
  Instant now_;
};

}  // namespace quiz::tests
