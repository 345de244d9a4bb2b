// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/response/sheet.hpp>
#include <quizlib/roster/persons.hpp>
#include <quizlib/roster/roster.hpp>
#include <quizlib/scoring/score.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace quiz::ranking {

/// Everything that a ranking is made from. All spans outlive the ranking.
struct Field {
  const contest::Contest& contest;
  const roster::GroupTree& groups;
  const roster::Roster& roster;
  std::span<const contest::Placement> placement;  ///< by entrant
  std::span<const scoring::ScoredSheet> sheets;   ///< in the order of the store
};

/// The four counters of docs/scoring-rules.md.
struct Counters {
  std::uint64_t registered = 0;
  std::uint64_t finished = 0;
  std::uint64_t attempts = 0;
  std::uint64_t all_correct = 0;

  friend bool operator==(const Counters&, const Counters&) = default;
};

/// What became of each sheet, whose it is, and which one of each person counts.
struct Tally {
  roster::Persons persons;
  std::vector<response::Verdict> verdict;  ///< by sheet: accepted, late, over, excluded, unknown_entrant
  std::vector<std::uint32_t> attempt;      ///< by sheet: its number among the person's in its round, from 1
  std::vector<SheetNo> kept;               ///< by round x persons + person; kNone: no counted sheet
  std::vector<std::uint32_t> attempts;     ///< by person: counted sheets
  Counters counters;                       ///< of the whole contest

  [[nodiscard]] SheetNo kept_sheet(RoundNo round, PersonNo person) const {
    return kept[std::size_t{round} * persons.size() + person];
  }
};

/// The prediction target's value in a round: as frozen, else as counted now.
struct Actual {
  std::uint64_t all_correct = 0;
  bool frozen = false;
};

/// Judge and count (docs/scoring-rules.md, "Persons", "Attempts", "Kept sheet").
///
/// Sheets of a person in a round are numbered by their given numbers where all have one and all differ, else
/// by started (else submitted) time, a missing one last, then by given number, then by digest. Sheets beyond
/// the attempts allowed are over. Whoever may not enter counts nowhere.
[[nodiscard]] Tally tally(const Field& field);

/// The person's strictest bar over all its registrations, and where it comes from.
[[nodiscard]] std::vector<roster::Barred> barred_persons(const Field& field, const roster::Persons& persons);

}  // namespace quiz::ranking
