// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/context.hpp>

#include <quizlib/workflow/open_sitting.hpp>

namespace quiz::cli {

/// Let an entrant sit line by line (docs/commands/take.md): every question is printed, every line of standard
/// input is an answer. Ends when the sheet is handed in, when the entrant leaves, or with the input; what was
/// answered is kept. Throws Error{interrupted}.
void take_plain(workflow::OpenSitting& sitting, Context& context);

}  // namespace quiz::cli
