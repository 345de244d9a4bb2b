// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/writer.hpp>

#include <memory>
#include <string_view>

namespace quiz::workflow {

/// Fix the counters of a round, or of every round where `round` is empty, and with them what predictions are
/// held against. Freezing before a round closes is a warning among the notes. A dry run changes nothing.
/// Throws Error{not_found} for an unknown round, Error{failed} where a round is frozen already.
[[nodiscard]] report::Document freeze(const std::shared_ptr<const ContestFolder>& folder,
                                      std::string_view round, unsigned threads, Instant now,
                                      const Writer& writer, bool dry_run);

/// Where the contest stands: sealed, open, frozen; sheets and counters so far.
[[nodiscard]] report::Document contest_status(const std::shared_ptr<const ContestFolder>& folder,
                                              unsigned threads, Instant now);

}  // namespace quiz::workflow
