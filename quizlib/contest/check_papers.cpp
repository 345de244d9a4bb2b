// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check_parts.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>

namespace quiz::contest {
namespace {

/// A section of the papers of one track, with the items that fit it.
struct Pool {
  const Section& section;
  std::vector<ItemNo> fitting;  ///< ascending

  /// The number of items that it takes from `available` ones.
  [[nodiscard]] std::size_t taken(std::size_t available) const {
    return section.draw ? std::min<std::size_t>(*section.draw, available) : available;
  }
  [[nodiscard]] bool takes_all() const { return taken(fitting.size()) == fitting.size(); }
};

std::vector<ItemNo> common(const Pool& a, const Pool& b) {
  std::vector<ItemNo> result;
  std::ranges::set_intersection(a.fitting, b.fitting, std::back_inserter(result));
  return result;
}

/// What earlier sections of a paper may take from the items of a later one.
struct Competition {
  std::size_t taken = 0;   ///< at most
  bool by_chance = false;  ///< how many depends on what they draw
};

Competition competition(const std::vector<Pool>& pools, std::size_t later) {
  Competition result;
  std::set<ItemNo> shared;
  for (std::size_t earlier = 0; earlier < later; ++earlier) {
    const std::vector<ItemNo> both = common(pools[earlier], pools[later]);
    shared.insert(both.begin(), both.end());
    result.taken += pools[earlier].taken(both.size());
    result.by_chance = result.by_chance || (!both.empty() && !pools[earlier].takes_all());
  }
  // What two earlier sections share only one of them takes.
  result.taken = std::min(result.taken, shared.size());
  return result;
}

/// The papers of a track; messages name it where the round is not the same for all.
class PaperCheck {
 public:
  PaperCheck(const Items& items, const Blueprint& paper, std::string_view track, Diagnostics& diagnostics)
      : items_(items),
        track_(track),
        diagnostics_(diagnostics) {
    for (const Section& section : paper.sections) pools_.push_back({section, fitting(items, section)});
  }

  void run() {
    for (std::size_t i = 0; i < pools_.size(); ++i) {
      check_number(i);
      check_points(pools_[i]);
    }
    check_worths();
  }

 private:
  void check_number(std::size_t i) {
    const Pool& pool = pools_[i];
    const Competition others = competition(pools_, i);
    const std::size_t left = pool.fitting.size() - others.taken;
    if (pool.fitting.empty()) {
      error(pool, "contest.section-empty", {});
    } else if (!pool.section.draw && others.by_chance) {
      error(pool, "contest.section-all-shared", {});
    } else if (pool.section.draw && *pool.section.draw > pool.fitting.size()) {
      error(pool, "contest.section-short", {{"draw", *pool.section.draw}, {"fitting", pool.fitting.size()}});
    } else if (left < std::max<std::size_t>(pool.section.draw.value_or(1), 1)) {
      error(pool, "contest.section-shared",
            {{"draw", pool.section.draw.value_or(1)}, {"fitting", pool.fitting.size()}, {"left", left}});
    }
  }

  void check_points(const Pool& pool) {
    if (pool.section.points || pool.takes_all() || pool.fitting.empty()) return;
    const auto points = [this](ItemNo item) { return items_[item].points; };
    const auto [least, most] = std::ranges::minmax_element(pool.fitting, {}, points);
    if (points(*least) == points(*most)) return;
    error(pool, "contest.section-points-differ",
          {{"least", format_points(points(*least))}, {"most", format_points(points(*most))}});
  }

  /// Finds items that are worth two amounts: a score cannot know in which section of the paper an item stood.
  /// One finding a section.
  void check_worths() {
    std::map<ItemNo, Points> worths;
    std::set<ItemNo> settled;  // what is drawn for certain by a section before
    for (const Pool& pool : pools_) {
      std::optional<ItemNo> clash;
      for (const ItemNo item : pool.fitting) {
        if (settled.contains(item)) continue;
        const auto [known, is_new] = worths.emplace(item, worth(pool, item));
        if (!is_new && !clash && known->second != worth(pool, item)) clash = item;
      }
      if (clash)
        error(pool, "contest.section-points-clash",
              {{"item", items_.reference(*clash)},
               {"here", format_points(worth(pool, *clash))},
               {"before", format_points(worths.at(*clash))}});
      if (pool.takes_all()) settled.insert(pool.fitting.begin(), pool.fitting.end());
    }
  }

  [[nodiscard]] Points worth(const Pool& pool, ItemNo item) const {
    return pool.section.points.value_or(items_[item].points);
  }

  void error(const Pool& pool, std::string_view code, std::vector<Argument> arguments) {
    arguments.emplace_back("by_track", track_.empty() ? "no" : "yes");
    arguments.emplace_back("track", track_);
    diagnostics_.error(pool.section.place, Message(code, std::move(arguments)));
  }

  const Items& items_;
  std::string_view track_;
  Diagnostics& diagnostics_;
  std::vector<Pool> pools_;
};

}  // namespace

void check_papers(const Contest& contest, const Items& items, Diagnostics& diagnostics) {
  for (const Round& round : contest.rounds) {
    const PerTrack<RoundRules>& rules = round.rules;
    for (TrackNo track = 0; track < rules.values.size(); ++track) {
      const Blueprint& paper = rules.of(track).paper;
      const auto same_paper = [&](const RoundRules& other) { return other.paper == paper; };
      const auto first = std::ranges::find_if(rules.values, same_paper);
      if (first != rules.values.begin() + track) continue;
      const bool varies = !std::ranges::all_of(rules.values, same_paper);
      const std::string_view name = varies ? std::string_view(contest.tracks[track].id.text) : "";
      PaperCheck(items, paper, name, diagnostics).run();
    }
  }
}

}  // namespace quiz::contest
