// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/nearest.hpp>

#include <quizlib/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace quiz {
namespace {

/// The characters of `text`, ASCII in lower case; a byte that is no UTF-8 stands for itself.
std::u32string characters(std::string_view text) {
  std::u32string result;
  while (!text.empty()) {
    const Utf8Character character = first_character(text);
    char32_t value = character.bytes == 0 ? static_cast<unsigned char>(text.front()) : character.value;
    if (value >= U'A' && value <= U'Z') value += U'a' - U'A';
    result.push_back(value);
    text.remove_prefix(std::max<std::size_t>(character.bytes, 1));
  }
  return result;
}

std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

std::size_t typing_errors(std::string_view a, std::string_view b) {
  return distance(characters(a), characters(b));
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  const std::u32string typed = characters(word);
  std::string_view best;
  std::size_t best_distance = 0;
  for (const std::string_view candidate : candidates) {
    const std::u32string meant = characters(candidate);
    const auto [shorter, longer] = std::minmax({typed.size(), meant.size()});
    if (longer - shorter > longer / 3) continue;
    const std::size_t steps = distance(typed, meant);
    if (steps > longer / 3) continue;
    if (!best.empty() && steps >= best_distance) continue;
    best = candidate;
    best_distance = steps;
  }
  return best;
}

}  // namespace quiz
