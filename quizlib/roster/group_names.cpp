// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/group_names.hpp>

#include <quizlib/roster/row_key.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>

namespace quiz::roster {

GroupNo GroupNames::add(std::string_view name, GroupNo group) {
  return numbers_.try_emplace(text::fold(name), group).first->second;
}

GroupNo GroupNames::find(std::string_view name) const {
  const auto found = numbers_.find(text::fold(name));
  return found == numbers_.end() ? kNone : found->second;
}

std::string comparable_group(GroupNo group) {
  // No text begins with NUL: tables refuse control characters.
  return '\0' + std::to_string(group);
}

std::vector<std::string> comparable_groups(std::string_view cell, const GroupNames& names) {
  std::vector<std::string> forms;
  for_each_part(cell, [&](std::string_view name) {
    const GroupNo group = names.find(name);
    forms.push_back(group == kNone ? text::fold(name) : comparable_group(group));
  });
  std::ranges::sort(forms);
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

std::string together(const std::vector<std::string>& forms) {
  if (forms.size() == 1) return forms.front();
  std::string all;
  for (const std::string& form : forms) append_part(all, form);
  return all;
}

}  // namespace quiz::roster
