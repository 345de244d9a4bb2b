// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>

#include <filesystem>
#include <string_view>

namespace quiz::workflow {

/// `quiz new`: write the built-in contest `name` (`basic`) into `folder`, which is made where it is missing.
/// The files written are the answer. With `dry_run` nothing is written. Throws Error{failed} for a folder
/// that holds anything, and for templates that this version does not have yet.
[[nodiscard]] report::Document new_contest(const std::filesystem::path& folder, std::string_view name,
                                           bool dry_run);

}  // namespace quiz::workflow
