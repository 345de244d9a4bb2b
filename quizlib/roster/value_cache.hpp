// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/roster/row_key.hpp>

#include <bit>
#include <cstddef>
#include <string_view>
#include <vector>

namespace quiz::roster {

/// Remembers what was worked out for the cells of a column that has few distinct values. A cell has one slot,
/// by its hash; the value that used it last is known. Keeps views of the cells.
template <class Result>
class ValueCache {
 public:
  /// Room for about `values` distinct values; of more, some are worked out again and again.
  explicit ValueCache(std::size_t values) : slots_(std::bit_ceil(4 * values + 1)) {}

  /// `work(cell)`, or what it gave for the same bytes before. An empty cell is always worked out.
  template <class Work>
  [[nodiscard]] Result operator()(std::string_view cell, Work work) {
    Slot& slot = slots_[hash_of(cell) & (slots_.size() - 1)];
    if (cell.empty() || slot.cell != cell) slot = {cell, work(cell)};
    return slot.result;
  }

 private:
  struct Slot {
    std::string_view cell;
    Result result{};
  };

  std::vector<Slot> slots_;
};

}  // namespace quiz::roster
