// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/names.hpp>

#include <quizlib/base/utf8.hpp>
#include <quizlib/text/unicode.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace {

using quiz::crypto::Stream;
using quiz::rehearsal::vietnamese_names;
using quiz::rehearsal::WeightedNames;

Stream stream(std::string_view what) {
  return Stream(quiz::crypto::sha256("a seed"), std::array<std::string_view, 2>{"quiz/1", what});
}

}  // namespace

TEST_CASE("names are drawn as often as their weights say") {
  WeightedNames names;
  names.add("rare", 1);
  names.add("never", 0);
  names.add("common", 3);
  Stream chance = stream("weights");
  std::map<std::string_view, int> drawn;
  for (int i = 0; i < 4'000; ++i) ++drawn[names.draw(chance)];
  CHECK(drawn.size() == 2);
  // 1,000 are expected; five standard deviations are 137.
  CHECK(drawn["rare"] > 863);
  CHECK(drawn["rare"] < 1'137);
}

TEST_CASE("a made-up name has a family, a middle and a given name, in NFC") {
  Stream chance = stream("names");
  for (int i = 0; i < 200; ++i) {
    const std::string name = made_up_name(vietnamese_names(), i % 2 == 0, chance);
    REQUIRE_FALSE(quiz::invalid_utf8(name));
    REQUIRE(quiz::text::nfc(name) == name);
    REQUIRE(std::ranges::count(name, ' ') >= 2);
    REQUIRE(name.find("  ") == std::string::npos);
    REQUIRE(name.find_first_of("\t\n[]") == std::string::npos);
  }
}

TEST_CASE("the same stream makes up the same names") {
  Stream one = stream("same");
  Stream other = stream("same");
  for (int i = 0; i < 20; ++i)
    CHECK(made_up_name(vietnamese_names(), false, one) == made_up_name(vietnamese_names(), false, other));
}
