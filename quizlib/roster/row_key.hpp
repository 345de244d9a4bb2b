// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace quiz::roster {

/// Put a value behind those in `key`, so that two keys are equal only where all their values are.
inline void append_part(std::string& key, std::string_view value) {
  const std::uint64_t size = value.size();
  key.append(reinterpret_cast<const char*>(&size), sizeof size);
  key.append(value);
}

/// A hash for tables in memory. It differs between platforms and never decides an order.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view bytes) {
  return std::hash<std::string_view>{}(bytes);
}

}  // namespace quiz::roster
