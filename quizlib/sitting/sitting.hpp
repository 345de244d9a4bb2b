// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/sitting/stopwatch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::sitting {

/// What an entrant does, or the machine for it.
enum class Act : std::uint8_t {
  open,    ///< sit down, at first or again
  see,     ///< look at an item
  answer,  ///< `text` is all of the answer, as tables write it with ids; empty: blank
  edit,    ///< `text` says what changed in the answer before, see `change_of`
  flag,    ///< mark an item to come back to
  unflag,
  predict,  ///< `text` is the prediction as written
  submit
};

/// The names of the enumerators, in their order.
inline constexpr std::array<std::string_view, 8> kActs{"open", "see",    "answer",  "edit",
                                                       "flag", "unflag", "predict", "submit"};

/// One of the things that make a sitting, each of which is kept for ever.
struct Event {
  Act act = Act::open;
  std::uint32_t position = 0;  ///< of the item in the paper, from 0; 0 where there is none
  std::string text;
  Reading at;

  friend bool operator==(const Event&, const Event&) = default;
};

/// What makes one text of another: `BEGIN COUNT TEXT`, where COUNT bytes from byte BEGIN on give way to TEXT.
/// So a long text that is being typed costs what is typed of it, not the whole for every key. Cuts between
/// characters only.
[[nodiscard]] std::string change_of(std::string_view before, std::string_view after);

/// The text that a change makes of one; nothing where it does not fit.
[[nodiscard]] std::optional<std::string> changed(std::string_view before, std::string_view change);

/// What has become of an item.
struct Slot {
  std::string answer;  ///< empty: blank
  bool flagged = false;
  std::optional<Milliseconds> first_seen;  ///< elapsed; nothing: never

  friend bool operator==(const Slot&, const Slot&) = default;
};

/// One attempt as far as it has come: what its events say.
struct Sitting {
  std::vector<Slot> slots;  ///< by position in the paper
  std::string prediction;
  bool submitted = false;
  Reading last;  ///< of the last event

  [[nodiscard]] std::size_t answered() const;
};

/// Take an event in; false, and nothing changes, where it does not fit. Needs a position in the paper.
bool apply(Sitting& sitting, const Event& event);

}  // namespace quiz::sitting
