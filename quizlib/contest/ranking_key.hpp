// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>

#include <string_view>

namespace quiz::contest {

/// What a list of persons is ordered by.
enum class Key {
  points,
  correct,
  rounds_at_max,
  prediction,
  duration,
  submitted,
  started,
  registered,
  attempts
};

struct RankingKey {
  Key key = Key::points;
  bool descending = false;  ///< in force, after a key's own direction and `asc` or `desc`
  Place place{};

  friend bool operator==(const RankingKey&, const RankingKey&) = default;
};

/// How several rounds come together: those of a person by sum or best, those of a group's term by mean or
/// sum.
enum class AcrossRounds { sum, best, mean };

/// The words for values in files: `rounds-at-max`, `mean`.
[[nodiscard]] std::string_view name(Key key);
[[nodiscard]] std::string_view name(AcrossRounds combination);

/// Whether more of a key is better by its own direction; for the others less is, a prediction's distance too.
[[nodiscard]] bool more_is_better(Key key);

}  // namespace quiz::contest
