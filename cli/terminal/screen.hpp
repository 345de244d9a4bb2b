// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>

#include <chrono>
#include <string>
#include <string_view>

namespace quiz::cli::terminal {

/// How a piece of text looks. Each but `plain` differs without colour, too.
enum class Style { plain, strong, bar, good, warning };

/// What somebody did at the keyboard or with the mouse.
struct Key {
  enum class Kind {
    nothing,  ///< the wait is over
    text,     ///< `text` was typed or pasted: a character
    enter,
    tab,
    back_tab,
    up,
    down,
    left,
    right,
    page_up,
    page_down,
    home,
    end,
    backspace,
    erase_ahead,
    escape,
    function,  ///< F`number`
    control,   ///< Ctrl and the letter `text`
    press,     ///< of the mouse, at `row` and `column`
    wheel_up,
    wheel_down,
    resize,
    stop,   ///< the program for a while: Ctrl-Z
    closed  ///< the terminal goes away, or somebody ends the program
  };

  Kind kind = Kind::nothing;
  std::string text;
  int number = 0;
  int row = 0;
  int column = 0;
  bool pasted = false;
};

/// The whole terminal, which is as it was when this goes, however it goes.
class Screen {
 public:
  /// Throws Error{failed} (`take.terminal`) where the terminal cannot do it.
  explicit Screen(bool colours);
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  ~Screen();

  [[nodiscard]] int rows() const;
  [[nodiscard]] int columns() const;

  /// Begin a new picture; it is shown by `show`.
  void clear();
  /// Write a text, cut at the end of the line. Hostile characters become visible.
  void put(int row, int column, std::string_view text, Style style = Style::plain);
  /// Show the picture, the cursor there; below 0: without a cursor.
  void show(int row, int column);

  /// The next key, waiting for it at most so long.
  [[nodiscard]] Key next(Milliseconds wait);
  /// Give the terminal back and stop until somebody lets the program go on.
  void stop();

 private:
  bool colours_ = false;
  bool pasting_ = false;
  std::chrono::steady_clock::time_point last_pasted_;
};

}  // namespace quiz::cli::terminal
