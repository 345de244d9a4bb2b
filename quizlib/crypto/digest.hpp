// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace quiz::crypto {

/// A SHA-256 digest, or any other 32 bytes: a seed, an HMAC.
using Bytes32 = std::array<std::uint8_t, 32>;

[[nodiscard]] Bytes32 sha256(std::string_view bytes);
[[nodiscard]] Bytes32 hmac_sha256(std::string_view key, std::string_view bytes);

/// SHA-256 of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();
  void update(std::string_view bytes);
  /// The digest of all so far. The object takes no more afterwards.
  [[nodiscard]] Bytes32 finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Lower-case hexadecimal, two digits a byte.
[[nodiscard]] std::string hex(std::string_view bytes);
[[nodiscard]] std::string hex(const Bytes32& bytes);
[[nodiscard]] std::optional<Bytes32> parse_hex32(std::string_view text);
/// The bytes as a view, for functions over bytes.
[[nodiscard]] inline std::string_view view(const Bytes32& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// 32 bytes from the operating system's random generator.
[[nodiscard]] Bytes32 random_bytes();

}  // namespace quiz::crypto
