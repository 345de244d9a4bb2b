// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/sitter.hpp>

#include <cstdint>
#include <functional>
#include <set>
#include <string>

namespace quiz::workflow {

/// The number of a sitter's next attempt in a round: after all that the person has handed in by any way or
/// has open, `ids` being those of its registrations. Throws Error{failed} (`take.attempts-used`) where the
/// round, or the contest where its rounds share their count, allows no further one.
[[nodiscard]] std::uint32_t next_attempt(const ContestFolder& folder, store::Store& store,
                                         const Sitter& sitter, const std::set<std::string, std::less<>>& ids,
                                         RoundNo round);

}  // namespace quiz::workflow
