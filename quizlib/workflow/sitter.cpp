// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/sitter.hpp>

#include <quizlib/response/registry.hpp>
#include <quizlib/roster/persons.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/disqualify.hpp>
#include <quizlib/workflow/persons.hpp>

#include <charconv>

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
      decisions_(store.decisions()),
      open_roster_(open_roster(folder, store)),
      roster_(folder.roster ? *folder.roster : open_roster_),
      index_(roster_),
      placement_(place(folder, roster_, decisions_)) {}

std::optional<Sitter> Sitters::find(std::string_view id) const {
  Sitter sitter;
  sitter.entrant = text::nfc(id);
  contest::Placement placed;
  if (folder_.roster) {
    const EntrantNo no = index_.find(sitter.entrant);
    if (no == kNone) return std::nullopt;
    sitter.name = roster_.cell(no, "name");
    const std::string_view factor = roster_.cell(no, "time_factor");
    std::from_chars(factor.data(), factor.data() + factor.size(), sitter.time_factor);
    placed = placement_[no];
  } else {
    TextColumn only;
    only.push_back(sitter.entrant);
    placed = place(folder_, response::make_roster(only, folder_.groups), decisions_).front();
  }
  sitter.track = placed.track;
  sitter.may_enter = placed.barred_from() != roster::Barred::from_enter && placed.track != kNone;
  return sitter;
}

std::set<std::string, std::less<>> Sitters::ids_of_person(const std::string& entrant) const {
  std::set<std::string, std::less<>> ids{entrant};
  const EntrantNo self = index_.find(entrant);
  if (self == kNone) return ids;
  const auto decisions = person_decisions(decisions_);
  const roster::Persons persons =
      roster::merge_registrations(roster_, folder_.contest.person, {}, {}, decisions);
  for (EntrantNo other = 0; other < roster_.size(); ++other)
    if (persons.of(other) == persons.of(self)) ids.insert(text::nfc(roster_.ids[other]));
  return ids;
}

}  // namespace quiz::workflow
