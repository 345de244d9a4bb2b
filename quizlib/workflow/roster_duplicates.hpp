// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/report/document.hpp>

#include <filesystem>
#include <optional>

namespace quiz::workflow {

/// `quiz roster duplicates`: propose registrations of the contest found from `start` that may be of one human
/// (`roster::find_duplicates`), one row a pair, with the evidence but without the private values behind it.
/// With open registration those that sheets have brought, none before the first. Changes nothing. Nothing
/// where groups, entrants or exclusions have errors. Throws Error{integrity} for a damaged store.
[[nodiscard]] std::optional<report::Document> propose_duplicates(const std::filesystem::path& start,
                                                                 Diagnostics& diagnostics);

}  // namespace quiz::workflow
