// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/workflow/correction.hpp>

#include <memory>
#include <string>

namespace quiz::workflow {

struct DisqualifyRequest {
  std::string entrant;         ///< id
  bool from_entering = false;  ///< else only from winning
  Correction correction;
};

/// Bar an entrant from entering or from winning, as a row of excluded.csv does. Gives the impact. Throws
/// Error{not_found} for an unknown entrant, Error{failed} for one who is barred from it already.
[[nodiscard]] report::Document disqualify(const std::shared_ptr<const ContestFolder>& folder,
                                          const DisqualifyRequest& request, const Writer& writer);

}  // namespace quiz::workflow
