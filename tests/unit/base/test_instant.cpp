// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/instant.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

using quiz::age_on;
using quiz::Date;
using quiz::format_date;
using quiz::format_duration;
using quiz::format_time;
using quiz::Instant;
using quiz::Milliseconds;
using quiz::parse_date;
using quiz::parse_duration;
using quiz::parse_time;
using quiz::Window;
using quiz::WrittenTime;
using std::chrono::minutes;

namespace {

/// A moment read and written again, as it stands there; `none` where it is no moment.
std::string reread(std::string_view text) {
  const std::optional<WrittenTime> time = parse_time(text);
  if (!time) return "none";
  const minutes offset = time->offset.value_or(minutes(0));
  const std::string result = format_time(Instant(time->local.time_since_epoch()) - offset, offset);
  return time->offset ? result : result.substr(0, result.size() - std::string_view("+00:00").size());
}

Date date(std::string_view text) { return parse_date(text).value(); }

}  // namespace

TEST_CASE("a moment counts milliseconds from 1970 on the clock it was read from") {
  CHECK(parse_time("1970-01-01T00:00") == WrittenTime{});
  CHECK(parse_time("2023-09-10T08:00:00.250+07:00") ==
        WrittenTime{quiz::LocalTime(Milliseconds(1'694'332'800'250)), minutes(420)});
  CHECK(parse_time("1969-12-31T23:59:59.999Z") == WrittenTime{quiz::LocalTime(Milliseconds(-1)), minutes(0)});
}

TEST_CASE("a moment has T or a space, seconds and a fraction or not, an offset or not") {
  CHECK(reread("2023-09-10T08:00") == "2023-09-10T08:00:00");
  CHECK(reread("2023-09-10 08:00") == "2023-09-10T08:00:00");
  CHECK(reread("2023-09-10T08:00:59") == "2023-09-10T08:00:59");
  CHECK(reread("2023-09-10T08:00:59.5") == "2023-09-10T08:00:59.500");
  CHECK(reread("2023-09-10T08:00:59.05") == "2023-09-10T08:00:59.050");
  CHECK(reread("2023-09-10T08:00:59.005") == "2023-09-10T08:00:59.005");
  CHECK(reread("2023-09-10T08:00:59.000") == "2023-09-10T08:00:59");
  CHECK(reread("2023-09-10T08:00Z") == "2023-09-10T08:00:00+00:00");
  CHECK(reread("2023-09-10T08:00+07:00") == "2023-09-10T08:00:00+07:00");
  CHECK(reread("2023-09-10 08:00:01.5-03:30") == "2023-09-10T08:00:01.500-03:30");
}

TEST_CASE("a moment without an offset differs from the same in UTC") {
  CHECK(parse_time("2023-09-10T08:00")->offset == std::nullopt);
  CHECK(parse_time("2023-09-10T08:00Z")->offset == minutes(0));
  CHECK(parse_time("2023-09-10T08:00+00:00")->offset == minutes(0));
  CHECK(parse_time("2023-09-10T08:00-00:00")->offset == minutes(0));
}

TEST_CASE("24:00 is the midnight that ends the day") {
  CHECK(reread("2023-09-30 24:00") == "2023-10-01T00:00:00");
  CHECK(reread("2023-12-31T24:00:00.000+07:00") == "2024-01-01T00:00:00+07:00");
  CHECK(reread("2024-02-28 24:00") == "2024-02-29T00:00:00");
  CHECK(reread("2199-12-31 24:00") == "2200-01-01T00:00:00");
}

TEST_CASE("after 24:00 there is no more of the day") {
  CHECK(reread("2023-09-30 24:01") == "none");
  CHECK(reread("2023-09-30 24:00:01") == "none");
  CHECK(reread("2023-09-30 24:00:00.001") == "none");
  CHECK(reread("2023-09-30 25:00") == "none");
}

TEST_CASE("minutes and seconds end at 59, leap seconds do not exist") {
  CHECK(reread("2023-09-30 23:59:59.999") == "2023-09-30T23:59:59.999");
  CHECK(reread("2023-09-30 23:60") == "none");
  CHECK(reread("2016-12-31T23:59:60Z") == "none");
}

TEST_CASE("offsets reach fourteen hours either way") {
  CHECK(reread("2023-09-10T08:00+14:00") == "2023-09-10T08:00:00+14:00");
  CHECK(reread("2023-09-10T08:00-14:00") == "2023-09-10T08:00:00-14:00");
  CHECK(reread("2023-09-10T08:00+14:01") == "none");
  CHECK(reread("2023-09-10T08:00-15:00") == "none");
  CHECK(reread("2023-09-10T08:00+07:60") == "none");
}

TEST_CASE("what is written otherwise is no moment") {
  for (const std::string_view text : {"",
                                      "2023-09-10",
                                      "2023-09-10T",
                                      "2023-09-10T08",
                                      "2023-09-10T08:",
                                      "2023-09-10T08:0",
                                      "2023-09-10T8:00",
                                      "2023-09-10t08:00",
                                      "2023-09-10_08:00",
                                      "2023-09-10  08:00",
                                      " 2023-09-10T08:00",
                                      "2023-09-10T08:00 ",
                                      "2023-09-10T08-00",
                                      "2023-09-10T08:00:",
                                      "2023-09-10T08:00:0",
                                      "2023-09-10T08:00:00.",
                                      "2023-09-10T08:00:00.Z",
                                      "2023-09-10T08:00:00.1234",
                                      "2023-09-10T08:00:00,5",
                                      "2023-09-10T08:00.5",
                                      "2023-09-10T08:00:0a",
                                      "2023-09-10T-8:00",
                                      "2023-09-10T08:00z",
                                      "2023-09-10T08:00ZZ",
                                      "2023-09-10T08:00+07",
                                      "2023-09-10T08:00+0700",
                                      "2023-09-10T08:00+7:00",
                                      "2023-09-10T08:00+07:00:00",
                                      "2023-09-10T08:00+07:0x",
                                      "2023-09-10T08:00 +07:00",
                                      "2023-09-10T08:00+-7:00",
                                      "20230910T0800",
                                      "10/09/2023 08:00",
                                      "2023-9-10T08:00:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_time(text));
  }
}

TEST_CASE("a moment on a day that does not exist is none") {
  CHECK(reread("2023-02-29T08:00") == "none");
  CHECK(reread("2023-04-31T08:00") == "none");
}

TEST_CASE("dates are of the years 1900 to 2199: a Buddhist year is no date") {
  CHECK(parse_date("1900-01-01"));
  CHECK(parse_date("2199-12-31"));
  CHECK_FALSE(parse_date("1899-12-31"));
  CHECK_FALSE(parse_date("2200-01-01"));
  CHECK_FALSE(parse_date("2566-09-10"));
  CHECK_FALSE(parse_time("2566-09-10T08:00"));
}

TEST_CASE("29 February exists every fourth year, but of the full centuries only in every fourth") {
  CHECK(parse_date("2024-02-29"));
  CHECK(parse_date("2000-02-29"));
  CHECK_FALSE(parse_date("2023-02-29"));
  CHECK_FALSE(parse_date("1900-02-29"));
  CHECK_FALSE(parse_date("2100-02-29"));
  CHECK_FALSE(parse_date("2024-02-30"));
}

TEST_CASE("months and days that do not exist are no dates") {
  for (const std::string_view text :
       {"2023-00-10", "2023-13-10", "2023-09-00", "2023-09-31", "2023-01-32", "2023-9-10", "2023-09-1",
        "2023/09/10", "2023-09/10", "2023-09-10 ", "2023-09-10T", "", "20230910", "10-09-2023", "2o23-09-10",
        "20a3-09-10", "2023-0x-10", "2023-09-x0", "-023-09-10"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("a date is written as it is read") {
  CHECK(date("2023-09-10") == Date(std::chrono::year(2023), std::chrono::month(9), std::chrono::day(10)));
  CHECK(format_date(date("2023-09-10")) == "2023-09-10");
  CHECK(format_date(date("1900-01-01")) == "1900-01-01");
}

TEST_CASE("a moment is written on the clock of its offset") {
  const Instant instant(Milliseconds(1'694'307'600'000));
  CHECK(format_time(instant, minutes(420)) == "2023-09-10T08:00:00+07:00");
  CHECK(format_time(instant, minutes(0)) == "2023-09-10T01:00:00+00:00");
  CHECK(format_time(instant, minutes(-210)) == "2023-09-09T21:30:00-03:30");
  CHECK(format_time(instant, minutes(-30)) == "2023-09-10T00:30:00-00:30");
  CHECK(format_time(instant + Milliseconds(7), minutes(420)) == "2023-09-10T08:00:00.007+07:00");
  CHECK(format_time(instant - Milliseconds(1), minutes(420)) == "2023-09-10T07:59:59.999+07:00");
}

TEST_CASE("a moment before 1970 is written like any other") {
  CHECK(format_time(Instant(Milliseconds(-1)), minutes(0)) == "1969-12-31T23:59:59.999+00:00");
  CHECK(format_time(Instant(Milliseconds(-2'208'988'800'000)), minutes(0)) == "1900-01-01T00:00:00+00:00");
}

TEST_CASE("a window holds its opening and not its closing") {
  const Window window{Instant(Milliseconds(10)), Instant(Milliseconds(20))};
  CHECK_FALSE(window.contains(Instant(Milliseconds(9))));
  CHECK(window.contains(Instant(Milliseconds(10))));
  CHECK(window.contains(Instant(Milliseconds(19))));
  CHECK_FALSE(window.contains(Instant(Milliseconds(20))));
  CHECK_FALSE(Window{}.contains(Instant{}));
}

TEST_CASE("an age grows on the birthday") {
  CHECK(age_on(date("2008-09-30"), date("2023-09-29")) == 14);
  CHECK(age_on(date("2008-09-30"), date("2023-09-30")) == 15);
  CHECK(age_on(date("2008-09-30"), date("2023-10-01")) == 15);
  CHECK(age_on(date("2008-12-31"), date("2023-01-01")) == 14);
  CHECK(age_on(date("2023-09-30"), date("2023-09-30")) == 0);
}

TEST_CASE("who was born on 29 February has a birthday on 1 March in common years") {
  CHECK(age_on(date("2008-02-29"), date("2023-02-28")) == 14);
  CHECK(age_on(date("2008-02-29"), date("2023-03-01")) == 15);
  CHECK(age_on(date("2008-02-29"), date("2024-02-28")) == 15);
  CHECK(age_on(date("2008-02-29"), date("2024-02-29")) == 16);
}

TEST_CASE("before birth an age is negative") {
  CHECK(age_on(date("2023-09-30"), date("2023-09-29")) == -1);
  CHECK(age_on(date("2023-09-30"), date("2022-09-30")) == -1);
}

TEST_CASE("a duration is hours, minutes, seconds and milliseconds in that order") {
  CHECK(parse_duration("20m") == minutes(20));
  CHECK(parse_duration("90s") == std::chrono::seconds(90));
  CHECK(parse_duration("1h30m") == minutes(90));
  CHECK(parse_duration("500ms") == Milliseconds(500));
  CHECK(parse_duration("1h2m3s4ms") == Milliseconds(3'723'004));
  CHECK(parse_duration("1h4ms") == Milliseconds(3'600'004));
  CHECK(parse_duration("0s") == Milliseconds(0));
  CHECK(parse_duration("007m") == minutes(7));
  CHECK(parse_duration("120m") == minutes(120));
}

TEST_CASE("a duration ends at a thousand hours") {
  CHECK(parse_duration("1000h") == std::chrono::hours(1000));
  CHECK(parse_duration("3600000000ms") == std::chrono::hours(1000));
  CHECK_FALSE(parse_duration("1000h1ms"));
  CHECK_FALSE(parse_duration("1001h"));
  CHECK_FALSE(parse_duration("3600000001ms"));
  CHECK_FALSE(parse_duration("99999999999999999999999h"));
}

TEST_CASE("a unit twice, out of order, unknown or missing makes no duration") {
  for (const std::string_view text :
       {"", "m", "20", "20 m", " 20m", "20m ", "20m20m", "30m1h", "5ms1s", "1.5h", "-20m", "+20m", "20M",
        "1d", "20min", "1h30", "hm", "1hm", "20m-"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_duration(text));
  }
}

TEST_CASE("a duration is written carried over and without zero parts") {
  CHECK(format_duration(minutes(20)) == "20m");
  CHECK(format_duration(minutes(90)) == "1h30m");
  CHECK(format_duration(std::chrono::seconds(90)) == "1m30s");
  CHECK(format_duration(Milliseconds(500)) == "500ms");
  CHECK(format_duration(Milliseconds(3'600'004)) == "1h4ms");
  CHECK(format_duration(Milliseconds(3'723'004)) == "1h2m3s4ms");
  CHECK(format_duration(std::chrono::hours(1000)) == "1000h");
  CHECK(format_duration(Milliseconds(0)) == "0s");
}
