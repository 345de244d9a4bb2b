// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/contest/condition.hpp>
#include <quizlib/contest/ranking_key.hpp>
#include <quizlib/ranking/actuals.hpp>
#include <quizlib/ranking/tally.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace quiz::ranking {

/// Whom a list of persons holds and what it is ordered by (docs/scoring-rules.md, "Order" and "Several
/// rounds"). What it points to outlives it.
struct ListRules {
  Scope scope;                                                ///< its rounds, and the tracks of its persons
  const contest::Condition* where = nullptr;                  ///< that its persons meet; nullptr: everybody
  std::span<const contest::RankingKey> order;                 ///< never empty
  contest::AcrossRounds across = contest::AcrossRounds::sum;  ///< sum or best
};

/// The contest's own list over `scope`.
[[nodiscard]] ListRules list_of(const contest::Contest& contest, Scope scope);

/// One person's line in a list. Equal persons share a `place`.
struct Standing {
  PersonNo person = kNone;
  SheetNo sheet = kNone;    ///< the kept one: of the last round sat, or with `best` of the best round
  std::uint32_t place = 0;  ///< 1-based
};

/// All lines of a list.
inline constexpr std::size_t kWholeList = std::numeric_limits<std::size_t>::max();

/// The persons of a list, best first, with places: standard competition ranking (1, 2, 2, 4). Equal on all
/// keys = equal; equals are listed by id (bytes of its NFC form). A missing value is worse than any other.
/// Times compare cut down to `contest.resolution`. Empty where nobody finished. With `top` the list ends
/// there, but not among equals: it may be longer.
[[nodiscard]] std::vector<Standing> rank(const Field& field, const Tally& tally, const Actuals& actuals,
                                         const ListRules& rules, std::size_t top = kWholeList);

/// Whether a person stands in the list.
[[nodiscard]] bool is_listed(const Field& field, const Tally& tally, const ListRules& rules, PersonNo person);

/// The points of a line.
[[nodiscard]] Points points_of(const Field& field, const Tally& tally, const ListRules& rules,
                               const Standing& standing);

/// What a person's keys are in a list, as lists print them.
struct Line {
  Points points;
  std::uint32_t correct = 0;
  std::optional<Ratio> prediction_distance;
  std::int64_t duration = 0;   ///< ms, kMissing
  std::int64_t submitted = 0;  ///< ms, kMissing
  std::uint64_t attempts = 0;  ///< counted sheets
};
[[nodiscard]] Line line_of(const Field& field, const Tally& tally, const Actuals& actuals,
                           const ListRules& rules, const Standing& standing);

}  // namespace quiz::ranking
