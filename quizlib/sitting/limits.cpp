// SPDX-License-Identifier: Apache-2.0
#include <quizlib/sitting/limits.hpp>

#include <algorithm>

namespace quiz::sitting {
namespace {

Milliseconds stretched(Milliseconds time, std::uint32_t percent) { return time * percent / 100; }

}  // namespace

Milliseconds Limits::left(Milliseconds elapsed) const { return std::max(Milliseconds{0}, end - elapsed); }

std::optional<Milliseconds> Limits::left_for(const Sitting& sitting, std::size_t position,
                                             Milliseconds elapsed) const {
  if (!items[position]) return std::nullopt;
  const Milliseconds seen = sitting.slots[position].first_seen.value_or(elapsed);
  return std::max(Milliseconds{0}, seen + *items[position] - elapsed);
}

bool Limits::is_over(const Sitting& sitting, std::size_t position, Milliseconds elapsed) const {
  return elapsed >= end || left_for(sitting, position, elapsed) == Milliseconds{0};
}

Limits limits_of(const contest::RoundRules& rules, const contest::Items& items, const paper::Paper& paper,
                 Instant started, std::uint32_t time_factor) {
  Limits limits;
  limits.end = std::max(Milliseconds{0}, Milliseconds(rules.window.closes - started));
  if (rules.time_limit) limits.end = std::min(limits.end, stretched(*rules.time_limit, time_factor));
  for (const paper::PaperItem& shown : paper.items) {
    const std::optional<Milliseconds>& limit = items[shown.item].time_limit;
    limits.items.push_back(limit ? std::optional(stretched(*limit, time_factor)) : std::nullopt);
  }
  return limits;
}

}  // namespace quiz::sitting
