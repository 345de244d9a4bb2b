// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/points.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string_view>

using quiz::format_points;
using quiz::parse_points;
using quiz::Points;

TEST_CASE("points are read in ten-thousandths") {
  CHECK(parse_points("12") == Points{120'000});
  CHECK(parse_points("7.5") == Points{75'000});
  CHECK(parse_points("0.0001") == Points{1});
  CHECK(parse_points("-0.25") == Points{-2'500});
  CHECK(parse_points("-0") == Points{0});
  CHECK(parse_points("8999999999.9999") == Points{89'999'999'999'999});
}

TEST_CASE("points with more than four places or out of range are none") {
  for (const std::string_view text :
       {"", "-", "0.00001", "1.00000", "1.", ".5", "1,5", "+1", " 1", "1 ", "1e2", "9000000000"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_points(text));
  }
}

TEST_CASE("points are written in their shortest form") {
  CHECK(format_points({0}) == "0");
  CHECK(format_points({120'000}) == "12");
  CHECK(format_points({1'000'000}) == "100");
  CHECK(format_points({75'000}) == "7.5");
  CHECK(format_points({-2'500}) == "-0.25");
  CHECK(format_points({1}) == "0.0001");
  CHECK(format_points({-10'001}) == "-1.0001");
  CHECK(format_points({INT64_MIN}) == "-922337203685477.5808");
}

TEST_CASE("points add up without loss") {
  CHECK(Points{1} + Points{2} == Points{3});
  CHECK(*parse_points("0.1") + *parse_points("0.2") == *parse_points("0.3"));
  CHECK(Points{-1} < Points{0});
}
