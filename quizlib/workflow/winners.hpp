// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/workflow/results.hpp>

#include <memory>

namespace quiz::workflow {

/// The report `winners`: the rows of `quiz award`, and for its page the same by award, round, track and prize
/// with names instead of ids. Of persons the page shows the columns that the contest publishes, by default
/// place, name, group and points. Titles in `language`, ids where there is no title.
[[nodiscard]] report::Document winners(const std::shared_ptr<const Results>& results,
                                       text::Language language);

}  // namespace quiz::workflow
