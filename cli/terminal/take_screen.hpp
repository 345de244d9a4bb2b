// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/context.hpp>

#include <quizlib/workflow/open_sitting.hpp>

namespace quiz::cli::terminal {

/// Let an entrant sit in the whole terminal (docs/commands/take.md). Ends when the sheet is handed in or when
/// the entrant leaves; what was answered is kept. Throws Error{failed} (`take.terminal`) where the terminal
/// cannot do it.
void take_screen(workflow::OpenSitting& sitting, Context& context);

}  // namespace quiz::cli::terminal
