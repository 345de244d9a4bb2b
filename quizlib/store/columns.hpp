// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/hash.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/store/database.hpp>

#include <cstdint>
#include <cstring>
#include <string_view>

namespace quiz::store {

/// How values stand in columns: moments in ms, counts as they are.
inline std::int64_t ms(Instant instant) { return instant.time_since_epoch().count(); }
inline Instant instant(std::int64_t ms) { return Instant(Milliseconds(ms)); }
inline std::int64_t as_signed(std::uint64_t value) { return static_cast<std::int64_t>(value); }
inline std::uint64_t as_unsigned(std::int64_t value) { return static_cast<std::uint64_t>(value); }

/// Hashes stand as their bytes.
inline std::string_view view(const Hash128& hash) {
  return {reinterpret_cast<const char*>(&hash), sizeof hash};
}
inline Hash128 hash128(const Database& database, std::string_view blob) {
  Hash128 hash{};
  if (blob.size() != sizeof hash) database.damaged();
  std::memcpy(&hash, blob.data(), sizeof hash);
  return hash;
}

}  // namespace quiz::store
