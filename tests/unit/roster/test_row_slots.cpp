// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/row_slots.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

using quiz::kNone;
using quiz::roster::RowSlots;

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Rows whose hashes and values are given.
struct Rows {
  std::vector<std::optional<std::uint64_t>> hashes;
  std::vector<int> values;

  /// Put them all in; which ones were equal to which before.
  Pairs insert(RowSlots& slots) const {
    Pairs repeated;
    slots.insert_all(
        static_cast<std::uint32_t>(values.size()), [this](std::uint32_t row) { return hashes[row]; },
        [this](std::uint32_t a, std::uint32_t b) { return values[a] == values[b]; },
        [&repeated](std::uint32_t before, std::uint32_t row) { repeated.emplace_back(before, row); });
    return repeated;
  }

  [[nodiscard]] std::uint32_t find(const RowSlots& slots, std::uint64_t hash, int value) const {
    return slots.find(hash, [&](std::uint32_t row) { return values[row] == value; });
  }
};

}  // namespace

TEST_CASE("rows of one hash are told apart by their values") {
  const Rows rows{{7, 7, 7, 7}, {10, 11, 10, 11}};
  RowSlots slots(4);
  CHECK(rows.insert(slots) == Pairs{{0, 2}, {1, 3}});
  CHECK(rows.find(slots, 7, 10) == 0);
  CHECK(rows.find(slots, 7, 11) == 1);
  CHECK(rows.find(slots, 7, 12) == kNone);
}

TEST_CASE("rows of other hashes are not asked about") {
  constexpr std::uint64_t kFar = std::uint64_t{1} << 40U;
  const Rows rows{{0, kFar}, {1, 1}};
  RowSlots slots(2);
  CHECK(rows.insert(slots).empty());
  CHECK(rows.find(slots, 0, 1) == 0);
  CHECK(rows.find(slots, kFar, 1) == 1);
}

TEST_CASE("a row without a hash is left out") {
  const Rows rows{{std::nullopt, 5, std::nullopt}, {1, 1, 1}};
  RowSlots slots(3);
  CHECK(rows.insert(slots).empty());
  CHECK(rows.find(slots, 5, 1) == 1);
}

TEST_CASE("a table of no rows finds none") {
  const RowSlots slots(0);
  const auto always = [](std::uint32_t) { return true; };
  CHECK(slots.find(0, always) == kNone);
  CHECK(slots.find(~std::uint64_t{0}, always) == kNone);
}

TEST_CASE("a hash with all bits set is like any other, in tables of all sizes") {
  for (const std::size_t size : {1U, 2U, 3U, 4U, 31U, 32U, 33U, 255U, 256U}) {
    CAPTURE(size);
    Rows rows;
    for (std::size_t i = 0; i < size; ++i) {
      rows.hashes.emplace_back(~std::uint64_t{0});
      rows.values.push_back(static_cast<int>(i));
    }
    RowSlots slots(size);
    CHECK(rows.insert(slots).empty());
    CHECK(rows.find(slots, ~std::uint64_t{0}, static_cast<int>(size - 1)) == size - 1);
    CHECK(rows.find(slots, ~std::uint64_t{0}, static_cast<int>(size)) == kNone);
  }
}
