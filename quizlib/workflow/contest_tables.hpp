// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/contest/contest.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/text/language.hpp>

#include <vector>

// Parts of the tables of `quiz contest show`.
namespace quiz::workflow {

/// A text in a language; absent where there is none.
[[nodiscard]] report::Cell shown(const text::Localized& text, text::Language language);

/// The awards, the terms of the scores of groups, and the prizes with their places and amounts.
[[nodiscard]] std::vector<report::Table> award_tables(const contest::Contest& contest,
                                                      text::Language language);

}  // namespace quiz::workflow
