// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/workflow/contest_folder.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace quiz::workflow {

/// The lock that whoever has a sitting open holds beside the store, for as long as the process lives.
[[nodiscard]] std::filesystem::path sitting_lock(const ContestFolder& folder, std::int64_t sitting,
                                                 const std::string& holder);

/// Remove the locks of processes that live no more. Needs the store to be held for writing, so that nobody is
/// making one.
void clear_dead_locks(const ContestFolder& folder);

/// Whether somebody has the sitting open.
[[nodiscard]] bool is_open(const ContestFolder& folder, std::int64_t sitting, const std::string& holder);

}  // namespace quiz::workflow
