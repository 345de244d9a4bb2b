// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/take_screen.hpp>

#include <cli/console.hpp>
#include <cli/take_text.hpp>
#include <cli/terminal/screen.hpp>
#include <cli/terminal/take_keys.hpp>
#include <cli/terminal/take_picture.hpp>
#include <cli/terminal/take_state.hpp>

#include <quizlib/base/error.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <utility>

namespace quiz::cli::terminal {
namespace {

/// So many keys are read before anything is drawn, or a paste would take minutes.
constexpr int kMostAtOnce = 4096;
/// Between two looks at a disk that is waited for.
constexpr Milliseconds kShort{50};
/// Whoever leaves does not wait longer for whoever holds the store.
constexpr Milliseconds kLeaving = std::chrono::seconds(2);
/// Enter that comes so soon after the one that started is that one, held down.
constexpr auto kHeld = std::chrono::milliseconds(400);

void show(const Picture& picture, Screen& screen) {
  screen.clear();
  for (const Spot& spot : picture.spots) screen.put(spot.row, spot.column, spot.text, spot.style);
  screen.show(picture.cursor_row, picture.cursor_column);
}

/// Until the next second of the clock.
Milliseconds wait_for(const TakeState& state) {
  constexpr Milliseconds kSecond = std::chrono::seconds(1);
  if (state.waits()) return kShort;
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

bool leaves(const Key& key, const Picture& picture, const TakeState& state) {
  return command_for(key, picture, state).kind == Command::Kind::leave;
}

/// Who holds Enter down to start does not want to run through the paper.
class HeldEnter {
 public:
  void begun() { until_ = now() + kHeld; }
  /// Whether the key is Enter still held; then the next one is, too.
  bool is_held(const Key& key) {
    const bool is_held = key.kind == Key::Kind::enter && now() < until_;
    until_ = is_held ? now() + kHeld : Clock::time_point();
    return is_held;
  }

 private:
  using Clock = std::chrono::steady_clock;
  static Clock::time_point now() { return Clock::now(); }

  Clock::time_point until_;
};

/// Read the keys that have come behind those that wait. What is pressed while the disk is waited for was
/// meant for what is seen meanwhile, where only leaving does something.
void read(std::deque<Key>& keys, const Picture& picture, const TakeState& state, Screen& screen) {
  Milliseconds wait = keys.empty() || state.waits() ? wait_for(state) : Milliseconds{0};
  for (int count = 0; count < kMostAtOnce; ++count) {
    const Key key = screen.next(std::exchange(wait, Milliseconds{0}));
    if (key.kind == Key::Kind::nothing) return;
    if (key.kind != Key::Kind::press || !state.waits() || leaves(key, picture, state)) keys.push_back(key);
  }
}

/// Do what the keys say, in turn. Those behind one that waits for the disk wait, too, so that a slow disk
/// changes nothing of what keys do; only leaving waits for nothing.
void handle(std::deque<Key>& keys, const Picture& picture, TakeState& state, HeldEnter& held) {
  for (bool is_drawn = true; !keys.empty() && !state.leaves() && !state.waits(); is_drawn = false) {
    // Where a key has changed the view, the buttons of the picture mean nothing any more.
    if (keys.front().kind == Key::Kind::press && !is_drawn) return;
    const bool had_begun = state.sitting().has_begun();
    if (!held.is_held(keys.front())) state.perform(command_for(keys.front(), picture, state));
    if (!had_begun && state.sitting().has_begun()) held.begun();
    keys.pop_front();
  }
  const auto is_leave = [&](const Key& key) { return leaves(key, picture, state); };
  if (state.waits() && std::ranges::any_of(keys, is_leave)) state.perform({Command::Kind::leave});
}

/// Sit until the sheet is handed in or the entrant leaves.
void sit(TakeState& state, Screen& screen) {
  std::deque<Key> keys;
  HeldEnter held;
  while (!state.leaves()) {
    const bool was_done = state.view() == View::done;
    state.tick();
    if (!was_done && state.view() == View::done) keys.clear();  // they were for the paper
    state.fit(static_cast<std::size_t>(std::max(1, screen.columns() - 3)));
    const Picture picture = picture_of(state, screen.rows(), screen.columns());
    state.drawn(picture.room);
    show(picture, screen);
    if (picture.is_readable) state.see();
    read(keys, picture, state, screen);
    handle(keys, picture, state, held);
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
