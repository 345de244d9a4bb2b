// SPDX-License-Identifier: Apache-2.0
#include <quizlib/crypto/stream.hpp>

#include <doctest/doctest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using quiz::crypto::Bytes32;
using quiz::crypto::Stream;
using quiz::crypto::StreamSeed;

namespace {

using Parts = std::vector<std::string_view>;

Bytes32 counting_seed() {
  Bytes32 seed;
  for (std::size_t i = 0; i < seed.size(); ++i) seed[i] = static_cast<std::uint8_t>(i);
  return seed;
}

/// The stream by the letter of its definition, from OpenSSL's own HMAC, a byte at a time.
class SlowStream {
 public:
  SlowStream(const Bytes32& seed, const Parts& parts) : seed_(seed) {
    for (const std::string_view part : parts) label_ += std::string(part) + '\0';
    label_.pop_back();
  }

  std::uint32_t below(std::uint32_t n) {
    if (n == 1) return 0;
    const int bytes = n > 65'536 ? 4 : 2;
    const std::uint64_t words = std::uint64_t{1} << (8 * bytes);
    const std::uint64_t largest_multiple = words / n * n;
    while (true) {
      std::uint64_t word = 0;
      for (int i = 0; i < bytes; ++i) word = word * 256 + next_byte();
      if (word < largest_multiple) return static_cast<std::uint32_t>(word % n);
    }
  }

 private:
  std::uint8_t next_byte() {
    if (used_ == block_.size()) {
      std::string message = label_ + '\0';
      for (int shift = 24; shift >= 0; shift -= 8) message += static_cast<char>(number_ >> shift & 0xFFU);
      ++number_;
      REQUIRE(HMAC(EVP_sha256(), seed_.data(), static_cast<int>(seed_.size()),
                   reinterpret_cast<const unsigned char*>(message.data()), message.size(), block_.data(),
                   nullptr));
      used_ = 0;
    }
    return block_[used_++];
  }

  Bytes32 seed_;
  std::string label_;
  std::uint32_t number_ = 0;
  Bytes32 block_{};
  std::size_t used_ = block_.size();
};

/// Whether chi-square is within five standard deviations of its mean. In integers: `scaled` is chi-square
/// times the expected filling.
bool evenly_filled(const std::vector<std::int64_t>& filling, std::int64_t expected, std::int64_t freedom) {
  std::int64_t scaled = 0;
  for (const std::int64_t filled : filling) scaled += (filled - expected) * (filled - expected);
  const std::int64_t distance = scaled - freedom * expected;
  return distance * distance <= 25 * 2 * freedom * expected * expected;
}

/// Whether numbers below `n` fall evenly into buckets of `width` numbers.
bool below_is_even(std::uint32_t n, std::uint32_t width) {
  constexpr std::int64_t kExpected = 200;
  const std::string name = std::to_string(n);
  Stream stream(counting_seed(), Parts{"quiz/1", "chi-square", name});
  std::vector<std::int64_t> filling(n / width);
  const std::int64_t draws = kExpected * static_cast<std::int64_t>(filling.size());
  for (std::int64_t draw = 0; draw < draws; ++draw) ++filling.at(stream.below(n) / width);
  return evenly_filled(filling, kExpected, static_cast<std::int64_t>(filling.size()) - 1);
}

/// Whether every value comes to every place equally often when `size` values are shuffled.
bool shuffle_is_even(std::size_t size) {
  constexpr std::int64_t kExpected = 200;
  const std::string name = std::to_string(size);
  Stream stream(counting_seed(), Parts{"quiz/1", "places", name});
  std::vector<std::int64_t> filling(size * size);
  for (std::size_t round = 0; round < kExpected * size; ++round) {
    std::vector<std::size_t> values(size);
    std::iota(values.begin(), values.end(), std::size_t{0});
    stream.shuffle(std::span(values));
    for (std::size_t place = 0; place < size; ++place) ++filling[place * size + values[place]];
  }
  const auto free = static_cast<std::int64_t>(size) - 1;
  return evenly_filled(filling, kExpected, free * free);
}

/// Whether every order of `size` values comes equally often.
bool orders_are_even(std::size_t size, std::size_t orders) {
  constexpr std::int64_t kExpected = 200;
  const std::string name = std::to_string(size);
  Stream stream(counting_seed(), Parts{"quiz/1", "orders", name});
  std::vector<std::string> drawn;
  std::string sorted = std::string("abcdefgh").substr(0, size);
  for (std::size_t round = 0; round < kExpected * orders; ++round) {
    std::string values = sorted;
    stream.shuffle(std::span(values));
    drawn.push_back(values);
  }
  std::vector<std::int64_t> filling;
  do {
    filling.push_back(std::ranges::count(drawn, sorted));
  } while (std::ranges::next_permutation(sorted).found);
  return filling.size() == orders && evenly_filled(filling, kExpected, static_cast<std::int64_t>(orders) - 1);
}

}  // namespace

TEST_CASE("a seed and a label fix the stream for ever") {
  Stream stream(counting_seed(), Parts{"quiz/1", "test"});
  std::string words;
  for (int i = 0; i < 32; ++i) {
    const std::uint32_t word = stream.below(65'536);
    for (int shift = 12; shift >= 0; shift -= 4) words += "0123456789abcdef"[word >> shift & 0xFU];
  }
  CHECK(words ==
        "de39246eb2a4e12d7e2b37c4ef0da654002ad7fe08d11b7e2272964e6cc71dff"
        "e6315f07e4902123e8fd84ee6483a6d82d7a6376576fb85686d5ee3e209a2533");
}

TEST_CASE("draws of every kind follow each other in one stream") {
  Stream stream(counting_seed(), Parts{"quiz/1", "test"});
  std::array<int, 10> values{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  stream.shuffle(std::span(values));
  CHECK(values == std::array<int, 10>{8, 6, 3, 7, 5, 1, 0, 4, 2, 9});
  CHECK(stream.below(500) == 294);
  CHECK(stream.below(100'000) == 21'790);
  CHECK(stream.below(40'000) == 8'818);
  CHECK(stream.below(65'536) == 38'478);
  CHECK(stream.below(65'537) == 45'369);
  CHECK(stream.below(0xffff'ffff) == 3'861'995'271);
}

TEST_CASE("the stream is as its definition has it for labels of every length") {
  for (std::size_t size = 0; size <= 200; ++size) {
    CAPTURE(size);
    const std::string part(size, 'x');
    const Parts parts{"quiz/1", part, "w1"};
    Stream stream(counting_seed(), parts);
    SlowStream slow(counting_seed(), parts);
    for (int i = 0; i < 70; ++i) REQUIRE(stream.below(1000) == slow.below(1000));
  }
}

TEST_CASE("the stream is as its definition has it for every size of draw") {
  const Parts parts{"quiz/1", "paper", "0a1b", "w1", "Nguyễn", "2"};
  Stream stream(counting_seed(), parts);
  SlowStream slow(counting_seed(), parts);
  for (const std::uint32_t n :
       {2U, 3U, 7U, 255U, 256U, 257U, 32'767U, 32'768U, 32'769U, 65'535U, 65'536U, 65'537U, 100'000U,
        0x7fff'ffffU, 0x8000'0000U, 0x8000'0001U, 0xffff'fffeU, 0xffff'ffffU}) {
    CAPTURE(n);
    for (int i = 0; i < 200; ++i) REQUIRE(stream.below(n) == slow.below(n));
    // An odd number of short words, so that wide ones lie across two blocks as well.
    REQUIRE(stream.below(2) == slow.below(2));
  }
}

TEST_CASE("one choice takes nothing from the stream") {
  Stream stream(counting_seed(), Parts{"quiz/1", "test"});
  CHECK(stream.below(1) == 0);
  CHECK(stream.below(65'536) == 0xde39);
  std::array<int, 1> one{7};
  stream.shuffle(std::span(one));
  stream.shuffle(std::span<int>());
  CHECK(one[0] == 7);
  CHECK(stream.below(65'536) == 0x246e);
}

TEST_CASE("a prepared seed gives the same streams, wherever the label is cut") {
  const std::string digest(64, '7');
  const Parts parts{"quiz/1", "paper", digest, "w1", "E0001", "1"};
  Stream whole(counting_seed(), parts);
  const std::uint32_t first = whole.below(0xffff'ffff);
  const std::uint32_t second = whole.below(0xffff'ffff);
  for (std::size_t cut = 0; cut <= parts.size(); ++cut) {
    const StreamSeed seed(counting_seed(), std::span(parts).first(cut));
    Stream stream(seed, std::span(parts).subspan(cut));
    CHECK(stream.below(0xffff'ffff) == first);
    CHECK(stream.below(0xffff'ffff) == second);
  }
}

TEST_CASE("streams of one prepared seed do not disturb each other, nor do copies") {
  const StreamSeed seed(counting_seed());
  Stream a(seed, Parts{"quiz/1", "a"});
  Stream b(seed, Parts{"quiz/1", "b"});
  SlowStream slow_a(counting_seed(), Parts{"quiz/1", "a"});
  SlowStream slow_b(counting_seed(), Parts{"quiz/1", "b"});
  for (int i = 0; i < 50; ++i) {
    CHECK(a.below(300) == slow_a.below(300));
    CHECK(b.below(300) == slow_b.below(300));
  }
  Stream copy = a;
  CHECK(a.below(0xffff'ffff) == copy.below(0xffff'ffff));
}

TEST_CASE("parts are kept apart: ab, c is not a, bc") {
  Stream a(counting_seed(), Parts{"quiz/1", "ab", "c"});
  Stream b(counting_seed(), Parts{"quiz/1", "a", "bc"});
  Stream c(counting_seed(), Parts{"quiz/1", "ab", "c", ""});
  const std::uint32_t drawn = a.below(0xffff'ffff);
  CHECK(drawn != b.below(0xffff'ffff));
  CHECK(drawn != c.below(0xffff'ffff));
}

TEST_CASE("numbers are drawn evenly around the powers of two") {
  for (const std::uint32_t power : {2U, 4U, 8U, 16U, 32U, 64U, 128U, 256U, 512U, 1024U}) {
    CAPTURE(power);
    if (power > 2) CHECK(below_is_even(power - 1, 1));
    CHECK(below_is_even(power, 1));
    CHECK(below_is_even(power + 1, 1));
  }
}

TEST_CASE("numbers are drawn evenly where a quarter of the words is skipped") {
  CHECK(below_is_even(3U << 14U, 1U << 8U));
  CHECK(below_is_even(3U << 30U, 1U << 24U));
}

TEST_CASE("wide numbers are drawn evenly") {
  CHECK(below_is_even(3U << 16U, 1U << 12U));
  CHECK(below_is_even(100'000, 1'000));
  CHECK(below_is_even(1U << 31U, 1U << 24U));
}

TEST_CASE("every value comes to every place equally often") {
  CHECK(shuffle_is_even(3));
  CHECK(shuffle_is_even(7));
  CHECK(shuffle_is_even(8));
  CHECK(shuffle_is_even(9));
  CHECK(shuffle_is_even(31));
  CHECK(shuffle_is_even(33));
}

TEST_CASE("every order comes equally often") {
  CHECK(orders_are_even(2, 2));
  CHECK(orders_are_even(3, 6));
  CHECK(orders_are_even(4, 24));
  CHECK(orders_are_even(5, 120));
}
