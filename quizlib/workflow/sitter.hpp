// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/roster/roster.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::workflow {

/// Somebody who sits, as the roster and the decisions of officials know them.
struct Sitter {
  std::string entrant;  ///< id in NFC
  std::string name{};   ///< empty with open registration
  TrackNo track = kNone;
  std::uint32_t time_factor = 100;  ///< percent
  bool may_enter = true;            ///< neither barred nor without a track
};

/// All those who may sit in a contest; with open registration that is everybody who gives an id.
class Sitters {
 public:
  /// `folder` needs its roster. Keeps references to both.
  Sitters(const ContestFolder& folder, store::Store& store);
  Sitters(const Sitters&) = delete;
  Sitters& operator=(const Sitters&) = delete;

  /// Nothing for an id that the roster does not have.
  [[nodiscard]] std::optional<Sitter> find(std::string_view id) const;
  /// The ids in NFC of all registrations that are the entrant's person, its own among them.
  [[nodiscard]] std::set<std::string, std::less<>> ids_of_person(const std::string& entrant) const;

 private:
  const ContestFolder& folder_;
  std::vector<store::Decision> decisions_;
  roster::Roster open_roster_;  ///< with open registration: made from the sheets
  const roster::Roster& roster_;
  roster::EntrantIndex index_;
  std::vector<contest::Placement> placement_;
};

}  // namespace quiz::workflow
