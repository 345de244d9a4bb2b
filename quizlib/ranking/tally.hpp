// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/ranking/counters.hpp>
#include <quizlib/response/sheet.hpp>
#include <quizlib/roster/persons.hpp>
#include <quizlib/roster/roster.hpp>
#include <quizlib/scoring/score.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace quiz::ranking {

/// Everything that a ranking is made from. All spans outlive the ranking.
struct Field {
  const contest::Contest& contest;
  const contest::Items& items;
  const roster::GroupTree& groups;
  const roster::Roster& roster;
  std::span<const contest::Placement> placement;  ///< by entrant
  std::span<const scoring::ScoredSheet> sheets;   ///< in the order of the store
  /// A sheet's digest, asked for only where two sheets of a person are equal in all else.
  std::function<std::uint64_t(SheetNo)> digest;
  std::span<const roster::PersonDecision> person_decisions = {};
};

/// What became of each sheet, whose it is, and which one of each person counts.
struct Tally {
  roster::Persons persons;
  std::vector<EntrantNo> strictest;  ///< by person, see `barring`; empty where everybody registered once
  std::vector<response::Verdict> verdict;  ///< by sheet: accepted, late, over, excluded, unknown_entrant
  std::vector<std::uint32_t> attempt;      ///< by sheet: its number among the person's in its round, from 1
  std::vector<SheetNo> kept;               ///< by round x persons + person; kNone: no counted sheet
  std::vector<std::uint32_t> attempts;     ///< by round x persons + person: counted sheets
  Counters counters;                       ///< of the whole contest

  [[nodiscard]] SheetNo kept_sheet(RoundNo round, PersonNo person) const {
    return kept[std::size_t{round} * persons.size() + person];
  }
  [[nodiscard]] std::uint32_t counted_sheets(RoundNo round, PersonNo person) const {
    return attempts[std::size_t{round} * persons.size() + person];
  }
  /// The registration that bars the person most strictly; the placement there says from what and why.
  [[nodiscard]] EntrantNo barring(PersonNo person) const {
    return strictest.empty() ? person : strictest[person];
  }
};

/// Judge and count (docs/scoring-rules.md, "Persons", "Attempts", "Counters", "Kept sheet").
///
/// Sheets of a person in a round are numbered by their given numbers where all have one and all differ, else
/// by started (else submitted) time, a missing one last, then by given number, none last, then by digest.
/// Sheets beyond the attempts allowed are over, counted in each round or over the rounds that share a count.
/// Whoever may not enter counts nowhere. A sheet of nobody keeps its given number, 0 without one.
[[nodiscard]] Tally tally(const Field& field);

/// What the person may not do, over all its registrations.
[[nodiscard]] roster::Barred barred_from(const Field& field, const Tally& tally, PersonNo person);

/// The track of the person's first registration; kNone: in no track.
[[nodiscard]] TrackNo track_of(const Field& field, const Tally& tally, PersonNo person);

}  // namespace quiz::ranking
