// SPDX-License-Identifier: Apache-2.0
#include <cli/correction.hpp>

#include <quizlib/base/error.hpp>

namespace quiz::cli {

void declare_correction(Options& options, workflow::Correction& correction) {
  options.flag("--apply", correction.apply);
  options.text("--reason", "TEXT", correction.reason);
}

workflow::Correction correction(const workflow::Correction& asked, const Context& context) {
  if (asked.apply && asked.reason.empty())
    throw Error(ErrorKind::usage, Message("usage.reason-missing", {{"option", "--apply"}}));
  workflow::Correction correction = asked;
  correction.apply = asked.apply && !context.everywhere.dry_run;
  correction.threads = context.threads();
  correction.now = context.clock.now();
  return correction;
}

}  // namespace quiz::cli
