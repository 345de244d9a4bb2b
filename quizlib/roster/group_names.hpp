// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/trim.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quiz::roster {

/// Call `use` for each part of a cell that may name several things, joined by `;`: in their order, without
/// blanks at their ends, and no empty ones.
template <class Use>
void for_each_part(std::string_view cell, Use use) {
  while (!cell.empty()) {
    const std::size_t end = cell.find(';');
    if (const std::string_view part = trim(cell.substr(0, end)); !part.empty()) use(part);
    cell = end == std::string_view::npos ? std::string_view() : cell.substr(end + 1);
  }
}

/// What files may call groups, their codes and aliases, compared folded.
class GroupNames {
 public:
  void reserve(std::size_t names) { numbers_.reserve(names); }

  /// Give a group a name, unless there is a group with that name already. Returns whose name it is then.
  GroupNo add(std::string_view name, GroupNo group);

  /// The group with that name; kNone where there is none.
  [[nodiscard]] GroupNo find(std::string_view name) const;

  [[nodiscard]] std::size_t size() const { return numbers_.size(); }

 private:
  std::unordered_map<std::string, GroupNo> numbers_;  ///< by folded name
};

/// The form in which a known group is compared with others, and with names that no group has.
[[nodiscard]] std::string comparable_group(GroupNo group);

/// The forms in which the groups that a cell names are compared, each once, in an order that their order in
/// the cell has no part in: a group that has the name by what it is, however it is spelled, any other name
/// folded.
[[nodiscard]] std::vector<std::string> comparable_groups(std::string_view cell, const GroupNames& names);

/// Such forms as one, which of a single form is itself; empty for none.
[[nodiscard]] std::string together(const std::vector<std::string>& forms);

}  // namespace quiz::roster
