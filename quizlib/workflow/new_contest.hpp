// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/workflow/writer.hpp>

#include <filesystem>
#include <string_view>

namespace quiz::workflow {

/// `quiz new`: write the built-in contest `name` (`basic`, `weekly`, `practice-run`) into `folder`, which is
/// made where it is missing, and seal a practice run. The files written are the answer. With `dry_run`
/// nothing is written. Throws Error{failed} for a folder that holds anything.
[[nodiscard]] report::Document new_contest(const std::filesystem::path& folder, std::string_view name,
                                           Instant now, const Writer& writer, bool dry_run);

}  // namespace quiz::workflow
