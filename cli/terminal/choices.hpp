// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/sitting/question.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace quiz::cli::terminal {

/// The lines of a question that is answered by choosing: what is chosen, and the line that keys act on. What
/// does something says whether the picks are an answer now that they were not before.
class Choices {
 public:
  /// None.
  Choices() = default;
  /// So many, none of them chosen.
  Choices(bank::ItemType type, std::size_t count) : type_(type), count_(count) {}

  /// Take over what was chosen before, as `sitting::picks_of` gives it. An order without an answer stands as
  /// it is shown.
  void set(std::vector<std::uint8_t> picks);

  /// As `sitting::picks_of` gives them.
  [[nodiscard]] const std::vector<std::uint8_t>& picks() const { return picks_; }
  [[nodiscard]] std::size_t cursor() const { return cursor_; }
  /// Of an order: the line of the cursor moves with it.
  [[nodiscard]] bool is_grabbed() const { return grabbed_; }

  /// Choose or unchoose a line. In an order, take it up, or put down there what was taken up: only then it is
  /// an answer. In a match, go on to the next right side.
  [[nodiscard]] bool choose(std::size_t line);
  /// What a letter or a digit does, one of Thai or Lao, too; a blank is for the line of the cursor.
  [[nodiscard]] bool letter(std::string_view typed);
  /// One line up (-1) or down (1), with what was taken up.
  [[nodiscard]] bool move(int by);

 private:
  bool grab(std::size_t line);
  bool point(std::size_t line);
  bool match(std::size_t at, bool is_digit);
  bool put_in_order(std::size_t at, bool is_digit);

  bank::ItemType type_ = bank::ItemType::single;
  std::size_t count_ = 0;
  std::vector<std::uint8_t> picks_;
  std::size_t cursor_ = 0;
  bool grabbed_ = false;
};

}  // namespace quiz::cli::terminal
