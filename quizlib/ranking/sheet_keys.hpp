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

/// Whether a key is a sheet's own, so that it can differ between sheets of a person: points, correct,
/// duration, submitted and started.
[[nodiscard]] bool is_of_sheet(contest::Key key);

/// The value of a key of a sheet, kMissing without one. Needs a key that `is_of_sheet`.
[[nodiscard]] std::int64_t sheet_value(const scoring::ScoredSheet& sheet, contest::Key key,
                                       Milliseconds resolution);

/// The keys by which the best of a person's sheets is found: points, those of `contest.order`, then
/// submitted. Only those that are a sheet's own count.
[[nodiscard]] std::vector<contest::RankingKey> best_sheet_order(const contest::Contest& contest);

}  // namespace quiz::ranking
