// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
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

  /// As `find`; where there is none, `row` is put in.
  template <class Same>
  [[nodiscard]] std::uint32_t find_or_insert(std::uint64_t hash, std::uint32_t row, Same same) {
    std::uint32_t& slot = slots_[locate(hash, same)];
    if (slot != kNone) return slot & row_mask_;
    slot = mark(hash) | row;
    return kNone;
  }

 private:
  /// The part of the hash that a slot holds.
  [[nodiscard]] std::uint32_t mark(std::uint64_t hash) const {
    return static_cast<std::uint32_t>(hash >> 32U) & ~row_mask_;
  }

  /// Where the row is, else the empty slot where it belongs.
  template <class Same>
  [[nodiscard]] std::size_t locate(std::uint64_t hash, Same same) const {
    const std::uint32_t wanted = mark(hash);
    std::size_t at = hash & (slots_.size() - 1);
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
