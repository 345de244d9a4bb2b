// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/digest_set.hpp>

#include <utility>

namespace quiz::response {
namespace {

constexpr Hash128 kFree{};
constexpr std::size_t kFirstSlots = 1024;

}  // namespace

std::size_t DigestSet::slot_of(const Hash128& digest) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = digest.low & mask;
  while (slots_[slot] != kFree && slots_[slot] != digest) slot = (slot + 1) & mask;
  return slot;
}

bool DigestSet::insert(const Hash128& digest) {
  if (digest == kFree) return !std::exchange(has_zero_, true);
  if (3 * (size_ + 1) > 2 * slots_.size()) grow();
  Hash128& slot = slots_[slot_of(digest)];
  if (slot == digest) return false;
  slot = digest;
  ++size_;
  return true;
}

bool DigestSet::contains(const Hash128& digest) const {
  if (digest == kFree) return has_zero_;
  return !slots_.empty() && slots_[slot_of(digest)] == digest;
}

void DigestSet::grow() {
  std::vector<Hash128> old(slots_.empty() ? kFirstSlots : 2 * slots_.size());
  old.swap(slots_);
  for (const Hash128& digest : old) {
    if (digest != kFree) slots_[slot_of(digest)] = digest;
  }
}

}  // namespace quiz::response
