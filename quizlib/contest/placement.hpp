// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/condition.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/roster/exclusions.hpp>
#include <quizlib/roster/groups.hpp>
#include <quizlib/roster/roster.hpp>

#include <cstdint>
#include <vector>

namespace quiz::contest {

/// Why somebody is barred.
enum class BarredBy {
  nothing,
  exclusion,   ///< a row of excluded.csv
  ineligible,  ///< fails its track's `eligible`
  unverified,  ///< lacks a value that `eligible` asks for
  no_track     ///< belongs to no track
};

/// Where one registration stands. Eight bytes, one a registration.
struct Placement {
  TrackNo track = kNone;             ///< kNone: in no track, then barred from entering
  std::uint32_t exclusion : 27 = 0;  ///< with BarredBy::exclusion: the row
  std::uint32_t barred : 2 = 0;      ///< a roster::Barred
  std::uint32_t by : 3 = 0;          ///< a BarredBy

  [[nodiscard]] roster::Barred barred_from() const { return static_cast<roster::Barred>(barred); }
  [[nodiscard]] BarredBy barred_by() const { return static_cast<BarredBy>(by); }
};

/// Place every registration: its track (its own cell, compared folded, else the first whose `where` fits; the
/// only one where there are no tracks), and whether exclusions or eligibility bar it; the strictest bar
/// counts, an exclusion before eligibility among equals.
[[nodiscard]] std::vector<Placement> place_entrants(const Contest& contest, const roster::Roster& roster,
                                                    const std::vector<roster::Exclusion>& exclusions);

/// Whether a registration meets a condition. Values are compared as `roster::comparable` says, groups by what
/// they are: any of an entrant's will do. `age` is taken from birth_date on `contest.age_on`.
[[nodiscard]] Fits fits(const Condition& condition, const Contest& contest, const roster::Roster& roster,
                        EntrantNo entrant);

}  // namespace quiz::contest
