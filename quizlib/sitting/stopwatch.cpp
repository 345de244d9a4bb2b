// SPDX-License-Identifier: Apache-2.0
#include <quizlib/sitting/stopwatch.hpp>

#include <algorithm>

namespace quiz::sitting {
namespace {

/// Clocks are adjusted by less all the time.
constexpr Milliseconds kSteady{1000};

}  // namespace

Reading read_on(const Reading& last, const Tick& now) {
  const bool same_run = !now.boot.empty() && now.boot == last.tick.boot;
  const Milliseconds by_wall = now.wall - last.tick.wall;
  const Milliseconds passed =
      std::max(Milliseconds{0}, same_run ? now.since_boot - last.tick.since_boot : by_wall);
  const Milliseconds jump = by_wall - passed;
  const bool is_steady = -kSteady <= jump && jump <= kSteady;
  return {last.elapsed + passed, is_steady ? Milliseconds{0} : jump, now};
}

}  // namespace quiz::sitting
