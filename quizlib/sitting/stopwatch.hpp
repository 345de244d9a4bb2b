// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>

#include <string>

namespace quiz::sitting {

/// What the clocks of a machine say at one moment.
struct Tick {
  std::string boot;            ///< names this run of the machine; empty: not known
  Milliseconds since_boot{0};  ///< counts on while the machine sleeps, and nobody can set it
  Instant wall{};

  friend bool operator==(const Tick&, const Tick&) = default;
};

/// How long a sitting had taken at a tick.
struct Reading {
  Milliseconds elapsed{0};
  Milliseconds jump{
      0};  ///< how much further the wall clock has moved since the reading before; 0 up to a second
  Tick tick;

  friend bool operator==(const Reading&, const Reading&) = default;
};

/// The next reading. While the machine runs, its own count decides, whatever the wall clock says, so that
/// sleep counts and a clock that is set changes nothing. After a restart only the wall clock is left; one
/// that went back takes no time away.
[[nodiscard]] Reading read_on(const Reading& last, const Tick& now);

}  // namespace quiz::sitting
