// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/terminal/screen.hpp>
#include <cli/terminal/take_command.hpp>
#include <cli/terminal/take_state.hpp>

namespace quiz::cli::terminal {

/// What a key means where the entrant is (docs/commands/take.md). Presses of the mouse mean nothing here.
[[nodiscard]] Command command_of(const Key& key, const TakeState& state);

}  // namespace quiz::cli::terminal
