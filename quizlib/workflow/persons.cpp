// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/persons.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace quiz::workflow {
namespace {

/// The persons of registrations, beside them. The decision names the ids as the roster writes them.
std::vector<PersonNo> persons_of(const Results& results, const std::vector<std::string>& entrants,
                                 store::Decision& decision) {
  std::vector<PersonNo> persons;
  for (const std::string& id : entrants) {
    const EntrantNo entrant = require_entrant(results.field().roster, id);
    persons.push_back(results.tally().persons.of(entrant));
    decision.subjects.emplace_back(results.field().roster.ids[entrant]);
  }
  return persons;
}

/// Whether registrations with other ids belong to the person too.
bool has_others(const Results& results, PersonNo person, std::string_view id) {
  const roster::Roster& roster = results.field().roster;
  const std::string own = text::nfc(id);
  for (EntrantNo entrant = 0; entrant < roster.size(); ++entrant)
    if (results.tally().persons.of(entrant) == person && text::nfc(roster.ids[entrant]) != own) return true;
  return false;
}

}  // namespace

std::vector<roster::PersonDecision> person_decisions(const std::vector<store::Decision>& decisions) {
  using Kind = store::Decision::Kind;
  std::vector<roster::PersonDecision> all;
  for (const store::Decision& decision : decisions)
    if (decision.kind == Kind::merge || decision.kind == Kind::split)
      all.push_back({decision.kind == Kind::merge, decision.subjects});
  return all;
}

report::Document merge_persons(const std::shared_ptr<const ContestFolder>& folder,
                               const PersonRequest& request, const Writer& writer) {
  if (request.entrants.size() < 2) throw Error(ErrorKind::usage, Message("person.merge-one"));
  const Correcting correcting = begin_correction(folder, request.correction, writer);
  store::Decision decision;
  decision.kind = store::Decision::Kind::merge;
  const std::vector<PersonNo> persons = persons_of(*correcting.before, request.entrants, decision);
  if (std::ranges::count(persons, persons.front()) == std::ssize(persons))
    throw Error(ErrorKind::failed, Message("person.merged", {{"entrant", request.entrants.front()}}));
  return correct(correcting, folder, std::move(decision), request.correction);
}

report::Document split_person(const std::shared_ptr<const ContestFolder>& folder,
                              const PersonRequest& request, const Writer& writer) {
  const Correcting correcting = begin_correction(folder, request.correction, writer);
  store::Decision decision;
  decision.kind = store::Decision::Kind::split;
  const std::vector<PersonNo> persons = persons_of(*correcting.before, request.entrants, decision);
  if (!has_others(*correcting.before, persons.front(), request.entrants.front()))
    throw Error(ErrorKind::failed, Message("person.alone", {{"entrant", request.entrants.front()}}));
  return correct(correcting, folder, std::move(decision), request.correction);
}

}  // namespace quiz::workflow
