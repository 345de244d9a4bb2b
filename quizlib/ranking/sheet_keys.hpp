// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/scoring/score.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace quiz::ranking {

/// What a ranking key compares as: the smaller the better, INT64_MAX for kMissing, which is worst either way.
/// Needs a value above kMissing + 1.
[[nodiscard]] std::int64_t merit(std::int64_t value, bool descending);

/// A moment or a duration in whole steps of the resolution, rounded down; kMissing stays.
[[nodiscard]] std::int64_t cut_down(std::int64_t ms, Milliseconds resolution);

/// The value of a key that a sheet has by itself, kMissing without one. Needs points, correct, duration,
/// submitted or started.
[[nodiscard]] std::int64_t sheet_value(const scoring::ScoredSheet& sheet, contest::Key key,
                                       Milliseconds resolution);

/// The keys by which the best of a person's sheets is found: points, those of `contest.order` that can differ
/// between a person's sheets but for the prediction, then submitted.
[[nodiscard]] std::vector<contest::RankingKey> best_sheet_order(const contest::Contest& contest);

}  // namespace quiz::ranking
