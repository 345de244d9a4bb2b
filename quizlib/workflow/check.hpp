// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>

#include <filesystem>
#include <span>

namespace quiz::workflow {

/// Find all that is wrong with `files`: banks, contest.yaml files, or folders that hold one; without any,
/// with the contest found from `start`. A contest is checked with its banks, groups and entrants, a bank with
/// its pictures.
void check(const std::filesystem::path& start, std::span<const std::filesystem::path> files,
           Diagnostics& diagnostics);

}  // namespace quiz::workflow
