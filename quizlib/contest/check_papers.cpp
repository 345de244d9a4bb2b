// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check_parts.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
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

/// The papers of a track: where sections draw from banks by track, messages name it.
class PaperCheck {
 public:
  PaperCheck(const Contest& contest, const Items& items, const Blueprint& paper, TrackNo track,
             Diagnostics& diagnostics)
      : contest_(contest),
        items_(items),
        track_(track),
        diagnostics_(diagnostics) {
    for (const Section& section : paper.sections) pools_.push_back({section, fitting(items, section, track)});
  }

  void run() {
    for (std::size_t i = 0; i < pools_.size(); ++i) {
      check_number(i);
      check_points(pools_[i]);
    }
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

  void error(const Pool& pool, std::string_view code, std::vector<Argument> arguments) {
    const bool varies = pool.section.bank.varies();
    arguments.emplace_back("by_track", varies ? "yes" : "no");
    arguments.emplace_back("track", varies ? contest_.tracks[track_].id.text : std::string());
    diagnostics_.error(pool.section.place, Message(code, std::move(arguments)));
  }

  const Contest& contest_;
  const Items& items_;
  TrackNo track_;
  Diagnostics& diagnostics_;
  std::vector<Pool> pools_;
};

/// Finds items that are worth two amounts: a score cannot know in which section of which track's paper an
/// item stood. One finding a section.
class WorthCheck {
 public:
  WorthCheck(const Contest& contest, const Items& items)
      : items_(items),
        worth_(items.size()),
        settled_(contest.tracks.size()) {}

  void run(const Blueprint& paper, Diagnostics& diagnostics) {
    for (const Section& section : paper.sections) {
      const std::optional<ItemNo> item = clash(section);
      if (!item) continue;
      diagnostics.error(section.place, Message("contest.section-points-clash",
                                               {{"item", items_.reference(*item)},
                                                {"here", format_points(worth(*item, section))},
                                                {"before", format_points(*worth_[*item])}}));
    }
  }

 private:
  [[nodiscard]] Points worth(ItemNo item, const Section& section) const {
    return section.points.value_or(items_[item].points);
  }

  /// The first item of the section that is worth something else in a section before, or on another track.
  std::optional<ItemNo> clash(const Section& section) {
    std::optional<ItemNo> first;
    for (TrackNo track = 0; track < settled_.size(); ++track) {
      const Pool pool{section, fitting(items_, section, track)};
      for (const ItemNo item : pool.fitting) {
        if (settled_[track].contains(item)) continue;
        if (!worth_[item]) worth_[item] = worth(item, section);
        if (!first && *worth_[item] != worth(item, section)) first = item;
      }
      if (pool.takes_all()) settled_[track].insert(pool.fitting.begin(), pool.fitting.end());
    }
    return first;
  }

  const Items& items_;
  std::vector<std::optional<Points>> worth_;  ///< by item, where it may first be drawn
  std::vector<std::set<ItemNo>> settled_;     ///< by track, what is drawn for certain by a section before
};

/// The bank of every section for a track: tracks with the same banks have the same papers.
std::vector<std::uint32_t> banks(const Blueprint& paper, TrackNo track) {
  std::vector<std::uint32_t> result;
  for (const Section& section : paper.sections) result.push_back(section.bank.of(track));
  return result;
}

}  // namespace

void check_papers(const Contest& contest, const Items& items, Diagnostics& diagnostics) {
  for (const Round& round : contest.rounds) {
    std::set<std::vector<std::uint32_t>> checked;
    for (TrackNo track = 0; track < contest.tracks.size(); ++track)
      if (checked.insert(banks(round.paper, track)).second)
        PaperCheck(contest, items, round.paper, track, diagnostics).run();
    WorthCheck(contest, items).run(round.paper, diagnostics);
  }
}

}  // namespace quiz::contest
