// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/clock.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/writer.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::workflow {

struct FreezeRequest {
  std::string round;     ///< empty: every round
  bool again = false;    ///< in place of what was frozen
  std::string reason;    ///< needed with `again`
  bool dry_run = false;  ///< change nothing
};

/// Fix the counters of rounds, and with them what predictions are held against. Freezing before all has
/// closed that is counted is a warning among the notes. Sittings that nobody came back to in their time are
/// handed in first. Throws Error{try_again} while somebody still sits a round that is to be frozen,
/// Error{not_found} for an unknown round, Error{failed} where a round is frozen already, but for `again`.
[[nodiscard]] report::Document freeze(const std::shared_ptr<const ContestFolder>& folder,
                                      const FreezeRequest& request, unsigned threads, const Clock& clock,
                                      const Writer& writer);

/// Whether the figures of a round are among those that are fixed.
[[nodiscard]] bool is_frozen(const std::vector<store::Frozen>& frozen, std::string_view round);

/// Whether the figures of every round are fixed.
[[nodiscard]] bool all_frozen(const contest::Contest& contest, store::Store& store);

/// Where the contest stands: sealed, open, frozen; sheets and counters so far.
[[nodiscard]] report::Document contest_status(const std::shared_ptr<const ContestFolder>& folder,
                                              unsigned threads, const Clock& clock);

}  // namespace quiz::workflow
