// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/contest/round.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/sitting/sitting.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace quiz::sitting {

/// How long a sitting, and each of its items, may take (docs/scoring-rules.md, "Time").
struct Limits {
  Milliseconds end{0};  ///< elapsed; from then on nothing is taken in
  std::vector<std::optional<Milliseconds>>
      items;  ///< by position, from the first look at them; nothing: no limit

  /// What is left at an elapsed time; 0 once it is over.
  [[nodiscard]] Milliseconds left(Milliseconds elapsed) const;
  /// What is left for an item; nothing where it has no limit of its own. All of it before the first look.
  [[nodiscard]] std::optional<Milliseconds> left_for(const Sitting& sitting, std::size_t position,
                                                     Milliseconds elapsed) const;
  /// Whether an item takes no answer any more.
  [[nodiscard]] bool is_over(const Sitting& sitting, std::size_t position, Milliseconds elapsed) const;
};

/// Those of a sitting that started then: its end is after time_limit x time_factor / 100, or when the round
/// closes, whichever is first; the limits of items are longer by the same factor. `time_factor` in percent.
[[nodiscard]] Limits limits_of(const contest::RoundRules& rules, const contest::Items& items,
                               const paper::Paper& paper, Instant started, std::uint32_t time_factor);

}  // namespace quiz::sitting
