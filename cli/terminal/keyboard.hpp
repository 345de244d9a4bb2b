// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/terminal/screen.hpp>
#include <cli/terminal/take_picture.hpp>
#include <cli/terminal/take_state.hpp>

#include <chrono>
#include <deque>
#include <optional>

namespace quiz::cli::terminal {

/// Does what is typed, in the order in which it is typed. While the disk is waited for keys wait, too, and
/// are for what is shown afterwards, so that a slow disk changes nothing of what they do. A press of the
/// mouse is for what is seen: one that comes meanwhile does nothing, nor do keys behind it.
class Keyboard {
 public:
  Keyboard(TakeState& state, Screen& screen) : state_(state), screen_(screen) {}

  /// Take in what is typed while a picture is seen; waits for it until the clock must be drawn again.
  void read(const Picture& picture);
  /// Do what needs no other picture, and no disk, first. Leaving and stopping come last; nobody who leaves
  /// waits longer than two seconds for what was typed before.
  void handle(const Picture& picture);
  /// Drop what was typed and is not done yet.
  void forget() { keys_.clear(); }

 private:
  using Clock = std::chrono::steady_clock;

  /// Of what is typed, for it is not read on: the entrant leaves, or stops the program for a while.
  struct End {
    bool is_stop = false;
    Clock::time_point latest;
  };

  [[nodiscard]] Milliseconds patience() const;
  [[nodiscard]] Command command_for(const Key& key, const Picture& picture) const;
  void take_in(const Key& key, const Picture& picture);
  [[nodiscard]] bool is_held(const Key& key);
  void perform(const Key& key, const Picture& picture);
  void finish();

  TakeState& state_;
  Screen& screen_;
  std::deque<Key> keys_;  ///< not done yet
  std::optional<End> end_;
  bool is_deaf_ = false;  ///< until the wait is over
  Clock::time_point held_until_;
};

}  // namespace quiz::cli::terminal
