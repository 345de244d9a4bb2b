// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/next_attempt.hpp>

#include <quizlib/response/pack.hpp>
#include <quizlib/response/packed_batch.hpp>
#include <quizlib/response/registry.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace quiz::workflow {
namespace {

using Ids = std::set<std::string, std::less<>>;

/// What a person has used up of a round.
struct Used {
  std::uint32_t sheets = 0;
  std::uint32_t highest = 0;  ///< of the numbers that attempts were given

  [[nodiscard]] std::uint32_t attempts() const { return std::max(sheets, highest); }
};

void count_sheets(const contest::Contest& contest, store::Store& store, const Ids& ids,
                  std::vector<Used>& used) {
  std::vector<bool> own;
  const TextColumn registrations = store.registrations();
  for (std::size_t i = 0; i < registrations.size(); ++i)
    own.push_back(ids.contains(text::nfc(response::registration_id(registrations[i]))));
  store.each_batch(response::Part::digests, [&](const response::PackedBatch& packed) {
    const RoundNo round = contest.find_round(packed.round);
    const auto batch = response::unpack_batch(packed, response::Part::digests);
    if (!batch || round == kNone) store.database().damaged();
    for (std::size_t i = 0; i < batch->size(); ++i) {
      if (batch->entrant[i] >= own.size() || !own[batch->entrant[i]]) continue;
      ++used[round].sheets;
      used[round].highest = std::max(used[round].highest, batch->attempt[i]);
    }
    return true;
  });
}

void count_sittings(const contest::Contest& contest, store::Store& store, const Ids& ids,
                    std::vector<Used>& used) {
  for (const store::StoredSitting& sitting : store.sittings()) {
    const RoundNo round = contest.find_round(sitting.round);
    if (round != kNone && ids.contains(sitting.entrant))
      used[round].highest = std::max(used[round].highest, sitting.attempt);
  }
}

}  // namespace

std::optional<std::uint32_t> next_attempt(const contest::Contest& contest, store::Store& store,
                                          const SittingPerson& person, RoundNo round) {
  std::vector<Used> used(contest.rounds.size());
  count_sheets(contest, store, person.ids, used);
  count_sittings(contest, store, person.ids, used);
  const contest::AttemptPolicy& policy = contest.rounds[round].of(person.track).attempts;
  std::uint32_t spent = used[round].attempts();
  if (policy.per_contest) {
    spent = 0;
    for (RoundNo other = 0; other < contest.rounds.size(); ++other)
      if (contest.rounds[other].of(person.track).attempts.per_contest) spent += used[other].attempts();
  }
  if (policy.max && spent >= *policy.max) return std::nullopt;
  return used[round].attempts() + 1;
}

}  // namespace quiz::workflow
