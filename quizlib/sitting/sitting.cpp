// SPDX-License-Identifier: Apache-2.0
#include <quizlib/sitting/sitting.hpp>

#include <quizlib/base/utf8.hpp>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstddef>
#include <system_error>
#include <utility>

namespace quiz::sitting {
namespace {

/// Whether no character is cut there.
bool is_between(std::string_view text, std::size_t at) {
  return at == text.size() || begins_character(text[at]);
}

/// Take a number and the blank after it off a text.
std::optional<std::size_t> take_number(std::string_view& text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data() + text.size() || *end != ' ') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return number;
}

}  // namespace

std::size_t Sitting::answered() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(slots, [](const Slot& slot) { return !slot.answer.empty(); }));
}

std::string change_of(std::string_view before, std::string_view after) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t begin = 0;
  while (begin < shorter && before[begin] == after[begin]) ++begin;
  while (!is_between(before, begin) || !is_between(after, begin)) --begin;
  std::size_t same = 0;
  while (same < shorter - begin && before[before.size() - same - 1] == after[after.size() - same - 1]) ++same;
  while (!is_between(before, before.size() - same)) --same;
  std::string change = std::to_string(begin) + ' ' + std::to_string(before.size() - same - begin) + ' ';
  return change.append(after.substr(begin, after.size() - same - begin));
}

std::optional<std::string> changed(std::string_view before, std::string_view change) {
  const std::optional<std::size_t> begin = take_number(change);
  const std::optional<std::size_t> count = begin ? take_number(change) : std::nullopt;
  if (!count || *begin > before.size() || *count > before.size() - *begin) return std::nullopt;
  return std::string(before).replace(*begin, *count, change);
}

bool apply(Sitting& sitting, const Event& event) {
  if (event.act == Act::edit) {
    std::optional<std::string> answer = changed(sitting.slots[event.position].answer, event.text);
    return answer && apply(sitting, {Act::answer, event.position, *std::move(answer), event.at});
  }
  sitting.last = event.at;
  if (event.act == Act::open) return true;
  if (event.act == Act::submit) {
    sitting.submitted = true;
    return true;
  }
  if (event.act == Act::predict) {
    sitting.prediction = event.text;
    return true;
  }
  assert(event.position < sitting.slots.size());
  Slot& slot = sitting.slots[event.position];
  if (event.act == Act::see) {
    if (!slot.first_seen) slot.first_seen = event.at.elapsed;
  } else if (event.act == Act::answer) {
    slot.answer = event.text;
  } else {
    slot.flagged = event.act == Act::flag;
  }
  return true;
}

}  // namespace quiz::sitting
