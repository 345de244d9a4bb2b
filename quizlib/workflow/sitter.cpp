// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/sitter.hpp>

#include <quizlib/ranking/moments.hpp>
#include <quizlib/response/pack.hpp>
#include <quizlib/response/packed_batch.hpp>
#include <quizlib/response/registry.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/disqualify.hpp>
#include <quizlib/workflow/persons.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace quiz::workflow {
namespace {

roster::Roster open_roster(const ContestFolder& folder, store::Store& store) {
  if (folder.roster) return {};
  return response::make_roster(store.registrations(), folder.groups);
}

std::vector<contest::Placement> place(const ContestFolder& folder, const roster::Roster& roster,
                                      const std::vector<store::Decision>& decisions) {
  return contest::place_entrants(folder.contest, roster, exclusions_in_force(folder, decisions));
}

}  // namespace

Sitters::Sitters(const ContestFolder& folder, store::Store& store)
    : folder_(folder),
      store_(store),
      decisions_(store.decisions()),
      open_roster_(open_roster(folder, store)),
      roster_(folder.roster ? *folder.roster : open_roster_),
      index_(roster_),
      placement_(place(folder, roster_, decisions_)) {}

/// Who is known by nothing but the id.
contest::Placement Sitters::place_unknown(const std::string& entrant) const {
  TextColumn only;
  only.push_back(entrant);
  return place(folder_, response::make_roster(only, folder_.groups), decisions_).front();
}

std::optional<Sitter> Sitters::find(std::string_view id) const {
  Sitter sitter;
  sitter.entrant = text::nfc(id);
  if (!folder_.roster) {
    sitter.track = place_unknown(sitter.entrant).track;
    return sitter;
  }
  const EntrantNo no = index_.find(sitter.entrant);
  if (no == kNone) return std::nullopt;
  sitter.track = placement_[no].track;
  sitter.name = roster_.cell(no, "name");
  const std::string_view factor = roster_.cell(no, "time_factor");
  std::from_chars(factor.data(), factor.data() + factor.size(), sitter.time_factor);
  return sitter;
}

std::vector<std::int64_t> Sitters::first_submissions() const {
  std::vector<EntrantNo> entrants;
  const TextColumn registrations = store_.registrations();
  for (EntrantNo i = 0; i < registrations.size(); ++i)
    entrants.push_back(folder_.roster ? index_.find(registrations[i]) : i);
  std::vector<std::int64_t> moments(roster_.size(), kMissing);
  store_.each_batch(response::Part::digests, [&](const response::PackedBatch& packed) {
    const auto batch = response::unpack_batch(packed, response::Part::digests);
    if (!batch || std::ranges::max(batch->entrant) >= entrants.size()) store_.database().damaged();
    for (std::size_t i = 0; i < batch->size(); ++i) {
      const EntrantNo entrant = entrants[batch->entrant[i]];
      if (entrant == kNone || batch->submitted[i] == kMissing) continue;
      std::int64_t& first = moments[entrant];
      first = first == kMissing ? batch->submitted[i] : std::min(first, batch->submitted[i]);
    }
    return true;
  });
  return moments;
}

roster::Persons Sitters::persons() const {
  const auto decided = person_decisions(decisions_);
  const ranking::Field field{folder_.contest, *folder_.items, folder_.groups, roster_, placement_, {}, {},
                             decided};
  return roster::merge_registrations(
      roster_, folder_.contest.person, [&] { return ranking::registered_moments(field); },
      [this] { return first_submissions(); }, decided);
}

SittingPerson Sitters::person_of(const Sitter& sitter) const {
  const EntrantNo self = index_.find(sitter.entrant);
  if (self == kNone) {
    const contest::Placement placed = place_unknown(sitter.entrant);
    return {{sitter.entrant}, placed.track, placed.barred_from() != roster::Barred::from_enter};
  }
  const roster::Persons persons = this->persons();
  const PersonNo person = persons.of(self);
  SittingPerson result{{sitter.entrant}, placement_[persons.first(person)].track};
  for (EntrantNo other = 0; other < roster_.size(); ++other) {
    if (persons.of(other) != person) continue;
    result.ids.insert(text::nfc(roster_.ids[other]));
    if (placement_[other].barred_from() == roster::Barred::from_enter) result.may_enter = false;
  }
  return result;
}

}  // namespace quiz::workflow
