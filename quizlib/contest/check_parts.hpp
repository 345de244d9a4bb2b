// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/roster/groups.hpp>
#include <quizlib/roster/roster.hpp>

#include <string>

// The parts of check.
namespace quiz::contest {

/// A file of the contest's folder as messages name it.
[[nodiscard]] std::string beside(const Contest& contest, const std::string& file);

/// Every section has enough items for its draw, and all papers of a track have the same maximum.
void check_papers(const Contest& contest, const Items& items, Diagnostics& diagnostics);
/// Every text that people read is there in every language of the contest.
void check_languages(const Contest& contest, const Items& items, Diagnostics& diagnostics);
/// Prizes have amounts and minimums can be reached. Needs papers that `check_papers` has nothing against.
void check_prizes(const Contest& contest, const Items& items, Diagnostics& diagnostics);
/// Groups have the levels that awards are given at, in their order, and the headcounts that they need.
void check_groups(const Contest& contest, const roster::GroupTree& groups, Diagnostics& diagnostics);
/// Orders that can decide, blocks that share no group and leave none out, columns of groups that awards name.
void check_awards(const Contest& contest, const roster::GroupTree& groups, Diagnostics& diagnostics);
/// The groups that entrants belong to are in force when rounds close, and not smaller than they are many.
void check_members(const Contest& contest, const roster::GroupTree& groups, const roster::Roster& roster,
                   Diagnostics& diagnostics);
/// The columns that rules name exist, and everybody belongs to a track.
void check_roster(const Contest& contest, const roster::Roster& roster, Diagnostics& diagnostics);

}  // namespace quiz::contest
