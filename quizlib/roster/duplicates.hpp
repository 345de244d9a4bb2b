// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/roster/evidence.hpp>
#include <quizlib/roster/persons.hpp>
#include <quizlib/roster/roster.hpp>

#include <vector>

namespace quiz::roster {

/// Two registrations of different persons that may be of one human.
struct Duplicate {
  EntrantNo entrant = kNone;  ///< the one with the smaller id
  EntrantNo other = kNone;
  int score = 0;  ///< kProposedFrom to 100
  EvidenceList evidence{};

  friend bool operator==(const Duplicate&, const Duplicate&) = default;
};

/// Propose pairs of persons that may be one human, with the registrations that say so most strongly: the
/// highest score, among equals the smallest ids. Best first, equals by ids (bytes of the NFC form). Neither
/// list nor scores depend on the order of rows.
///
/// Compared are registrations that have in common: the national id; phone and birth date; or the words of the
/// name without marks, and with them the phone, the birth date (also with day and month exchanged), group and
/// year of birth, or all but one wrong or two swapped digits of the national id. Where more than 20 have the
/// same in common, each is compared with the one of the smallest id only: the work grows with the number of
/// registrations and not with its square.
[[nodiscard]] std::vector<Duplicate> find_duplicates(const Roster& roster, const Persons& persons);

}  // namespace quiz::roster
