// SPDX-License-Identifier: Apache-2.0
#include <quizlib/sitting/limits.hpp>

#include <doctest/doctest.h>

#include <optional>

using quiz::Instant;
using quiz::Milliseconds;
using quiz::sitting::Limits;
using quiz::sitting::limits_of;
using quiz::sitting::Sitting;

namespace {

quiz::contest::RoundRules rules(std::optional<Milliseconds> limit) {
  quiz::contest::RoundRules rules;
  rules.window = {Instant(Milliseconds(0)), Instant(Milliseconds(1'000'000))};
  rules.time_limit = limit;
  return rules;
}

Milliseconds end(std::optional<Milliseconds> limit, int started, std::uint32_t factor) {
  const quiz::contest::Contest contest;
  const quiz::contest::Items items(contest, {});
  return limits_of(rules(limit), items, {}, Instant(Milliseconds(started)), factor).end;
}

}  // namespace

TEST_CASE("a sitting ends after its limit or when the round closes, whichever is first") {
  CHECK(end(Milliseconds(60'000), 0, 100) == Milliseconds(60'000));
  CHECK(end(Milliseconds(60'000), 970'000, 100) == Milliseconds(30'000));
  CHECK(end(std::nullopt, 400'000, 100) == Milliseconds(600'000));
}

TEST_CASE("extra time stretches the limit, not the round") {
  CHECK(end(Milliseconds(60'000), 0, 150) == Milliseconds(90'000));
  CHECK(end(Milliseconds(60'000), 930'000, 150) == Milliseconds(70'000));
}

TEST_CASE("what is left never falls below nothing") {
  const Limits limits{Milliseconds(10), {}};
  CHECK(limits.left(Milliseconds(4)) == Milliseconds(6));
  CHECK(limits.left(Milliseconds(10)) == Milliseconds(0));
  CHECK(limits.left(Milliseconds(99)) == Milliseconds(0));
}

TEST_CASE("an item's own time runs from the first look at it") {
  const Limits limits{Milliseconds(100), {Milliseconds(30), std::nullopt}};
  Sitting sitting;
  sitting.slots.resize(2);
  CHECK_FALSE(limits.is_over(sitting, 0, Milliseconds(99)));
  sitting.slots[0].first_seen = Milliseconds(10);
  sitting.slots[1].first_seen = Milliseconds(10);
  CHECK_FALSE(limits.is_over(sitting, 0, Milliseconds(39)));
  CHECK(limits.is_over(sitting, 0, Milliseconds(40)));
  CHECK_FALSE(limits.is_over(sitting, 1, Milliseconds(99)));
  CHECK(limits.is_over(sitting, 1, Milliseconds(100)));
}
