// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::response {

/// Append a column of integers in the fewest whole bytes a value (docs/formats/store.md, "packed columns"):
/// one byte of width, eight bytes of the smallest value, then the distances from it. kMissing is kept.
void pack(std::string& out, std::span<const std::int64_t> values);
void pack(std::string& out, std::span<const std::uint32_t> values);

/// Append texts: their packed lengths, then their bytes.
void pack(std::string& out, std::span<const std::string_view> texts);

/// Reads packed columns back, in the order in which they were packed. A damaged column gives false and leaves
/// `values` empty; nothing is read outside the bytes.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool read(std::size_t count, std::vector<std::int64_t>& values);
  [[nodiscard]] bool read(std::size_t count, std::vector<std::uint32_t>& values);
  /// The texts are views into the bytes.
  [[nodiscard]] bool read(std::size_t count, std::vector<std::string_view>& texts);
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

}  // namespace quiz::response
