// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/packed_batch.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/crypto/digest.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

namespace {

using quiz::kMissing;
using quiz::crypto::hex;
using quiz::response::PackedBatch;
using quiz::response::Part;
using quiz::response::SheetBatch;

/// Two sheets of two items each, drawn for each of them.
SheetBatch drawn_batch() {
  SheetBatch batch;
  batch.paper_size = 2;
  batch.entrant = {4, 0};
  batch.attempt = {1, 2};
  batch.started = {1'000, kMissing};
  batch.submitted = {3'000, 3'000};
  batch.duration = {kMissing, kMissing};
  batch.prediction = {10, 300};
  batch.digest = {{1, 2}, {0xffffffffffffffff, 0}};
  batch.items = {7, 3, 3, 5};
  batch.codes = {1, 0, 0x8000, 2};
  return batch;
}

/// The same on a paper that everybody gets.
SheetBatch fixed_batch() {
  SheetBatch batch = drawn_batch();
  batch.items.clear();
  return batch;
}

void check_equal(const SheetBatch& a, const SheetBatch& b) {
  CHECK(a.paper_size == b.paper_size);
  CHECK(a.entrant == b.entrant);
  CHECK(a.attempt == b.attempt);
  CHECK(a.started == b.started);
  CHECK(a.submitted == b.submitted);
  CHECK(a.duration == b.duration);
  CHECK(a.prediction == b.prediction);
  CHECK(a.digest == b.digest);
  CHECK(a.items == b.items);
  CHECK(a.codes == b.codes);
}

bool is_damaged(const PackedBatch& packed) {
  return !unpack_batch(packed, Part::digests) || !unpack_batch(packed, Part::answers);
}

}  // namespace

TEST_CASE("a packed batch has its heads, digests and answers apart") {
  const PackedBatch packed = pack_batch(drawn_batch());
  CHECK(packed.count == 2);
  CHECK(packed.paper_size == 2);
  CHECK(hex(packed.heads) ==
        "01"
        "0000000000000000"
        "04"
        "00"  // entrants
        "01"
        "0100000000000000"
        "00"
        "01"  // attempts
        "81"
        "e803000000000000"
        "01"
        "00"  // started
        "00"
        "b80b000000000000"  // submitted
        "80"
        "0000000000000000"  // duration
        "02"
        "0a00000000000000"
        "0000"
        "2201");  // prediction
  CHECK(hex(packed.digests) ==
        "0100000000000000"
        "0200000000000000"
        "ffffffffffffffff"
        "0000000000000000");
  CHECK(hex(packed.answers) ==
        "01"  // papers of their own
        "01"
        "0300000000000000"
        "04"
        "00"
        "00"
        "02"  // items
        "02"
        "0000000000000000"
        "0100"
        "0000"
        "0080"
        "0200");  // codes
}

TEST_CASE("a batch on a paper that everybody gets has no items") {
  const PackedBatch packed = pack_batch(fixed_batch());
  CHECK(hex(packed.answers) ==
        "00"
        "02"
        "0000000000000000"
        "0100"
        "0000"
        "0080"
        "0200");
}

TEST_CASE("a batch comes back as it was but for its digests, or but for its answers") {
  for (const SheetBatch& whole : {drawn_batch(), fixed_batch()}) {
    SheetBatch expected = whole;
    expected.digest.clear();
    const auto answers = unpack_batch(pack_batch(whole), Part::answers);
    REQUIRE(answers);
    check_equal(*answers, expected);

    expected = whole;
    expected.items.clear();
    expected.codes.clear();
    const auto digests = unpack_batch(pack_batch(whole), Part::digests);
    REQUIRE(digests);
    check_equal(*digests, expected);
  }
}

TEST_CASE("a part that is not there is damaged") {
  PackedBatch packed = pack_batch(drawn_batch());
  packed.answers.clear();
  CHECK_FALSE(unpack_batch(packed, Part::answers));
  CHECK(unpack_batch(packed, Part::digests));
  packed.digests.clear();
  CHECK_FALSE(unpack_batch(packed, Part::digests));
}

TEST_CASE("a batch whose count does not fit its bytes is damaged") {
  for (const std::uint32_t count : {0U, 1U, 3U, 4'097U, 4'294'967'295U}) {
    CAPTURE(count);
    PackedBatch packed = pack_batch(drawn_batch());
    packed.count = count;
    CHECK(is_damaged(packed));
  }
}

TEST_CASE("a batch whose paper size does not fit its answers is damaged") {
  for (const std::uint32_t size : {0U, 1U, 3U, 65'536U, 4'294'967'295U}) {
    CAPTURE(size);
    PackedBatch packed = pack_batch(drawn_batch());
    packed.paper_size = size;
    CHECK(is_damaged(packed));
  }
}

TEST_CASE("a batch with bytes too few or too many in any part is damaged") {
  for (std::string PackedBatch::*part : {&PackedBatch::heads, &PackedBatch::digests, &PackedBatch::answers}) {
    PackedBatch longer = pack_batch(drawn_batch());
    (longer.*part).push_back('\0');
    CHECK(is_damaged(longer));
    PackedBatch shorter = pack_batch(drawn_batch());
    (shorter.*part).pop_back();
    CHECK(is_damaged(shorter));
  }
}

TEST_CASE("answers of an unknown form are damaged") {
  PackedBatch packed = pack_batch(fixed_batch());
  packed.answers.front() = '\2';
  CHECK(is_damaged(packed));
}
