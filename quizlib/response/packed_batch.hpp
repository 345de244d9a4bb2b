// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/response/sheet.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace quiz::response {

/// A batch as it lies in the store (docs/formats/store.md): heads, digests and answers apart, so that what
/// needs no answers reads none.
struct PackedBatch {
  std::string round;        ///< id
  std::uint32_t count = 0;  ///< sheets
  std::uint32_t paper_size = 0;
  std::string heads;
  std::string digests;  ///< 16 bytes a sheet
  std::string answers;  ///< empty where not read
};

/// Everything of the batch but its round's id. Needs at least one sheet.
[[nodiscard]] PackedBatch pack_batch(const SheetBatch& batch);

/// The batch again, but for `round`; its `items` and `codes` are empty where the answers were not read.
/// Nothing where the bytes do not fit the count: a damaged store.
[[nodiscard]] std::optional<SheetBatch> unpack_batch(const PackedBatch& packed);

}  // namespace quiz::response
