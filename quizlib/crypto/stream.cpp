// SPDX-License-Identifier: Apache-2.0
#include <quizlib/crypto/stream.hpp>

#include <algorithm>
#include <cassert>
#include <string>

namespace quiz::crypto {
namespace {

constexpr std::uint32_t kWordLimit = 1U << 16U;

}  // namespace

Stream::Stream(const HmacSha256& key, std::span<const std::string_view> parts) : labelled_(key) {
  std::string label;
  label.reserve(128);
  for (const std::string_view part : parts) {
    assert(part.find('\0') == std::string_view::npos);
    label.append(part).push_back('\0');
  }
  labelled_.update(label);
}

std::uint32_t Stream::next_word() {
  if (used_ == block_.size()) {
    const std::array<char, 4> number{static_cast<char>(next_block_ >> 24U),
                                     static_cast<char>(next_block_ >> 16U),
                                     static_cast<char>(next_block_ >> 8U), static_cast<char>(next_block_)};
    HmacSha256 message = labelled_;
    message.update({number.data(), number.size()});
    block_ = message.finish();
    ++next_block_;
    used_ = 0;
  }
  const std::uint32_t word = std::uint32_t{block_[used_]} << 8U | block_[used_ + 1];
  used_ += 2;
  return word;
}

std::uint32_t Stream::below(std::uint32_t n) {
  assert(n > 0);
  if (n == 1) return 0;
  // A word counts if the whole run of n that it belongs to lies below the limit.
  if (n <= kWordLimit) {
    while (true) {
      const std::uint32_t word = next_word();
      const std::uint32_t result = word % n;
      if (word - result <= kWordLimit - n) return result;
    }
  }
  while (true) {
    const std::uint32_t high = next_word();
    const std::uint64_t word = std::uint64_t{high} << 16U | next_word();
    const std::uint64_t result = word % n;
    if (word - result <= (std::uint64_t{1} << 32U) - n) return static_cast<std::uint32_t>(result);
  }
}

}  // namespace quiz::crypto
