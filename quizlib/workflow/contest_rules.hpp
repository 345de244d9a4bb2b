// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/workflow/contest_folder.hpp>

#include <optional>

namespace quiz::workflow {

/// `quiz contest rules`: the rules of a contest as officials publish them, in the language of `catalogue`: as
/// a text or a page, as JSON by articles and paragraphs, as a table of paragraphs. Nothing, and the findings,
/// where `contest::check` finds errors with the banks and groups: a number in the rules might be wrong.
///
/// Needs a folder with banks and groups.
[[nodiscard]] std::optional<report::Document> contest_rules(const ContestFolder& folder,
                                                            const text::Catalogue& catalogue,
                                                            Diagnostics& diagnostics);

}  // namespace quiz::workflow
