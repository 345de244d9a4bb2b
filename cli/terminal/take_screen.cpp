// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/take_screen.hpp>

#include <cli/console.hpp>
#include <cli/take_text.hpp>
#include <cli/terminal/keyboard.hpp>
#include <cli/terminal/screen.hpp>
#include <cli/terminal/take_picture.hpp>
#include <cli/terminal/take_state.hpp>

#include <quizlib/base/error.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace quiz::cli::terminal {
namespace {

/// Whoever leaves does not wait longer for whoever holds the store.
constexpr Milliseconds kLeaving = std::chrono::seconds(2);

void show(const Picture& picture, Screen& screen) {
  screen.clear();
  for (const Spot& spot : picture.spots) screen.put(spot.row, spot.column, spot.text, spot.style);
  screen.show(picture.cursor_row, picture.cursor_column);
}

/// Sit until the sheet is handed in or the entrant leaves.
void sit(TakeState& state, Screen& screen) {
  Keyboard keyboard(state, screen);
  while (!state.leaves()) {
    const bool was_done = state.view() == View::done;
    state.tick();
    if (!was_done && state.view() == View::done) keyboard.forget();  // it was for the paper
    state.fit(static_cast<std::size_t>(std::max(1, screen.columns() - 3)));
    const Picture picture = picture_of(state, screen.rows(), screen.columns());
    state.drawn(picture.room);
    show(picture, screen);
    if (picture.is_readable) state.see();
    keyboard.read(picture);
    keyboard.handle(picture);
    state.keep();
  }
}

}  // namespace

void take_screen(workflow::OpenSitting& sitting, Context& context) {
  const bool colours = context.everywhere.color != Color::never && context.variable("NO_COLOR").empty() &&
                       context.variable("QUIZ_NO_COLOR").empty();
  TakeState state(sitting, context.catalogue->language());
  {
    Screen screen(colours);
    sit(state, screen);
  }
  if (!sitting.has_begun()) return;
  if (!sitting.settle(kLeaving)) throw Error(ErrorKind::try_again, Message("take.not-kept"));
  const text::Catalogue& catalogue = state.catalogue();
  const std::size_t answered = sitting.sitting().answered();
  const Message left("take.left-open", {{"answered", answered}, {"items", sitting.paper().items.size()}});
  print_text(
      context,
      (state.receipt() ? receipt_line(sitting, *state.receipt(), catalogue) : catalogue.format(left)) + '\n');
}

}  // namespace quiz::cli::terminal
