// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/results.hpp>
#include <quizlib/workflow/writer.hpp>

#include <functional>
#include <memory>
#include <string>

namespace quiz::workflow {

/// How a change of the results is asked for.
struct Correction {
  std::string reason;  ///< needed to apply
  bool apply = false;  ///< else only its impact is shown
  unsigned threads = 1;
  Instant now{};
};

/// A store that is open for a correction of its contest, with the results before it.
struct Correcting {
  std::unique_ptr<store::Store> store;
  std::unique_ptr<const Results> before;
};

/// Open the store of a sealed contest. Throws as `Results` does.
[[nodiscard]] Correcting begin_correction(const std::shared_ptr<const ContestFolder>& folder,
                                          const Correction& correction, const Writer& writer);

/// Make a decision, of which kind and subjects are given: what it does to the awards (`award_impact`).
/// Nothing is changed unless the correction is to be applied, which a note says. `also` puts what else goes
/// with the decision into the store, by its number. `folder` is the contest after it.
[[nodiscard]] report::Document correct(const Correcting& correcting,
                                       const std::shared_ptr<const ContestFolder>& folder,
                                       store::Decision decision, const Correction& correction,
                                       const std::function<void(store::DecisionCount)>& also = {});

}  // namespace quiz::workflow
