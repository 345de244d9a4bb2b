// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/sitter.hpp>

#include <cstdint>
#include <optional>

namespace quiz::workflow {

/// The number of a person's next attempt in a round: after all that was handed in for any of its
/// registrations or is open. Nothing where the round, or the contest where its rounds share their count,
/// allows no further one.
[[nodiscard]] std::optional<std::uint32_t> next_attempt(const contest::Contest& contest, store::Store& store,
                                                        const SittingPerson& person, RoundNo round);

}  // namespace quiz::workflow
