// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/hash.hpp>

#include <cstddef>
#include <vector>

namespace quiz::response {

/// The digests of the sheets seen so far: 16 bytes each in a table at most two thirds full.
class DigestSet {
 public:
  /// Whether `digest` is new; it is in the set afterwards.
  bool insert(const Hash128& digest);
  [[nodiscard]] bool contains(const Hash128& digest) const;
  [[nodiscard]] std::size_t size() const { return size_ + (has_zero_ ? 1 : 0); }

 private:
  [[nodiscard]] std::size_t slot_of(const Hash128& digest) const;
  void grow();

  std::vector<Hash128> slots_;  ///< a power of two; all zero = free
  std::size_t size_ = 0;
  bool has_zero_ = false;  ///< the digest that looks like a free slot
};

}  // namespace quiz::response
