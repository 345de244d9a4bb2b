// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace quiz::text {

/// A time zone of the IANA database, as ICU knows it. Copies share the zone.
class Zone {
 public:
  /// The zone of that name, such as `Asia/Ho_Chi_Minh`; nothing where ICU does not know it.
  [[nodiscard]] static std::optional<Zone> find(std::string_view name);

  /// The offset from UTC in force at `instant`.
  [[nodiscard]] std::chrono::minutes offset(Instant instant) const;

  /// The moment when clocks show `local`. A reading that occurs twice is its first occurrence; one that is
  /// skipped is read with the offset before the jump.
  [[nodiscard]] Instant at(LocalTime local) const;

  /// The moment of a time as written: by its own offset where it has one, else in this zone.
  [[nodiscard]] Instant at(const WrittenTime& written) const;

  /// What clocks show at `instant`.
  [[nodiscard]] LocalTime local(Instant instant) const;

  /// `instant` in ISO 8601 with this zone's offset.
  [[nodiscard]] std::string format(Instant instant) const;

 private:
  struct Impl;
  explicit Zone(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
  std::shared_ptr<const Impl> impl_;
};

}  // namespace quiz::text
