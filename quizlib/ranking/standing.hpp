// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/ranking/tally.hpp>
#include <quizlib/scoring/score.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace quiz::ranking {

/// One person's line in a list. Equal persons share a `place`.
struct Standing {
  PersonNo person = kNone;
  SheetNo sheet = kNone;    ///< the kept one
  std::uint32_t place = 0;  ///< 1-based
};

/// The distance of the sheet's prediction from the actual value; kMissing without one.
[[nodiscard]] std::int64_t prediction_distance(const scoring::ScoredSheet& sheet, const Actual& actual);

/// Which persons a list holds.
struct Scope {
  RoundNo round = 0;
  std::optional<TrackNo> track;  ///< nothing: all tracks
};

/// All lines of a list.
inline constexpr std::size_t kWholeList = std::numeric_limits<std::size_t>::max();

/// The persons of `scope` with a kept sheet, best first by `contest.order`, with places: standard competition
/// ranking (1, 2, 2, 4). Equal on all keys = equal; equals are listed by id (bytes of its NFC form). A
/// missing value is worse than any other. Times compare cut down to `contest.resolution`. Empty where nobody
/// finished. With `top` the list ends there, but not among equals: it may be longer.
[[nodiscard]] std::vector<Standing> rank(const Field& field, const Tally& tally, const Scope& scope,
                                         const Actual& actual, std::size_t top = kWholeList);

}  // namespace quiz::ranking
