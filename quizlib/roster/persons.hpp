// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/roster/roster.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace quiz::roster {

/// Which registrations are the same human. Both columns are empty where everybody registered once; then a
/// person's number is that of the registration.
struct Persons {
  std::size_t registrations = 0;
  std::vector<PersonNo> of_entrant;
  std::vector<EntrantNo>
      first_of_person;  ///< the registration that gives a person's id, name, group and track

  [[nodiscard]] std::size_t size() const {
    return of_entrant.empty() ? registrations : first_of_person.size();
  }
  [[nodiscard]] PersonNo of(EntrantNo entrant) const {
    return of_entrant.empty() ? entrant : of_entrant[entrant];
  }
  [[nodiscard]] EntrantNo first(PersonNo person) const {
    return of_entrant.empty() ? person : first_of_person[person];
  }
};

/// What officials decided about who is whom: the entrants are one person, or the only one is a person of its
/// own. Entrants are named by ids; with open registration a name is that of all rows with the id.
struct PersonDecision {
  bool together = true;
  std::vector<std::string> entrants;
};

/// Something that happened to each registration, in ms or kMissing beside them; worked out only when it is
/// asked for. An empty function or column: nothing is known.
using Moments = std::function<std::vector<std::int64_t>()>;

/// Bring together the registrations of each person: those whose `person_columns` are all filled and equal
/// (see `comparable`; known groups by what they are), and those with equal ids, also through a third one.
/// Then carry out the decisions in their order; ids that the roster does not have are passed over.
///
/// A person's first registration is the one of the earliest moment, which is when it was registered, else
/// when its first sheet was submitted; without either it comes last; among equals the one with the smallest
/// NFC id bytes, then with the smallest cells. Moments are asked for only where somebody registered several
/// times. Persons are numbered in the order of their first registrations' rows.
[[nodiscard]] Persons merge_registrations(const Roster& roster,
                                          const std::vector<std::string>& person_columns,
                                          const Moments& registered, const Moments& first_submitted,
                                          std::span<const PersonDecision> decisions = {});

}  // namespace quiz::roster
