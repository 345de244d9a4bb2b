// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/contest_hold.hpp>

#include <quizlib/workflow/freeze.hpp>
#include <quizlib/workflow/results.hpp>
#include <quizlib/workflow/sealed.hpp>

namespace quiz::workflow {

report::Document hold(const ContestFolder& folder, const HoldRequest& request, Instant now,
                      const Writer& writer) {
  require_store(folder);
  const auto store = store::Store::open(store_path(folder), writer);
  [[maybe_unused]] const store::Seal seal = require_seal(store.get(), folder);
  const std::string state = request.on ? "on" : "off";
  report::Document document;
  document.name = "hold";
  document.contest = folder.contest.id;
  document.title = folder.contest.title;
  document.provisional = !all_frozen(folder.contest, *store);
  document.rows =
      report::table("rows", {{"hold", report::Kind::word}, {"since", report::Kind::instant}, {"reason"}},
                    {{state, folder.contest.zone.format(now), text_cell(request.reason)}});
  if (request.dry_run) {
    document.notes.emplace_back("dry-run");
    return document;
  }
  store::Decision decision;
  decision.kind = store::Decision::Kind::hold;
  decision.subjects = {state};
  decision.reason = request.reason;
  decision.made_at = now;
  store::Transaction transaction(store->database());
  store->put(decision);
  transaction.commit();
  return document;
}

}  // namespace quiz::workflow
