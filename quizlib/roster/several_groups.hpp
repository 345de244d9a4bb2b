// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quiz::roster {

/// The groups of those who belong to several; who is not among them costs nothing.
class SeveralGroups {
 public:
  /// Needs entrants in rising order.
  void add(EntrantNo entrant, std::span<const GroupNo> groups) {
    assert(entrants_.empty() || entrants_.back() < entrant);
    entrants_.push_back(entrant);
    groups_.insert(groups_.end(), groups.begin(), groups.end());
    ends_.push_back(static_cast<std::uint32_t>(groups_.size()));
  }

  /// Empty: not among them.
  [[nodiscard]] std::span<const GroupNo> of(EntrantNo entrant) const {
    const auto found = std::ranges::lower_bound(entrants_, entrant);
    if (found == entrants_.end() || *found != entrant) return {};
    const auto at = static_cast<std::size_t>(found - entrants_.begin());
    const std::size_t begin = at == 0 ? 0 : ends_[at - 1];
    return std::span(groups_).subspan(begin, ends_[at] - begin);
  }

 private:
  std::vector<EntrantNo> entrants_;
  std::vector<std::uint32_t> ends_;  ///< beside them: where their groups end
  std::vector<GroupNo> groups_;
};

}  // namespace quiz::roster
