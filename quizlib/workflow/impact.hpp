// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/workflow/awards.hpp>

namespace quiz::workflow {

/// What a change does to the awards: a row for everybody who gains a prize, loses one or gets another, by
/// award, round, track, block and id. Of the same contest. Without any it says so in a note.
[[nodiscard]] report::Document award_impact(const Awards& before, const Awards& after);

/// The same as a further table of a document, `impact`, and its notes.
void append_impact(const Results& before, const Results& after, report::Document& document);

}  // namespace quiz::workflow
