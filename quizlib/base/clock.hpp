// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>

namespace quiz {

/// Where "now" comes from; tests and rehearsals have their own.
class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
  /// How long the machine has run, asleep or not; nobody can set it.
  [[nodiscard]] virtual Milliseconds since_boot() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
  [[nodiscard]] Milliseconds since_boot() const override;
};

}  // namespace quiz
