// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/roster/groups.hpp>
#include <quizlib/roster/roster.hpp>

namespace quiz::contest {

/// Whether the contest can be held with these banks, groups and entrants: every section has enough items, no
/// item can stand twice in a paper, levels exist, every prize has its value, no ranking key that cannot
/// differ, texts complete in the contest's languages, headcounts where a term needs them. Findings at their
/// places in contest.yaml. `roster` may be nullptr with open registration.
void check(const Contest& contest, const Items& items, const roster::GroupTree& groups,
           const roster::Roster* roster, Diagnostics& diagnostics);

}  // namespace quiz::contest
