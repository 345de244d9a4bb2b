// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace quiz::contest {

/// The words of ranking keys in files, in the order of the enumerators of Key.
inline constexpr std::array<std::string_view, 9> kKeyWords{"points",     "correct",    "rounds-at-max",
                                                           "prediction", "duration",   "submitted",
                                                           "started",    "registered", "attempts"};

/// The words of group keys in files, in the order of the enumerators of GroupKey.
inline constexpr std::array<std::string_view, 8> kGroupKeyWords{"score",       "participation", "finished",
                                                                "mean-points", "total-points",  "attempts",
                                                                "all-correct", "registered"};

/// The words of AcrossRounds in files, in the order of its enumerators.
inline constexpr std::array<std::string_view, 3> kAcrossRoundsWords{"sum", "best", "mean"};

}  // namespace quiz::contest
