// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/sheet_keys.hpp>

#include <cassert>
#include <limits>

namespace quiz::ranking {

using contest::Key;

std::int64_t merit(std::int64_t value, bool descending) {
  if (value == kMissing) return std::numeric_limits<std::int64_t>::max();
  return descending ? -value : value;
}

std::int64_t cut_down(std::int64_t ms, Milliseconds resolution) {
  if (ms == kMissing) return kMissing;
  const std::int64_t step = resolution.count();
  const std::int64_t steps = ms / step;
  return ms % step < 0 ? steps - 1 : steps;
}

std::int64_t sheet_value(const scoring::ScoredSheet& sheet, Key key, Milliseconds resolution) {
  switch (key) {
    case Key::points:
      return sheet.points.units;
    case Key::correct:
      return sheet.correct;
    case Key::duration:
      return cut_down(sheet.duration, resolution);
    case Key::submitted:
      return cut_down(sheet.submitted, resolution);
    case Key::started:
      return cut_down(sheet.started, resolution);
    case Key::rounds_at_max:
    case Key::prediction:
    case Key::registered:
    case Key::attempts:
      break;
  }
  assert(false && "not a key of a sheet");
  return kMissing;
}

bool is_of_sheet(Key key) {
  return key == Key::points || key == Key::correct || key == Key::duration || key == Key::submitted ||
         key == Key::started;
}

std::vector<contest::RankingKey> best_sheet_order(const contest::Contest& contest) {
  std::vector<contest::RankingKey> order{{Key::points, true, {}}};
  order.insert(order.end(), contest.order.begin(), contest.order.end());
  order.push_back({Key::submitted, false, {}});
  return order;
}

}  // namespace quiz::ranking
