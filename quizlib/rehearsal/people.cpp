// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/people.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/rehearsal/names.hpp>
#include <quizlib/rehearsal/units.hpp>
#include <quizlib/response/columns.hpp>
#include <quizlib/roster/roster.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace quiz::rehearsal {
namespace {

/// One in so many.
constexpr std::uint32_t kRegisteredTwice = 150;
constexpr std::uint32_t kAbsent = 7;
constexpr std::uint32_t kLate = 400;
constexpr std::uint32_t kMayNotWin = 2'000;
constexpr std::uint32_t kOrganisers = 9;
constexpr std::uint32_t kTooYoung = 5;
constexpr int kOldest = 72;
constexpr int kYoungest = 16;
constexpr int kMostAge = 120;

constexpr std::array<std::string_view, 10> kColumns{"name",      "group", "track",       "birth_date",
                                                    "gender",    "phone", "national_id", "registered_at",
                                                    "residence", "kind"};
constexpr std::array<std::string_view, 4> kKinds{"citizen", "pupil", "worker", "farmer"};

const contest::Test* find_test(const contest::Condition& condition, std::string_view column) {
  const auto found = std::ranges::find(condition.tests, column, &contest::Test::column);
  return found == condition.tests.end() ? nullptr : &*found;
}

/// A value that passes the test.
std::string passing(const contest::Test& test, crypto::Stream& chance) {
  if (!test.any_of.empty()) return test.any_of[chance.below(static_cast<std::uint32_t>(test.any_of.size()))];
  if (test.low) return format_decimal(*test.low);
  return test.high ? format_decimal(*test.high) : std::string();
}

/// Ages in whole years, both ends included.
struct Ages {
  int low = 0;
  int high = 0;
};

int whole(Decimal number) { return static_cast<int>(number.billionths / Decimal::kOne); }

/// A number rounded up.
int whole_from(Decimal number) { return whole({number.billionths + Decimal::kOne - 1}); }

/// Makes registrations one by one.
class Maker {
 public:
  Maker(const contest::Contest& contest, const roster::GroupTree& groups, const crypto::Bytes32& seed)
      : contest_(contest),
        units_(groups),
        chance_(seed, std::array<std::string_view, 3>{"quiz/1", "rehearsal", "people"}) {
    for (const std::string_view column : kColumns) people_.columns.emplace_back(column);
    for (const contest::Track& track : contest.tracks) {
      for (const contest::Condition* condition : {&track.where, &track.eligible}) {
        for (const contest::Test& test : condition->tests) add_column(test.column);
      }
    }
    opens_ = contest.rounds.front().window().opens;
  }

  People make(std::uint32_t persons) {
    for (std::uint32_t i = 0; i < persons; ++i) {
      add(Part::finisher);
      const bool barred = chance_.below(kMayNotWin) == 0;
      people_.registrations.back().may_not_win = barred && excludes();
      if (is_known_again() && chance_.below(kRegisteredTwice) == 0) add_second_self();
      if (chance_.below(kAbsent) == 0) add(Part::absent);
      if (chance_.below(kLate) == 0) add(Part::latecomer);
    }
    for (std::uint32_t i = 0; i < kOrganisers && excludes(); ++i) add(Part::organiser);
    for (std::uint32_t i = 0; i < kTooYoung && track_with_age() != kNone; ++i) add(Part::too_young);
    write_tracks();
    return std::move(people_);
  }

 private:
  /// The position among the columns, their number where there is none.
  [[nodiscard]] std::size_t column(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::find(people_.columns, name) - people_.columns.begin());
  }

  /// A column that a condition asks about; sheets can bring only some along.
  void add_column(const std::string& name) {
    const bool travels =
        contest_.registration == contest::RegistrationMode::roster ||
        std::ranges::find(response::kRegistrationColumns, name) != response::kRegistrationColumns.end();
    if (name != "age" && name != "id" && travels && column(name) == people_.columns.size())
      people_.columns.push_back(name);
  }

  /// Whether the contest reads excluded.csv.
  [[nodiscard]] bool excludes() const { return !contest_.excluded_file.empty(); }

  /// Whether another registration with the cells of the last one is taken for the same person.
  [[nodiscard]] bool is_known_again() const {
    const std::vector<std::string>& cells = people_.registrations.back().cells;
    return std::ranges::all_of(contest_.person, [&](const std::string& name) {
      return column(name) < cells.size() && !cells[column(name)].empty();
    });
  }

  /// The least age that a track asks for; nothing where it asks for none.
  [[nodiscard]] std::optional<int> minimum_age(TrackNo track) const {
    const contest::Test* test = find_test(contest_.tracks[track].eligible, "age");
    if (test == nullptr || !test->low || whole_from(*test->low) < 1) return std::nullopt;
    return whole_from(*test->low);
  }
  /// The first track that asks for a least age.
  [[nodiscard]] TrackNo track_with_age() const {
    for (TrackNo track = 0; track < contest_.tracks.size(); ++track) {
      if (minimum_age(track)) return track;
    }
    return kNone;
  }

  void add(Part part) {
    Registration registration;
    registration.part = part;
    registration.id = next_id();
    const auto tracks = static_cast<std::uint32_t>(contest_.tracks.size());
    registration.track = part == Part::too_young ? track_with_age() : chance_.below(tracks);
    fill(registration);
    people_.registrations.push_back(std::move(registration));
  }

  [[nodiscard]] std::string next_id() const {
    return fmt::format("E{:07}", people_.registrations.size() + 1);
  }

  void fill(Registration& registration) {
    constexpr int kMostTries = 1'000;
    for (int tries = 0; tries < kMostTries; ++tries) {
      draw_cells(registration);
      if (known_.insert(identity(registration)).second) return;
    }
    throw Error(
        ErrorKind::failed,
        Message("rehearsal.alike", {{"columns", fmt::format("{}", fmt::join(contest_.person, ", "))}}));
  }

  void draw_cells(Registration& registration) {
    registration.cells.assign(people_.columns.size(), {});
    const auto set = [&](std::string_view name, std::string value) {
      if (const std::size_t at = column(name); at < people_.columns.size())
        registration.cells[at] = std::move(value);
    };
    const bool male = chance_.below(100) < 46;
    const Date birth = birth_date(registration);
    set("name", made_up_name(vietnamese_names(), male, chance_));
    set("group", units_.draw(chance_));
    set("birth_date", format_date(birth));
    set("gender", male ? "male" : "female");
    set("phone", made_up_phone());
    set("national_id", made_up_national_id(birth, male));
    set("registered_at", contest_.zone.format(opens_ - std::chrono::minutes(chance_.below(30 * 24 * 60))));
    set("residence", units_.root());
    set("kind", std::string(kKinds[chance_.below(kKinds.size())]));
    const contest::Track& track = contest_.tracks[registration.track];
    for (const contest::Condition* condition : {&track.where, &track.eligible}) {
      for (const contest::Test& test : condition->tests) set(test.column, passing(test, chance_));
    }
  }

  void add_second_self() {
    Registration again = people_.registrations.back();
    again.part = Part::second_self;
    again.may_not_win = false;
    again.id = next_id();
    if (std::ranges::find(contest_.person, "phone") == contest_.person.end())
      again.cells[column("phone")] = made_up_phone();
    people_.registrations.push_back(std::move(again));
  }

  /// What must differ between two humans, so that no two are taken for one.
  [[nodiscard]] std::string identity(const Registration& registration) const {
    std::string all;
    for (const std::string& name : contest_.person) {
      if (column(name) < people_.columns.size()) all += registration.cells[column(name)] + '\n';
    }
    return all.empty() ? registration.id : all;
  }

  /// The ages that a track's conditions leave.
  Ages ages_in(TrackNo track) {
    std::optional<int> low;
    std::optional<int> high;
    for (const contest::Condition* condition :
         {&contest_.tracks[track].where, &contest_.tracks[track].eligible}) {
      const contest::Test* test = find_test(*condition, "age");
      if (test == nullptr) continue;
      if (!test->any_of.empty())
        low = high = whole(parse_decimal(passing(*test, chance_)).value_or(Decimal{}));
      if (test->low) low = std::max(low.value_or(0), whole_from(*test->low));
      if (test->high) high = std::min(high.value_or(kMostAge), whole(*test->high));
    }
    Ages ages;
    ages.low = low.value_or(std::min(kYoungest, high.value_or(kYoungest)));
    ages.high = high.value_or(std::max(kOldest, ages.low));
    return ages;
  }

  /// A birthday at an age that the track leaves on the day that counts; a child is a month too young.
  Date birth_date(const Registration& registration) {
    const Date day = contest_.age_on;
    const auto years_before = [&](int years) {
      return std::chrono::sys_days(
          Date(day.year() - std::chrono::years(years), day.month(), std::chrono::day(1)));
    };
    if (registration.part == Part::too_young) {
      return Date(years_before(minimum_age(registration.track).value_or(kYoungest)) + std::chrono::days(32));
    }
    const Ages ages = ages_in(registration.track);
    const int days = std::max(ages.high - ages.low + 1, 1) * 365 - 31;
    return Date(years_before(ages.low) - std::chrono::days(chance_.below(static_cast<std::uint32_t>(days))));
  }

  std::string made_up_phone() {
    static constexpr std::array<std::string_view, 6> kPrefixes{"032", "038", "070", "083", "091", "097"};
    return fmt::format("{}{:07}", kPrefixes[chance_.below(kPrefixes.size())], chance_.below(10'000'000));
  }

  /// Twelve digits as Decree 137/2015 orders them: province of registration, century and sex, year, six
  /// digits.
  std::string made_up_national_id(Date birth, bool male) {
    const int year = static_cast<int>(birth.year());
    const int century_and_sex = (year >= 2000 ? 2 : 0) + (male ? 0 : 1);
    return fmt::format("006{}{:02}{:06}", century_and_sex, year % 100, chance_.below(1'000'000));
  }

  /// Name the track of those whom the conditions alone would place elsewhere.
  void write_tracks() {
    if (!contest_.has_tracks()) return;
    const std::vector<contest::Placement> by_conditions = place();
    for (std::size_t i = 0; i < by_conditions.size(); ++i) {
      Registration& registration = people_.registrations[i];
      if (by_conditions[i].track != registration.track)
        registration.cells[column("track")] = contest_.tracks[registration.track].id.text;
    }
    const std::vector<contest::Placement> placed = place();
    for (std::size_t i = 0; i < placed.size(); ++i) {
      const Registration& registration = people_.registrations[i];
      if (registration.part == Part::too_young || placed[i].barred_from() != roster::Barred::from_enter)
        continue;
      throw Error(ErrorKind::failed,
                  Message("rehearsal.barred", {{"track", contest_.tracks[registration.track].id.text}}));
    }
  }

  [[nodiscard]] std::vector<contest::Placement> place() const {
    roster::Roster roster;
    roster.names = people_.columns;
    roster.columns.resize(people_.columns.size());
    for (const Registration& registration : people_.registrations) {
      roster.ids.push_back(registration.id);
      for (std::size_t i = 0; i < roster.columns.size(); ++i)
        roster.columns[i].push_back(registration.cells[i]);
    }
    return contest::place_entrants(contest_, roster, {});
  }

  const contest::Contest& contest_;
  Units units_;
  crypto::Stream chance_;
  Instant opens_;
  People people_;
  std::unordered_set<std::string> known_;
};

}  // namespace

People make_people(const contest::Contest& contest, const roster::GroupTree& groups, std::uint32_t persons,
                   const crypto::Bytes32& seed) {
  return Maker(contest, groups, seed).make(persons);
}

}  // namespace quiz::rehearsal
