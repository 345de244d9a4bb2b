// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/hash.hpp>

#include <doctest/doctest.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

using quiz::Hash128;
using quiz::HashKey;
using quiz::keyed_hash;

namespace {

/// 0, 1, 2 … 15: the key of the reference vectors.
HashKey counting_key() {
  HashKey key;
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i);
  return key;
}

/// The first `size` of the bytes 0, 1, 2 …: the input of the reference vectors.
std::string counting(std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(i);
  return bytes;
}

/// The hash as the bytes that the reference code writes, in hexadecimal.
std::string written(const Hash128& hash) {
  std::string result;
  for (const std::uint64_t half : {hash.low, hash.high}) {
    for (unsigned i = 0; i < 8; ++i) {
      const auto byte = static_cast<unsigned>(half >> (8 * i) & 0xFFU);
      result += "0123456789abcdef"[byte >> 4U];
      result += "0123456789abcdef"[byte & 0xFU];
    }
  }
  return result;
}

Hash128 siphash_of_openssl(const HashKey& key, const std::string& bytes) {
  const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> mac(EVP_MAC_fetch(nullptr, "SIPHASH", nullptr),
                                                              EVP_MAC_free);
  REQUIRE(mac);
  const std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context(EVP_MAC_CTX_new(mac.get()),
                                                                          EVP_MAC_CTX_free);
  std::size_t size = 16;
  const std::array<OSSL_PARAM, 2> parameters{OSSL_PARAM_construct_size_t(OSSL_MAC_PARAM_SIZE, &size),
                                             OSSL_PARAM_construct_end()};
  std::array<unsigned char, 16> out{};
  REQUIRE(EVP_MAC_init(context.get(), key.data(), key.size(), parameters.data()) == 1);
  REQUIRE(EVP_MAC_update(context.get(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()) ==
          1);
  REQUIRE(EVP_MAC_final(context.get(), out.data(), &size, out.size()) == 1);
  Hash128 hash;
  for (unsigned i = 0; i < 8; ++i) {
    hash.low |= std::uint64_t{out[i]} << (8 * i);
    hash.high |= std::uint64_t{out[8 + i]} << (8 * i);
  }
  return hash;
}

}  // namespace

TEST_CASE("the keyed hash gives the vectors of the reference code") {
  CHECK(written(keyed_hash(counting_key(), counting(0))) == "a3817f04ba25a8e66df67214c7550293");
  CHECK(written(keyed_hash(counting_key(), counting(1))) == "da87c1d86b99af44347659119b22fc45");
  CHECK(written(keyed_hash(counting_key(), counting(2))) == "8177228da4a45dc7fca38bdef60affe4");
}

TEST_CASE("the keyed hash is OpenSSL's SipHash at every length") {
  const HashKey key{0xff, 0x80, 0x7f, 1, 2, 3, 4, 5, 0xee, 0xdd, 0xcc, 0, 0, 9, 8, 0xf0};
  for (std::size_t size = 0; size <= 130; ++size) {
    CAPTURE(size);
    CHECK(keyed_hash(counting_key(), counting(size)) == siphash_of_openssl(counting_key(), counting(size)));
    CHECK(keyed_hash(key, std::string(size, '\xff')) == siphash_of_openssl(key, std::string(size, '\xff')));
  }
}

TEST_CASE("the same bytes have another hash under another key") {
  CHECK(keyed_hash(counting_key(), "abc") == keyed_hash(counting_key(), "abc"));
  CHECK(keyed_hash(counting_key(), "abc") != keyed_hash(HashKey{}, "abc"));
  CHECK(keyed_hash(counting_key(), "abc") != keyed_hash(counting_key(), "abd"));
}
