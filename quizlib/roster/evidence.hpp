// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/roster/traits.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace quiz::roster {

/// What speaks for or against two registrations being of one human.
enum class Evidence : std::uint8_t {
  none,
  same_name,           ///< equal as names are compared everywhere (folded)
  name_spelling,       ///< the same name spelled by other rules
  name_other_order,    ///< its words in another order
  name_without_marks,  ///< one of the two without any marks
  name_other_marks,    ///< both with marks, and other ones
  near_name,           ///< one typing error, marks aside
  other_name,
  same_national_id,
  near_national_id,   ///< one typing error
  other_national_id,  ///< of the same kind, which is of the same length
  same_phone,         ///< another phone says nothing: people have several
  same_birth_date,
  same_january_1,        ///< which often stands for a day that nobody knows
  swapped_birth_date,    ///< day and month exchanged
  uncertain_birth_date,  ///< the first of the same month, or of the same year, on one side
  other_birth_date,
  same_group,
  other_group  ///< weighs nothing, but a merger would move a person between groups
};

/// At most one for each trait: name, national id, phone, birth date, group. A trait that one of the two does
/// not tell is `none`.
using EvidenceList = std::array<Evidence, 5>;

/// From this score on a pair is proposed.
inline constexpr int kProposedFrom = 50;

/// The word for programs, such as `same-name`; empty for `none`.
[[nodiscard]] std::string_view evidence_code(Evidence evidence);

/// The points of docs/commands/roster_duplicates.md added up, and cut to 0..100.
[[nodiscard]] int evidence_score(const EvidenceList& list);

/// Compare two registrations; it makes no difference which is `a`.
[[nodiscard]] EvidenceList compare(const RosterTraits& traits, EntrantNo a, EntrantNo b);

}  // namespace quiz::roster
