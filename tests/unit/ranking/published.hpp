// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/contest/contest.hpp>
#include <tests/unit/ranking/scene.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Contests as organisers have published them, and what becomes of them when two keys of their orders change
// places.
namespace quiz::tests {

/// A contest of Vietnam over a bank of ten items, with the lines that say what is special about it.
inline std::string published(std::string_view lines) {
  return "format: quiz-contest/1\nid: published\ntitle: Cuộc thi\nlanguages: [vi]\ntimezone: "
         "Asia/Ho_Chi_Minh\n"
         "banks: {general: banks/general.yaml}\nregistration: {mode: roster, file: entrants.csv}\n" +
         std::string(lines);
}

/// What a scene comes to by an order, and with the key at `first` and the one after it swapped.
template <class Order, class Outcome>
[[nodiscard]] std::vector<std::string> with_keys_swapped(Scene& scene, Order order, std::size_t first,
                                                         Outcome outcome) {
  std::vector<std::string> result{outcome(scene)};
  auto& keys = order(scene.contest);
  std::swap(keys.at(first), keys.at(first + 1));
  result.push_back(outcome(scene));
  return result;
}

using Sheets = std::vector<Sheet>;

inline std::vector<contest::RankingKey>& own_order(contest::Contest& contest) { return contest.order; }

/// Persons a and b with these sheets; the number predicted is 987 in the first round.
inline void add_pair(Scene& scene, const Sheets& a, const Sheets& b) {
  scene.freeze(987);
  const EntrantNo first = scene.add("a");
  const EntrantNo second = scene.add("b");
  for (const Sheet& sheet : a) scene.add(first, sheet);
  for (const Sheet& sheet : b) scene.add(second, sheet);
}

/// The list of the first round with such a and b by the published order, and with the key at `first` and the
/// next swapped.
inline std::vector<std::string> both_ways(const std::string& yaml, std::size_t first, const Sheets& a,
                                          const Sheets& b) {
  Scene scene(yaml);
  add_pair(scene, a, b);
  return with_keys_swapped(scene, own_order, first,
                           [](const Scene& made) { return made.ranked_in_round(0); });
}

/// What `both_ways` gives where a is better by the one key and b by the other.
inline const std::vector<std::string> kFlips{"1 a, 2 b", "1 b, 2 a"};

}  // namespace quiz::tests
