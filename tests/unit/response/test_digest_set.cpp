// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/digest_set.hpp>

#include <doctest/doctest.h>

using quiz::Hash128;
using quiz::response::DigestSet;

TEST_CASE("a digest is new once") {
  DigestSet set;
  CHECK_FALSE(set.contains({1, 2}));
  CHECK(set.insert({1, 2}));
  CHECK_FALSE(set.insert({1, 2}));
  CHECK(set.contains({1, 2}));
  CHECK(set.size() == 1);
}

TEST_CASE("digests that share a half are two") {
  DigestSet set;
  CHECK(set.insert({1, 2}));
  CHECK(set.insert({1, 3}));
  CHECK(set.insert({0, 2}));
  CHECK(set.size() == 3);
  CHECK_FALSE(set.contains({0, 3}));
}

TEST_CASE("the digest of zeros is one like any other") {
  DigestSet set;
  CHECK_FALSE(set.contains({0, 0}));
  CHECK(set.size() == 0);
  CHECK(set.insert({0, 0}));
  CHECK_FALSE(set.insert({0, 0}));
  CHECK(set.contains({0, 0}));
  CHECK(set.size() == 1);
  CHECK(set.insert({0, 1}));
  CHECK(set.size() == 2);
}

TEST_CASE("a set that grows forgets nothing") {
  constexpr std::uint64_t kMany = 5'000;
  DigestSet set;
  // All want the same slot.
  for (std::uint64_t i = 0; i < kMany; ++i) REQUIRE(set.insert({7, i}));
  CHECK(set.size() == kMany);
  for (std::uint64_t i = 0; i < kMany; ++i) REQUIRE_FALSE(set.insert({7, i}));
  CHECK_FALSE(set.contains({7, kMany}));
}
