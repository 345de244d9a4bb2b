// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/roster/groups.hpp>

#include <vector>

namespace quiz::roster {

/// Groups that lead back to themselves.
struct GroupCycle {
  GroupNo group =
      kNone;  ///< the first of them in the file, of those that lead on by their successors where some do
  bool by_successors = false;  ///< not by parents alone
};

/// Every way back that is met when all groups are followed to their parents and successors, each group once.
/// Empty: wherever one starts, there is an end.
[[nodiscard]] std::vector<GroupCycle> find_cycles(const std::vector<Group>& groups);

}  // namespace quiz::roster
