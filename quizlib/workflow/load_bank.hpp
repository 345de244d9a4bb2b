// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/diagnostics.hpp>

#include <filesystem>
#include <optional>

namespace quiz::workflow {

/// The bank in a file, or on standard input for `-`. Nothing where it has errors. Throws Error{failed} where
/// the file cannot be read.
[[nodiscard]] std::optional<bank::Bank> load_bank(const std::filesystem::path& path,
                                                  Diagnostics& diagnostics);

}  // namespace quiz::workflow
