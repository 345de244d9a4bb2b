// SPDX-License-Identifier: Apache-2.0
#include <quizlib/crypto/digest.hpp>

#include <quizlib/base/error.hpp>

// A digest of few bytes takes twice as long through EVP as it does below it, where it is a plain value that
// cannot fail.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <sys/random.h>
#include <algorithm>
#include <cerrno>
#include <new>
#include <system_error>
#include <type_traits>

namespace quiz::crypto {
namespace {

using State = std::array<std::byte, 112>;
static_assert(sizeof(SHA256_CTX) <= sizeof(State) && alignof(SHA256_CTX) <= alignof(std::uint64_t));
static_assert(std::is_trivially_copyable_v<SHA256_CTX>);

SHA256_CTX* context(State& state) { return std::launder(reinterpret_cast<SHA256_CTX*>(state.data())); }

/// What HMAC digests first (RFC 2104): the key, filled up with zeros to a block, xor `pad` in every byte.
std::string padded(std::string_view key, char pad) {
  std::string block(SHA256_CBLOCK, pad);
  std::ranges::transform(key, block.begin(), [&](char c) { return static_cast<char>(c ^ pad); });
  return block;
}

/// The value of a hexadecimal digit; 16 for what is none.
unsigned hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return 16;
}

}  // namespace

Sha256::Sha256() { SHA256_Init(::new (state_.data()) SHA256_CTX); }

void Sha256::update(std::string_view bytes) { SHA256_Update(context(state_), bytes.data(), bytes.size()); }

Bytes32 Sha256::finish() {
  Bytes32 digest;
  SHA256_Final(digest.data(), context(state_));
  return digest;
}

Bytes32 sha256(std::string_view bytes) {
  Sha256 state;
  state.update(bytes);
  return state.finish();
}

Bytes32 hmac_sha256(std::string_view key, std::string_view bytes) {
  Bytes32 digest;
  if (key.size() > SHA256_CBLOCK) {
    digest = sha256(key);
    key = view(digest);
  }
  Sha256 inner;
  inner.update(padded(key, '\x36'));
  inner.update(bytes);
  Sha256 outer;
  outer.update(padded(key, '\x5c'));
  outer.update(view(inner.finish()));
  return outer.finish();
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result;
  result.reserve(2 * bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    result += kDigits[byte >> 4U];
    result += kDigits[byte & 0xFU];
  }
  return result;
}

std::string hex(const Bytes32& bytes) { return hex(view(bytes)); }

std::optional<Bytes32> parse_hex32(std::string_view text) {
  Bytes32 result;
  if (text.size() != 2 * result.size()) return std::nullopt;
  for (std::size_t i = 0; i < result.size(); ++i) {
    const unsigned high = hex_digit(text[2 * i]);
    const unsigned low = hex_digit(text[2 * i + 1]);
    if (high > 15 || low > 15) return std::nullopt;
    result[i] = static_cast<std::uint8_t>(high << 4U | low);
  }
  return result;
}

Bytes32 random_bytes() {
  Bytes32 result;
  // As few bytes as these come all at once or not at all.
  while (getrandom(result.data(), result.size(), 0) < 0) {
    if (errno == EINTR) continue;
    throw Error(ErrorKind::failed,
                Message("crypto.no-random", {{"reason", std::generic_category().message(errno)}}));
  }
  return result;
}

}  // namespace quiz::crypto
