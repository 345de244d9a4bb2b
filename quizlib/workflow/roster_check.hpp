// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/text/language.hpp>

#include <filesystem>
#include <optional>

namespace quiz::workflow {

/// `quiz roster check`: find what is wrong with groups, entrants and exclusions of the contest found from
/// `start`, and count for each track who is registered, who belongs to no group, and who may not enter or
/// not win. Nothing where they have errors. Throws Error{failed} for open registration, where there is no
/// roster to check.
[[nodiscard]] std::optional<report::Document> check_roster(const std::filesystem::path& start,
                                                           text::Language language, Diagnostics& diagnostics);

}  // namespace quiz::workflow
