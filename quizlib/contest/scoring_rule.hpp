// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/base/decimal.hpp>
#include <quizlib/base/points.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace quiz::contest {

/// What an answer that is not wholly right is worth (docs/scoring-rules.md, Points).
enum class PartialCredit { all_or_nothing, per_option, per_right, longest_run };

inline constexpr std::array kPartialCredits{PartialCredit::all_or_nothing, PartialCredit::per_option,
                                            PartialCredit::per_right, PartialCredit::longest_run};

/// How the answers of a paper become points.
struct ScoringRule {
  PartialCredit rule = PartialCredit::all_or_nothing;
  /// A type's own rule, by bank::ItemType; only ones that the type can have.
  std::array<std::optional<PartialCredit>, bank::kItemTypes.size()> of_type{};
  Decimal wrong;  ///< share of the item's points for a wrong answer, usually 0 or below
  Decimal blank;  ///< share for no answer
  Points floor;   ///< the least a paper can get

  /// The rule in force for items of the type: its own, else the general one where the type can have that,
  /// else all-or-nothing.
  [[nodiscard]] PartialCredit of(bank::ItemType type) const;
  friend bool operator==(const ScoringRule&, const ScoringRule&) = default;
};

/// Whether the rule says anything of such items: per-option of choices, per-right of choices, pairs and
/// positions, longest-run of positions, all-or-nothing of everything.
[[nodiscard]] bool can_have(bank::ItemType type, PartialCredit rule);

/// The word in files: `per-option`.
[[nodiscard]] std::string_view name(PartialCredit rule);

}  // namespace quiz::contest
