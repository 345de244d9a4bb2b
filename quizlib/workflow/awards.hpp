// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/ranking/awards.hpp>
#include <quizlib/ranking/group_standing.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/workflow/results.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::workflow {

/// What the awards of a contest came to, and how to name what it holds.
struct Awards {
  const Results& results;
  ranking::AwardResult result;
  text::Language language;  ///< of titles

  [[nodiscard]] const ranking::AwardList& list(std::uint32_t no) const { return result.lists[no]; }
  [[nodiscard]] const contest::Award& award(std::uint32_t list_no) const {
    return results.contest().awards[list(list_no).award];
  }
  [[nodiscard]] bool of_groups(std::uint32_t list_no) const {
    return award(list_no).of == contest::AwardOf::groups;
  }
  /// Of the person at a rank of a list of persons: the first registration.
  [[nodiscard]] EntrantNo entrant(std::uint32_t list_no, ranking::Rank rank) const {
    return results.tally().persons.first(list(list_no).persons[rank].person);
  }
  /// The id of the person or the code of the group at a rank of a list.
  [[nodiscard]] std::string holder(std::uint32_t list_no, ranking::Rank rank) const {
    return ranking::holder(results.field(), results.tally(), list(list_no), rank);
  }
};

[[nodiscard]] Awards compute_awards(const Results& results, text::Language language);

/// Decisions on ties as the filling of seats takes them.
[[nodiscard]] std::vector<contest::TieDecision> tie_decisions(const Results& results);

/// The document of `quiz award`.
[[nodiscard]] report::Document award_document(const Awards& awards);

/// What a prize of a list is worth, as a cell of Kind::amount; absent where it is worth nothing, and where it
/// differs between tracks that the list holds together.
[[nodiscard]] report::Cell amount_cell(const contest::Prize& prize, const ranking::AwardList& list);

/// The word for why somebody was passed over: `barred`, `below-minimum`, `holds-seat`, `decided`.
[[nodiscard]] std::string_view name(ranking::SkipReason reason);

}  // namespace quiz::workflow
