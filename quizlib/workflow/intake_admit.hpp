// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/workflow/correction.hpp>

#include <memory>
#include <string>

namespace quiz::workflow {

struct AdmitRequest {
  std::string sheet;  ///< ENTRANT/ROUND/ATTEMPT as `quiz score` lists it
  Correction correction;
};

/// Let a late, over or excluded sheet count. Gives the impact. Throws
/// Error{not_found} where there is no such sheet, Error{failed} where it counts already.
[[nodiscard]] report::Document admit(const std::shared_ptr<const ContestFolder>& folder,
                                     const AdmitRequest& request, const Writer& writer);

}  // namespace quiz::workflow
