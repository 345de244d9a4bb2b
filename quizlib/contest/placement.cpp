// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/placement.hpp>

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/base/text_column.hpp>
#include <quizlib/roster/comparable.hpp>
#include <quizlib/roster/group_names.hpp>
#include <quizlib/roster/value_cache.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace quiz::contest {
namespace {

/// Room for the distinct values of a column that conditions usually ask about: kinds, provinces, tracks.
constexpr std::size_t kFewValues = 64;

/// A column of the roster, `id` included; nullptr where there is none.
const TextColumn* find_column(const roster::Roster& roster, std::string_view name) {
  if (name == "id") return &roster.ids;
  const std::uint32_t at = roster.column(name);
  return at == kNone ? nullptr : &roster.columns[at];
}

/// A test ready to be asked about many registrations.
class Tester {
 public:
  Tester(const Test& test, const Contest& contest, const roster::Roster& roster)
      : test_(test),
        of_age_(test.column == "age"),
        column_(of_age_ ? "birth_date" : test.column),
        cells_(find_column(roster, column_)),
        group_names_(roster.group_names),
        age_on_(contest.age_on) {
    for (const std::string& value : test.any_of)
      for (std::string& form : forms_of(value)) any_of_.push_back(std::move(form));
  }

  [[nodiscard]] Fits operator()(EntrantNo entrant) {
    if (cells_ == nullptr) return Fits::unknown;
    const std::string_view cell = (*cells_)[entrant];
    if (cell.empty()) return Fits::unknown;
    if (of_age_) return judge_age(cell);
    if (test_.any_of.empty()) return in_range(test_, parse_decimal(cell));
    return known_(cell, [this](std::string_view value) { return judge_value(value); });
  }

 private:
  [[nodiscard]] Fits judge_age(std::string_view cell) const {
    const std::optional<Date> birth = parse_date(cell);
    if (!birth) return Fits::unknown;
    const int age = age_on(*birth, age_on_);
    return test_.any_of.empty() ? in_range(test_, Decimal{age * Decimal::kOne})
                                : judge_value(std::to_string(age));
  }

  [[nodiscard]] Fits judge_value(std::string_view value) const {
    const std::vector<std::string> forms = forms_of(value);
    if (forms.empty()) return Fits::unknown;
    return std::ranges::find_first_of(forms, any_of_) != forms.end() ? Fits::yes : Fits::no;
  }

  /// What a value is compared by: one form, but one a group where several are named; none where it says
  /// nothing.
  [[nodiscard]] std::vector<std::string> forms_of(std::string_view value) const {
    if (column_ == "group") return roster::comparable_groups(value, group_names_);
    std::string form = roster::comparable(column_, value);
    if (form.empty()) return {};
    return {std::move(form)};
  }

  const Test& test_;
  bool of_age_;
  std::string column_;
  const TextColumn* cells_;
  const roster::GroupNames& group_names_;
  Date age_on_;
  std::vector<std::string> any_of_;  ///< comparable
  roster::ValueCache<Fits> known_{kFewValues};
};

/// A condition ready to be asked about many registrations.
class ConditionTester {
 public:
  ConditionTester(const Condition& condition, const Contest& contest, const roster::Roster& roster) {
    for (const Test& test : condition.tests) testers_.emplace_back(test, contest, roster);
  }

  [[nodiscard]] Fits operator()(EntrantNo entrant) {
    Fits result = Fits::yes;
    for (Tester& tester : testers_) {
      const Fits fits = tester(entrant);
      if (fits == Fits::no) return Fits::no;
      if (fits == Fits::unknown) result = Fits::unknown;
    }
    return result;
  }

 private:
  std::vector<Tester> testers_;
};

void bar(Placement& placement, roster::Barred from, BarredBy by) {
  placement.barred = static_cast<std::uint32_t>(from) & 3U;
  placement.by = static_cast<std::uint32_t>(by) & 7U;
}

void place_on_tracks(const Contest& contest, const roster::Roster& roster,
                     std::vector<Placement>& placements) {
  std::vector<std::string> ids;
  std::vector<ConditionTester> where;
  for (const Track& track : contest.tracks) {
    ids.push_back(roster::comparable("track", track.id.text));
    where.emplace_back(track.where, contest, roster);
  }
  const auto named = [&ids](std::string_view cell) {
    const auto found = std::ranges::find(ids, roster::comparable("track", cell));
    return found == ids.end() ? kNone : static_cast<TrackNo>(found - ids.begin());
  };
  const auto first_fitting = [&where](EntrantNo entrant) {
    const auto found =
        std::ranges::find_if(where, [&](ConditionTester& fits) { return fits(entrant) == Fits::yes; });
    return found == where.end() ? kNone : static_cast<TrackNo>(found - where.begin());
  };
  const TextColumn* const cells = find_column(roster, "track");
  roster::ValueCache<TrackNo> known(kFewValues);
  for (EntrantNo entrant = 0; entrant < placements.size(); ++entrant) {
    const std::string_view cell = cells == nullptr ? std::string_view() : (*cells)[entrant];
    Placement& placement = placements[entrant];
    placement.track = cell.empty() ? first_fitting(entrant) : known(cell, named);
    if (placement.track == kNone) bar(placement, roster::Barred::from_enter, BarredBy::no_track);
  }
}

void bar_ineligible(const Contest& contest, const roster::Roster& roster,
                    std::vector<Placement>& placements) {
  std::vector<ConditionTester> eligible;
  for (const Track& track : contest.tracks) eligible.emplace_back(track.eligible, contest, roster);
  for (EntrantNo entrant = 0; entrant < placements.size(); ++entrant) {
    Placement& placement = placements[entrant];
    if (placement.track == kNone) continue;
    const Fits fits = eligible[placement.track](entrant);
    if (fits == Fits::no) bar(placement, roster::Barred::from_enter, BarredBy::ineligible);
    if (fits == Fits::unknown) bar(placement, roster::Barred::from_win, BarredBy::unverified);
  }
}

void bar_excluded(const std::vector<roster::Exclusion>& exclusions, const roster::Roster& roster,
                  std::vector<Placement>& placements) {
  const std::vector<std::uint32_t> rows = roster::apply(exclusions, roster);
  for (EntrantNo entrant = 0; entrant < placements.size(); ++entrant) {
    if (rows[entrant] == kNone) continue;
    Placement& placement = placements[entrant];
    const roster::Barred from = exclusions[rows[entrant]].from;
    if (from < placement.barred_from()) continue;
    bar(placement, from, BarredBy::exclusion);
    placement.exclusion = rows[entrant] & 0x7ffffffU;
  }
}

}  // namespace

std::vector<Placement> place_entrants(const Contest& contest, const roster::Roster& roster,
                                      const std::vector<roster::Exclusion>& exclusions) {
  Placement only_track;
  only_track.track = 0;
  std::vector<Placement> placements(roster.size(), only_track);
  if (contest.has_tracks()) place_on_tracks(contest, roster, placements);
  const auto asks = [](const Track& track) { return !track.eligible.empty(); };
  if (std::ranges::any_of(contest.tracks, asks)) bar_ineligible(contest, roster, placements);
  if (!exclusions.empty()) bar_excluded(exclusions, roster, placements);
  return placements;
}

Fits fits(const Condition& condition, const Contest& contest, const roster::Roster& roster,
          EntrantNo entrant) {
  return ConditionTester(condition, contest, roster)(entrant);
}

}  // namespace quiz::contest
