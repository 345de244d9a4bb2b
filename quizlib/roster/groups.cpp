// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/groups.hpp>

#include <quizlib/roster/headcounts.hpp>

#include <algorithm>
#include <array>

namespace quiz::roster {
namespace {

/// The columns that every file has.
constexpr std::array<std::string_view, 6> kColumns{"code", "name", "parent", "level", "kind", "headcount"};

}  // namespace

GroupTree::GroupTree(std::vector<Group> groups, std::vector<GroupColumn> columns)
    : groups_(std::move(groups)),
      columns_(std::move(columns)) {
  names_.reserve(groups_.size());
  for (GroupNo no = 0; no < groups_.size(); ++no) names_.add(groups_[no].code.text, no);
}

std::vector<std::string_view> GroupTree::columns() const {
  std::vector<std::string_view> names(kColumns.begin(), kColumns.end());
  for (const GroupColumn& column : columns_) names.push_back(column.name);
  return names;
}

std::string GroupTree::cell(GroupNo group, std::string_view column) const {
  const Group& row = groups_[group];
  if (column == "code") return row.code.text;
  if (column == "name") return row.name;
  if (column == "parent") return row.parent == kNone ? std::string() : groups_[row.parent].code.text;
  if (column == "level") return row.level;
  if (column == "kind") return row.kind;
  if (column == "headcount") return row.headcount ? std::to_string(*row.headcount) : std::string();
  const auto found = std::ranges::find(columns_, column, &GroupColumn::name);
  return found == columns_.end() ? std::string() : std::string(found->cells[group]);
}

bool GroupTree::is_dated() const { return std::ranges::any_of(groups_, &Group::is_dated); }

GroupNo GroupTree::root(GroupNo group) const {
  while (groups_[group].parent != kNone) group = groups_[group].parent;
  return group;
}

GroupNo GroupTree::in_force(GroupNo group, Date day) const {
  while (group != kNone && !groups_[group].valid_on(day)) group = groups_[group].successor;
  return group;
}

GroupNo GroupTree::parent(GroupNo group, Date day) const {
  for (GroupNo above = groups_[group].parent; above != kNone; above = groups_[above].parent) {
    if (const GroupNo now = in_force(above, day); now != kNone) return now;
  }
  return kNone;
}

std::vector<GroupNo> GroupTree::lineage(GroupNo group, Date day) const {
  std::vector<GroupNo> groups;
  for (GroupNo at = in_force(group, day); at != kNone; at = parent(at, day)) groups.push_back(at);
  return groups;
}

GroupTree GroupTree::on(Date day) const {
  GroupTree result = *this;
  for (GroupNo no = 0; no < groups_.size(); ++no) result.groups_[no].parent = parent(no, day);
  add_headcounts(result.groups_, day);
  return result;
}

}  // namespace quiz::roster
