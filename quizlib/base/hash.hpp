// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace quiz {

/// The secret that makes a hash unpredictable to whoever writes the input.
using HashKey = std::array<std::uint8_t, 16>;

struct Hash128 {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  friend auto operator<=>(const Hash128&, const Hash128&) = default;
};

/// SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012, and
/// its reference code's 128-bit variant). For look-up tables, never where a signature or a digest is needed.
[[nodiscard]] Hash128 keyed_hash(const HashKey& key, std::string_view bytes);

}  // namespace quiz
