// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/take_screen.hpp>

#include <cli/console.hpp>
#include <cli/take_text.hpp>
#include <cli/terminal/screen.hpp>
#include <cli/terminal/take_keys.hpp>
#include <cli/terminal/take_picture.hpp>
#include <cli/terminal/take_state.hpp>

#include <optional>
#include <string>

namespace quiz::cli::terminal {
namespace {

/// So many keys are handled before anything is drawn, or a paste would take minutes.
constexpr int kMostAtOnce = 4096;

void show(const Picture& picture, Screen& screen) {
  screen.clear();
  for (const Spot& spot : picture.spots) screen.put(spot.row, spot.column, spot.text, spot.style);
  screen.show(picture.cursor_row, picture.cursor_column);
}

/// Until the next second of the clock.
Milliseconds wait_for(const TakeState& state) {
  constexpr Milliseconds kSecond = std::chrono::seconds(1);
  const Milliseconds rest = state.sitting().left() % kSecond;
  return rest == Milliseconds{0} ? kSecond : rest;
}

/// Sit until the sheet is handed in or the entrant leaves.
void sit(TakeState& state, Screen& screen) {
  while (!state.leaves()) {
    state.tick();
    const Picture picture = picture_of(state, screen.rows(), screen.columns());
    state.drawn(picture.room);
    show(picture, screen);
    Key key = screen.next(wait_for(state));
    for (int most = kMostAtOnce; most > 0 && key.kind != Key::Kind::nothing && !state.leaves(); --most) {
      if (key.kind == Key::Kind::closed)
        state.perform({Command::Kind::leave});
      else if (key.kind == Key::Kind::press)
        state.perform(pressed(picture, key.row, key.column));
      else
        state.perform(command_of(key, state));
      // Where a press changed the view, the buttons of the old picture mean nothing any more.
      if (key.kind == Key::Kind::press) break;
      key = screen.next(Milliseconds{0});
    }
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
  sitting.settle();
  const text::Catalogue& catalogue = state.catalogue();
  const std::size_t answered = sitting.sitting().answered();
  const Message left("take.left-open", {{"answered", answered}, {"items", sitting.paper().items.size()}});
  print_text(
      context,
      (state.receipt() ? receipt_line(sitting, *state.receipt(), catalogue) : catalogue.format(left)) + '\n');
}

}  // namespace quiz::cli::terminal
