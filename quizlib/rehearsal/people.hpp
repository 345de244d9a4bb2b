// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/roster/groups.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace quiz::rehearsal {

/// What a made-up registration is there to rehearse.
enum class Part : std::uint8_t {
  finisher,     ///< will have finished; one of the persons asked for
  second_self,  ///< another registration of the finisher before it
  absent,       ///< registers and never sits
  latecomer,    ///< sits, but every sheet comes too late
  organiser,    ///< may not enter, and does
  too_young     ///< fails the age that a track asks for, and sits
};

/// A made-up registration.
struct Registration {
  Part part = Part::finisher;
  bool may_not_win = false;  ///< a finisher who is in excluded.csv as barred from winning
  TrackNo track = 0;
  std::string id;
  std::vector<std::string> cells;  ///< beside `People::columns`
};

struct People {
  std::vector<std::string> columns;  ///< of entrants.csv after id: name, group, track, birth_date, …
  std::vector<Registration> registrations;
};

/// Make up registrations so that exactly `persons` humans may finish: finishers, a few of them registered
/// twice (where `contest.person` can tell), and on top of them people who stay away, come late, organise the
/// contest (where it reads excluded.csv) or are too young (where a track asks for an age). Everybody meets
/// the conditions of a track; groups are the leaves of the tree, by headcount. Integers only; the same seed
/// makes the same people. Throws Error{failed} where people cannot be told apart by `contest.person`, or
/// where nobody can meet a track's conditions.
[[nodiscard]] People make_people(const contest::Contest& contest, const roster::GroupTree& groups,
                                 std::uint32_t persons, const crypto::Bytes32& seed);

}  // namespace quiz::rehearsal
