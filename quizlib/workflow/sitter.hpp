// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/roster/persons.hpp>
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

/// Somebody who sits, as the registration says.
struct Sitter {
  std::string entrant;              ///< id in NFC
  std::string name{};               ///< empty where it is not known
  TrackNo track = kNone;            ///< whose papers and times are used
  std::uint32_t time_factor = 100;  ///< percent
};

/// The person behind a sitter, by all its registrations and what officials decided.
struct SittingPerson {
  std::set<std::string, std::less<>> ids;  ///< of its registrations, in NFC
  TrackNo track = kNone;                   ///< of the first of them: whose attempts are counted
  bool may_enter = true;                   ///< none of them is barred from entering
};

/// All those who may sit in a contest; with open registration that is everybody who gives an id.
class Sitters {
 public:
  /// `folder` needs its roster. Keeps references to both.
  Sitters(const ContestFolder& folder, store::Store& store);
  Sitters(const Sitters&) = delete;
  Sitters& operator=(const Sitters&) = delete;

  /// Nothing for an id that the roster does not have. With open registration a sitting is of the id alone,
  /// and so is its sheet, whatever other sheets say of the entrant.
  [[nodiscard]] std::optional<Sitter> find(std::string_view id) const;
  [[nodiscard]] SittingPerson person_of(const Sitter& sitter) const;

 private:
  [[nodiscard]] contest::Placement place_unknown(const std::string& entrant) const;
  [[nodiscard]] roster::Persons persons() const;
  [[nodiscard]] std::vector<std::int64_t> first_submissions() const;

  const ContestFolder& folder_;
  store::Store& store_;
  std::vector<store::Decision> decisions_;
  roster::Roster open_roster_;  ///< with open registration: made from the sheets
  const roster::Roster& roster_;
  roster::EntrantIndex index_;
  std::vector<contest::Placement> placement_;
};

}  // namespace quiz::workflow
