// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/workflow/correction.hpp>

#include <memory>

namespace quiz::workflow {

/// Score all sheets by the keys that the banks have now, in place of those that were sealed: the keys that
/// differ, how many sheets get other points, and the impact.
///
/// Throws Error{failed} where no bank has changed, Error{integrity} where more than what is right has
/// (`bank::changed_questions`): then stored answers would mean something else.
[[nodiscard]] report::Document regrade(const std::shared_ptr<const ContestFolder>& folder,
                                       const Correction& correction, const Writer& writer);

}  // namespace quiz::workflow
