// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/condition.hpp>
#include <quizlib/roster/groups.hpp>

namespace quiz::contest {

/// Whether a group meets a condition on the columns of groups.csv (`GroupTree::cell`). Values are compared as
/// `roster::comparable` says; `headcount` is the one in force, so where groups are dated ask about the tree
/// of a day (`GroupTree::on`).
[[nodiscard]] Fits fits(const Condition& condition, const roster::GroupTree& groups, GroupNo group);

}  // namespace quiz::contest
