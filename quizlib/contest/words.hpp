// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace quiz::contest {

/// The words of ranking keys in files, in the order of the enumerators of Key.
inline constexpr std::array<std::string_view, 9> kKeyWords{"points",     "correct",    "rounds-at-max",
                                                           "prediction", "duration",   "submitted",
                                                           "started",    "registered", "attempts"};

/// The words of group measures in files, in the order of the enumerators of GroupMeasure; `K` stands for a
/// number and `NAME` for a column.
inline constexpr std::array<std::string_view, 11> kMeasureWords{
    "score",       "participation", "finished",     "mean-points", "total-points", "attempts",
    "all-correct", "top-mean:K",    "prize-points", "column:NAME", "registered"};

/// The words of AcrossRounds in files, in the order of its enumerators.
inline constexpr std::array<std::string_view, 3> kAcrossRoundsWords{"sum", "best", "mean"};

/// The words of counters in files, in the order of the enumerators of Counter.
inline constexpr std::array<std::string_view, 4> kCounterWords{"registered", "finished", "attempts",
                                                               "all-correct"};

/// The words of Keep in files, in the order of its first enumerators.
inline constexpr std::array<std::string_view, 3> kKeepWords{"best", "first", "last"};

/// The words of Ties in files, in the order of its enumerators.
inline constexpr std::array<std::string_view, 4> kTiesWords{"report", "share", "extend", "lot"};

}  // namespace quiz::contest
