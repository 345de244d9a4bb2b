// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>

#include <cstdint>

namespace quiz::store {

/// How values stand in columns of integers: moments in ms, counts as they are.
inline std::int64_t ms(Instant instant) { return instant.time_since_epoch().count(); }
inline Instant instant(std::int64_t ms) { return Instant(Milliseconds(ms)); }
inline std::int64_t as_signed(std::uint64_t value) { return static_cast<std::int64_t>(value); }
inline std::uint64_t as_unsigned(std::int64_t value) { return static_cast<std::uint64_t>(value); }

}  // namespace quiz::store
