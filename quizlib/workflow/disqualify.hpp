// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/roster/exclusions.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/correction.hpp>

#include <memory>
#include <string>
#include <vector>

namespace quiz::workflow {

struct DisqualifyRequest {
  std::string entrant;         ///< id
  bool from_entering = false;  ///< else only from winning
  Correction correction;
};

/// Who is barred: the rows of excluded.csv, then those that decisions stand for.
[[nodiscard]] std::vector<roster::Exclusion> exclusions_in_force(
    const ContestFolder& folder, const std::vector<store::Decision>& decisions);

/// Bar an entrant from entering or from winning, as a row of excluded.csv does. Gives the impact. Throws
/// Error{not_found} for an unknown entrant, Error{failed} for one who is barred from it already.
[[nodiscard]] report::Document disqualify(const std::shared_ptr<const ContestFolder>& folder,
                                          const DisqualifyRequest& request, const Writer& writer);

}  // namespace quiz::workflow
