// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/contest/scoring_rule.hpp>
#include <quizlib/response/sheet.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

// How much of an answer is right (docs/scoring-rules.md, Points): `part` of `whole`. An answer is right where
// it is all of it, wrong where it is nothing.
namespace quiz::scoring {

/// What all answers to the item are a part of, at least 1: right choices, pairs or places in the order where
/// the rule counts them, else 1.
[[nodiscard]] std::uint8_t whole_of(const bank::Item& item, contest::PartialCredit rule);

/// The part of the chosen choices. Needs an item with choices to choose, a rule that it can have, and at
/// least one chosen choice.
[[nodiscard]] std::uint8_t part_of_choices(const bank::Item& item, contest::PartialCredit rule,
                                           response::AnswerCode chosen);

/// The parts of listed answers, none of which is empty. Needs a numeric, text, order or match item and a rule
/// that it can have.
[[nodiscard]] std::vector<std::uint8_t> parts_of_answers(const bank::Item& item, contest::PartialCredit rule,
                                                         std::span<const std::string> answers);

}  // namespace quiz::scoring
