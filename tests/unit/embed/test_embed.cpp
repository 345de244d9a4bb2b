// SPDX-License-Identifier: Apache-2.0
#include <tests/unit/embed/embedded.hpp>

#include <doctest/doctest.h>

namespace embedded = quiz::embedded;

TEST_CASE("an embedded file is found by its path, byte for byte") {
  CHECK(embedded::unit_embed("tests/unit/embed/words.txt") == "ສະບາຍດີ\nสวัสดี\nxin chào\n");
}

TEST_CASE("an empty file is found, a missing one is not") {
  CHECK(embedded::unit_embed("tests/unit/embed/empty.txt").empty());
  CHECK(embedded::unit_embed("tests/unit/embed/empty.txt").data() != nullptr);
  CHECK(embedded::unit_embed("tests/unit/embed/none.txt").data() == nullptr);
  CHECK(embedded::unit_embed("words.txt").data() == nullptr);
}

TEST_CASE("embedded bytes end with a zero byte that is not counted") {
  CHECK(*embedded::unit_embed("tests/unit/embed/words.txt").end() == '\0');
  CHECK(*embedded::unit_embed("tests/unit/embed/empty.txt").end() == '\0');
}

TEST_CASE("embedded files are listed by path") {
  const auto files = embedded::unit_embed_files();
  REQUIRE(files.size() == 2);
  CHECK(files[0].path == "tests/unit/embed/empty.txt");
  CHECK(files[1].path == "tests/unit/embed/words.txt");
}
