// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/io/table.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace quiz::roster {

/// A unit that people belong to.
struct Group {
  GroupId code;
  std::string name;
  GroupNo parent = kNone;  ///< kNone: a root
  std::string level;       ///< as in the file; contest.yaml lists the levels from the top
  std::string kind;
  /// People in the whole subtree: as the file says, else the sum of the children's; nothing where neither is
  /// known.
  std::optional<std::uint64_t> headcount;
  std::uint32_t line = 0;  ///< in groups.csv
};

/// The units of a contest, in the order of the file.
class GroupTree {
 public:
  /// Numbers of groups by their folded codes.
  using Codes = std::unordered_map<std::string, GroupNo>;

  GroupTree() = default;
  explicit GroupTree(std::vector<Group> groups);
  /// The same where the codes are known. Needs them to be those of `groups`.
  GroupTree(std::vector<Group> groups, Codes codes)
      : groups_(std::move(groups)),
        by_code_(std::move(codes)) {}

  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
  [[nodiscard]] const Group& operator[](GroupNo no) const { return groups_[no]; }
  [[nodiscard]] std::size_t size() const { return groups_.size(); }
  /// The group with that code, compared folded; kNone where there is none.
  [[nodiscard]] GroupNo find(std::string_view code) const;

 private:
  std::vector<Group> groups_;
  Codes by_code_;
};

/// Read groups.csv (docs/formats/groups.md). Errors: a column missing, a code empty or twice, an unknown
/// parent, a cycle, a headcount that is no whole number, a filled column that is not executed yet
/// (`groups.not-supported`: aliases, valid_from, valid_to, successor). Warning: a headcount other than the
/// sum of the children's. Nothing is returned when there was an error.
[[nodiscard]] std::optional<GroupTree> read_groups(const io::Table& table, Diagnostics& diagnostics);

}  // namespace quiz::roster
