// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/base/text_column.hpp>
#include <quizlib/io/table.hpp>
#include <quizlib/roster/group_names.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  /// known. Where groups of the file are dated there are such sums only as of a day (`GroupTree::on`).
  std::optional<std::uint64_t> headcount;
  std::uint32_t line = 0;               ///< in groups.csv
  bool headcount_is_sum = false;        ///< the file does not say it
  std::optional<Date> valid_from = {};  ///< the first day; nothing: from ever
  std::optional<Date> valid_to = {};    ///< the last day; nothing: for ever
  GroupNo successor = kNone;            ///< what it counts as on other days; kNone: nothing

  [[nodiscard]] bool valid_on(Date day) const {
    return (!valid_from || *valid_from <= day) && (!valid_to || day <= *valid_to);
  }
  [[nodiscard]] bool is_dated() const { return valid_from || valid_to; }
};

/// A column of groups.csv beside those that every file has.
struct GroupColumn {
  std::string name;
  TextColumn cells;  ///< one a group
};

/// The units of a contest, in the order of the file. Whoever is at the top of a tree stands for it: groups
/// are of one tree when they have the same root.
class GroupTree {
 public:
  GroupTree() = default;
  /// Groups that have no names but their codes.
  explicit GroupTree(std::vector<Group> groups, std::vector<GroupColumn> columns = {});
  /// The same with these names. Needs the codes of `groups` to be among them.
  GroupTree(std::vector<Group> groups, std::vector<GroupColumn> columns, GroupNames names)
      : groups_(std::move(groups)),
        columns_(std::move(columns)),
        names_(std::move(names)) {}

  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
  [[nodiscard]] const Group& operator[](GroupNo no) const { return groups_[no]; }
  [[nodiscard]] std::size_t size() const { return groups_.size(); }
  [[nodiscard]] const GroupNames& names() const { return names_; }
  /// The group with that code or alias, compared folded; kNone where there is none.
  [[nodiscard]] GroupNo find(std::string_view name) const { return names_.find(name); }

  /// The columns of the file by their names: code, name, parent, level, kind and headcount, then the others.
  [[nodiscard]] std::vector<std::string_view> columns() const;
  /// A group's cell in that column, empty where there is no such column. `parent` is the code of the group
  /// above and `headcount` the headcount in force; all else is as the file has it.
  [[nodiscard]] std::string cell(GroupNo group, std::string_view column) const;

  /// Whether there are days on which some group is not valid.
  [[nodiscard]] bool is_dated() const;
  /// The group at the top of a group's tree.
  [[nodiscard]] GroupNo root(GroupNo group) const;

  /// What a group counts as on a day: itself where it is valid, else what its successor counts as; kNone
  /// where nothing follows.
  [[nodiscard]] GroupNo in_force(GroupNo group, Date day) const;
  /// The group above on a day: what the parent counts as; where that is nothing, what the group above the
  /// parent counts as, and so on. kNone: none.
  [[nodiscard]] GroupNo parent(GroupNo group, Date day) const;
  /// The groups that somebody registered in `group` counts in on a day: the group in force, then those above
  /// it, from below. Empty where nothing is in force.
  [[nodiscard]] std::vector<GroupNo> lineage(GroupNo group, Date day) const;

  /// The groups as of a day, under the same numbers: parents are those of that day, and headcounts that the
  /// file does not say are the sums of the groups that are below on that day. Groups that are not valid then
  /// stay, and are in no sum. Needs the tree of the file.
  [[nodiscard]] GroupTree on(Date day) const;

 private:
  std::vector<Group> groups_;
  std::vector<GroupColumn> columns_;
  GroupNames names_;
};

/// Read groups.csv (docs/formats/groups.md). All findings with `groups.*` codes; nothing is returned when
/// there was an error.
[[nodiscard]] std::optional<GroupTree> read_groups(const io::Table& table, Diagnostics& diagnostics);

}  // namespace quiz::roster
