// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/words.hpp>

#include <quizlib/contest/contest.hpp>

#include <cstddef>

namespace quiz::contest {
namespace {

constexpr std::array<std::string_view, kMeasureWords.size()> kMeasureColumns{
    "score",       "participation", "finished",     "mean_points", "total_points", "attempts",
    "all_correct", "top_mean",      "prize_points", "column",      "registered"};

}  // namespace

std::string_view name(Key key) { return kKeyWords.at(static_cast<std::size_t>(key)); }

std::string_view name(AcrossRounds combination) {
  return kAcrossRoundsWords.at(static_cast<std::size_t>(combination));
}

std::string_view name(Counter counter) { return kCounterWords.at(static_cast<std::size_t>(counter)); }

std::string_view name(Ties ties) { return kTiesWords.at(static_cast<std::size_t>(ties)); }

std::string name(const GroupKey& key) {
  const std::string_view word = kMeasureWords.at(static_cast<std::size_t>(key.measure));
  const std::string stem(word.substr(0, word.find(':') + 1));
  if (key.measure == GroupMeasure::top_mean) return stem + std::to_string(key.count);
  if (key.measure == GroupMeasure::column) return stem + key.column;
  return std::string(word);
}

bool more_is_better(Key key) {
  return key == Key::points || key == Key::correct || key == Key::rounds_at_max;
}

std::string_view column(GroupMeasure measure) {
  return kMeasureColumns.at(static_cast<std::size_t>(measure));
}

}  // namespace quiz::contest
