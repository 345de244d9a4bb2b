// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/group_cycles.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace quiz::roster {
namespace {

/// Follows groups upwards, depth first.
class Walk {
 public:
  explicit Walk(const std::vector<Group>& groups) : groups_(groups), states_(groups.size(), State::unseen) {}

  void from(GroupNo start) {
    if (states_[start] == State::unseen) enter(start);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.way == kWays) {
        states_[step.group] = State::done;
        path_.pop_back();
        continue;
      }
      const Group& group = groups_[step.group];
      const GroupNo next = step.way == kByParent ? group.parent : group.successor;
      ++step.way;
      if (next == kNone) continue;
      if (states_[next] == State::unseen)
        enter(next);
      else if (states_[next] == State::on_path)
        add_cycle(next);
    }
  }

  [[nodiscard]] std::vector<GroupCycle> cycles() && { return std::move(cycles_); }

 private:
  enum class State : std::uint8_t { unseen, on_path, done };
  static constexpr std::uint8_t kByParent = 0;
  static constexpr std::uint8_t kWays = 2;

  struct Step {
    GroupNo group;
    std::uint8_t way;  ///< the next to go
  };

  void enter(GroupNo group) {
    states_[group] = State::on_path;
    path_.push_back({group, kByParent});
  }

  /// The last group of the path leads back to `first`.
  void add_cycle(GroupNo first) {
    GroupCycle cycle;
    std::size_t at = path_.size();
    do {
      const Step& step = path_[--at];
      const bool by_successor = step.way == kWays;
      if (by_successor != cycle.by_successors ? by_successor : step.group < cycle.group) {
        cycle.group = step.group;
      }
      cycle.by_successors = cycle.by_successors || by_successor;
    } while (path_[at].group != first);
    cycles_.push_back(cycle);
  }

  const std::vector<Group>& groups_;
  std::vector<State> states_;
  std::vector<Step> path_;
  std::vector<GroupCycle> cycles_;
};

}  // namespace

std::vector<GroupCycle> find_cycles(const std::vector<Group>& groups) {
  Walk walk(groups);
  for (GroupNo no = 0; no < groups.size(); ++no) walk.from(no);
  return std::move(walk).cycles();
}

}  // namespace quiz::roster
