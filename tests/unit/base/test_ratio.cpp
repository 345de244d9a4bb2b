// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/ratio.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

using quiz::Decimal;
using quiz::format_ratio;
using quiz::parse_long_decimal;
using quiz::parse_ratio;
using quiz::Ratio;

namespace {

std::optional<std::string> fraction(std::string_view text) {
  const std::optional<Ratio> value = parse_ratio(text);
  if (!value) return std::nullopt;
  return value->fraction();
}

/// 2^400, far beyond any column.
Ratio huge() {
  Ratio result(1);
  for (int i = 0; i < 8; ++i) result = result * Ratio(std::int64_t{1} << 50);
  return result;
}

}  // namespace

TEST_CASE("a ratio is kept in lowest terms with its sign above the line") {
  CHECK(Ratio(6, 4).fraction() == "3/2");
  CHECK(Ratio(6, -4).fraction() == "-3/2");
  CHECK(Ratio(-6, -4).fraction() == "3/2");
  CHECK(Ratio(4, 2).fraction() == "2");
  CHECK(Ratio(0, -7).fraction() == "0");
  CHECK(Ratio().fraction() == "0");
  CHECK(Ratio(Decimal{3'500'000'000}).fraction() == "7/2");
}

TEST_CASE("the lowest and the highest of 64 bits are ratios") {
  CHECK(Ratio(INT64_MIN).fraction() == "-9223372036854775808");
  CHECK(Ratio(INT64_MAX, INT64_MIN).fraction() == "-9223372036854775807/9223372036854775808");
  CHECK(Ratio(INT64_MIN, INT64_MIN) == Ratio(1));
}

TEST_CASE("ratios are added, subtracted, multiplied and divided exactly") {
  CHECK(Ratio(1, 3) + Ratio(1, 6) == Ratio(1, 2));
  CHECK(Ratio(1, 3) - Ratio(1, 2) == Ratio(-1, 6));
  CHECK(Ratio(2, 3) * Ratio(9, 4) == Ratio(3, 2));
  CHECK(Ratio(2, 3) / Ratio(-4, 9) == Ratio(-3, 2));
  CHECK(Ratio(1, 3) + Ratio(1, 3) + Ratio(1, 3) == Ratio(1));
  CHECK((Ratio(1, 7) - Ratio(1, 7)).is_zero());
}

TEST_CASE("ratios are ordered by value, however close") {
  CHECK(Ratio(1, 3) < Ratio(1, 2));
  CHECK(Ratio(-1, 2) < Ratio(-1, 3));
  CHECK(Ratio(INT64_MAX - 1, INT64_MAX) < Ratio(1));
  CHECK(Ratio(1'000'000'007, 3'000'000'019) != Ratio(1'000'000'006, 3'000'000'016));
  CHECK(Ratio(2, 4) == Ratio(1, 2));
}

TEST_CASE("numbers beyond 64 bits stay exact") {
  CHECK(huge() / huge() == Ratio(1));
  CHECK((huge() + Ratio(1)) - huge() == Ratio(1));
  CHECK(Ratio(1) / huge() > Ratio(0));
}

TEST_CASE("copies are independent and a moved ratio keeps its value") {
  Ratio a(1, 3);
  Ratio b = a;
  b = b + a;
  CHECK(a == Ratio(1, 3));
  CHECK(b == Ratio(2, 3));
  const Ratio c = std::move(b);
  CHECK(c == Ratio(2, 3));
  a = c;
  CHECK(a == Ratio(2, 3));
}

TEST_CASE("what lies half way is rounded to the even neighbour, below zero too") {
  CHECK(Ratio(1, 2).rounded() == 0);
  CHECK(Ratio(3, 2).rounded() == 2);
  CHECK(Ratio(5, 2).rounded() == 2);
  CHECK(Ratio(7, 2).rounded() == 4);
  CHECK(Ratio(-1, 2).rounded() == 0);
  CHECK(Ratio(-3, 2).rounded() == -2);
  CHECK(Ratio(-5, 2).rounded() == -2);
  CHECK(Ratio(-7, 2).rounded() == -4);
}

TEST_CASE("what does not lie half way is rounded to the nearest") {
  CHECK(Ratio(0).rounded() == 0);
  CHECK(Ratio(7).rounded() == 7);
  CHECK(Ratio(-7).rounded() == -7);
  CHECK(Ratio(1, 3).rounded() == 0);
  CHECK(Ratio(2, 3).rounded() == 1);
  CHECK(Ratio(-1, 3).rounded() == 0);
  CHECK(Ratio(-2, 3).rounded() == -1);
  CHECK(Ratio(499'999'999, 1'000'000'000).rounded() == 0);
  CHECK(Ratio(500'000'001, 1'000'000'000).rounded() == 1);
}

TEST_CASE("a ratio is scaled before it is rounded") {
  CHECK(Ratio(2, 3).rounded(100) == 67);
  CHECK(Ratio(1, 8).rounded(100) == 12);
  CHECK(Ratio(3, 8).rounded(100) == 38);
  CHECK(Ratio(-1, 8).rounded(100) == -12);
  CHECK(Ratio(1, 3).rounded(10'000) == 3'333);
  CHECK(Ratio(5, 2).rounded(-1) == -2);
  CHECK(Ratio(5, 2).rounded(0) == 0);
}

TEST_CASE("a rounded ratio that does not fit 64 bits is none") {
  CHECK(Ratio(INT64_MAX).rounded() == INT64_MAX);
  CHECK(Ratio(INT64_MIN).rounded() == INT64_MIN);
  CHECK_FALSE(Ratio(INT64_MAX).rounded(10));
  CHECK_FALSE((Ratio(INT64_MAX) + Ratio(1, 2)).rounded());
  CHECK_FALSE(huge().rounded());
}

TEST_CASE("the denominator is that of the lowest terms") {
  CHECK(Ratio(6, 4).denominator() == 2);
  CHECK(Ratio(5).denominator() == 1);
  CHECK_FALSE((Ratio(1) / huge()).denominator());
}

TEST_CASE("a ratio is read from a decimal or from two with a slash") {
  CHECK(fraction("3") == "3");
  CHECK(fraction("0.25") == "1/4");
  CHECK(fraction("-0.5") == "-1/2");
  CHECK(fraction("100/15") == "20/3");
  CHECK(fraction("1.5/0.5") == "3");
  CHECK(fraction("-1/3") == "-1/3");
  CHECK(fraction("1/-3") == "-1/3");
  CHECK(fraction("0/5") == "0");
}

TEST_CASE("a fraction by zero and anything else is no ratio") {
  for (const std::string_view text :
       {"", "/", "1/", "/2", "1/0", "1/0.000", "0/0", "1/2/3", "1 / 2", "1/2 ", "a/2", "50%", "1e3"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_ratio(text));
  }
}

TEST_CASE("a ratio is written with exactly the places asked for") {
  CHECK(format_ratio(Ratio(200, 3), 2) == "66.67");
  CHECK(format_ratio(Ratio(1), 2) == "1.00");
  CHECK(format_ratio(Ratio(1, 3), 0) == "0");
  CHECK(format_ratio(Ratio(7, 2), 0) == "4");
  CHECK(format_ratio(Ratio(1, 100), 2) == "0.01");
  CHECK(format_ratio(Ratio(1, 3), 9) == "0.333333333");
  CHECK(format_ratio(Ratio(-1, 3), 4) == "-0.3333");
  CHECK(format_ratio(Ratio(-1234, 100), 1) == "-12.3");
}

TEST_CASE("the written number is rounded half to even") {
  CHECK(format_ratio(Ratio(5, 1000), 2) == "0.00");
  CHECK(format_ratio(Ratio(15, 1000), 2) == "0.02");
  CHECK(format_ratio(Ratio(25, 1000), 2) == "0.02");
  CHECK(format_ratio(Ratio(-15, 1000), 2) == "-0.02");
  CHECK(format_ratio(Ratio(9995, 1000), 2) == "10.00");
}

TEST_CASE("what rounds to zero is written without a sign") {
  CHECK(format_ratio(Ratio(-5, 1000), 2) == "0.00");
  CHECK(format_ratio(Ratio(-1, 3), 0) == "0");
}

TEST_CASE("a number beyond 64 bits is written whole") {
  const Ratio large = Ratio(INT64_MAX) * Ratio(INT64_MAX);
  CHECK(large.fraction() == "85070591730234615847396907784232501249");
  CHECK(format_ratio(large, 2) == "85070591730234615847396907784232501249.00");
}

TEST_CASE("a decimal of any length is read exactly") {
  CHECK(parse_long_decimal("3.14") == Ratio(157, 50));
  CHECK(parse_long_decimal("-0.50") == Ratio(-1, 2));
  CHECK(parse_long_decimal("007") == Ratio(7));
  CHECK(parse_long_decimal("123456789012345678901234567890.5")->fraction() ==
        "246913578024691357802469135781/2");
  CHECK(*parse_long_decimal("3.00000000000000000000000000000001") > Ratio(3));
}

TEST_CASE("what is no decimal has no value, however long") {
  for (const char* text : {"", "-", ".5", "5.", "1.2.3", "+1", "1e3", " 1", "1,5", "--1", "-.5"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_long_decimal(text));
  }
}
