// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/ranking/awards.hpp>
#include <quizlib/ranking/tally.hpp>

#include <string>
#include <string_view>

namespace quiz::tests {

/// `a`, then `a, b`.
void append(std::string& text, std::string_view separator, std::string_view part);

/// A line for each seat, open tie, vacancy, fallen seat and person passed over, as `Scene::awarded` says.
[[nodiscard]] std::string describe(const ranking::Field& field, const ranking::Tally& tally,
                                   const ranking::AwardResult& result);

}  // namespace quiz::tests
