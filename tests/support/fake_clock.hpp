// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/clock.hpp>

namespace quiz::tests {

/// A clock that stands still until it is set.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(Instant now = Instant{}) : now_(now) {}

  [[nodiscard]] Instant now() const override { return now_; }
  /// The machine's own count moves with the clock.
  [[nodiscard]] Milliseconds since_boot() const override { return now_.time_since_epoch(); }
  void set(Instant now) { now_ = now; }
  void advance(Milliseconds by) { now_ += by; }

 private:
  Instant now_;
};

}  // namespace quiz::tests
