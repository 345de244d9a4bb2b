// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/correction.hpp>

#include <quizlib/workflow/awards.hpp>
#include <quizlib/workflow/impact.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <utility>

namespace quiz::workflow {

Correcting begin_correction(const std::shared_ptr<const ContestFolder>& folder, const Correction& correction,
                            const Writer& writer) {
  require_store(*folder);
  Correcting correcting;
  correcting.store = store::Store::open(store_path(*folder), writer);
  correcting.before = std::make_unique<Results>(folder, *correcting.store, correction.threads);
  return correcting;
}

report::Document correct(const Correcting& correcting, const std::shared_ptr<const ContestFolder>& folder,
                         store::Decision decision, const Correction& correction,
                         const std::function<void(store::DecisionCount)>& also) {
  decision.reason = correction.reason;
  decision.made_at = correction.now;
  store::Transaction transaction(correcting.store->database());
  const store::DecisionCount number = correcting.store->put(decision);
  if (also) also(number);
  const Results after(folder, *correcting.store, correction.threads);
  const text::Language language = folder->contest.languages.front();
  report::Document document =
      award_impact(compute_awards(*correcting.before, language), compute_awards(after, language));
  if (correction.apply)
    transaction.commit();
  else
    document.notes.emplace_back("impact.not-applied");
  return document;
}

}  // namespace quiz::workflow
