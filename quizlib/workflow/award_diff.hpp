// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/workflow/contest_folder.hpp>

#include <cstdint>
#include <memory>

namespace quiz::workflow {

/// What changed in the awards from one revision of the results to another, and the decisions between them.
/// Revision 1 is without any decision, and each one that may change results makes the next. Both are computed
/// from what there was then: sheets, frozen figures, decisions and keys. Throws Error{not_found} for a
/// revision that there is not.
[[nodiscard]] report::Document award_diff(const std::shared_ptr<const ContestFolder>& folder,
                                          std::uint32_t from, std::uint32_t to, unsigned threads);

}  // namespace quiz::workflow
