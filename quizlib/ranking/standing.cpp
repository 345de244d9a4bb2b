// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/standing.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/ranking/moments.hpp>
#include <quizlib/ranking/sheet_keys.hpp>
#include <quizlib/roster/comparable.hpp>

#include <algorithm>
#include <array>
#include <compare>
#include <span>
#include <string>
#include <utility>

namespace quiz::ranking {
namespace {

using contest::Key;
using scoring::ScoredSheet;

/// A person on the way into a list, with what the first keys compare as, since they decide most.
struct Runner {
  static constexpr std::size_t kAtHand = 2;

  std::array<std::int64_t, kAtHand> merits{};
  PersonNo person = kNone;
  SheetNo sheet = kNone;
};

/// Compares persons by the keys of the contest.
class Comparison {
 public:
  Comparison(const Field& field, const Tally& tally, RoundNo round, const Actual& actual)
      : field_(field),
        tally_(tally),
        round_(round),
        actual_(actual) {
    for (const contest::RankingKey& key : field.contest.order) {
      if (key.key == Key::registered) registered_ = registered_moments(field);
      if (key.key == Key::rounds_at_max) find_maxima();
    }
  }

  [[nodiscard]] Runner runner(PersonNo person, SheetNo sheet) const {
    Runner result{{}, person, sheet};
    const std::size_t keys = std::min(Runner::kAtHand, field_.contest.order.size());
    for (std::size_t key = 0; key < keys; ++key) result.merits[key] = merit_of(result, key);
    return result;
  }

  /// Less: `a` is the better one.
  [[nodiscard]] std::strong_ordering operator()(const Runner& a, const Runner& b) const {
    if (const auto order = a.merits <=> b.merits; order != 0) return order;
    for (std::size_t key = Runner::kAtHand; key < field_.contest.order.size(); ++key) {
      if (const auto order = merit_of(a, key) <=> merit_of(b, key); order != 0) return order;
    }
    return std::strong_ordering::equal;
  }

 private:
  [[nodiscard]] std::int64_t merit_of(const Runner& runner, std::size_t key) const {
    const contest::RankingKey& by = field_.contest.order[key];
    return merit(value(runner, by.key), by.descending);
  }

  [[nodiscard]] std::int64_t value(const Runner& runner, Key key) const {
    const ScoredSheet& sheet = field_.sheets[runner.sheet];
    switch (key) {
      case Key::rounds_at_max:
        return rounds_at_max(runner.person);
      case Key::prediction:
        return prediction_distance(sheet, actual_);
      case Key::registered:
        if (registered_.empty()) return kMissing;
        return cut_down(registered_[tally_.persons.first(runner.person)], field_.contest.resolution);
      case Key::attempts:
        return tally_.counted_sheets(round_, runner.person);
      case Key::points:
      case Key::correct:
      case Key::duration:
      case Key::submitted:
      case Key::started:
        break;
    }
    return sheet_value(sheet, key, field_.contest.resolution);
  }

  void find_maxima() {
    for (const contest::Round& round : field_.contest.rounds) {
      for (TrackNo track = 0; track < field_.contest.tracks.size(); ++track)
        maxima_.push_back(contest::maximum_points(field_.items, round.paper, track));
    }
  }

  [[nodiscard]] std::int64_t rounds_at_max(PersonNo person) const {
    const TrackNo track = track_of(field_, tally_, person);
    std::int64_t rounds = 0;
    for (RoundNo round = 0; round < field_.contest.rounds.size(); ++round) {
      const SheetNo kept = tally_.kept_sheet(round, person);
      const Points maximum = maxima_[std::size_t{round} * field_.contest.tracks.size() + track];
      if (kept != kNone && field_.sheets[kept].points == maximum) ++rounds;
    }
    return rounds;
  }

  const Field& field_;
  const Tally& tally_;
  RoundNo round_;
  Actual actual_;
  std::vector<std::int64_t> registered_;  ///< by entrant; only where a key asks for it
  std::vector<Points> maxima_;            ///< by round x tracks + track; only where a key asks for it
};

/// Keeps the best `top` of all that are added and whoever equals the last of them. Holds at most about twice
/// as many at a time.
class Selection {
 public:
  /// `most`: how many will be added at most.
  Selection(const Comparison& compare, std::size_t top, std::size_t most)
      : compare_(compare),
        top_(std::min(top, most)),
        limit_(2 * top_ + kSlack) {
    runners_.reserve(std::min(limit_, most));
  }

  void add(const Runner& runner) {
    if (last_ && compare_(runner, *last_) > 0) return;
    if (runners_.size() == limit_) cut();
    runners_.push_back(runner);
  }

  /// What is left, best first.
  [[nodiscard]] std::vector<Runner> sorted() && {
    cut();
    std::ranges::sort(runners_, [this](const Runner& a, const Runner& b) { return compare_(a, b) < 0; });
    return std::move(runners_);
  }

 private:
  static constexpr std::size_t kSlack = 1024;

  void cut() {
    if (runners_.size() <= top_) return;
    if (top_ == 0) return runners_.clear();
    const auto last = runners_.begin() + static_cast<std::ptrdiff_t>(top_ - 1);
    std::ranges::nth_element(runners_, last,
                             [this](const Runner& a, const Runner& b) { return compare_(a, b) < 0; });
    last_ = *last;
    std::erase_if(runners_, [this](const Runner& runner) { return compare_(runner, *last_) > 0; });
    limit_ = 2 * runners_.size() + kSlack;
  }

  const Comparison& compare_;
  std::size_t top_;
  std::size_t limit_;  ///< the number of runners at which the worse ones are let go
  std::vector<Runner> runners_;
  std::optional<Runner> last_;  ///< the worst that can still be among the best
};

/// List those who share a place by their ids.
void append_equals(std::vector<Standing>& standings, std::span<const Runner> equals, const Field& field,
                   const Tally& tally) {
  const auto place = static_cast<std::uint32_t>(standings.size() + 1);
  if (equals.size() == 1) {
    standings.push_back(Standing{equals.front().person, equals.front().sheet, place});
    return;
  }
  std::vector<std::pair<std::string, const Runner*>> by_id;
  by_id.reserve(equals.size());
  for (const Runner& runner : equals) {
    const EntrantNo entrant = tally.persons.first(runner.person);
    by_id.emplace_back(roster::comparable("id", field.roster.ids[entrant]), &runner);
  }
  std::ranges::sort(by_id, {}, &std::pair<std::string, const Runner*>::first);
  for (const auto& [id, runner] : by_id) standings.push_back(Standing{runner->person, runner->sheet, place});
}

}  // namespace

std::int64_t prediction_distance(const ScoredSheet& sheet, const Actual& actual) {
  if (sheet.prediction == kMissing) return kMissing;
  const auto value = static_cast<std::int64_t>(actual.all_correct);
  return sheet.prediction < value ? value - sheet.prediction : sheet.prediction - value;
}

std::vector<Standing> rank(const Field& field, const Tally& tally, const Scope& scope, const Actual& actual,
                           std::size_t top) {
  const Comparison compare(field, tally, scope.round, actual);
  Selection selection(compare, top, tally.persons.size());
  for (PersonNo person = 0; person < tally.persons.size(); ++person) {
    const SheetNo sheet = tally.kept_sheet(scope.round, person);
    if (sheet == kNone || (scope.track && track_of(field, tally, person) != *scope.track)) continue;
    selection.add(compare.runner(person, sheet));
  }
  const std::vector<Runner> runners = std::move(selection).sorted();
  std::vector<Standing> standings;
  standings.reserve(runners.size());
  for (auto first = runners.begin(); first != runners.end();) {
    const auto last = std::find_if(first, runners.end(),
                                   [&](const Runner& runner) { return compare(*first, runner) != 0; });
    append_equals(standings, std::span(first, last), field, tally);
    first = last;
  }
  return standings;
}

}  // namespace quiz::ranking
