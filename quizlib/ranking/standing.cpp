// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/standing.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/contest/placement.hpp>
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

/// A person on the way into a list, with what the first keys compare as, since they decide most.
struct Runner {
  static constexpr std::size_t kAtHand = 2;

  std::array<std::int64_t, kAtHand> merits{};
  PersonNo person = kNone;
  SheetNo sheet = kNone;
};

/// The rounds whose sheets make up a line: that of the line's sheet, or with `sum` all of the list.
std::span<const RoundNo> rounds_of(const ListRules& rules, const RoundNo& best) {
  if (rules.across == contest::AcrossRounds::best) return std::span(&best, 1);
  return rules.scope.rounds;
}

/// The sum of a key over the sheets of a person that make up a line; kMissing where one of them has none.
std::int64_t sum_over(const Field& field, const Tally& tally, std::span<const RoundNo> rounds,
                      PersonNo person, Key key) {
  std::int64_t sum = 0;
  for (const RoundNo round : rounds) {
    const SheetNo kept = tally.kept_sheet(round, person);
    if (kept == kNone) continue;
    const std::int64_t value = sheet_value(field.sheets[kept], key, Milliseconds{1});
    if (value == kMissing) return kMissing;
    sum += value;
  }
  return sum;
}

std::uint64_t sum_attempts(const Tally& tally, std::span<const RoundNo> rounds, PersonNo person) {
  std::uint64_t sum = 0;
  for (const RoundNo round : rounds) sum += tally.counted_sheets(round, person);
  return sum;
}

/// The sum of the distances over the rounds sat; nothing where one of them has none.
std::optional<Ratio> sum_distances(const Field& field, const Tally& tally, const Actuals& actuals,
                                   std::span<const RoundNo> rounds, PersonNo person) {
  Ratio sum;
  for (const RoundNo round : rounds) {
    const SheetNo kept = tally.kept_sheet(round, person);
    if (kept == kNone) continue;
    const auto distance = prediction_distance(field, actuals, kept, track_of(field, tally, person));
    if (!distance) return std::nullopt;
    sum = sum + *distance;
  }
  return sum;
}

/// Distances of predictions in the order of their size, so that they compare as whole numbers: equal ones
/// have the same. Fractions only where percents are predicted; counts are their own order.
class Distances {
 public:
  Distances(const Field& field, const Tally& tally, const Actuals& actuals, const ListRules& rules)
      : field_(field),
        tally_(tally),
        actuals_(actuals),
        rules_(rules) {
    const auto is_prediction = [](const contest::RankingKey& key) { return key.key == Key::prediction; };
    has_fractions_ = std::ranges::any_of(rules.order, is_prediction) &&
                     std::ranges::any_of(rules.scope.rounds, [&](RoundNo round) {
                       return field.contest.rounds[round].predicts_percent();
                     });
    if (has_fractions_) find_order();
  }

  /// kMissing where there is none.
  [[nodiscard]] std::int64_t operator()(PersonNo person, SheetNo sheet) const {
    if (!has_fractions_) return whole(person, sheet);
    const std::optional<Ratio> distance = exact(person, sheet);
    return distance ? std::ranges::lower_bound(sorted_, *distance) - sorted_.begin() : kMissing;
  }

 private:
  [[nodiscard]] std::int64_t whole(PersonNo person, SheetNo sheet) const {
    const RoundNo of_sheet = field_.sheets[sheet].round;
    const TrackNo track = track_of(field_, tally_, person);
    std::int64_t sum = 0;
    for (const RoundNo round : rounds_of(rules_, of_sheet)) {
      const SheetNo kept = tally_.kept_sheet(round, person);
      if (kept == kNone) continue;
      const auto& rule = field_.contest.rounds[round].of(track).prediction;
      const std::int64_t guess = field_.sheets[kept].prediction;
      if (!rule || guess == kMissing) return kMissing;
      const auto value = static_cast<std::int64_t>(actuals_.of(round, track).counters.of(rule->target));
      sum += guess < value ? value - guess : guess - value;
    }
    return sum;
  }

  [[nodiscard]] std::optional<Ratio> exact(PersonNo person, SheetNo sheet) const {
    const RoundNo round = field_.sheets[sheet].round;
    return sum_distances(field_, tally_, actuals_, rounds_of(rules_, round), person);
  }

  void find_order() {
    for (PersonNo person = 0; person < tally_.persons.size(); ++person) {
      for (const RoundNo round : rules_.scope.rounds) {
        const SheetNo kept = tally_.kept_sheet(round, person);
        if (kept == kNone) continue;
        if (std::optional<Ratio> distance = exact(person, kept)) sorted_.push_back(*std::move(distance));
        if (rules_.across == contest::AcrossRounds::sum) break;
      }
    }
    std::ranges::sort(sorted_);
    sorted_.erase(std::ranges::unique(sorted_).begin(), sorted_.end());
  }

  const Field& field_;
  const Tally& tally_;
  const Actuals& actuals_;
  const ListRules& rules_;
  bool has_fractions_ = false;
  std::vector<Ratio> sorted_;  ///< all distances, once each; only where they are fractions
};

/// Compares persons by the keys of a list.
class Comparison {
 public:
  Comparison(const Field& field, const Tally& tally, const Actuals& actuals, const ListRules& rules)
      : field_(field),
        tally_(tally),
        rules_(rules),
        adds_up_(rules.across == contest::AcrossRounds::sum && rules.scope.rounds.size() > 1),
        distances_(field, tally, actuals, rules) {
    for (const contest::RankingKey& key : rules.order) {
      if (key.key == Key::registered) registered_ = registered_moments(field);
      if (key.key == Key::rounds_at_max) find_maxima();
    }
  }

  /// The person with the sheet that stands for it: of the last round sat, or of the best one.
  [[nodiscard]] Runner runner(PersonNo person) const {
    Runner result{{}, person, kNone};
    for (const RoundNo round : rules_.scope.rounds) {
      const SheetNo kept = tally_.kept_sheet(round, person);
      if (kept == kNone) continue;
      if (rules_.across == contest::AcrossRounds::sum) {
        result.sheet = kept;
        continue;
      }
      const Runner other = with_merits(Runner{{}, person, kept});
      if (result.sheet == kNone || (*this)(other, result) < 0) result = other;
    }
    return rules_.across == contest::AcrossRounds::sum ? with_merits(result) : result;
  }

  /// Less: `a` is the better one.
  [[nodiscard]] std::strong_ordering operator()(const Runner& a, const Runner& b) const {
    if (const auto order = a.merits <=> b.merits; order != 0) return order;
    for (std::size_t key = Runner::kAtHand; key < rules_.order.size(); ++key) {
      if (const auto order = merit_of(a, key) <=> merit_of(b, key); order != 0) return order;
    }
    return std::strong_ordering::equal;
  }

 private:
  [[nodiscard]] Runner with_merits(Runner runner) const {
    const std::size_t keys = std::min(Runner::kAtHand, rules_.order.size());
    for (std::size_t key = 0; key < keys; ++key) runner.merits[key] = merit_of(runner, key);
    return runner;
  }

  [[nodiscard]] std::int64_t merit_of(const Runner& runner, std::size_t key) const {
    const contest::RankingKey& by = rules_.order[key];
    return merit(value(runner, by.key), by.descending);
  }

  [[nodiscard]] std::int64_t value(const Runner& runner, Key key) const {
    const RoundNo round = field_.sheets[runner.sheet].round;
    switch (key) {
      case Key::rounds_at_max:
        return rounds_at_max(runner.person);
      case Key::prediction:
        return distances_(runner.person, runner.sheet);
      case Key::registered:
        if (registered_.empty()) return kMissing;
        return cut_down(registered_[tally_.persons.first(runner.person)], field_.contest.resolution);
      case Key::attempts:
        return static_cast<std::int64_t>(sum_attempts(tally_, rounds_of(rules_, round), runner.person));
      case Key::points:
      case Key::correct:
        if (adds_up_) return sum_over(field_, tally_, rules_.scope.rounds, runner.person, key);
        break;
      case Key::duration:
        if (!adds_up_) break;
        return cut_down(sum_over(field_, tally_, rules_.scope.rounds, runner.person, key),
                        field_.contest.resolution);
      case Key::submitted:
      case Key::started:
        break;
    }
    return sheet_value(field_.sheets[runner.sheet], key, field_.contest.resolution);
  }

  void find_maxima() {
    for (const contest::Round& round : field_.contest.rounds) {
      contest::PerTrack<Points>& of_round = maxima_.emplace_back();
      for (const contest::RoundRules& rules : round.rules.values)
        of_round.values.push_back(contest::maximum_points(field_.items, rules.paper));
    }
  }

  [[nodiscard]] std::int64_t rounds_at_max(PersonNo person) const {
    const TrackNo track = track_of(field_, tally_, person);
    std::int64_t rounds = 0;
    for (RoundNo round = 0; round < field_.contest.rounds.size(); ++round) {
      const SheetNo kept = tally_.kept_sheet(round, person);
      if (kept != kNone && field_.sheets[kept].points >= maxima_[round].of(track)) ++rounds;
    }
    return rounds;
  }

  const Field& field_;
  const Tally& tally_;
  const ListRules& rules_;
  bool adds_up_;  ///< the sheets of several rounds are added
  Distances distances_;
  std::vector<std::int64_t> registered_;           ///< by entrant; only where a key asks for it
  std::vector<contest::PerTrack<Points>> maxima_;  ///< by round; only where a key asks for it
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

ListRules list_of(const contest::Contest& contest, Scope scope) {
  return {std::move(scope), nullptr, contest.order, contest.across_rounds};
}

bool is_listed(const Field& field, const Tally& tally, const ListRules& rules, PersonNo person) {
  const auto has_sheet = [&](RoundNo round) { return tally.kept_sheet(round, person) != kNone; };
  if (std::ranges::none_of(rules.scope.rounds, has_sheet)) return false;
  if (!is_in_tracks(field, tally, rules.scope, person)) return false;
  return rules.where == nullptr || contest::fits(*rules.where, field.contest, field.roster,
                                                 tally.persons.first(person)) == contest::Fits::yes;
}

std::vector<Standing> rank(const Field& field, const Tally& tally, const Actuals& actuals,
                           const ListRules& rules, std::size_t top) {
  const Comparison compare(field, tally, actuals, rules);
  Selection selection(compare, top, tally.persons.size());
  for (PersonNo person = 0; person < tally.persons.size(); ++person)
    if (is_listed(field, tally, rules, person)) selection.add(compare.runner(person));
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

Points points_of(const Field& field, const Tally& tally, const ListRules& rules, const Standing& standing) {
  const RoundNo round = field.sheets[standing.sheet].round;
  return Points{sum_over(field, tally, rounds_of(rules, round), standing.person, Key::points)};
}

Line line_of(const Field& field, const Tally& tally, const Actuals& actuals, const ListRules& rules,
             const Standing& standing) {
  const PersonNo person = standing.person;
  const RoundNo round = field.sheets[standing.sheet].round;
  const std::span<const RoundNo> rounds = rounds_of(rules, round);
  Line line;
  line.points = points_of(field, tally, rules, standing);
  line.correct = static_cast<std::uint32_t>(sum_over(field, tally, rounds, person, Key::correct));
  line.prediction_distance = sum_distances(field, tally, actuals, rounds, person);
  line.duration = sum_over(field, tally, rounds, person, Key::duration);
  line.submitted = field.sheets[standing.sheet].submitted;
  line.attempts = sum_attempts(tally, rounds, person);
  return line;
}

}  // namespace quiz::ranking
