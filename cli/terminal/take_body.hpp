// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/terminal/screen.hpp>
#include <cli/terminal/take_command.hpp>
#include <cli/terminal/take_state.hpp>

#include <quizlib/sitting/sitting.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::cli::terminal {

/// Cells of a line, from `begin` to before `end`, that do something when they are pressed.
struct Press {
  int begin = 0;
  int end = 0;
  Command command;
};

struct BodyLine {
  std::string before;  ///< what stands before the text, without its style
  std::string text;
  Style style = Style::plain;
  std::string_view stem{};  ///< shown instead of `text`, in one line: cut only where it is seen
  std::vector<Press> presses{};
};

/// The middle of the screen, as long as it is: a question with its choices, the review, the rules.
struct Body {
  std::vector<BodyLine> lines;
  std::size_t mark = 0;  ///< the line of the cursor
  bool has_cursor = false;
  std::size_t cursor_column = 0;
  std::size_t field_cells = 1;
};

/// What the view has in lines of at most `columns`.
[[nodiscard]] Body body_of(const TakeState& state, int columns);

/// `#` answered, `!` flagged, `-` seen, `.` not seen.
[[nodiscard]] char map_sign(const sitting::Slot& slot);

}  // namespace quiz::cli::terminal
