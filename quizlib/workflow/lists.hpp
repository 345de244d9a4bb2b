// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/workflow/results.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace quiz::workflow {

/// Which part of a ranking is asked for; empty texts: all.
struct RankRequest {
  std::string round;
  std::string track;
  std::string level;  ///< of groups
  std::string award;  ///< of groups: whose score; empty: the only award that the level has
  std::optional<std::size_t> top;
};

/// The part of a contest that a report is about; empty texts: all.
struct ReportScope {
  std::string round;
  std::string track;
  Instant at{};  ///< of the bulletin: what was handed in up to then counts
};

/// `quiz rank --of entrants`: everybody who counts, best first. With `top` exactly that many rows, and
/// `cut_equals`: how many more are equal to the last of them. Throws Error{not_found} for an unknown round or
/// track.
[[nodiscard]] report::Document rank_entrants(const std::shared_ptr<const Results>& results,
                                             const RankRequest& request);

/// `quiz rank --of groups`: the groups of a level. Throws Error{not_found} for an unknown level or award,
/// Error{usage} where there is no level to choose by itself.
[[nodiscard]] report::Document rank_groups(const std::shared_ptr<const Results>& results,
                                           const RankRequest& request);

/// `quiz award`: seats given, open ties, vacancies, who was passed over; with a round only those of lists
/// that are of this round alone. Titles in `language`. Throws Error{not_found} for an unknown round.
[[nodiscard]] report::Document award(const std::shared_ptr<const Results>& results, const std::string& round,
                                     text::Language language);

/// `quiz score`: every sheet with its status and points, by entrant id, round and attempt.
[[nodiscard]] report::Document score(const std::shared_ptr<const Results>& results, const std::string& round);

/// `quiz score explain`: every item of every sheet of an entrant. Throws Error{not_found}.
[[nodiscard]] report::Document explain(const std::shared_ptr<const Results>& results,
                                       const std::string& entrant);

/// The report `participation`: every group with its headcount and counters, by level and name, and how its
/// kept sheets lie in the contest's bands. Throws Error{not_found} for an unknown round or track, as the
/// others that take a scope.
[[nodiscard]] report::Document participation(const std::shared_ptr<const Results>& results,
                                             const ReportScope& scope, text::Language language);

/// The report `bulletin`: how many of every unit have taken part at an instant, and how many more than a day
/// before.
[[nodiscard]] report::Document bulletin(const std::shared_ptr<const Results>& results,
                                        const ReportScope& scope, text::Language language);

/// The report `responses`: every sheet as it was taken in, by entrant id, round and attempt.
[[nodiscard]] report::Document responses(const std::shared_ptr<const Results>& results);

/// The key of every item, for whoever recomputes `responses`.
[[nodiscard]] report::Document answer_key(const std::shared_ptr<const Results>& results);

/// The report `standings`: the people of every round and track, best first, and over several rounds, with the
/// columns that the contest publishes, private ones masked.
[[nodiscard]] report::Document standings(const std::shared_ptr<const Results>& results,
                                         const ReportScope& scope);

}  // namespace quiz::workflow
