// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/people.hpp>

#include <quizlib/rehearsal/names.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
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

constexpr std::array<std::string_view, 10> kColumns{"name",      "group", "track",       "birth_date",
                                                    "gender",    "phone", "national_id", "registered_at",
                                                    "residence", "kind"};
constexpr std::array<std::string_view, 4> kKinds{"citizen", "pupil", "worker", "farmer"};

/// Chooses among the leaves of the group tree, by headcount.
class Units {
 public:
  explicit Units(const roster::GroupTree& groups) {
    std::vector<bool> has_children(groups.size());
    for (const roster::Group& group : groups.groups()) {
      if (group.parent != kNone) has_children[group.parent] = true;
    }
    for (GroupNo no = 0; no < groups.size(); ++no) {
      if (has_children[no]) continue;
      codes_.push_back(groups[no].code.text);
      const auto weight =
          static_cast<std::uint32_t>(std::min<std::uint64_t>(groups[no].headcount.value_or(1), 1'000'000));
      upto_.push_back((upto_.empty() ? 0 : upto_.back()) + std::max(weight, 1U));
    }
    for (GroupNo no = 0; no < groups.size() && root_.empty(); ++no) {
      if (groups[no].parent == kNone) root_ = groups[no].code.text;
    }
  }

  [[nodiscard]] std::string draw(crypto::Stream& chance) const {
    if (codes_.empty()) return {};
    const auto found = std::ranges::upper_bound(upto_, chance.below(upto_.back()));
    return codes_[static_cast<std::size_t>(found - upto_.begin())];
  }
  [[nodiscard]] const std::string& root() const { return root_; }

 private:
  std::vector<std::string> codes_;
  std::vector<std::uint32_t> upto_;
  std::string root_;
};

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
        for (const contest::Test& test : condition->tests) {
          if (test.column != "age" && column(test.column) == people_.columns.size())
            people_.columns.push_back(test.column);
        }
      }
    }
    opens_ = contest.rounds.front().window.opens;
  }

  People make(std::uint32_t persons) {
    for (std::uint32_t i = 0; i < persons; ++i) {
      add(Part::finisher);
      people_.registrations.back().may_not_win = chance_.below(kMayNotWin) == 0;
      if (merges() && chance_.below(kRegisteredTwice) == 0) add_second_self();
      if (chance_.below(kAbsent) == 0) add(Part::absent);
      if (chance_.below(kLate) == 0) add(Part::latecomer);
    }
    for (std::uint32_t i = 0; i < kOrganisers; ++i) add(Part::organiser);
    for (std::uint32_t i = 0; i < kTooYoung && asks_for_age(); ++i) add(Part::too_young);
    return std::move(people_);
  }

 private:
  [[nodiscard]] std::size_t column(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::find(people_.columns, name) - people_.columns.begin());
  }

  /// Whether two registrations with equal cells and different ids are one person.
  [[nodiscard]] bool merges() const {
    return std::ranges::find(contest_.person, "id") == contest_.person.end() &&
           std::ranges::all_of(contest_.person, [&](const std::string& name) { return column(name) < 7; });
  }
  [[nodiscard]] bool asks_for_age() const { return minimum_age(0).has_value(); }
  [[nodiscard]] std::optional<int> minimum_age(TrackNo track) const {
    const contest::Test* test = find_test(contest_.tracks[track].eligible, "age");
    if (test == nullptr || !test->low) return std::nullopt;
    return static_cast<int>(test->low->billionths / Decimal::kOne);
  }

  void add(Part part) {
    Registration registration;
    registration.part = part;
    registration.id = fmt::format("E{:07}", people_.registrations.size() + 1);
    const auto tracks = static_cast<std::uint32_t>(contest_.tracks.size());
    registration.track = part == Part::too_young ? 0 : chance_.below(tracks);
    fill(registration);
    people_.registrations.push_back(std::move(registration));
  }

  void fill(Registration& registration) {
    const contest::Track& track = contest_.tracks[registration.track];
    registration.cells.assign(people_.columns.size(), {});
    const auto set = [&](std::string_view name, std::string value) {
      registration.cells[column(name)] = std::move(value);
    };
    set("residence", units_.root());
    set("kind", std::string(kKinds[chance_.below(kKinds.size())]));
    set("phone", made_up_phone());
    set("registered_at", contest_.zone.format(opens_ - std::chrono::minutes(chance_.below(30 * 24 * 60))));
    for (const contest::Condition* condition : {&track.where, &track.eligible}) {
      for (const contest::Test& test : condition->tests) {
        if (test.column != "age") set(test.column, passing(test, chance_));
      }
    }
    if (contest_.has_tracks() && track.where.empty()) set("track", track.id.text);
    do {
      const bool male = chance_.below(100) < 46;
      const Date birth = birth_date(registration);
      set("gender", male ? "male" : "female");
      set("birth_date", format_date(birth));
      set("national_id", made_up_national_id(birth, male));
      set("name", made_up_name(vietnamese_names(), male, chance_));
      set("group", units_.draw(chance_));
    } while (!known_.insert(identity(registration)).second);
  }

  void add_second_self() {
    Registration again = people_.registrations.back();
    again.part = Part::second_self;
    again.id = fmt::format("E{:07}", people_.registrations.size() + 1);
    std::string& phone = again.cells[column("phone")];
    if (std::ranges::find(contest_.person, "phone") == contest_.person.end()) phone = made_up_phone();
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

  /// A birthday between the youngest and the oldest age on the day that counts; a child is a month too young.
  Date birth_date(const Registration& registration) {
    const int floor = minimum_age(registration.track).value_or(kYoungest);
    const Date day = contest_.age_on;
    const auto years_before = [&](int years) {
      return std::chrono::sys_days(
          Date(day.year() - std::chrono::years(years), day.month(), std::chrono::day(1)));
    };
    if (registration.part == Part::too_young) return Date(years_before(floor) + std::chrono::days(32));
    const auto span = static_cast<std::uint32_t>(std::max(kOldest - floor, 1)) * 365;
    return Date(years_before(floor) - std::chrono::days(chance_.below(span)));
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
