// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/choices.hpp>

#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace quiz::cli::terminal {

using bank::ItemType;

void Choices::set(std::vector<std::uint8_t> picks) {
  picks_ = std::move(picks);
  grabbed_ = false;
  if (type_ != ItemType::order || !picks_.empty()) return;
  for (std::uint8_t i = 0; i < count_; ++i) picks_.push_back(i);
}

bool Choices::choose(std::size_t line) {
  if (line >= count_) return false;
  if (type_ == ItemType::order) return grab(line);
  const auto place = static_cast<std::uint8_t>(line);
  if (type_ == ItemType::match) {
    picks_[line] = static_cast<std::uint8_t>((picks_[line] + 1) % (count_ + 1));
  } else if (type_ != ItemType::multiple) {
    picks_ = {place};
  } else if (const auto chosen = std::ranges::find(picks_, place); chosen != picks_.end()) {
    picks_.erase(chosen);
  } else {
    picks_.insert(std::ranges::upper_bound(picks_, place), place);
  }
  cursor_ = line;
  return true;
}

/// Take a line of an order up, or put down there what was taken up.
bool Choices::grab(std::size_t line) {
  if (grabbed_ && line != cursor_) {
    const auto from = picks_.begin() + static_cast<std::ptrdiff_t>(cursor_);
    const auto to = picks_.begin() + static_cast<std::ptrdiff_t>(line);
    from < to ? std::rotate(from, from + 1, to + 1) : std::rotate(to, from, from + 1);
  }
  cursor_ = line;
  grabbed_ = !grabbed_;
  return !grabbed_;
}

bool Choices::letter(std::string_view typed) {
  const std::string text = text::latin_digits(typed);
  if (text.size() != 1) return false;
  const char c =
      text.front() >= 'A' && text.front() <= 'Z' ? static_cast<char>(text.front() - 'A' + 'a') : text.front();
  if (c == ' ') return choose(cursor_);
  const bool is_digit = c >= '1' && c <= '9';
  const auto at = static_cast<std::size_t>(is_digit ? c - '1' : c - 'a');
  if ((!is_digit && c < 'a') || at >= count_) return false;
  if (type_ == ItemType::match) return match(at, is_digit);
  if (type_ == ItemType::order) return put_in_order(at, is_digit);
  return choose(at);
}

bool Choices::point(std::size_t line) {
  cursor_ = line;
  return false;
}

/// A digit goes to a left side, a letter is the right side for the one of the cursor.
bool Choices::match(std::size_t at, bool is_digit) {
  if (is_digit) return point(at);
  picks_[cursor_] = static_cast<std::uint8_t>(at + 1);
  return true;
}

/// A digit counts the lines as they stand, a letter names what is to be taken up.
bool Choices::put_in_order(std::size_t at, bool is_digit) {
  if (is_digit) return grabbed_ ? choose(at) : point(at);
  const auto named = std::ranges::find(picks_, static_cast<std::uint8_t>(at));
  return choose(static_cast<std::size_t>(named - picks_.begin()));
}

bool Choices::move(int by) {
  if ((by < 0 && cursor_ == 0) || (by > 0 && cursor_ + 1 >= count_)) return false;
  const std::size_t to = by < 0 ? cursor_ - 1 : cursor_ + 1;
  if (grabbed_) std::swap(picks_[cursor_], picks_[to]);
  cursor_ = to;
  return grabbed_;
}

}  // namespace quiz::cli::terminal
