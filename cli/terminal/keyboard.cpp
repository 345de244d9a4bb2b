// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/keyboard.hpp>

#include <cli/terminal/take_keys.hpp>

#include <unistd.h>

#include <utility>

namespace quiz::cli::terminal {
namespace {

/// So many keys are read before anything is drawn, or a paste would take minutes.
constexpr int kMostAtOnce = 4096;
/// Between two looks at a disk that is waited for.
constexpr Milliseconds kShort{50};
/// Whoever leaves does not wait longer for what was typed before.
constexpr auto kLeaving = std::chrono::seconds(2);
/// Enter that comes so soon after the one that started is that one, held down: keyboards begin late to repeat
/// a key, and go on faster.
constexpr auto kFirstRepeat = std::chrono::seconds(1);
constexpr auto kRepeat = std::chrono::milliseconds(400);

}  // namespace

/// Until the next second of the clock.
Milliseconds Keyboard::patience() const {
  constexpr Milliseconds kSecond = std::chrono::seconds(1);
  if (state_.waits()) return kShort;
  if (!keys_.empty()) return Milliseconds{0};
  const Milliseconds rest = state_.sitting().left() % kSecond;
  return rest == Milliseconds{0} ? kSecond : rest;
}

Command Keyboard::command_for(const Key& key, const Picture& picture) const {
  if (key.kind == Key::Kind::closed) return {Command::Kind::leave};
  return key.kind == Key::Kind::press ? pressed(picture, key.row, key.column) : command_of(key, state_);
}

void Keyboard::read(const Picture& picture) {
  if (!state_.waits()) is_deaf_ = false;
  if (end_) {
    const Milliseconds wait = keys_.empty() ? kShort : patience();
    ::usleep(static_cast<useconds_t>(wait.count()) * 1'000);
    return;
  }
  Milliseconds wait = patience();
  for (int count = 0; count < kMostAtOnce && !end_; ++count) {
    const Key key = screen_.next(std::exchange(wait, Milliseconds{0}));
    if (key.kind == Key::Kind::nothing) return;
    take_in(key, picture);
  }
}

void Keyboard::take_in(const Key& key, const Picture& picture) {
  const bool is_stop = key.kind == Key::Kind::stop;
  if (is_stop || command_for(key, picture).kind == Command::Kind::leave) {
    end_ = End{is_stop, Clock::now() + kLeaving};
    return;
  }
  if (!picture.is_readable) return;  // nobody does what they cannot see
  is_deaf_ = is_deaf_ || (state_.waits() && key.kind == Key::Kind::press);
  if (!is_deaf_) keys_.push_back(key);
}

/// Who holds Enter down to start does not want to run through the paper.
bool Keyboard::is_held(const Key& key) {
  if (key.kind == Key::Kind::resize) return false;
  const bool is_held = key.kind == Key::Kind::enter && Clock::now() < held_until_;
  held_until_ = is_held ? Clock::now() + kRepeat : Clock::time_point();
  return is_held;
}

void Keyboard::perform(const Key& key, const Picture& picture) {
  if (is_held(key)) return;
  const bool had_begun = state_.sitting().has_begun();
  const bool was_done = state_.view() == View::done;
  state_.perform(command_for(key, picture));
  if (!had_begun && state_.sitting().has_begun()) held_until_ = Clock::now() + kFirstRepeat;
  if (!was_done && state_.view() == View::done) forget();  // what follows was not meant for the receipt
}

void Keyboard::handle(const Picture& picture) {
  for (bool is_drawn = true; !keys_.empty() && !state_.leaves() && !state_.waits(); is_drawn = false) {
    // Where a key has changed the view, the buttons of the picture mean nothing any more.
    if (keys_.front().kind == Key::Kind::press && !is_drawn) return;
    const Key key = std::move(keys_.front());
    keys_.pop_front();
    perform(key, picture);
  }
  if (end_) finish();
}

/// Leave or stop once everything before it is done. Who stopped with something on the way to the disk would
/// hold the store for everybody, so that where it does not get there nothing stops.
void Keyboard::finish() {
  const bool is_late = Clock::now() >= end_->latest;
  if (!is_late && (!keys_.empty() || state_.waits())) return;
  if (!end_->is_stop) return state_.perform({Command::Kind::leave});
  state_.keep();
  const bool is_kept = !state_.waits() && state_.sitting().settle(Milliseconds{0});
  if (is_kept) screen_.stop();
  if (is_kept || is_late) end_.reset();
}

}  // namespace quiz::cli::terminal
