// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace quiz::roster {

/// A hash table of the rows of a column: open addressing, four bytes a slot, the values stay in the column.
///
/// The bits of a slot that no row number needs hold a part of the row's hash, so that rows which only share a
/// slot are told apart without a look at their values.
class RowSlots {
 public:
  /// Room for `rows` rows, numbered below `rows`.
  explicit RowSlots(std::size_t rows)
      : slots_(std::bit_ceil(rows + rows / 2 + 2), kNone),
        row_mask_(static_cast<std::uint32_t>(
            (std::uint64_t{1} << std::bit_width(std::max<std::size_t>(rows, 1))) - 1)) {
    assert(rows < kNone);
  }

  /// The row with that hash for which `same(row)` holds; kNone where there is none.
  template <class Same>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, Same same) const {
    const std::uint32_t slot = slots_[locate(hash, same)];
    return slot == kNone ? kNone : slot & row_mask_;
  }

  /// Put in all rows below `rows`, in their order. `hash(row)` is a row's hash, nothing for a row to leave
  /// out; `same(a, b)` whether two rows are equal; `repeated(before, row)` is told of each row that is equal
  /// to one before it, which is then not put in.
  template <class Hash, class Same, class Repeated>
  void insert_all(std::uint32_t rows, Hash hash, Same same, Repeated repeated) {
    // The slots lie all over the memory: they are fetched while the next rows are hashed.
    constexpr std::uint32_t kAtOnce = 32;
    std::array<std::optional<std::uint64_t>, kAtOnce> hashes;
    for (std::uint32_t begin = 0; begin < rows; begin += kAtOnce) {
      const std::uint32_t count = std::min(kAtOnce, rows - begin);
      for (std::uint32_t i = 0; i < count; ++i) {
        hashes[i] = hash(begin + i);
        if (hashes[i]) __builtin_prefetch(&slots_[first_slot(*hashes[i])]);
      }
      for (std::uint32_t i = 0; i < count; ++i) {
        if (!hashes[i]) continue;
        const std::uint32_t row = begin + i;
        std::uint32_t& slot =
            slots_[locate(*hashes[i], [&](std::uint32_t other) { return same(other, row); })];
        if (slot != kNone) {
          repeated(slot & row_mask_, row);
        } else {
          slot = mark(*hashes[i]) | row;
        }
      }
    }
  }

 private:
  [[nodiscard]] std::size_t first_slot(std::uint64_t hash) const { return hash & (slots_.size() - 1); }

  /// The part of the hash that a slot holds.
  [[nodiscard]] std::uint32_t mark(std::uint64_t hash) const {
    return static_cast<std::uint32_t>(hash >> 32U) & ~row_mask_;
  }

  /// Where the row is, else the empty slot where it belongs.
  template <class Same>
  [[nodiscard]] std::size_t locate(std::uint64_t hash, Same same) const {
    const std::uint32_t wanted = mark(hash);
    std::size_t at = first_slot(hash);
    while (slots_[at] != kNone) {
      if ((slots_[at] & ~row_mask_) == wanted && same(slots_[at] & row_mask_)) break;
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  std::vector<std::uint32_t> slots_;  ///< kNone: empty; no row number has all of its bits set
  std::uint32_t row_mask_;
};

}  // namespace quiz::roster
