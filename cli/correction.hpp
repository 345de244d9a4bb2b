// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/options.hpp>

#include <quizlib/workflow/correction.hpp>

#include <string_view>

namespace quiz::cli {

/// Throws Error{usage} where a reason, which that option calls for, holds nothing.
void require_reason(std::string_view reason, std::string_view option);

/// The options of every command that corrects results: `--apply` and `--reason TEXT`.
void declare_correction(Options& options, workflow::Correction& correction);

/// The correction that is asked for here and now; a dry run applies nothing. Throws Error{usage} where it is
/// to be applied without a reason.
[[nodiscard]] workflow::Correction correction(const workflow::Correction& asked, const Context& context);

}  // namespace quiz::cli
