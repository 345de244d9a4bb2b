// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/writer.hpp>

#include <memory>
#include <string>

namespace quiz::workflow {

struct AdmitRequest {
  std::string sheet;   ///< ENTRANT/ROUND/ATTEMPT as `quiz score` lists it
  std::string reason;  ///< needed to apply
  bool apply = false;  ///< else only the impact is shown
};

/// Let a late, over or excluded sheet count. Gives what that does to the awards (`award_impact`), and changes
/// nothing unless it is applied. Throws Error{not_found} where there is no such sheet, Error{failed} where it
/// counts already, Error{usage} where it is applied without a reason.
[[nodiscard]] report::Document admit(const std::shared_ptr<const ContestFolder>& folder,
                                     const AdmitRequest& request, unsigned threads, Instant now,
                                     const Writer& writer);

}  // namespace quiz::workflow
