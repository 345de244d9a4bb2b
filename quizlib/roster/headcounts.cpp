// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/headcounts.hpp>

#include <algorithm>
#include <cstddef>

namespace quiz::roster {
namespace {

/// Every group after all of its children.
std::vector<GroupNo> children_first(const std::vector<Group>& groups) {
  std::vector<std::uint32_t> waiting_for(groups.size());
  for (const Group& group : groups) {
    if (group.parent != kNone) ++waiting_for[group.parent];
  }
  std::vector<GroupNo> order;
  for (GroupNo no = 0; no < groups.size(); ++no) {
    if (waiting_for[no] == 0) order.push_back(no);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    const GroupNo parent = groups[order[i]].parent;
    if (parent != kNone && --waiting_for[parent] == 0) order.push_back(parent);
  }
  return order;
}

}  // namespace

ChildrenSums add_headcounts(std::vector<Group>& groups, std::optional<Date> day) {
  ChildrenSums sums(groups.size());
  if (!day && std::ranges::any_of(groups, &Group::is_dated)) return sums;

  std::vector<bool> unknown(groups.size(), false);  // a child's headcount
  for (const GroupNo no : children_first(groups)) {
    Group& group = groups[no];
    if (unknown[no]) sums[no].reset();
    if (group.headcount_is_sum || !group.headcount) {
      group.headcount = sums[no];
      group.headcount_is_sum = sums[no].has_value();
    }
    if (group.parent == kNone || (day && !group.valid_on(*day))) continue;
    if (!group.headcount) unknown[group.parent] = true;
    sums[group.parent] = sums[group.parent].value_or(0) + group.headcount.value_or(0);
  }
  return sums;
}

}  // namespace quiz::roster
