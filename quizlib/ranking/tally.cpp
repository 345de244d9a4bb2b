// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/tally.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/ranking/moments.hpp>
#include <quizlib/ranking/sheet_keys.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

namespace quiz::ranking {
namespace {

using response::Verdict;
using scoring::ScoredSheet;

roster::Persons find_persons(const Field& field) {
  const std::vector<std::string>& columns = field.contest.person;
  const bool by_id = std::ranges::find(columns, "id") != columns.end();
  // Ids are unique in entrants.csv, so that nobody's first registration is asked for.
  if (by_id && !field.roster.open && field.person_decisions.empty())
    return roster::merge_registrations(field.roster, columns, {}, {});
  return roster::merge_registrations(
      field.roster, columns, [&] { return registered_moments(field); },
      [&] { return first_submissions(field); }, field.person_decisions);
}

/// By person, the registration that bars it most strictly: among equals the person's first one, else one that
/// no order of rows decides. Empty where everybody registered once.
std::vector<EntrantNo> strictest_registrations(const Field& field, const roster::Persons& persons) {
  if (persons.of_entrant.empty()) return {};
  const auto severity = [&](EntrantNo entrant) {
    const contest::Placement& at = field.placement[entrant];
    const bool is_first = persons.first(persons.of(entrant)) == entrant;
    return std::tuple(-static_cast<int>(at.barred_from()), !is_first, at.barred_by(),
                      std::uint32_t{at.exclusion});
  };
  std::vector<EntrantNo> strictest = persons.first_of_person;
  for (EntrantNo entrant = 0; entrant < persons.registrations; ++entrant) {
    EntrantNo& most = strictest[persons.of(entrant)];
    if (severity(entrant) < severity(most)) most = entrant;
  }
  return strictest;
}

/// The position of a sheet's person and round in the columns of a tally; nothing for a sheet of nobody.
std::optional<std::size_t> slot_of(const roster::Persons& persons, const ScoredSheet& sheet) {
  if (sheet.entrant == kNone) return std::nullopt;
  return std::size_t{sheet.round} * persons.size() + persons.of(sheet.entrant);
}

/// The sheets of the store put together by slot. Eight bytes a sheet, and only made where somebody has
/// several in a round.
class SheetsBySlot {
 public:
  /// `counts`: the number of sheets of each slot.
  SheetsBySlot(std::span<const ScoredSheet> sheets, const roster::Persons& persons,
               const std::vector<std::uint32_t>& counts)
      : ends_(counts.size()) {
    std::uint32_t begin = 0;
    for (std::size_t slot = 0; slot < counts.size(); ++slot)
      ends_[slot] = std::exchange(begin, begin + counts[slot]);
    sheets_.resize(begin);
    for (SheetNo sheet = 0; sheet < sheets.size(); ++sheet) {
      if (const auto slot = slot_of(persons, sheets[sheet])) sheets_[ends_[*slot]++] = sheet;
    }
  }

  [[nodiscard]] std::span<SheetNo> of(std::size_t slot) {
    const std::size_t begin = slot == 0 ? 0 : ends_[slot - 1];
    return std::span(sheets_).subspan(begin, ends_[slot] - begin);
  }

 private:
  std::vector<std::uint32_t> ends_;
  std::vector<SheetNo> sheets_;
};

/// When a sheet was begun, as far as it is known; whatever is not known is last.
std::int64_t moment_of(const ScoredSheet& sheet) {
  if (sheet.started != kMissing) return sheet.started;
  return sheet.submitted != kMissing ? sheet.submitted : std::numeric_limits<std::int64_t>::max();
}

bool shares_count(const contest::Round& round) {
  return std::ranges::any_of(round.rules.values,
                             [](const contest::RoundRules& rules) { return rules.attempts.per_contest; });
}

/// Gives the sheets of persons in rounds their numbers and verdicts.
class Judge {
 public:
  Judge(const Field& field, Tally& tally)
      : field_(field),
        tally_(tally),
        best_order_(best_sheet_order(field.contest)) {}

  /// Number the sheets of one person in one round; `own` is put in the order of the attempts.
  void number(std::span<SheetNo> own) {
    const auto given = [&](SheetNo sheet) { return field_.sheets[sheet].attempt; };
    std::ranges::sort(own, {}, given);
    if (given(own.front()) != 0 && std::ranges::adjacent_find(own, {}, given) == own.end()) {
      for (const SheetNo sheet : own) tally_.attempt[sheet] = given(sheet);
      return;
    }
    const auto order = [&](SheetNo no) {
      const ScoredSheet& sheet = field_.sheets[no];
      return std::tuple(moment_of(sheet), sheet.attempt == 0, sheet.attempt);
    };
    std::ranges::sort(own, [&](SheetNo a, SheetNo b) {
      if (order(a) != order(b)) return order(a) < order(b);
      return a != b && field_.digest(a) < field_.digest(b);
    });
    std::uint32_t next = 0;
    for (const SheetNo sheet : own) tally_.attempt[sheet] = ++next;
  }

  /// Count the attempts over all rounds with `per: contest`. Needs all sheets numbered.
  void count_over_contest() {
    if (std::ranges::none_of(field_.contest.rounds, shares_count)) return;
    std::vector<SheetNo> shared;
    for (SheetNo sheet = 0; sheet < field_.sheets.size(); ++sheet)
      if (field_.sheets[sheet].entrant != kNone && policy(sheet).per_contest) shared.push_back(sheet);
    const auto order = [&](SheetNo no) {
      const ScoredSheet& sheet = field_.sheets[no];
      return std::tuple(person(no), moment_of(sheet), sheet.round, tally_.attempt[no]);
    };
    std::ranges::sort(shared, {}, order);
    count_of_contest_.assign(field_.sheets.size(), 0);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < shared.size(); ++i) {
      if (i == 0 || person(shared[i]) != person(shared[i - 1])) count = 0;
      count_of_contest_[shared[i]] = ++count;
    }
  }

  /// Judge the sheets of one person in one round, numbered and in the order of the attempts.
  void judge(std::size_t slot, std::span<const SheetNo> own) {
    const bool excluded = barred_from(field_, tally_, person(own.front())) == roster::Barred::from_enter;
    const contest::AttemptPolicy& rules = policy(own.front());
    const std::vector<contest::RankingKey>& order =
        rules.keep == contest::Keep::by_keys ? rules.keys : best_order_;
    std::uint32_t counted = 0;
    SheetNo kept = kNone;
    for (const SheetNo sheet : own) {
      const Verdict verdict = verdict_on(sheet, rules, excluded);
      tally_.verdict[sheet] = verdict;
      if (verdict != Verdict::accepted) continue;
      ++counted;
      if (kept == kNone || replaces(sheet, kept, rules.keep, order)) kept = sheet;
    }
    tally_.attempts[slot] = counted;
    tally_.kept[slot] = kept;
  }

 private:
  [[nodiscard]] PersonNo person(SheetNo sheet) const {
    return tally_.persons.of(field_.sheets[sheet].entrant);
  }

  [[nodiscard]] const contest::AttemptPolicy& policy(SheetNo sheet) const {
    const TrackNo track = track_of(field_, tally_, person(sheet));
    return field_.contest.rounds[field_.sheets[sheet].round].of(track).attempts;
  }

  [[nodiscard]] Verdict verdict_on(SheetNo sheet, const contest::AttemptPolicy& rules, bool excluded) const {
    if (field_.sheets[sheet].admitted) return Verdict::accepted;
    if (excluded) return Verdict::excluded;
    if (field_.sheets[sheet].late) return Verdict::late;
    const std::uint32_t number = rules.per_contest ? count_of_contest_[sheet] : tally_.attempt[sheet];
    return rules.max && number > *rules.max ? Verdict::over : Verdict::accepted;
  }

  /// Whether `a` is kept rather than `b`, the sheet of an earlier attempt.
  [[nodiscard]] bool replaces(SheetNo a, SheetNo b, contest::Keep keep,
                              const std::vector<contest::RankingKey>& order) const {
    if (keep == contest::Keep::first) return false;
    if (keep == contest::Keep::last) return true;
    for (const contest::RankingKey& key : order) {
      if (!is_of_sheet(key.key)) continue;
      const auto value = [&](SheetNo sheet) {
        return merit(sheet_value(field_.sheets[sheet], key.key, field_.contest.resolution), key.descending);
      };
      if (value(a) != value(b)) return value(a) < value(b);
    }
    return false;
  }

  const Field& field_;
  Tally& tally_;
  std::vector<contest::RankingKey> best_order_;
  std::vector<std::uint32_t> count_of_contest_;  ///< by sheet, of those in rounds that share a count
};

/// Calls `visit` with every slot that has sheets and with them, which it may put in another order.
template <class Visit>
void each_slot(const Field& field, const Tally& tally, std::optional<SheetsBySlot>& by_slot, Visit visit) {
  if (by_slot) {
    for (std::size_t slot = 0; slot < tally.kept.size(); ++slot)
      if (const std::span<SheetNo> own = by_slot->of(slot); !own.empty()) visit(slot, own);
    return;
  }
  for (SheetNo sheet = 0; sheet < field.sheets.size(); ++sheet) {
    SheetNo own = sheet;
    if (const auto slot = slot_of(tally.persons, field.sheets[sheet])) visit(*slot, std::span(&own, 1));
  }
}

void judge_all(const Field& field, Tally& tally) {
  tally.verdict.assign(field.sheets.size(), Verdict::unknown_entrant);
  tally.attempt.resize(field.sheets.size());
  tally.attempts.assign(field.contest.rounds.size() * tally.persons.size(), 0);
  tally.kept.assign(tally.attempts.size(), kNone);
  // The column of counted sheets holds the number of all sheets meanwhile.
  for (SheetNo sheet = 0; sheet < field.sheets.size(); ++sheet) {
    tally.attempt[sheet] = field.sheets[sheet].attempt;
    if (const auto slot = slot_of(tally.persons, field.sheets[sheet])) ++tally.attempts[*slot];
  }
  std::optional<SheetsBySlot> by_slot;
  if (std::ranges::any_of(tally.attempts, [](std::uint32_t sheets) { return sheets > 1; }))
    by_slot.emplace(field.sheets, tally.persons, tally.attempts);
  Judge judge(field, tally);
  each_slot(field, tally, by_slot, [&](std::size_t, std::span<SheetNo> own) { judge.number(own); });
  judge.count_over_contest();
  each_slot(field, tally, by_slot, [&](std::size_t slot, std::span<SheetNo> own) { judge.judge(slot, own); });
}

}  // namespace

Tally tally(const Field& field) {
  Tally result;
  result.persons = find_persons(field);
  result.strictest = strictest_registrations(field, result.persons);
  judge_all(field, result);
  result.counters = count(field, result, whole_contest(field.contest)).counters;
  return result;
}

roster::Barred barred_from(const Field& field, const Tally& tally, PersonNo person) {
  return field.placement[tally.barring(person)].barred_from();
}

TrackNo track_of(const Field& field, const Tally& tally, PersonNo person) {
  return field.placement[tally.persons.first(person)].track;
}

}  // namespace quiz::ranking
