// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/roster/exclusions.hpp>
#include <quizlib/roster/groups.hpp>
#include <quizlib/roster/roster.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace quiz::workflow {

/// What a use case needs of a contest's folder beside contest.yaml.
struct Parts {
  bool banks = false;
  bool groups = false;
  bool roster = false;  ///< entrants.csv where registration is by roster, excluded.csv, and the groups
};

/// A contest with the files that its contest.yaml names. Stays where it is: items are views of the banks, and
/// much of what is computed later keeps views of the rest.
struct ContestFolder {
  std::filesystem::path path;  ///< empty: the current folder
  contest::Contest contest;
  crypto::Bytes32 digest{};                   ///< SHA-256 of the bytes of contest.yaml
  std::vector<bank::Bank> banks;              ///< beside contest.banks; empty unless asked for
  std::optional<contest::Items> items;        ///< of the banks; nothing unless asked for
  roster::GroupTree groups;                   ///< empty unless asked for, or where there are none
  std::optional<roster::Roster> roster;       ///< nothing unless asked for, and with open registration
  std::vector<roster::Exclusion> exclusions;  ///< empty unless the roster was asked for

  ContestFolder(std::filesystem::path where, contest::Contest rules)
      : path(std::move(where)),
        contest(std::move(rules)) {}
  ContestFolder(const ContestFolder&) = delete;
  ContestFolder& operator=(const ContestFolder&) = delete;
};

/// The file that makes a folder that of a contest.
inline constexpr const char* kContestFile = "contest.yaml";

[[nodiscard]] bool holds_contest(const std::filesystem::path& folder);

/// The nearest folder with a contest.yaml: `start`, else the first above it that has one. An empty `start`
/// is the current folder, and what comes back is as short: empty, `..`, `../..`. Throws Error{failed}
/// (`contest.missing`) where there is none.
[[nodiscard]] std::filesystem::path find_contest(const std::filesystem::path& start);

/// Read the contest that `find_contest` finds, with the parts asked for. All findings of all files; nullptr
/// when there was an error. Throws Error{failed} where a file cannot be read, after all others have been.
[[nodiscard]] std::unique_ptr<ContestFolder> load_contest(const std::filesystem::path& start, Parts parts,
                                                          Diagnostics& diagnostics);

/// As much of a contest as can be read, for whoever looks for what is wrong: banks and lists with errors are
/// left out, and there are no items without all banks. nullptr where contest.yaml itself has errors.
[[nodiscard]] std::unique_ptr<ContestFolder> load_contest_in_part(const std::filesystem::path& start,
                                                                  Parts parts, Diagnostics& diagnostics);

}  // namespace quiz::workflow
