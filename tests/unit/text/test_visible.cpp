// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/utf8.hpp>
#include <quizlib/text/unicode.hpp>
#include <tests/support/corpora.hpp>

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <string>
#include <string_view>

using quiz::text::visible;

TEST_CASE("text that a terminal can show stays as it is") {
  CHECK(visible("") == "");
  CHECK(visible("Nguyễn Thị Hoà, ບ້ານໃໝ່, น้ำ") == "Nguyễn Thị Hoà, ບ້ານໃໝ່, น้ำ");
  CHECK(visible("C:\\n \"x\" 👨\u200D👩\u200D👧 \u00A0|") == "C:\\n \"x\" 👨\u200D👩\u200D👧 \u00A0|");
  CHECK(visible("\uFFFD") == "\uFFFD");
}

TEST_CASE("controls are shown as escapes") {
  CHECK(visible("\x1b[31mred\a") == "\\x1b[31mred\\x07");
  CHECK(visible(std::string_view("a\0b\x7f", 4)) == "a\\x00b\\x7f");
  CHECK(visible("a\r\nb\tc") == "a\\r\\nb\\tc");
  CHECK(visible("\u0085\u009B") == "\\u0085\\u009b");
}

TEST_CASE("characters that turn the direction or break the line are shown as escapes") {
  CHECK(visible("\u202Eabc\u202C") == "\\u202eabc\\u202c");
  CHECK(visible("\u2066x\u2069") == "\\u2066x\\u2069");
  CHECK(visible("a\u2028b\u2029") == "a\\u2028b\\u2029");
}

TEST_CASE("bytes that are no UTF-8 are shown one by one") {
  CHECK(visible("a\xFF"
                "b") == "a\\xffb");
  CHECK(visible("\xC0\xAF") == "\\xc0\\xaf");
  CHECK(visible("Hoa\xE1\xBB") == "Hoa\\xe1\\xbb");
  CHECK(visible("\xED\xA0\x80") == "\\xed\\xa0\\x80");
}

TEST_CASE("no hostile character of the naughty strings stays") {
  const auto path = quiz::tests::corpus("naughty-strings/blns.json");
  if (!path) return;
  const YAML::Node strings = YAML::LoadFile(path->string());
  REQUIRE(strings.size() > 500);
  for (const YAML::Node& entry : strings) {
    const std::string shown = visible(entry.as<std::string>());
    CAPTURE(shown);
    CHECK_FALSE(quiz::find_hostile(shown));
    CHECK_FALSE(quiz::invalid_utf8(shown));
    CHECK(shown.find_first_of("\n\t\r") == std::string::npos);
  }
}
