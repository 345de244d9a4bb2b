// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/words.hpp>

#include <quizlib/contest/contest.hpp>

#include <cstddef>

namespace quiz::contest {
namespace {

constexpr std::array<std::string_view, kGroupKeyWords.size()> kGroupKeyColumns{
    "score",        "participation", "finished",    "mean_points",
    "total_points", "attempts",      "all_correct", "registered"};

}  // namespace

std::string_view name(Key key) { return kKeyWords.at(static_cast<std::size_t>(key)); }

std::string_view name(GroupKey key) { return kGroupKeyWords.at(static_cast<std::size_t>(key)); }

std::string_view name(AcrossRounds combination) {
  return kAcrossRoundsWords.at(static_cast<std::size_t>(combination));
}

bool more_is_better(Key key) {
  return key == Key::points || key == Key::correct || key == Key::rounds_at_max;
}

std::string_view column(GroupKey key) { return kGroupKeyColumns.at(static_cast<std::size_t>(key)); }

}  // namespace quiz::contest
