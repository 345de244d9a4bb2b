// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/terminal/screen.hpp>
#include <cli/terminal/take_command.hpp>
#include <cli/terminal/take_state.hpp>

#include <string>
#include <vector>

namespace quiz::cli::terminal {

/// A text on the screen.
struct Spot {
  int row = 0;
  int column = 0;
  std::string text;
  Style style = Style::plain;
};

/// Cells of a row that do something when they are pressed: those from `begin` to before `end`.
struct Button {
  int row = 0;
  int begin = 0;
  int end = 0;
  Command command;
};

/// All that is seen of a sitting at one moment.
struct Picture {
  std::vector<Spot> spots;      ///< later ones stand over earlier ones
  std::vector<Button> buttons;  ///< none overlap
  int cursor_row = -1;          ///< below 0: no cursor
  int cursor_column = 0;
  Room room;
  bool is_readable = true;  ///< false: the screen is too small, and only leaving makes sense
};

/// What a sitting looks like in so many rows and columns. Where nothing can be read in them the picture says
/// so.
[[nodiscard]] Picture picture_of(const TakeState& state, int rows, int columns);

/// What a press there does.
[[nodiscard]] Command pressed(const Picture& picture, int row, int column);

}  // namespace quiz::cli::terminal
