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
  std::string digests;  ///< 16 bytes a sheet; empty where not read
  std::string answers;  ///< empty where not read
};

/// What is read of a batch beside its heads.
enum class Part { digests, answers };

/// Everything of the batch but its round's id. Needs at least one sheet.
[[nodiscard]] PackedBatch pack_batch(const SheetBatch& batch);

/// The heads of the batch, but for `round`, and either its `digest` or its `items` and `codes`. Nothing where
/// the bytes do not fit the count: a damaged store.
[[nodiscard]] std::optional<SheetBatch> unpack_batch(const PackedBatch& packed, Part part);

}  // namespace quiz::response
