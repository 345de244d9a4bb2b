// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/decimal.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

using quiz::Decimal;
using quiz::format_decimal;
using quiz::parse_decimal;

namespace {

std::optional<std::int64_t> billionths(std::string_view text) {
  const std::optional<Decimal> value = parse_decimal(text);
  if (!value) return std::nullopt;
  return value->billionths;
}

}  // namespace

TEST_CASE("a decimal is digits with up to nine more behind a point") {
  CHECK(billionths("0") == 0);
  CHECK(billionths("7") == 7'000'000'000);
  CHECK(billionths("3.5") == 3'500'000'000);
  CHECK(billionths("0.000000001") == 1);
  CHECK(billionths("12.345678901") == 12'345'678'901);
  CHECK(billionths("-0.25") == -250'000'000);
  CHECK(billionths("1.500") == 1'500'000'000);
}

TEST_CASE("zeros in front change nothing: 010 is ten") {
  CHECK(billionths("010") == 10'000'000'000);
  CHECK(billionths("00000000000000000000000000000001.5") == 1'500'000'000);
}

TEST_CASE("zero has one value with or without a minus") {
  CHECK(billionths("-0") == 0);
  CHECK(billionths("-0.000") == 0);
}

TEST_CASE("a decimal stays below nine billion either way") {
  CHECK(billionths("8999999999.999999999") == 8'999'999'999'999'999'999);
  CHECK(billionths("-8999999999.999999999") == -8'999'999'999'999'999'999);
  CHECK_FALSE(billionths("9000000000"));
  CHECK_FALSE(billionths("-9000000000"));
  CHECK_FALSE(billionths("9000000000.0"));
  CHECK_FALSE(billionths("99999999999999999999999999999999999999"));
}

TEST_CASE("ten digits behind the point are too many even if the last is zero") {
  CHECK_FALSE(billionths("1.0000000001"));
  CHECK_FALSE(billionths("1.0000000000"));
}

TEST_CASE("nothing but digits, one point and a minus in front is a decimal") {
  for (const std::string_view text :
       {"",   "-",   ".",  "-.",  ".5",    "5.",   "-.5", "1.2.3", "1,5", "1 000", " 1",     "1 ",
        "+1", "--1", "1-", "1e3", "1.5e3", "0x10", "1/2", "NaN",   "inf", "1.-5",  "\u0e51", "1.\u0e51"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_decimal(text));
  }
  CHECK_FALSE(parse_decimal(std::string_view("1\0", 2)));
}

TEST_CASE("a decimal is written without zeros at its end and without a bare point") {
  CHECK(format_decimal({0}) == "0");
  CHECK(format_decimal({7'000'000'000}) == "7");
  CHECK(format_decimal({100'000'000'000}) == "100");
  CHECK(format_decimal({3'500'000'000}) == "3.5");
  CHECK(format_decimal({-250'000'000}) == "-0.25");
  CHECK(format_decimal({1}) == "0.000000001");
  CHECK(format_decimal({-1}) == "-0.000000001");
  CHECK(format_decimal({1'000'000'001}) == "1.000000001");
}

TEST_CASE("the widest decimals are written whole") {
  CHECK(format_decimal({INT64_MAX}) == "9223372036.854775807");
  CHECK(format_decimal({INT64_MIN}) == "-9223372036.854775808");
}

TEST_CASE("decimals are ordered by value") {
  CHECK(parse_decimal("-1") < parse_decimal("-0.5"));
  CHECK(parse_decimal("0.101") < parse_decimal("0.9"));
  CHECK(parse_decimal("1.50") == parse_decimal("1.5"));
}
