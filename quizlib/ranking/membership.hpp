// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/ranking/tally.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quiz::ranking {

/// Which groups persons count in (docs/scoring-rules.md, "Groups"): in each round those that are in force on
/// the day of its last moment. Keeps a reference to the field.
class Membership {
 public:
  explicit Membership(const Field& field);

  /// The groups that a person counts in in a round, each once, in no order.
  [[nodiscard]] std::vector<GroupNo> groups_of(const Tally& tally, PersonNo person, RoundNo round) const;

  /// Whether everybody counts in the same groups in all of these rounds.
  [[nodiscard]] bool is_constant(std::span<const RoundNo> rounds) const;

  /// What counts in a round for who belongs to `group`: it, else who came after it, and all groups above.
  [[nodiscard]] std::vector<GroupNo> chain(GroupNo group, RoundNo round) const;
  /// How many people there are in the group and below it in a round; nothing where that is not known.
  [[nodiscard]] std::optional<std::uint64_t> headcount(GroupNo group, RoundNo round) const {
    return groups(round)[group].headcount;
  }
  /// The groups as they are in a round, with the parents and headcounts of its day.
  [[nodiscard]] const roster::GroupTree& groups(RoundNo round) const { return days_[day_of_[round]].groups; }
  /// Whether nobody has come after the group by then, nor is it yet to come.
  [[nodiscard]] bool is_in_force(GroupNo group, RoundNo round) const {
    return days_[day_of_[round]].in_force[group] == group;
  }

 private:
  struct Day {
    roster::GroupTree groups;
    std::vector<GroupNo> in_force;  ///< by group
  };

  const Field& field_;
  std::vector<Day> days_;            ///< all that differ
  std::vector<std::size_t> day_of_;  ///< by round
};

}  // namespace quiz::ranking
