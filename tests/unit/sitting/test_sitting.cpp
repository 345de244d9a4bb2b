// SPDX-License-Identifier: Apache-2.0
#include <quizlib/sitting/sitting.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

using quiz::Milliseconds;
using quiz::sitting::Act;
using quiz::sitting::apply;
using quiz::sitting::change_of;
using quiz::sitting::changed;
using quiz::sitting::Event;
using quiz::sitting::Sitting;
using quiz::sitting::Slot;

namespace {

Event event(Act act, std::uint32_t position, std::string text, int elapsed) {
  return {act, position, std::move(text), {Milliseconds(elapsed), Milliseconds(0), {}}};
}

Sitting two_items() {
  Sitting sitting;
  sitting.slots.resize(2);
  return sitting;
}

}  // namespace

TEST_CASE("the last answer to an item holds, and an empty one takes it back") {
  Sitting sitting = two_items();
  apply(sitting, event(Act::answer, 1, "a", 10));
  apply(sitting, event(Act::answer, 1, "b", 20));
  CHECK(sitting.slots[1].answer == "b");
  CHECK(sitting.answered() == 1);
  apply(sitting, event(Act::answer, 1, "", 30));
  CHECK(sitting.answered() == 0);
  CHECK(sitting.last.elapsed == Milliseconds(30));
}

TEST_CASE("an item was first seen once") {
  Sitting sitting = two_items();
  CHECK_FALSE(sitting.slots[0].first_seen);
  apply(sitting, event(Act::see, 0, "", 10));
  apply(sitting, event(Act::see, 0, "", 50));
  CHECK(sitting.slots[0].first_seen == Milliseconds(10));
}

TEST_CASE("flags go on and off, a prediction is replaced, a sheet is handed in") {
  Sitting sitting = two_items();
  apply(sitting, event(Act::flag, 0, "", 1));
  apply(sitting, event(Act::flag, 1, "", 2));
  apply(sitting, event(Act::unflag, 0, "", 3));
  CHECK_FALSE(sitting.slots[0].flagged);
  CHECK(sitting.slots[1].flagged);
  apply(sitting, event(Act::predict, 0, "12", 4));
  apply(sitting, event(Act::predict, 0, "1.200", 5));
  CHECK(sitting.prediction == "1.200");
  CHECK_FALSE(sitting.submitted);
  apply(sitting, event(Act::submit, 0, "", 6));
  CHECK(sitting.submitted);
}

TEST_CASE("sitting down again changes nothing but the time") {
  Sitting sitting = two_items();
  apply(sitting, event(Act::answer, 0, "a", 5));
  apply(sitting, event(Act::open, 0, "", 9));
  CHECK(sitting.slots == std::vector<Slot>{{"a", false, std::nullopt}, {}});
  CHECK(sitting.last.elapsed == Milliseconds(9));
}

TEST_CASE("a change says what gives way to what") {
  CHECK(change_of("", "a") == "0 0 a");
  CHECK(change_of("abc", "abcd") == "3 0 d");
  CHECK(change_of("abcd", "abd") == "2 1 ");
  CHECK(change_of("one two", "one 2 two") == "4 0 2 ");
  CHECK(change_of("aaa", "aa") == "2 1 ");
  CHECK(change_of("same", "same") == "4 0 ");
}

TEST_CASE("a change never cuts a character") {
  CHECK(change_of("ê", "é") == "0 2 é");
  CHECK(change_of("ả", "ạ") == "0 3 ạ");
  CHECK(change_of("ໜ້າ", "ໜີ") == "3 6 ີ");
}

TEST_CASE("a change is taken in where it fits") {
  CHECK(changed("one two", "4 0 2 ") == "one 2 two");
  CHECK(changed("abcd", "2 1 ") == "abd");
  CHECK(changed("", "0 0 a 1 2") == "a 1 2");
  CHECK(changed("abc", "4 0 x") == std::nullopt);
  CHECK(changed("abc", "2 2 x") == std::nullopt);
  CHECK(changed("abc", "2") == std::nullopt);
  CHECK(changed("abc", "a 0 x") == std::nullopt);
  CHECK(changed("abc", "18446744073709551615 2 x") == std::nullopt);
}

TEST_CASE("an edit that does not fit changes nothing") {
  Sitting sitting;
  sitting.slots.resize(1);
  CHECK(apply(sitting, {Act::answer, 0, "abc", {}}));
  CHECK(apply(sitting, {Act::edit, 0, "3 0 d", {}}));
  CHECK(sitting.slots[0].answer == "abcd");
  CHECK_FALSE(apply(sitting, {Act::edit, 0, "5 0 d", {}}));
  CHECK(sitting.slots[0].answer == "abcd");
}
