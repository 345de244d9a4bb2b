// SPDX-License-Identifier: Apache-2.0
#include <quizlib/crypto/stream.hpp>

// Papers are drawn by the million from HMACs of a few bytes. EVP would allocate, copy and finish a context
// for each, which takes two to seven times as long as the digest itself.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <endian.h>
#include <algorithm>
#include <cstring>

namespace quiz::crypto {
namespace {

using State = std::array<std::uint32_t, 8>;
constexpr std::size_t kBlock = SHA256_CBLOCK;

void set(SHA256_CTX& context, const State& state) { std::ranges::copy(state, std::ranges::begin(context.h)); }

State state_of(const SHA256_CTX& context) {
  State result;
  std::ranges::copy(context.h, result.begin());
  return result;
}

void store(std::uint32_t number, std::uint8_t* bytes) {
  const std::uint32_t big_endian = htobe32(number);
  std::memcpy(bytes, &big_endian, sizeof big_endian);
}

void store_digest(const SHA256_CTX& context, std::uint8_t* bytes) {
  for (const std::uint32_t word : context.h) {
    store(word, bytes);
    bytes += sizeof word;
  }
}

/// The state after what HMAC digests first (RFC 2104): the key, filled up to a block, xor `filler`.
State keyed(const Bytes32& key, std::uint8_t filler) {
  std::array<std::uint8_t, kBlock> block;
  block.fill(filler);
  for (std::size_t i = 0; i < key.size(); ++i) block[i] ^= key[i];
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Transform(&context, block.data());
  return state_of(context);
}

/// End a message of `size` bytes, the last of which are the first `used` of `last` (FIPS 180-4, 5.1.1). Needs
/// zeros behind them.
void pad(std::span<std::uint8_t> last, std::size_t used, std::size_t size) {
  last[used] = 0x80;
  store(static_cast<std::uint32_t>(size * 8), last.last(4).data());
}

}  // namespace

StreamSeed::StreamSeed(const Bytes32& seed, std::span<const std::string_view> parts)
    : inner_(keyed(seed, 0x36)),
      outer_(keyed(seed, 0x5c)) {
  take(parts);
}

void StreamSeed::take(std::span<const std::string_view> parts) {
  for (const std::string_view part : parts) {
    assert(part.find('\0') == std::string_view::npos);
    for (const char c : part) take(static_cast<std::uint8_t>(c));
    take(std::uint8_t{0});
  }
}

void StreamSeed::take(std::uint8_t byte) {
  rest_[size_ % kBlock] = byte;
  ++size_;
  if (size_ % kBlock != 0) return;
  SHA256_CTX context;
  set(context, inner_);
  SHA256_Transform(&context, rest_.data());
  inner_ = state_of(context);
}

Stream::Stream(const StreamSeed& seed, std::span<const std::string_view> parts) : outer_(seed.outer_) {
  StreamSeed labelled = seed;
  labelled.take(parts);
  inner_ = labelled.inner_;
  number_at_ = labelled.size_ % kBlock;
  std::ranges::copy(std::span(labelled.rest_).first(number_at_), tail_.begin());

  const std::size_t used = number_at_ + sizeof next_number_;
  // Behind the number: the byte that begins the padding, and the length in 64 bits.
  tail_blocks_ = used + 1 + 8 <= kBlock ? 1 : 2;
  pad(std::span(tail_).first(tail_blocks_ * kBlock), used, kBlock + labelled.size_ + sizeof next_number_);
}

std::uint32_t Stream::below_wide(std::uint32_t n) {
  while (true) {
    const std::uint64_t high = next_word();
    const std::uint64_t word = high << 16U | next_word();
    const std::uint64_t result = word % n;
    if (word - result <= (std::uint64_t{1} << 32U) - n) return static_cast<std::uint32_t>(result);
  }
}

void Stream::refill() {
  // Two blocks in step: neither waits for the other, so a processor works on both at once.
  std::array<std::array<std::uint8_t, kBlock>, 2> digested{};
  SHA256_CTX context;
  for (auto& message : digested) {
    store(next_number_++, tail_.data() + number_at_);
    set(context, inner_);
    SHA256_Transform(&context, tail_.data());
    if (tail_blocks_ == 2) SHA256_Transform(&context, tail_.data() + kBlock);
    store_digest(context, message.data());
    pad(message, SHA256_DIGEST_LENGTH, kBlock + SHA256_DIGEST_LENGTH);
  }
  std::uint8_t* to = bytes_.data();
  for (const auto& message : digested) {
    set(context, outer_);
    SHA256_Transform(&context, message.data());
    store_digest(context, to);
    to += SHA256_DIGEST_LENGTH;
  }
  used_ = 0;
}

}  // namespace quiz::crypto
