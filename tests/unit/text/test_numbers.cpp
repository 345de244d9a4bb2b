// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/numbers.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <limits>

using quiz::Date;
using quiz::LocalTime;
using quiz::Milliseconds;
using quiz::text::format_count;
using quiz::text::format_date;
using quiz::text::format_elapsed;
using quiz::text::format_local_time;
using quiz::text::Language;
using quiz::text::localize_decimal;
using quiz::text::parse_count;
using quiz::text::parse_number;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

namespace {

constexpr Date kOpening = year(2023) / month(9) / day(10);

LocalTime at(Date date, Milliseconds of_day) { return LocalTime(std::chrono::local_days(date)) + of_day; }

constexpr Milliseconds clock(int hours, int minutes, int seconds, int milliseconds = 0) {
  return std::chrono::hours(hours) + std::chrono::minutes(minutes) + std::chrono::seconds(seconds) +
         Milliseconds(milliseconds);
}

}  // namespace

TEST_CASE("counts are grouped with points in Vietnamese and Lao and with commas in Thai and English") {
  CHECK(format_count(Language::vi, 21217) == "21.217");
  CHECK(format_count(Language::lo, 21217) == "21.217");
  CHECK(format_count(Language::th, 21217) == "21,217");
  CHECK(format_count(Language::en, 21217) == "21,217");
}

TEST_CASE("groups are of three digits from the right, none in short numbers") {
  CHECK(format_count(Language::vi, 0) == "0");
  CHECK(format_count(Language::vi, 999) == "999");
  CHECK(format_count(Language::vi, 1000) == "1.000");
  CHECK(format_count(Language::vi, 1512991) == "1.512.991");
  CHECK(format_count(Language::vi, -999) == "-999");
  CHECK(format_count(Language::vi, -123456) == "-123.456");
  CHECK(format_count(Language::en, std::numeric_limits<std::int64_t>::min()) == "-9,223,372,036,854,775,808");
}

TEST_CASE("decimals keep all their places") {
  CHECK(localize_decimal(Language::vi, "-1234.5") == "-1.234,5");
  CHECK(localize_decimal(Language::vi, "87.65432") == "87,65432");
  CHECK(localize_decimal(Language::lo, "21217.50") == "21.217,50");
  CHECK(localize_decimal(Language::th, "21217.5") == "21,217.5");
  CHECK(localize_decimal(Language::en, "1000000.0001") == "1,000,000.0001");
  CHECK(localize_decimal(Language::vi, "7") == "7");
  CHECK(localize_decimal(Language::vi, "-0.25") == "-0,25");
}

TEST_CASE("dates are written as the country writes them, in Thailand by the Buddhist era") {
  CHECK(format_date(Language::vi, kOpening) == "10/09/2023");
  CHECK(format_date(Language::lo, kOpening) == "10/09/2023");
  CHECK(format_date(Language::th, kOpening) == "10/9/2566");
  CHECK(format_date(Language::en, kOpening) == "10 September 2023");
  constexpr Date kEarly = year(2024) / month(2) / day(5);
  CHECK(format_date(Language::vi, kEarly) == "05/02/2024");
  CHECK(format_date(Language::lo, kEarly) == "05/02/2024");
  CHECK(format_date(Language::th, kEarly) == "5/2/2567");
  CHECK(format_date(Language::en, kEarly) == "5 February 2024");
}

TEST_CASE("times of day stand where the language puts them") {
  CHECK(format_local_time(Language::vi, at(kOpening, clock(8, 0, 0))) == "08:00:00 10/09/2023");
  CHECK(format_local_time(Language::lo, at(kOpening, clock(8, 0, 0))) == "10/09/2023 08:00:00");
  CHECK(format_local_time(Language::th, at(kOpening, clock(8, 0, 0))) == "10/9/2566 08:00:00");
  CHECK(format_local_time(Language::en, at(kOpening, clock(8, 0, 0))) == "10 September 2023, 08:00:00");
}

TEST_CASE("times show milliseconds where there are some") {
  CHECK(format_local_time(Language::vi, at(kOpening, clock(23, 59, 59, 7))) == "23:59:59.007 10/09/2023");
  CHECK(format_local_time(Language::vi, at(kOpening, clock(0, 0, 0))) == "00:00:00 10/09/2023");
  CHECK(format_local_time(Language::en, at(year(1969) / month(12) / day(31), clock(23, 0, 1, 500))) ==
        "31 December 1969, 23:00:01.500");
}

TEST_CASE("lengths of time are minutes and seconds, with hours from one hour on") {
  CHECK(format_elapsed(Milliseconds(0)) == "0:00");
  CHECK(format_elapsed(clock(0, 0, 5)) == "0:05");
  CHECK(format_elapsed(clock(0, 12, 34)) == "12:34");
  CHECK(format_elapsed(clock(0, 59, 59)) == "59:59");
  CHECK(format_elapsed(clock(1, 2, 3)) == "1:02:03");
  CHECK(format_elapsed(clock(100, 0, 0)) == "100:00:00");
  CHECK(format_elapsed(clock(0, 0, 5, 40)) == "0:05.040");
  CHECK(format_elapsed(-clock(0, 1, 5, 40)) == "-1:05.040");
}

TEST_CASE("a count is read with or without groups, whichever mark they have") {
  CHECK(parse_count("0") == 0);
  CHECK(parse_count("21217") == 21217);
  CHECK(parse_count("21.217") == 21217);
  CHECK(parse_count("21,217") == 21217);
  CHECK(parse_count("21 217") == 21217);
  CHECK(parse_count("21\u00A0217") == 21217);
  CHECK(parse_count("1.512.991") == 1512991);
  CHECK(parse_count("007") == 7);
}

TEST_CASE("a count may have the digits of any script") {
  CHECK(parse_count("๒๑.๒๑๗") == 21217);
  CHECK(parse_count("໑໒໓") == 123);
  CHECK(parse_count("１２") == 12);
}

TEST_CASE("groups must be of three digits and of one kind of mark") {
  CHECK_FALSE(parse_count("21.21"));
  CHECK_FALSE(parse_count("2121.217"));
  CHECK_FALSE(parse_count("21.2177"));
  CHECK_FALSE(parse_count("1.512,991"));
  CHECK_FALSE(parse_count("1..512"));
  CHECK_FALSE(parse_count(".512"));
  CHECK_FALSE(parse_count("512."));
  CHECK_FALSE(parse_count("1 512\u00A0991"));
}

TEST_CASE("anything else is no count") {
  CHECK_FALSE(parse_count(""));
  CHECK_FALSE(parse_count(" "));
  CHECK_FALSE(parse_count(" 5"));
  CHECK_FALSE(parse_count("5 "));
  CHECK_FALSE(parse_count("-5"));
  CHECK_FALSE(parse_count("+5"));
  CHECK_FALSE(parse_count("5e3"));
  CHECK_FALSE(parse_count("87,65432"));
  CHECK_FALSE(parse_count("12%"));
  CHECK_FALSE(parse_count("năm"));
  CHECK_FALSE(parse_count("²"));
  CHECK_FALSE(parse_count("1\xFF"));
}

TEST_CASE("a count is at most ten to the fifteenth") {
  CHECK(parse_count("1000000000000000") == 1'000'000'000'000'000);
  CHECK(parse_count("0000000000000000000000000000042") == 42);
  CHECK_FALSE(parse_count("1000000000000001"));
  CHECK_FALSE(parse_count("99999999999999999999999999999999"));
}

TEST_CASE("a mark that stands alone in a number is the decimal mark") {
  CHECK(parse_number("3.14") == "3.14");
  CHECK(parse_number("3,14") == "3.14");
  CHECK(parse_number("1.000") == "1.000");
  CHECK(parse_number("-0,5") == "-0.5");
  CHECK(parse_number("\u2212007") == "-007");
  CHECK(parse_number("0") == "0");
}

TEST_CASE("several marks of one kind, and blanks, group a number in threes") {
  CHECK(parse_number("1.000.000") == "1000000");
  CHECK(parse_number("21,217,000") == "21217000");
  CHECK(parse_number("21 217") == "21217");
  CHECK(parse_number("1\u00A0000\u00A0000") == "1000000");
  CHECK(parse_number("98\u202F000") == "98000");
  CHECK(parse_number("-1 234") == "-1234");
}

TEST_CASE("another mark that comes last in a number is the decimal mark") {
  CHECK(parse_number("1.234,5") == "1234.5");
  CHECK(parse_number("1,234,567.89") == "1234567.89");
  CHECK(parse_number("1 234,5") == "1234.5");
}

TEST_CASE("digits of numbers are Latin, Thai or Lao ones, also mixed") {
  CHECK(parse_number("๓.๑๔") == "3.14");
  CHECK(parse_number("໑.໐໐໐.໐໐໐") == "1000000");
  CHECK(parse_number("2๕") == "25");
  CHECK(parse_number("٣") == std::nullopt);
}

TEST_CASE("what is no number is none") {
  for (const char* text : {"",     "-",        "+5",       "--5",          ".5",          "5.",
                           "1..5", "1.00.000", "1.000.00", "1234.567.890", "1.000,000.5", "1,5,5",
                           "1 23", "12 34,5",  "1, 5",     "1e6",          "3.14 m",      "50%",
                           "0x10", "ba",       "5 -",      "1.000 000"}) {
    CAPTURE(text);
    CHECK(parse_number(text) == std::nullopt);
  }
}

TEST_CASE("a number may have any number of digits") {
  const std::string digits(100'000, '7');
  CHECK(parse_number(digits + "," + digits) == digits + "." + digits);
}
