// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/pack.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/crypto/digest.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using quiz::kMissing;
using quiz::response::Unpacker;

using Moments = std::vector<std::int64_t>;
using Numbers = std::vector<std::uint32_t>;
using Texts = std::vector<std::string_view>;

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min() + 1;
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

template <class T>
std::string packed(const std::vector<T>& values) {
  std::string bytes;
  quiz::response::pack(bytes, std::span(values));
  return bytes;
}

std::string packed(const Texts& texts) {
  std::string bytes;
  quiz::response::pack(bytes, std::span(texts));
  return bytes;
}

std::string hex(std::string_view bytes) { return quiz::crypto::hex(bytes); }

/// What is read back; nothing else may be left.
template <class T>
std::vector<T> unpacked(std::string_view bytes, std::size_t count) {
  std::vector<T> values{T{}};
  Unpacker unpacker(bytes);
  REQUIRE(unpacker.read(count, values));
  CHECK(unpacker.at_end());
  return values;
}

template <class T>
bool is_damaged(std::string_view bytes, std::size_t count) {
  std::vector<T> values{T{}};
  const bool refused = !Unpacker(bytes).read(count, values);
  CHECK(values.empty() == refused);
  return refused;
}

/// The bytes of a value that hexadecimal digits stand for.
std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes.push_back(static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
  return bytes;
}

}  // namespace

TEST_CASE("a packed column is its width, its least value and the distances from it") {
  CHECK(hex(packed(Moments{301, 300, 555})) ==
        "01"
        "2c01000000000000"
        "01"
        "00"
        "ff");
  CHECK(hex(packed(Numbers{70'000, 4'000'000'000, 70'000})) ==
        "04"
        "7011010000000000"
        "00000000"
        "9016"
        "6aee"
        "00000000");
  CHECK(hex(packed(Numbers{0xffff, 0})) ==
        "02"
        "0000000000000000"
        "ffff"
        "0000");
  CHECK(hex(packed(Moments{-3, -5})) ==
        "01"
        "fbffffffffffffff"
        "02"
        "00");
}

TEST_CASE("equal values take no bytes each") {
  CHECK(hex(packed(Moments{7, 7, 7})) ==
        "00"
        "0700000000000000");
  CHECK(unpacked<std::int64_t>(packed(Moments{7, 7, 7}), 3) == Moments{7, 7, 7});
  CHECK(hex(packed(Numbers{9})) ==
        "00"
        "0900000000000000");
}

TEST_CASE("a column of no values is its width and a zero") {
  CHECK(hex(packed(Moments{})) ==
        "00"
        "0000000000000000");
  CHECK(unpacked<std::int64_t>(packed(Moments{}), 0).empty());
}

TEST_CASE("a missing value is the distance 0, all others are one more") {
  CHECK(hex(packed(Moments{kMissing, 5, 7})) ==
        "81"
        "0500000000000000"
        "00"
        "01"
        "03");
  CHECK(unpacked<std::int64_t>(packed(Moments{kMissing, 5, 7}), 3) == Moments{kMissing, 5, 7});
}

TEST_CASE("a missing value beside equal ones needs a byte each") {
  CHECK(hex(packed(Moments{5, kMissing})) ==
        "81"
        "0500000000000000"
        "01"
        "00");
}

TEST_CASE("only missing values take no bytes each") {
  CHECK(hex(packed(Moments{kMissing, kMissing})) ==
        "80"
        "0000000000000000");
  CHECK(unpacked<std::int64_t>(packed(Moments{kMissing, kMissing}), 2) == Moments{kMissing, kMissing});
}

TEST_CASE("the farthest values of 64 bits fit, with a missing one between") {
  const Moments values{kLeast, kMissing, kMost, 0};
  CHECK(hex(packed(values)) ==
        "88"
        "0100000000000080"
        "0100000000000000"
        "0000000000000000"
        "ffffffffffffffff"
        "0000000000000080");
  CHECK(unpacked<std::int64_t>(packed(values), 4) == values);
  CHECK(unpacked<std::int64_t>(packed(Moments{kMost, kLeast}), 2) == Moments{kMost, kLeast});
}

TEST_CASE("distances take the fewest of 0, 1, 2, 4 and 8 bytes") {
  constexpr std::size_t kHead = 9;
  CHECK(packed(Moments{0, 255}).size() == kHead + 2 * 1);
  CHECK(packed(Moments{0, 256}).size() == kHead + 2 * 2);
  CHECK(packed(Moments{0, 65'535}).size() == kHead + 2 * 2);
  CHECK(packed(Moments{0, 65'536}).size() == kHead + 2 * 4);
  CHECK(packed(Moments{0, 4'294'967'295}).size() == kHead + 2 * 4);
  CHECK(packed(Moments{0, 4'294'967'296}).size() == kHead + 2 * 8);
  // The missing one moves all others by one.
  CHECK(packed(Moments{0, 254, kMissing}).size() == kHead + 3 * 1);
  CHECK(packed(Moments{0, 255, kMissing}).size() == kHead + 3 * 2);
}

TEST_CASE("zero and the greatest number of 32 bits come back") {
  const Numbers values{0, 4'294'967'295, 1};
  CHECK(unpacked<std::uint32_t>(packed(values), 3) == values);
}

TEST_CASE("packed texts are their packed lengths and their bytes") {
  const Texts texts{"ab", "", "Đ"};
  CHECK(hex(packed(texts)) ==
        "01"
        "0000000000000000"
        "020002"
        "6162"
        "c490");
  const std::string bytes = packed(texts);
  Unpacker unpacker(bytes);
  Texts read;
  REQUIRE(unpacker.read(3, read));
  CHECK(unpacker.at_end());
  CHECK(read == texts);
}

TEST_CASE("columns are read one after the other") {
  std::string bytes = packed(Moments{1, 500});
  bytes += packed(Numbers{3, 3});
  bytes += packed(Texts{"x", "yz"});
  Unpacker unpacker(bytes);
  Moments moments;
  Numbers codes;
  Texts texts;
  CHECK(unpacker.read(2, moments));
  CHECK_FALSE(unpacker.at_end());
  CHECK(unpacker.read(2, codes));
  CHECK(unpacker.read(2, texts));
  CHECK(unpacker.at_end());
  CHECK(moments == Moments{1, 500});
  CHECK(codes == Numbers{3, 3});
  CHECK(texts == Texts{"x", "yz"});
}

TEST_CASE("a column that ends early is damaged, wherever it ends") {
  const std::string whole = packed(Moments{1, 500, kMissing});
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK(is_damaged<std::int64_t>(std::string_view(whole).substr(0, size), 3));
  CHECK_FALSE(is_damaged<std::int64_t>(whole, 3));
}

TEST_CASE("a count that the bytes cannot hold is damage") {
  CHECK(is_damaged<std::int64_t>(packed(Moments{1, 2}), 3));
  CHECK(is_damaged<std::int64_t>(packed(Moments{1, 2}), std::numeric_limits<std::size_t>::max()));
}

TEST_CASE("a width that no column has is damage") {
  CHECK(is_damaged<std::int64_t>(from_hex("03"
                                          "0000000000000000"
                                          "000000000000"),
                                 2));
  CHECK(is_damaged<std::int64_t>(from_hex("10"
                                          "0000000000000000"
                                          "0000"),
                                 2));
  CHECK(is_damaged<std::uint32_t>(from_hex("41"
                                           "0000000000000000"
                                           "0000"),
                                  2));
}

TEST_CASE("a missing value where none can be is damage") {
  CHECK(is_damaged<std::uint32_t>(from_hex("81"
                                           "0000000000000000"
                                           "0000"),
                                  2));
}

TEST_CASE("texts that reach beyond the bytes are damage") {
  CHECK(is_damaged<std::string_view>(from_hex("00"
                                              "0200000000000000"
                                              "6162"),
                                     2));
  CHECK_FALSE(is_damaged<std::string_view>(from_hex("00"
                                                    "0100000000000000"
                                                    "6162"),
                                           2));
}
