// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/duplicates.hpp>

#include <quizlib/roster/traits.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace quiz::roster {
namespace {

/// Of this many registrations with something in common every pair is compared.
constexpr std::size_t kAllPairs = 20;

/// What registrations may have in common. Keys of one kind are equal where it is.
using Key = std::array<std::uint32_t, 3>;

struct Keyed {
  Key key{};
  EntrantNo row = kNone;
};

/// The key of the values; nothing where one is missing.
std::optional<Key> key_of(std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
  if (a == kNone || b == kNone || c == kNone) return std::nullopt;
  return Key{a, b, c};
}

std::uint32_t year_key(const Traits& traits) {
  if (!traits.birth_date) return kNone;
  return static_cast<std::uint32_t>(static_cast<int>(traits.birth_date->year()));
}

/// One for a date and the date with day and month exchanged.
std::uint32_t birth_date_key(const Traits& traits) {
  if (!traits.birth_date) return kNone;
  const auto month = static_cast<unsigned>(traits.birth_date->month());
  const auto day = static_cast<unsigned>(traits.birth_date->day());
  return (year_key(traits) * 32 + std::min(month, day)) * 32 + std::max(month, day);
}

using KeyOf = std::optional<Key> (*)(const Traits&);

constexpr std::array<KeyOf, 7> kKeys{
    [](const Traits& t) { return key_of(t.national_id); },
    [](const Traits& t) { return key_of(t.phone, birth_date_key(t)); },
    [](const Traits& t) { return key_of(t.name.letters, t.phone); },
    [](const Traits& t) { return key_of(t.name.letters, birth_date_key(t)); },
    [](const Traits& t) { return key_of(t.name.letters, t.group, year_key(t)); },
    [](const Traits& t) { return key_of(t.name.letters, t.national_id_begin); },
    [](const Traits& t) { return key_of(t.name.letters, t.national_id_end); },
};

/// Orders registrations by what stands in them, wherever they stand.
class ById {
 public:
  explicit ById(const Roster& roster) : roster_(roster), columns_by_name_(roster.names.size()) {
    std::iota(columns_by_name_.begin(), columns_by_name_.end(), std::size_t{0});
    std::ranges::sort(columns_by_name_, {},
                      [&](std::size_t at) -> std::string_view { return roster.names[at]; });
  }

  /// By id, with open registration further by cells. Equal: they say the same.
  [[nodiscard]] std::strong_ordering order(EntrantNo a, EntrantNo b) const {
    auto order = text::nfc(roster_.ids[a]) <=> text::nfc(roster_.ids[b]);
    for (const std::size_t at : columns_by_name_) {
      if (order != 0) break;
      order = roster_.columns[at][a] <=> roster_.columns[at][b];
    }
    return order != 0 ? order : roster_.ids[a] <=> roster_.ids[b];
  }

  [[nodiscard]] bool operator()(EntrantNo a, EntrantNo b) const { return order(a, b) < 0; }

 private:
  const Roster& roster_;
  std::vector<std::size_t> columns_by_name_;
};

/// Compares registrations that have something in common and keeps the pairs to propose.
class Search {
 public:
  Search(const Roster& roster, const Persons& persons)
      : persons_(persons),
        traits_(find_traits(roster)),
        before_(roster) {}

  [[nodiscard]] std::vector<Duplicate> run() {
    for (const KeyOf key : kKeys) compare_by(key);
    keep_best_of_persons();
    std::ranges::sort(found_, [&](const Duplicate& a, const Duplicate& b) { return stands_before(a, b); });
    return std::move(found_);
  }

 private:
  void compare_by(KeyOf key) {
    std::vector<Keyed> rows;
    for (EntrantNo row = 0; row < traits_.of_entrant.size(); ++row) {
      if (const auto value = key(traits_[row])) rows.push_back({*value, row});
    }
    std::ranges::sort(rows, {}, [](const Keyed& keyed) { return std::tie(keyed.key, keyed.row); });
    for (auto begin = rows.begin(); begin != rows.end();) {
      const auto end =
          std::find_if(begin, rows.end(), [&](const Keyed& keyed) { return keyed.key != begin->key; });
      compare_within({begin, end});
      begin = end;
    }
  }

  void compare_within(std::span<const Keyed> rows) {
    if (rows.size() > kAllPairs) {
      const Keyed& first = *std::ranges::min_element(rows, before_, &Keyed::row);
      for (const Keyed& keyed : rows) look_at(first.row, keyed.row);
      return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t j = i + 1; j < rows.size(); ++j) look_at(rows[i].row, rows[j].row);
    }
  }

  void look_at(EntrantNo a, EntrantNo b) {
    if (persons_.of(a) == persons_.of(b)) return;
    const EvidenceList evidence = compare(traits_, a, b);
    const int score = evidence_score(evidence);
    if (score < kProposedFrom) return;
    if (before_(b, a)) std::swap(a, b);
    found_.push_back({a, b, score, evidence});
  }

  /// Of each pair of persons keep the pair of registrations that stands first.
  void keep_best_of_persons() {
    const auto pair = [&](const Duplicate& duplicate) {
      return std::minmax({persons_.of(duplicate.entrant), persons_.of(duplicate.other)});
    };
    std::ranges::sort(found_, [&](const Duplicate& a, const Duplicate& b) {
      const auto pair_a = pair(a);
      const auto pair_b = pair(b);
      return pair_a != pair_b ? pair_a < pair_b : stands_before(a, b);
    });
    const auto are_same = [&](const Duplicate& a, const Duplicate& b) { return pair(a) == pair(b); };
    found_.erase(std::unique(found_.begin(), found_.end(), are_same), found_.end());
  }

  [[nodiscard]] bool stands_before(const Duplicate& a, const Duplicate& b) const {
    if (a.score != b.score) return a.score > b.score;
    if (a.entrant != b.entrant) {
      if (const auto order = before_.order(a.entrant, b.entrant); order != 0) return order < 0;
    }
    return a.other != b.other && before_(a.other, b.other);
  }

  const Persons& persons_;
  RosterTraits traits_;
  ById before_;
  std::vector<Duplicate> found_;
};

}  // namespace

std::vector<Duplicate> find_duplicates(const Roster& roster, const Persons& persons) {
  return Search(roster, persons).run();
}

}  // namespace quiz::roster
