// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/roster_duplicates.hpp>

#include <quizlib/response/registry.hpp>
#include <quizlib/roster/duplicates.hpp>
#include <quizlib/roster/persons.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/persons.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;

/// The roster, or the one that the sheets taken in so far make.
roster::Roster take_roster(ContestFolder& folder, store::Store* store) {
  if (folder.roster) return std::move(*folder.roster);
  return response::make_roster(store != nullptr ? store->registrations() : TextColumn(), folder.groups);
}

Cell cell(std::string_view text) {
  if (text.empty()) return {};
  return std::string(text);
}

/// The words for what speaks for and against a pair.
std::vector<std::string> words(const roster::EvidenceList& evidence) {
  std::vector<std::string> result;
  for (const roster::Evidence one : evidence) {
    if (one != roster::Evidence::none) result.emplace_back(roster::evidence_code(one));
  }
  return result;
}

std::vector<std::vector<Cell>> rows(const ContestFolder& folder, const roster::Roster& roster,
                                    const std::vector<roster::Duplicate>& duplicates) {
  const auto group = [&](EntrantNo entrant) {
    const GroupNo known = roster.group[entrant];
    return cell(known == kNone ? roster.cell(entrant, "group") : folder.groups[known].code.text);
  };
  std::vector<std::vector<Cell>> result;
  result.reserve(duplicates.size());
  for (const roster::Duplicate& pair : duplicates) {
    result.push_back({std::int64_t{pair.score}, std::string(roster.ids[pair.entrant]),
                      cell(roster.cell(pair.entrant, "name")), group(pair.entrant),
                      std::string(roster.ids[pair.other]), cell(roster.cell(pair.other, "name")),
                      group(pair.other), words(pair.evidence)});
  }
  return result;
}

}  // namespace

std::optional<report::Document> propose_duplicates(const std::filesystem::path& start,
                                                   Diagnostics& diagnostics) {
  const auto folder = load_contest(start, {.roster = true}, diagnostics);
  if (!folder) return std::nullopt;
  const contest::Contest& contest = folder->contest;
  const auto store = store::Store::open(store_path(*folder));
  const roster::Roster roster = take_roster(*folder, store.get());
  const auto decisions = store ? person_decisions(store->decisions()) : std::vector<roster::PersonDecision>();
  const roster::Persons persons = roster::merge_registrations(roster, contest.person, {}, {}, decisions);

  report::Document document;
  document.name = "duplicates";
  document.contest = contest.id;
  document.title = contest.title;
  document.rows = report::table("rows",
                                {{"score", Kind::count},
                                 {"entrant"},
                                 {"name"},
                                 {"group"},
                                 {"other"},
                                 {"other_name"},
                                 {"other_group"},
                                 {"evidence", Kind::words}},
                                rows(*folder, roster, roster::find_duplicates(roster, persons)));
  document.numbers = {{"registrations", static_cast<std::int64_t>(roster.size())},
                      {"persons", static_cast<std::int64_t>(persons.size())}};
  return document;
}

}  // namespace quiz::workflow
