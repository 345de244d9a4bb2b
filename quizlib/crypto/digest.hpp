// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quiz::crypto {

/// A SHA-256 digest, or any other 32 bytes: a seed, an HMAC.
using Bytes32 = std::array<std::uint8_t, 32>;

/// The bytes as a view, for functions over bytes.
[[nodiscard]] inline std::string_view view(const Bytes32& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// SHA-256 of bytes that come piece by piece. A value: a copy goes on by itself from where the original
/// stood.
class Sha256 {
 public:
  Sha256();
  void update(std::string_view bytes);
  /// The digest of all so far. The object takes no more afterwards.
  [[nodiscard]] Bytes32 finish();

 private:
  alignas(std::uint64_t) std::array<std::byte, 112> state_;  // holds OpenSSL's SHA256_CTX
};

[[nodiscard]] Bytes32 sha256(std::string_view bytes);
[[nodiscard]] Bytes32 hmac_sha256(std::string_view key, std::string_view bytes);

/// Lower-case hexadecimal, two digits a byte.
[[nodiscard]] std::string hex(std::string_view bytes);
[[nodiscard]] std::string hex(const Bytes32& bytes);
/// 64 hexadecimal digits of either case, as 32 bytes. Nothing for anything else.
[[nodiscard]] std::optional<Bytes32> parse_hex32(std::string_view text);

/// 32 bytes from the operating system's random generator. Throws Error{failed} where it has none.
[[nodiscard]] Bytes32 random_bytes();

}  // namespace quiz::crypto
