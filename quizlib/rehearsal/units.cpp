// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/units.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>

namespace quiz::rehearsal {

Units::Units(const roster::GroupTree& groups) {
  std::vector<bool> has_children(groups.size());
  for (const roster::Group& group : groups.groups()) {
    if (group.parent != kNone)
      has_children[group.parent] = true;
    else if (root_.empty())
      root_ = group.code.text;
  }
  // So that all headcounts together fit 32 bits.
  const std::uint64_t most = std::numeric_limits<std::uint32_t>::max() / (groups.size() + 1);
  for (GroupNo no = 0; no < groups.size(); ++no) {
    if (has_children[no]) continue;
    const std::uint64_t people = std::clamp<std::uint64_t>(groups[no].headcount.value_or(1), 1, most);
    codes_.push_back(groups[no].code.text);
    upto_.push_back((upto_.empty() ? 0 : upto_.back()) + static_cast<std::uint32_t>(people));
  }
}

std::string Units::draw(crypto::Stream& chance) const {
  if (codes_.empty()) return {};
  const auto found = std::ranges::upper_bound(upto_, chance.below(upto_.back()));
  return codes_[static_cast<std::size_t>(found - upto_.begin())];
}

}  // namespace quiz::rehearsal
