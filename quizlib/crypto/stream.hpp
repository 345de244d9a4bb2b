// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/crypto/digest.hpp>

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace quiz::crypto {

/// A seed and the beginning of a label, prepared once for all the streams that share them.
class StreamSeed {
 public:
  /// `parts` are the first parts of the labels. Needs parts without NUL.
  explicit StreamSeed(const Bytes32& seed, std::span<const std::string_view> parts = {});

 private:
  friend class Stream;
  using State = std::array<std::uint32_t, 8>;  // of SHA-256 between two blocks

  void take(std::span<const std::string_view> parts);
  void take(std::uint8_t byte);

  State inner_;                          // after the key and the whole blocks of the label
  State outer_;                          // after the key
  std::array<std::uint8_t, 64> rest_{};  // the label's bytes behind its whole blocks
  std::size_t size_ = 0;                 // of the label so far
};

/// The project's one source of chance: a stream of bytes that a secret and a label fix for ever.
///
/// Block i is HMAC-SHA-256(seed, label NUL i), i as 32 bits big-endian; a label is its parts joined by NUL.
/// `docs/formats/paper.md` has the definition with test vectors.
class Stream {
 public:
  /// `parts` are joined by NUL; the first is "quiz/1", the second says what is drawn. Needs parts without
  /// NUL.
  Stream(const Bytes32& seed, std::span<const std::string_view> parts) : Stream(StreamSeed(seed), parts) {}
  /// The same with the first parts of the label taken by `seed`.
  Stream(const StreamSeed& seed, std::span<const std::string_view> parts);

  /// A number in [0, n), each equally likely. Takes big-endian words of 16 bits, or 32 where n > 65,536, and
  /// skips those at or above the largest multiple of n. Needs n > 0; n = 1 takes nothing from the stream.
  [[nodiscard]] std::uint32_t below(std::uint32_t n) {
    assert(n > 0);
    if (n == 1) return 0;
    if (n > 65'536) return below_wide(n);
    while (true) {
      // A word counts if the whole run of n that it lies in is below 2^16.
      const std::uint32_t word = next_word();
      const std::uint32_t result = word % n;
      if (word - result <= 65'536 - n) return result;
    }
  }

  /// Put `values` in a random order: Fisher-Yates from the last place down, i = size-1 … 1 swapped with
  /// below(i + 1). Needs fewer than 2^32 values.
  template <class T, std::size_t Extent>
  void shuffle(std::span<T, Extent> values) {
    for (std::size_t i = values.size(); i > 1; --i) {
      std::swap(values[i - 1], values[below(static_cast<std::uint32_t>(i))]);
    }
  }

 private:
  std::uint32_t next_word() {
    if (used_ == bytes_.size()) refill();
    const std::uint32_t word = std::uint32_t{bytes_[used_]} << 8U | bytes_[used_ + 1];
    used_ += 2;
    return word;
  }
  std::uint32_t below_wide(std::uint32_t n);
  void refill();

  StreamSeed::State inner_;               // after the key and the whole blocks of the label
  StreamSeed::State outer_;               // after the key
  std::array<std::uint8_t, 128> tail_{};  // one block or two: the rest of the label, i, SHA-256's padding
  std::size_t tail_blocks_ = 0;
  std::size_t number_at_ = 0;  // where in the tail i is
  std::uint32_t next_number_ = 0;
  std::array<std::uint8_t, 64> bytes_{};
  std::size_t used_ = bytes_.size();
};

}  // namespace quiz::crypto
