// SPDX-License-Identifier: Apache-2.0
#include <quizlib/sitting/sitting.hpp>

#include <algorithm>
#include <cassert>

namespace quiz::sitting {

std::size_t Sitting::answered() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(slots, [](const Slot& slot) { return !slot.answer.empty(); }));
}

void apply(Sitting& sitting, const Event& event) {
  sitting.last = event.at;
  if (event.act == Act::open) return;
  if (event.act == Act::submit) {
    sitting.submitted = true;
    return;
  }
  if (event.act == Act::predict) {
    sitting.prediction = event.text;
    return;
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
}

}  // namespace quiz::sitting
