// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/hash.hpp>

#include <bit>

namespace quiz {
namespace {

/// The next eight bytes as a number, the first byte the lowest.
std::uint64_t load(const unsigned char* bytes) {
  return std::uint64_t{bytes[0]} | std::uint64_t{bytes[1]} << 8U | std::uint64_t{bytes[2]} << 16U |
         std::uint64_t{bytes[3]} << 24U | std::uint64_t{bytes[4]} << 32U | std::uint64_t{bytes[5]} << 40U |
         std::uint64_t{bytes[6]} << 48U | std::uint64_t{bytes[7]} << 56U;
}

struct SipState {
  std::uint64_t v0;
  std::uint64_t v1;
  std::uint64_t v2;
  std::uint64_t v3;

  void round() {
    v0 += v1;
    v1 = std::rotl(v1, 13) ^ v0;
    v0 = std::rotl(v0, 32);
    v2 += v3;
    v3 = std::rotl(v3, 16) ^ v2;
    v0 += v3;
    v3 = std::rotl(v3, 21) ^ v0;
    v2 += v1;
    v1 = std::rotl(v1, 17) ^ v2;
    v2 = std::rotl(v2, 32);
  }

  void absorb(std::uint64_t word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }

  std::uint64_t squeeze() {
    for (int i = 0; i < 4; ++i) round();
    return v0 ^ v1 ^ v2 ^ v3;
  }
};

}  // namespace

Hash128 keyed_hash(const HashKey& key, std::string_view bytes) {
  const std::uint64_t k0 = load(key.data());
  const std::uint64_t k1 = load(key.data() + 8);
  // "somepseudorandomlygeneratedbytes"; 0xee marks the variant with 128 bits.
  SipState state{k0 ^ 0x736f6d6570736575U, k1 ^ 0x646f72616e646f6dU ^ 0xeeU, k0 ^ 0x6c7967656e657261U,
                 k1 ^ 0x7465646279746573U};

  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* const last = at + bytes.size() / 8 * 8;
  for (; at != last; at += 8) state.absorb(load(at));

  std::uint64_t tail = static_cast<std::uint64_t>(bytes.size()) << 56U;
  for (std::size_t i = 0; i < bytes.size() % 8; ++i) tail |= std::uint64_t{at[i]} << (8 * i);
  state.absorb(tail);

  Hash128 result;
  state.v2 ^= 0xeeU;
  result.low = state.squeeze();
  state.v1 ^= 0xddU;
  result.high = state.squeeze();
  return result;
}

}  // namespace quiz
