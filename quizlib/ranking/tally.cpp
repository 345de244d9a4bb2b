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
  if (by_id && !field.roster.open) return roster::merge_registrations(field.roster, columns, {}, {});
  return roster::merge_registrations(
      field.roster, columns, [&] { return registered_moments(field); },
      [&] { return first_submissions(field); });
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

/// Gives the sheets of one person in one round their numbers and verdicts.
class Judge {
 public:
  Judge(const Field& field, Tally& tally)
      : field_(field),
        tally_(tally),
        best_order_(best_sheet_order(field.contest)) {}

  /// `own` is put in the order of the attempts.
  void operator()(std::size_t slot, std::span<SheetNo> own) {
    number(own);
    const ScoredSheet& any = field_.sheets[own.front()];
    const contest::AttemptPolicy& policy = field_.contest.rounds[any.round].attempts;
    const PersonNo person = tally_.persons.of(any.entrant);
    const bool excluded = barred_from(field_, tally_, person) == roster::Barred::from_enter;
    std::uint32_t counted = 0;
    SheetNo kept = kNone;
    for (const SheetNo sheet : own) {
      const Verdict verdict = excluded ? Verdict::excluded : judge(sheet, policy);
      tally_.verdict[sheet] = verdict;
      if (verdict != Verdict::accepted) continue;
      ++counted;
      if (kept == kNone || (policy.keep == contest::Keep::best && is_better(sheet, kept))) kept = sheet;
    }
    tally_.attempts[slot] = counted;
    tally_.kept[slot] = kept;
  }

 private:
  [[nodiscard]] Verdict judge(SheetNo sheet, const contest::AttemptPolicy& policy) const {
    if (field_.sheets[sheet].late) return Verdict::late;
    return policy.max && tally_.attempt[sheet] > *policy.max ? Verdict::over : Verdict::accepted;
  }

  void number(std::span<SheetNo> own) {
    const auto given = [&](SheetNo sheet) { return field_.sheets[sheet].attempt; };
    std::ranges::sort(own, {}, given);
    if (given(own.front()) != 0 && std::ranges::adjacent_find(own, {}, given) == own.end()) {
      for (const SheetNo sheet : own) tally_.attempt[sheet] = given(sheet);
      return;
    }
    const auto order = [&](SheetNo no) {
      constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
      const ScoredSheet& sheet = field_.sheets[no];
      const std::int64_t moment = sheet.started != kMissing ? sheet.started : sheet.submitted;
      return std::tuple(moment == kMissing ? kLast : moment, sheet.attempt == 0, sheet.attempt);
    };
    std::ranges::sort(own, [&](SheetNo a, SheetNo b) {
      if (order(a) != order(b)) return order(a) < order(b);
      return a != b && field_.digest(a) < field_.digest(b);
    });
    std::uint32_t next = 0;
    for (const SheetNo sheet : own) tally_.attempt[sheet] = ++next;
  }

  /// Whether `a` is kept rather than `b`, the sheet of an earlier attempt.
  [[nodiscard]] bool is_better(SheetNo a, SheetNo b) const {
    for (const contest::RankingKey& key : best_order_) {
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
};

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
  Judge judge(field, tally);
  if (std::ranges::all_of(tally.attempts, [](std::uint32_t count) { return count <= 1; })) {
    for (SheetNo sheet = 0; sheet < field.sheets.size(); ++sheet) {
      SheetNo own = sheet;
      if (const auto slot = slot_of(tally.persons, field.sheets[sheet])) judge(*slot, std::span(&own, 1));
    }
    return;
  }
  SheetsBySlot by_slot(field.sheets, tally.persons, tally.attempts);
  for (std::size_t slot = 0; slot < tally.attempts.size(); ++slot) {
    if (const std::span<SheetNo> own = by_slot.of(slot); !own.empty()) judge(slot, own);
  }
}

Counters count(const Field& field, const Tally& tally) {
  Counters counters;
  for (PersonNo person = 0; person < tally.persons.size(); ++person) {
    bool finished = false;
    bool all_correct = false;
    for (RoundNo round = 0; round < field.contest.rounds.size(); ++round) {
      const SheetNo kept = tally.kept_sheet(round, person);
      if (kept == kNone) continue;
      finished = true;
      all_correct = all_correct || field.sheets[kept].all_correct;
      counters.attempts += tally.counted_sheets(round, person);
    }
    // A roster made from sheets registers nobody by itself.
    const bool registered =
        finished || (!field.roster.open && barred_from(field, tally, person) != roster::Barred::from_enter);
    counters.registered += registered ? 1 : 0;
    counters.finished += finished ? 1 : 0;
    counters.all_correct += all_correct ? 1 : 0;
  }
  return counters;
}

}  // namespace

Tally tally(const Field& field) {
  Tally result;
  result.persons = find_persons(field);
  result.strictest = strictest_registrations(field, result.persons);
  judge_all(field, result);
  result.counters = count(field, result);
  return result;
}

std::vector<Actual> count_actuals(const Field& field, const Tally& tally) {
  std::vector<Actual> actuals(field.contest.rounds.size());
  for (RoundNo round = 0; round < actuals.size(); ++round) {
    for (PersonNo person = 0; person < tally.persons.size(); ++person) {
      const SheetNo kept = tally.kept_sheet(round, person);
      if (kept != kNone && field.sheets[kept].all_correct) ++actuals[round].all_correct;
    }
  }
  return actuals;
}

roster::Barred barred_from(const Field& field, const Tally& tally, PersonNo person) {
  return field.placement[tally.barring(person)].barred_from();
}

TrackNo track_of(const Field& field, const Tally& tally, PersonNo person) {
  return field.placement[tally.persons.first(person)].track;
}

}  // namespace quiz::ranking
