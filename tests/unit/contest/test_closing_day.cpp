// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/closing_day.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

std::string closing_day_of(std::string_view closes) {
  using quiz::tests::with;
  const auto contest = quiz::tests::contest_of(
      with(quiz::tests::kSmallContest, "closes: 2023-09-30 17:00", "closes: " + std::string(closes)));
  return quiz::format_date(quiz::contest::closing_day(contest, contest.rounds.front()));
}

}  // namespace

TEST_CASE("a round closes on the day of its last moment, by the clocks of the contest") {
  CHECK(closing_day_of("2023-09-30 17:00") == "2023-09-30");
  CHECK(closing_day_of("2023-09-30 24:00") == "2023-09-30");
  CHECK(closing_day_of("2023-09-30") == "2023-09-30");
  CHECK(closing_day_of("2023-10-01 00:00:01") == "2023-10-01");
  CHECK(closing_day_of("2023-09-30T17:30:00Z") == "2023-10-01");
}
