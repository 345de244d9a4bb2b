// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace quiz::cli::terminal {

/// What an entrant wants done in a sitting, with a key or with the mouse.
struct Command {
  enum class Kind {
    nothing,
    next,
    back,
    open,    ///< question `index`
    choose,  ///< line `index` of the question's choices
    letter,  ///< the letter or digit `text`, on a question that is not typed
    up,
    down,
    page_up,
    page_down,
    wheel_up,
    wheel_down,
    insert,  ///< `text`, where something is typed; the others here too
    erase,
    erase_ahead,
    left,
    right,
    line_begin,
    line_end,
    flag,
    review,
    unanswered,  ///< the next question without an answer
    rules,
    language,
    hand_in,
    leave
  };

  Kind kind = Kind::nothing;
  std::size_t index = 0;
  std::string text{};

  friend bool operator==(const Command&, const Command&) = default;
};

}  // namespace quiz::cli::terminal
