// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/roster/groups.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace quiz::roster {

/// By group, the headcounts of the groups right below it together; nothing where one of them is unknown or
/// there are none.
using ChildrenSums = std::vector<std::optional<std::uint64_t>>;

/// Fill in each headcount that the file does not say: the sum of the children's. Only children that are valid
/// on `day` are in a sum; without a day there are no sums at all where groups are dated, for people could be
/// in one twice. Needs parents without cycles, those of that day.
ChildrenSums add_headcounts(std::vector<Group>& groups, std::optional<Date> day);

}  // namespace quiz::roster
