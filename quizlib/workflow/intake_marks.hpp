// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/intake_add.hpp>
#include <quizlib/workflow/writer.hpp>

#include <memory>
#include <optional>

namespace quiz::workflow {

/// Take in points that were given by hand (docs/formats/marks.md): every row judged by itself, a later one
/// for the same answer in place of an earlier. What is counted is on disk when this returns.
///
/// Findings: files that are wrong as a whole (errors; then nothing is kept and nothing returned); refused
/// rows (warnings; errors with `strict`, and then nothing is kept). Throws as `require_seal` does.
[[nodiscard]] std::optional<report::Document> add_marks(const std::shared_ptr<const ContestFolder>& folder,
                                                        const IntakeRequest& request, const Writer& writer,
                                                        Diagnostics& diagnostics);

}  // namespace quiz::workflow
