// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/json_writer.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

using quiz::io::JsonWriter;

namespace {

template <class Write>
std::string written(Write write) {
  std::string out;
  JsonWriter json([&](std::string_view text) { out += text; });
  write(json);
  return out;
}

std::string of_text(std::string_view text) {
  return written([&](JsonWriter& json) { json.value(text); });
}

}  // namespace

TEST_CASE("objects and arrays are indented by two blanks, keys in their order") {
  const std::string out = written([](JsonWriter& json) {
    json.begin_object();
    json.key("b");
    json.value(1);
    json.key("a");
    json.begin_array();
    json.value("x");
    json.begin_object();
    json.key("y");
    json.null();
    json.end_object();
    json.end_array();
    json.end_object();
  });
  CHECK(out ==
        "{\n"
        "  \"b\": 1,\n"
        "  \"a\": [\n"
        "    \"x\",\n"
        "    {\n"
        "      \"y\": null\n"
        "    }\n"
        "  ]\n"
        "}\n");
}

TEST_CASE("empty objects and arrays stand on one line") {
  const std::string out = written([](JsonWriter& json) {
    json.begin_object();
    json.key("a");
    json.begin_array();
    json.end_array();
    json.key("b");
    json.begin_object();
    json.end_object();
    json.end_object();
  });
  CHECK(out == "{\n  \"a\": [],\n  \"b\": {}\n}\n");
}

TEST_CASE("a row stands on a line of its own") {
  const std::string out = written([](JsonWriter& json) {
    json.begin_object();
    json.key("rows");
    json.begin_array();
    for (const int place : {1, 2}) {
      json.begin_row();
      json.begin_object();
      json.key("place");
      json.value(place);
      json.key("ids");
      json.begin_array();
      json.value("a");
      json.value("b");
      json.end_array();
      json.end_object();
      json.end_row();
    }
    json.end_array();
    json.key("one");
    json.begin_row();
    json.begin_array();
    json.value(true);
    json.end_array();
    json.end_row();
    json.end_object();
  });
  CHECK(out ==
        "{\n"
        "  \"rows\": [\n"
        "    {\"place\": 1, \"ids\": [\"a\", \"b\"]},\n"
        "    {\"place\": 2, \"ids\": [\"a\", \"b\"]}\n"
        "  ],\n"
        "  \"one\": [true]\n"
        "}\n");
}

TEST_CASE("a row within a row changes nothing") {
  const std::string out = written([](JsonWriter& json) {
    json.begin_row();
    json.begin_array();
    json.begin_row();
    json.begin_array();
    json.value(1);
    json.end_array();
    json.end_row();
    json.value(2);
    json.end_array();
    json.end_row();
  });
  CHECK(out == "[[1], 2]\n");
}

TEST_CASE("numbers of every size, flags and null are written in full") {
  const std::string out = written([](JsonWriter& json) {
    json.begin_row();
    json.begin_array();
    json.value(std::numeric_limits<std::int64_t>::min());
    json.value(std::numeric_limits<std::uint64_t>::max());
    json.value(std::uint32_t{7});
    json.value(-7);
    json.value(false);
    json.null();
    json.end_array();
    json.end_row();
  });
  CHECK(out == "[-9223372036854775808, 18446744073709551615, 7, -7, false, null]\n");
}

TEST_CASE("text is escaped as JSON needs it, and letters of all languages stay") {
  CHECK(of_text("\"\\/\n\r\t") == "\"\\\"\\\\/\\n\\r\\t\"\n");
  CHECK(of_text("Kỹ năng số ทักษะ ທັກສະ 😀") == "\"Kỹ năng số ทักษะ ທັກສະ 😀\"\n");
  CHECK(of_text("") == "\"\"\n");
}

TEST_CASE("nothing in a text can end a script element or turn the text around it") {
  CHECK(of_text("</script>") == "\"\\u003c/script>\"\n");
  CHECK(of_text("\u2028\u2029\u202e\u2066") == "\"\\u2028\\u2029\\u202e\\u2066\"\n");
  CHECK(of_text(std::string_view("\0\x1b\x7f\xC2\x85", 5)) == "\"\\u0000\\u001b\\u007f\\u0085\"\n");
}

TEST_CASE("zero-width characters, which Thai and Lao text needs, stay") {
  CHECK(of_text("a\u200bb\u200d") == "\"a\u200bb\u200d\"\n");
}

TEST_CASE("bytes that are no UTF-8 become replacement characters, one each") {
  CHECK(of_text("a\xFF\xC3(\xED\xA0\x80") == "\"a\uFFFD\uFFFD(\uFFFD\uFFFD\uFFFD\"\n");
}

TEST_CASE("keys are escaped as texts are") {
  const std::string out = written([](JsonWriter& json) {
    json.begin_object();
    json.key("a\"<");
    json.value(1);
    json.end_object();
  });
  CHECK(out == "{\n  \"a\\\"\\u003c\": 1\n}\n");
}

TEST_CASE("the sink gets a long value in pieces and everything at its end") {
  std::string out;
  std::size_t pieces = 0;
  JsonWriter json([&](std::string_view text) {
    out += text;
    ++pieces;
  });
  json.begin_array();
  const std::string text(40'000, 'x');
  for (int i = 0; i < 3; ++i) json.value(text);
  CHECK(pieces == 1);
  json.end_array();
  CHECK(pieces == 2);
  CHECK(out == "[\n  \"" + text + "\",\n  \"" + text + "\",\n  \"" + text + "\"\n]\n");
}
