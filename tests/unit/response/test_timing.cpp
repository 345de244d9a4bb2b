// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/timing.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using quiz::Instant;
using quiz::kMissing;
using quiz::Milliseconds;
using quiz::response::DateOrder;
using quiz::response::elapsed;
using quiz::response::is_late;

/// A moment as read, in ISO 8601; `none` where it is none.
std::string read(std::string_view text, DateOrder order = DateOrder::ymd) {
  const auto written = quiz::response::parse_sheet_time(text, order);
  if (!written) return "none";
  const Instant instant(written->local.time_since_epoch());
  const std::string local = quiz::format_time(instant, std::chrono::minutes(0)).substr(0, 19);
  return written->offset ? local + " " + std::to_string(written->offset->count()) : local;
}

constexpr std::int64_t kSecond = 1'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kOpens = 1'000 * kMinute;
constexpr std::int64_t kCloses = kOpens + 60 * kMinute;

/// An hour, ten minutes for each, ten seconds of grace.
quiz::contest::RoundRules round() {
  quiz::contest::RoundRules result;
  result.window = {Instant(Milliseconds(kOpens)), Instant(Milliseconds(kCloses))};
  result.time_limit = std::chrono::minutes(10);
  result.grace = std::chrono::seconds(10);
  return result;
}

quiz::contest::RoundRules round_without_limit() {
  quiz::contest::RoundRules result = round();
  result.time_limit.reset();
  return result;
}

}  // namespace

TEST_CASE("a moment in ISO 8601 is read whatever the order of dates") {
  for (const DateOrder order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
    CHECK(read("2023-09-10T08:05:06", order) == "2023-09-10T08:05:06");
    CHECK(read("2023-09-10 08:05", order) == "2023-09-10T08:05:00");
    CHECK(read("2023-09-10T08:05:06+07:00", order) == "2023-09-10T08:05:06 420");
    CHECK(read("2023-09-10T01:05:06Z", order) == "2023-09-10T01:05:06 0");
  }
}

TEST_CASE("other dates are read in the order that the mapping names") {
  CHECK(read("10/09/2023 08:05:06", DateOrder::dmy) == "2023-09-10T08:05:06");
  CHECK(read("09/10/2023 08:05:06", DateOrder::mdy) == "2023-09-10T08:05:06");
  CHECK(read("2023/09/10 08:05:06", DateOrder::ymd) == "2023-09-10T08:05:06");
  CHECK(read("10.09.2023 08:05", DateOrder::dmy) == "2023-09-10T08:05:00");
  CHECK(read("10-09-2023 08:05", DateOrder::dmy) == "2023-09-10T08:05:00");
}

TEST_CASE("days, months and hours may have one digit") {
  CHECK(read("1/9/2023 8:05", DateOrder::dmy) == "2023-09-01T08:05:00");
  CHECK(read("9/1/2023 8:05:06", DateOrder::mdy) == "2023-09-01T08:05:06");
  CHECK(read("2023-9-1 8:05", DateOrder::ymd) == "2023-09-01T08:05:00");
}

TEST_CASE("midnight at the end of a day is read") {
  CHECK(read("10/09/2023 24:00", DateOrder::dmy) == "2023-09-11T00:00:00");
}

TEST_CASE("what is no moment in that order is none") {
  CHECK(read("10/09/2023 08:05", DateOrder::ymd) == "none");
  CHECK(read("2023/09/10 08:05", DateOrder::dmy) == "none");
  CHECK(read("31/02/2023 08:05", DateOrder::dmy) == "none");
  CHECK(read("13/13/2023 08:05", DateOrder::dmy) == "none");
  CHECK(read("10/09/2023", DateOrder::dmy) == "none");
  CHECK(read("2023-09-10") == "none");
  CHECK(read("10/09/23 08:05", DateOrder::dmy) == "none");
  CHECK(read("10/09/2566 08:05", DateOrder::dmy) == "none");
  CHECK(read("10/09/2023 08:05 AM", DateOrder::dmy) == "none");
  CHECK(read("10/09/2023 8", DateOrder::dmy) == "none");
  CHECK(read("10/09", DateOrder::dmy) == "none");
  CHECK(read("10//2023 08:05", DateOrder::dmy) == "none");
  CHECK(read("100/9/2023 08:05", DateOrder::dmy) == "none");
  CHECK(read("08:05 10/09/2023", DateOrder::dmy) == "none");
  CHECK(read("yesterday", DateOrder::dmy) == "none");
  CHECK(read("") == "none");
}

TEST_CASE("a sitting ends after the time limit, and the grace is not late yet") {
  const std::int64_t start = kOpens + 5 * kMinute;
  const std::int64_t end = start + 10 * kMinute;
  CHECK_FALSE(is_late(round(), start, end, kMissing, 100));
  CHECK_FALSE(is_late(round(), start, end + 10 * kSecond, kMissing, 100));
  CHECK(is_late(round(), start, end + 10 * kSecond + 1, kMissing, 100));
}

TEST_CASE("a sitting ends when the round closes, and the grace is not late yet") {
  const std::int64_t start = kCloses - kMinute;
  CHECK_FALSE(is_late(round(), start, kCloses, kMissing, 100));
  CHECK_FALSE(is_late(round(), start, kCloses + 10 * kSecond, kMissing, 100));
  CHECK(is_late(round(), start, kCloses + 10 * kSecond + 1, kMissing, 100));
  CHECK_FALSE(is_late(round(), kMissing, kCloses + 10 * kSecond, kMissing, 100));
  CHECK(is_late(round(), kMissing, kCloses + 10 * kSecond + 1, kMissing, 100));
}

TEST_CASE("extra time lengthens the limit, never the window") {
  const std::int64_t start = kOpens;
  const std::int64_t end = start + 15 * kMinute;
  CHECK_FALSE(is_late(round(), start, end + 10 * kSecond, kMissing, 150));
  CHECK(is_late(round(), start, end + 10 * kSecond + 1, kMissing, 150));
  CHECK(is_late(round(), start, end + 10 * kSecond, kMissing, 149));
  CHECK(is_late(round(), kCloses - kMinute, kCloses + 10 * kSecond + 1, kMissing, 400));
}

TEST_CASE("a sitting that began when the round was closed is late") {
  CHECK_FALSE(is_late(round(), kCloses - 1, kCloses, kMissing, 100));
  CHECK(is_late(round(), kCloses, kCloses, kMissing, 100));
  CHECK(is_late(round(), kCloses, kMissing, kMissing, 100));
}

TEST_CASE("without a time limit only the window counts") {
  CHECK_FALSE(is_late(round_without_limit(), kOpens, kCloses + 10 * kSecond, kMissing, 100));
  CHECK(is_late(round_without_limit(), kOpens, kCloses + 10 * kSecond + 1, kMissing, 100));
  CHECK_FALSE(is_late(round_without_limit(), kMissing, kMissing, 100 * kMinute, 100));
}

TEST_CASE("where a moment is missing the duration is held against the limit") {
  CHECK_FALSE(is_late(round(), kMissing, kOpens, 10 * kMinute + 10 * kSecond, 100));
  CHECK(is_late(round(), kMissing, kOpens, 10 * kMinute + 10 * kSecond + 1, 100));
  CHECK(is_late(round(), kOpens, kMissing, 10 * kMinute + 10 * kSecond + 1, 100));
  CHECK_FALSE(is_late(round(), kMissing, kMissing, 15 * kMinute, 150));
}

TEST_CASE("two moments decide against a shorter duration") {
  CHECK(is_late(round(), kOpens, kOpens + 11 * kMinute, 5 * kMinute, 100));
  CHECK_FALSE(is_late(round(), kOpens, kOpens + 9 * kMinute, 11 * kMinute, 100));
}

TEST_CASE("what is missing makes nothing late") {
  CHECK_FALSE(is_late(round(), kMissing, kMissing, kMissing, 100));
  CHECK_FALSE(is_late(round(), kOpens, kMissing, kMissing, 100));
}

TEST_CASE("a sitting took what the sheet says, else the time between its moments") {
  CHECK(elapsed(1'000, 5'000, 3'000) == 3'000);
  CHECK(elapsed(1'000, 5'000, kMissing) == 4'000);
  CHECK(elapsed(1'000, 5'000, 0) == 0);
  CHECK(elapsed(kMissing, 5'000, kMissing) == kMissing);
  CHECK(elapsed(1'000, kMissing, kMissing) == kMissing);
  CHECK(elapsed(kMissing, kMissing, 7) == 7);
}
