// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/roster/persons.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/correction.hpp>

#include <memory>
#include <string>
#include <vector>

namespace quiz::workflow {

/// What officials decided about who is whom, of all that they decided.
[[nodiscard]] std::vector<roster::PersonDecision> person_decisions(
    const std::vector<store::Decision>& decisions);

struct PersonRequest {
  std::vector<std::string> entrants;  ///< ids; of a split the only one
  Correction correction;
};

/// Make registrations one person. Gives the impact. Throws Error{not_found} for an unknown entrant,
/// Error{usage} for less than two, Error{failed} where they are one person already.
[[nodiscard]] report::Document merge_persons(const std::shared_ptr<const ContestFolder>& folder,
                                             const PersonRequest& request, const Writer& writer);

/// Make a registration a person of its own. Gives the impact. Throws Error{not_found} for an unknown entrant,
/// Error{failed} where it is alone already.
[[nodiscard]] report::Document split_person(const std::shared_ptr<const ContestFolder>& folder,
                                            const PersonRequest& request, const Writer& writer);

}  // namespace quiz::workflow
