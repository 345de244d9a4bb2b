// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/unicode.hpp>

#include <quizlib/text/utf8.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace quiz::text {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Step step = utf8_step(text, i);
    out.push_back(step.value);
    i += step.length;
  }
  return out;
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`, no place edited twice.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::u32string typed = characters(fold(word));
  std::string_view best;
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (const std::string_view candidate : candidates) {
    const std::u32string known = characters(fold(candidate));
    const std::size_t longer = std::max(typed.size(), known.size());
    // The distance is at least the difference in length: most candidates need no table.
    if ((longer - std::min(typed.size(), known.size())) * 3 > longer) continue;
    const std::size_t steps = distance(typed, known);
    if (steps * 3 > longer || steps >= least) continue;
    best = candidate;
    least = steps;
  }
  return best;
}

}  // namespace quiz::text
