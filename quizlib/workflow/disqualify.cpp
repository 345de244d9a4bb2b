// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/disqualify.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/ranking/tally.hpp>
#include <quizlib/roster/comparable.hpp>

#include <utility>

namespace quiz::workflow {
namespace {

/// The row of excluded.csv that a disqualification is.
roster::Exclusion exclusion(const store::Decision& decision) {
  roster::Exclusion row;
  row.cells.emplace_back("id", roster::comparable("id", decision.subjects.at(0)));
  row.from = decision.subjects.at(1) == "enter" ? roster::Barred::from_enter : roster::Barred::from_win;
  row.reason = decision.reason;
  return row;
}

}  // namespace

std::vector<roster::Exclusion> exclusions_in_force(const ContestFolder& folder,
                                                   const std::vector<store::Decision>& decisions) {
  std::vector<roster::Exclusion> all = folder.exclusions;
  for (const store::Decision& decision : decisions)
    if (decision.kind == store::Decision::Kind::disqualify) all.push_back(exclusion(decision));
  return all;
}

report::Document disqualify(const std::shared_ptr<const ContestFolder>& folder,
                            const DisqualifyRequest& request, const Writer& writer) {
  const Correcting correcting = begin_correction(folder, request.correction, writer);
  const Results& before = *correcting.before;
  const EntrantNo entrant = require_entrant(before.field().roster, request.entrant);
  const PersonNo person = before.tally().persons.of(entrant);
  const auto barred = request.from_entering ? roster::Barred::from_enter : roster::Barred::from_win;
  const std::string from = request.from_entering ? "enter" : "win";
  if (ranking::barred_from(before.field(), before.tally(), person) >= barred)
    throw Error(ErrorKind::failed,
                Message("disqualify.already", {{"entrant", request.entrant}, {"from", from}}));
  store::Decision decision;
  decision.kind = store::Decision::Kind::disqualify;
  decision.subjects = {std::string(before.field().roster.ids[entrant]), from};
  return correct(correcting, folder, std::move(decision), request.correction);
}

}  // namespace quiz::workflow
