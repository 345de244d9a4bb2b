// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/choices.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <utility>
#include <vector>

using quiz::bank::ItemType;
using quiz::cli::terminal::Choices;
using Picks = std::vector<std::uint8_t>;

namespace {

Choices choices(ItemType type, std::size_t count, Picks picks = {}) {
  Choices made(type, count);
  made.set(std::move(picks));
  return made;
}

}  // namespace

TEST_CASE("of several right choices each is chosen and unchosen by itself") {
  Choices lines = choices(ItemType::multiple, 3);
  CHECK(lines.letter("c"));
  CHECK(lines.letter("A"));
  CHECK(lines.picks() == Picks{0, 2});
  CHECK(lines.letter("3"));
  CHECK(lines.picks() == Picks{0});
  CHECK(lines.cursor() == 2);
  CHECK_FALSE(lines.choose(3));
  CHECK_FALSE(lines.letter("d"));
  CHECK_FALSE(lines.letter("0"));
  CHECK_FALSE(lines.letter("ab"));
  CHECK(lines.picks() == Picks{0});
}

TEST_CASE("an order stands as it is shown until a line is put down elsewhere") {
  Choices lines = choices(ItemType::order, 3);
  CHECK(lines.picks() == Picks{0, 1, 2});
  CHECK_FALSE(lines.choose(0));
  CHECK(lines.is_grabbed());
  CHECK(lines.choose(2));
  CHECK_FALSE(lines.is_grabbed());
  CHECK(lines.picks() == Picks{1, 2, 0});
  CHECK(lines.cursor() == 2);
}

TEST_CASE("a line that was taken up moves with the cursor, and back") {
  Choices lines = choices(ItemType::order, 3);
  CHECK_FALSE(lines.move(1));
  CHECK_FALSE(lines.letter(" "));
  CHECK(lines.move(-1));
  CHECK(lines.picks() == Picks{1, 0, 2});
  CHECK_FALSE(lines.move(-1));
  CHECK(lines.picks() == Picks{1, 0, 2});
  CHECK(lines.letter(" "));
}

TEST_CASE("in an order a digit counts lines as they stand, and a letter names one") {
  Choices lines = choices(ItemType::order, 3, {2, 0, 1});
  CHECK_FALSE(lines.letter("3"));
  CHECK(lines.cursor() == 2);
  CHECK_FALSE(lines.letter("c"));
  CHECK(lines.is_grabbed());
  CHECK(lines.cursor() == 0);
  CHECK(lines.letter("2"));
  CHECK(lines.picks() == Picks{0, 2, 1});
}

TEST_CASE(
    "in a match a letter is for the left side of the cursor, and choosing goes through all right sides") {
  Choices lines = choices(ItemType::match, 2, {0, 0});
  CHECK(lines.letter("b"));
  CHECK_FALSE(lines.letter("2"));
  CHECK(lines.letter("a"));
  CHECK(lines.picks() == Picks{2, 1});
  CHECK(lines.choose(0));
  CHECK(lines.picks() == Picks{0, 1});
  CHECK(lines.choose(0));
  CHECK(lines.picks() == Picks{1, 1});
}

TEST_CASE("what was chosen before is taken over, and nothing is taken up any more") {
  Choices lines = choices(ItemType::order, 2);
  CHECK_FALSE(lines.choose(1));
  lines.set({1, 0});
  CHECK_FALSE(lines.is_grabbed());
  CHECK(lines.picks() == Picks{1, 0});
  CHECK(lines.cursor() == 1);
}
