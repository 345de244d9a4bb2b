// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/crypto/stream.hpp>
#include <quizlib/roster/groups.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace quiz::rehearsal {

/// The leaves of a group tree, to draw from by headcount.
class Units {
 public:
  explicit Units(const roster::GroupTree& groups);

  /// The code of a leaf; empty where there are no groups. A leaf counts as many people as its headcount says,
  /// at least one.
  [[nodiscard]] std::string draw(crypto::Stream& chance) const;
  /// The code of the first group without a parent; empty where there are no groups.
  [[nodiscard]] const std::string& root() const { return root_; }

 private:
  std::vector<std::string> codes_;
  std::vector<std::uint32_t> upto_;  ///< headcounts summed up to and with each leaf
  std::string root_;
};

}  // namespace quiz::rehearsal
