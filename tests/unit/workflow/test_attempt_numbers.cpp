// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/attempt_numbers.hpp>

#include <quizlib/base/instant.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace {

using quiz::kMissing;
using quiz::kNone;
using quiz::workflow::number_attempts;
using quiz::workflow::NumberedSheet;

using Numbers = std::vector<std::uint32_t>;

/// A row of the first entrant in the first round.
NumberedSheet row(std::uint32_t row, std::int64_t moment, std::int64_t submitted) {
  NumberedSheet sheet;
  sheet.row = row;
  sheet.moment = moment;
  sheet.submitted = submitted;
  return sheet;
}

NumberedSheet stored(std::uint32_t attempt, std::int64_t moment, std::int64_t submitted) {
  NumberedSheet sheet = row(kNone, moment, submitted);
  sheet.attempt = attempt;
  return sheet;
}

NumberedSheet of(std::uint64_t entrant, quiz::RoundNo round, NumberedSheet sheet) {
  sheet.entrant = {entrant, 0};
  sheet.round = round;
  return sheet;
}

}  // namespace

TEST_CASE("attempts are numbered by moment, whatever the order of rows") {
  CHECK(number_attempts({row(0, 30, 35), row(1, 10, 15), row(2, 20, 25)}, 3) == Numbers{3, 1, 2});
  CHECK(number_attempts({row(0, 10, 15), row(1, 20, 25), row(2, 30, 35)}, 3) == Numbers{1, 2, 3});
}

TEST_CASE("attempts that began at one moment are in the order of submission") {
  CHECK(number_attempts({row(0, 10, 20), row(1, 10, 15)}, 2) == Numbers{2, 1});
}

TEST_CASE("every entrant and every round is numbered by itself") {
  CHECK(number_attempts({of(1, 0, row(0, 30, 35)), of(2, 0, row(1, 20, 25)), of(1, 1, row(2, 10, 15)),
                         of(1, 0, row(3, 10, 15))},
                        4) == Numbers{2, 1, 1, 1});
}

TEST_CASE("rows that are not numbered have 0") {
  CHECK(number_attempts({row(2, 10, 15)}, 4) == Numbers{0, 0, 1, 0});
  CHECK(number_attempts({}, 2) == Numbers{0, 0});
}

TEST_CASE("rows of the same moments are of one attempt") {
  CHECK(number_attempts({row(0, 10, 15), row(1, 10, 15), row(2, 20, 25)}, 3) == Numbers{1, 1, 2});
  CHECK(number_attempts({row(0, kMissing, kMissing), row(1, kMissing, kMissing)}, 2) == Numbers{1, 1});
}

TEST_CASE("a row without a moment comes last") {
  CHECK(number_attempts({row(0, kMissing, kMissing), row(1, 10, 15), row(2, 20, kMissing)}, 3) ==
        Numbers{3, 1, 2});
}

TEST_CASE("a row of the moments of a stored sheet has its number") {
  CHECK(number_attempts({stored(1, 10, 15), stored(2, 20, 25), row(0, 20, 25), row(1, 10, 15)}, 2) ==
        Numbers{2, 1});
  CHECK(number_attempts({stored(7, 10, 15), row(0, 10, 15)}, 1) == Numbers{7});
}

TEST_CASE("a row after the stored sheets goes on from the greatest number") {
  CHECK(number_attempts({stored(1, 10, 15), stored(3, 20, 25), row(0, 30, 35), row(1, 40, 45)}, 2) ==
        Numbers{4, 5});
}

TEST_CASE("a row before a stored sheet has a number where that leaves one") {
  // A run was killed after it had stored the second and the fourth attempt of this file.
  CHECK(number_attempts({stored(2, 20, 25), stored(4, 40, 45), row(0, 40, 45), row(1, 10, 15), row(2, 20, 25),
                         row(3, 30, 35), row(4, 50, 55)},
                        5) == Numbers{4, 1, 2, 3, 5});
}

TEST_CASE("a row that a later stored sheet leaves no number has 0") {
  CHECK(number_attempts({stored(1, 20, 25), row(0, 10, 15)}, 1) == Numbers{0});
  CHECK(number_attempts({stored(2, 20, 25), row(0, 10, 15), row(1, 15, 16), row(2, 30, 35)}, 3) ==
        Numbers{1, 0, 3});
  CHECK(number_attempts({stored(1, 10, 15), stored(2, 20, 25), row(0, 12, 13), row(1, 12, 13)}, 2) ==
        Numbers{0, 0});
}

TEST_CASE("stored sheets of an entrant do not touch another's") {
  CHECK(number_attempts({of(1, 0, stored(1, 20, 25)), of(2, 0, row(0, 10, 15))}, 1) == Numbers{1});
}
