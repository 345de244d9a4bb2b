// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/contest/check.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/roster/groups.hpp>
#include <quizlib/roster/roster.hpp>
#include <tests/support/inline_table.hpp>
#include <tests/unit/contest/contests.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Contests with their banks, groups and entrants, and what `check` finds in them.
namespace quiz::tests {

/// The files of a contest's folder.
struct Folder {
  std::string contest = std::string(kSmallContest);
  std::vector<std::string> banks;  ///< in the order of contest.yaml
  std::string groups;              ///< empty: none
  std::string entrants;            ///< empty: open registration
};

/// A bank of truefalse items, one a line of fields: `id: a, points: 2`.
inline std::string bank_of(std::initializer_list<std::string_view> items, std::string_view languages = "vi") {
  std::string yaml = "format: quiz-bank/1\nid: b\ntitle: B\nlicense: CC0-1.0\nlanguages: [" +
                     std::string(languages) + "]\nitems:\n";
  for (const std::string_view item : items)
    yaml.append("- {type: truefalse, stem: Đúng không?, key: true, ").append(item).append("}\n");
  return yaml;
}

inline bank::Bank read_bank_of(const std::string& yaml) {
  Diagnostics diagnostics;
  return bank::read_bank(io::parse_yaml("bank.yaml", yaml, diagnostics).value(), diagnostics).value();
}

/// What `check` finds; nothing may be wrong with the files by themselves.
inline Lines check_of(const Folder& folder) {
  Diagnostics diagnostics;
  const contest::Contest contest = contest_of(folder.contest);
  std::vector<bank::Bank> banks;
  for (const std::string& yaml : folder.banks) banks.push_back(read_bank_of(yaml));
  roster::GroupTree groups;
  if (!folder.groups.empty())
    groups = roster::read_groups(inline_table("groups.csv", folder.groups), diagnostics).value();
  std::optional<roster::Roster> entrants;
  if (!folder.entrants.empty())
    entrants =
        roster::read_entrants(inline_table("entrants.csv", folder.entrants), groups, diagnostics).value();
  contest::check(contest, contest::Items(contest, banks), groups, entrants ? &*entrants : nullptr,
                 diagnostics);
  return described(diagnostics);
}

}  // namespace quiz::tests
