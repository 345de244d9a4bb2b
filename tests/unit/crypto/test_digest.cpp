// SPDX-License-Identifier: Apache-2.0
#include <quizlib/crypto/digest.hpp>

#include <doctest/doctest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <cstddef>
#include <string>
#include <string_view>

using quiz::crypto::Bytes32;
using quiz::crypto::hex;
using quiz::crypto::hmac_sha256;
using quiz::crypto::parse_hex32;
using quiz::crypto::random_bytes;
using quiz::crypto::Sha256;
using quiz::crypto::sha256;
using quiz::crypto::view;

namespace {

Bytes32 hmac_of_openssl(std::string_view key, std::string_view bytes) {
  Bytes32 result{};
  unsigned size = 0;
  REQUIRE(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
               reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), result.data(), &size));
  REQUIRE(size == result.size());
  return result;
}

}  // namespace

TEST_CASE("SHA-256 gives the vectors of FIPS 180-4") {
  CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(hex(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                   "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu")) ==
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(hex(sha256(std::string(1'000'000, 'a'))) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a digest does not depend on the pieces in which the bytes come") {
  const std::string bytes(300, 'q');
  for (std::size_t cut = 0; cut <= bytes.size(); cut += 7) {
    Sha256 state;
    state.update(std::string_view(bytes).substr(0, cut));
    state.update("");
    state.update(std::string_view(bytes).substr(cut));
    CHECK(state.finish() == sha256(bytes));
  }
  CHECK(Sha256().finish() == sha256(""));
}

TEST_CASE("a copy of a digest goes on by itself") {
  Sha256 first;
  first.update("a");
  Sha256 second = first;
  first.update("b");
  second.update("c");
  CHECK(first.finish() == sha256("ab"));
  CHECK(second.finish() == sha256("ac"));
}

TEST_CASE("HMAC-SHA-256 gives the vectors of RFC 4231") {
  CHECK(hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")) ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hex(hmac_sha256(std::string(20, '\xaa'), std::string(50, '\xdd'))) ==
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
  std::string counting;
  for (char c = 1; c <= 25; ++c) counting += c;
  CHECK(hex(hmac_sha256(counting, std::string(50, '\xcd'))) ==
        "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
  CHECK(
      hex(hmac_sha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")) ==
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  CHECK(
      hex(hmac_sha256(std::string(131, '\xaa'),
                      "This is a test using a larger than block-size key and a larger than block-size data. "
                      "The key needs to be hashed before being used by the HMAC algorithm.")) ==
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

TEST_CASE("HMAC-SHA-256 is OpenSSL's around the length of a block") {
  for (std::size_t size = 0; size <= 130; ++size) {
    CAPTURE(size);
    CHECK(hmac_sha256(std::string(size, 'k'), "text") == hmac_of_openssl(std::string(size, 'k'), "text"));
    CHECK(hmac_sha256("key", std::string(size, 't')) == hmac_of_openssl("key", std::string(size, 't')));
  }
}

TEST_CASE("bytes are written as two lower-case digits each") {
  CHECK(hex("") == "");
  CHECK(hex(std::string_view("\x00\x0f\xa5\xff", 4)) == "000fa5ff");
  CHECK(hex(Bytes32{0xab, 0x01}) == "ab01" + std::string(60, '0'));
}

TEST_CASE("64 digits of either case are 32 bytes") {
  const Bytes32 digest = sha256("abc");
  CHECK(parse_hex32(hex(digest)) == digest);
  CHECK(parse_hex32("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD") == digest);
}

TEST_CASE("fewer or more digits, or anything else among them, are no 32 bytes") {
  CHECK_FALSE(parse_hex32(""));
  CHECK_FALSE(parse_hex32(std::string(63, '0')));
  CHECK_FALSE(parse_hex32(std::string(65, '0')));
  CHECK_FALSE(parse_hex32("g" + std::string(63, '0')));
  CHECK_FALSE(parse_hex32(std::string(63, '0') + "G"));
  CHECK_FALSE(parse_hex32("0x" + std::string(62, '0')));
  CHECK_FALSE(parse_hex32(" " + std::string(63, '0')));
  CHECK_FALSE(parse_hex32(std::string(63, '0') + "\n"));
}

TEST_CASE("a view shows all 32 bytes") { CHECK(view(Bytes32{1}) == "\x01" + std::string(31, '\0')); }

TEST_CASE("random bytes are never the same again") {
  CHECK(random_bytes() != random_bytes());
  CHECK(random_bytes() != Bytes32{});
}
