// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/crypto/digest.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace quiz::crypto {

/// The project's one source of chance: a stream of bytes that a secret and a label fix for ever.
///
/// Block i is HMAC-SHA-256(seed, label NUL i), i as 32 bits big-endian; a label is its parts joined by NUL.
/// `docs/formats/paper.md` has the definition with test vectors.
class Stream {
 public:
  /// `parts` are joined by NUL; the first is "quiz/1", the second says what is drawn. Needs parts without
  /// NUL.
  Stream(const Bytes32& seed, std::span<const std::string_view> parts)
      : Stream(HmacSha256(view(seed)), parts) {}

  /// The same from a seed prepared as the key of an HMAC: what many streams of one seed share. `key` may have
  /// taken the first parts of the label, each with a NUL after it; nothing else.
  Stream(const HmacSha256& key, std::span<const std::string_view> parts);

  /// A number in [0, n), each equally likely. Takes big-endian words of 16 bits, or 32 where n > 65,536, and
  /// skips those at or above the largest multiple of n. Needs n > 0; n = 1 takes nothing from the stream.
  [[nodiscard]] std::uint32_t below(std::uint32_t n);

  /// Put `values` in a random order: Fisher-Yates from the last place down, i = size-1 … 1 swapped with
  /// below(i + 1). Needs fewer than 2^32 values.
  template <class T>
  void shuffle(std::span<T> values) {
    for (std::size_t i = values.size(); i > 1; --i) {
      std::swap(values[i - 1], values[below(static_cast<std::uint32_t>(i))]);
    }
  }

 private:
  std::uint32_t next_word();

  HmacSha256 labelled_;
  Bytes32 block_{};
  std::uint32_t next_block_ = 0;
  std::size_t used_ = block_.size();
};

}  // namespace quiz::crypto
