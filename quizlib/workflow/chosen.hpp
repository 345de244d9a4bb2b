// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/ranking/counters.hpp>

#include <string_view>
#include <vector>

namespace quiz::workflow {

/// The round or track of that id. Throws Error{not_found}.
[[nodiscard]] RoundNo require_round(const contest::Contest& contest, std::string_view round);
[[nodiscard]] TrackNo require_track(const contest::Contest& contest, std::string_view track);

/// The rounds and tracks that are asked for; empty texts: all. Throws Error{not_found}.
[[nodiscard]] ranking::Scope chosen_scope(const contest::Contest& contest, std::string_view round,
                                          std::string_view track);

/// A moment as contest.yaml writes it: in the contest's zone unless an offset follows. Throws Error{usage}.
[[nodiscard]] Instant require_moment(const contest::Contest& contest, std::string_view text);

/// The rounds that a command is about: the one of that id, or all where it is empty. Throws
/// Error{not_found}.
[[nodiscard]] std::vector<RoundNo> chosen_rounds(const contest::Contest& contest, std::string_view round);

}  // namespace quiz::workflow
