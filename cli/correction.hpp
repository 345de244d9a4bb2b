// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/options.hpp>

#include <quizlib/workflow/correction.hpp>

namespace quiz::cli {

/// The options of every command that corrects results: `--apply` and `--reason TEXT`.
void declare_correction(Options& options, workflow::Correction& correction);

/// The correction that is asked for here and now; a dry run applies nothing. Throws Error{usage} where it is
/// to be applied without a reason.
[[nodiscard]] workflow::Correction correction(const workflow::Correction& asked, const Context& context);

}  // namespace quiz::cli
