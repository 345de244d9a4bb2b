// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/take_screen.hpp>

#include <cli/console.hpp>
#include <cli/take_text.hpp>
#include <cli/terminal/screen.hpp>
#include <cli/terminal/take_keys.hpp>
#include <cli/terminal/take_picture.hpp>
#include <cli/terminal/take_state.hpp>

#include <algorithm>
#include <cstddef>
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

Command command_for(const Key& key, const Picture& picture, const TakeState& state) {
  if (key.kind == Key::Kind::closed) return {Command::Kind::leave};
  const Command command =
      key.kind == Key::Kind::press ? pressed(picture, key.row, key.column) : command_of(key, state);
  // Nobody does what they cannot see.
  if (!picture.is_readable && command.kind != Command::Kind::leave) return {};
  return command;
}

/// Do what the keys say that have come. Returns one that must wait for the next picture.
Key handle(Key key, const Picture& picture, TakeState& state, Screen& screen) {
  for (int handled = 0; handled < kMostAtOnce && key.kind != Key::Kind::nothing && !state.leaves();
       ++handled) {
    // Where a key has changed the view, the buttons of the picture mean nothing any more.
    if (key.kind == Key::Kind::press && handled != 0) return key;
    const bool had_begun = state.sitting().has_begun();
    state.perform(command_for(key, picture, state));
    // Who holds Enter down does not want to run through the paper.
    if (!had_begun && state.sitting().has_begun()) screen.forget_keys();
    key = screen.next(Milliseconds{0});
  }
  return {};
}

/// Sit until the sheet is handed in or the entrant leaves.
void sit(TakeState& state, Screen& screen) {
  Key waiting;
  while (!state.leaves()) {
    state.tick();
    state.fit(static_cast<std::size_t>(std::max(1, screen.columns() - 3)));
    const Picture picture = picture_of(state, screen.rows(), screen.columns());
    state.drawn(picture.room);
    show(picture, screen);
    const Key key = waiting.kind != Key::Kind::nothing ? waiting : screen.next(wait_for(state));
    waiting = handle(key, picture, state, screen);
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
