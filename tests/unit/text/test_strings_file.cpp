// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/error.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/text/strings_file.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using quiz::Message;
using quiz::text::read_strings;
using quiz::text::StringsEntry;

namespace {

/// The text of the only entry of `line`.
std::string text_of(std::string_view line) {
  const std::vector<StringsEntry> entries = read_strings(line);
  REQUIRE(entries.size() == 1);
  return entries.front().text;
}

/// The message of the error that reading `yaml` ends with.
std::optional<Message> error_of(std::string_view yaml) {
  try {
    static_cast<void>(read_strings(yaml));
  } catch (const quiz::Error& error) {
    CHECK(error.kind() == quiz::ErrorKind::failed);
    return error.message();
  }
  return std::nullopt;
}

Message malformed(int line) { return Message("text.strings-malformed", {{"line", line}}); }

}  // namespace

TEST_CASE("a strings file is keys and quoted texts, beside comments and empty lines") {
  const std::vector<StringsEntry> entries = read_strings(
      "# SPDX-License-Identifier: Apache-2.0\n"
      "\n"
      "a.b-c_9: \"Kỹ năng số\"\n"
      "# more\n"
      "b: \"two: \\\"words\\\"\"\n");
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].key == "a.b-c_9");
  CHECK(entries[0].text == "Kỹ năng số");
  CHECK(entries[1].key == "b");
  CHECK(entries[1].text == "two: \"words\"");
}

TEST_CASE("an empty strings file has no entry, and the last line need not end") {
  CHECK(read_strings("").empty());
  CHECK(read_strings("\n# nothing\n").empty());
  CHECK(text_of("k: \"x\"") == "x");
}

TEST_CASE("the escapes of a text are read") {
  CHECK(text_of(R"(k: "a\"b\\c\nd\te")") == "a\"b\\c\nd\te");
  CHECK(text_of(R"(k: "\u0041\u00e9\u1EAF\u200b")") == "Aéắ\u200B");
  CHECK(text_of(R"(k: "\\u0041")") == "\\u0041");
  CHECK(text_of(R"(k: "")").empty());
}

TEST_CASE("a line of any other form is an error that names its number") {
  CHECK(error_of("a: \"x\"\nb\n") == malformed(2));
  CHECK(error_of("a: x") == malformed(1));
  CHECK(error_of("a:\"x\"") == malformed(1));
  CHECK(error_of("a: \"") == malformed(1));
  CHECK(error_of("a: \"x\" # no") == malformed(1));
  CHECK(error_of("a: \"x\"\r\n") == malformed(1));
  CHECK(error_of(": \"x\"") == malformed(1));
  CHECK(error_of("A: \"x\"") == malformed(1));
  CHECK(error_of(" a: \"x\"") == malformed(1));
  CHECK(error_of("\n\na: 'x'") == malformed(3));
}

TEST_CASE("a text with a bare quote, an unknown escape or bytes that are no UTF-8 is an error") {
  CHECK(error_of(R"(a: "x"y")") == malformed(1));
  CHECK(error_of(R"(a: "x\")") == malformed(1));
  CHECK(error_of(R"(a: "\x41")") == malformed(1));
  CHECK(error_of(R"(a: "\u12")") == malformed(1));
  CHECK(error_of(R"(a: "\u12g4")") == malformed(1));
  CHECK(error_of(R"(a: "\u-123")") == malformed(1));
  CHECK(error_of(R"(a: "\ud83d\ude00")") == malformed(1));
  CHECK(error_of("a: \"\xFF\"") == malformed(1));
}

TEST_CASE("the entries of a strings file come in the order of their keys") {
  const std::vector<StringsEntry> entries = read_strings("b: \"3\"\na.help: \"2\"\na: \"1\"\n");
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].key == "a");
  CHECK(entries[1].key == "a.help");
  CHECK(entries[2].key == "b");
  CHECK(entries[2].text == "3");
}

TEST_CASE("a key that stands twice is an error that names it") {
  CHECK(error_of("a: \"x\"\nb: \"y\"\na: \"x\"\n") == Message("text.strings-twice", {{"key", "a"}}));
}

TEST_CASE("the errors of strings files are sentences") {
  const quiz::text::Catalogue english(quiz::text::Language::en);
  CHECK(english.format(malformed(7)) == "line 7 of the strings file is not of the form key: \"text\"");
  CHECK(english("text.strings-malformed.help") ==
        "write a key of lower-case letters, digits, dots and hyphens, then a colon, a blank and the text in "
        "double quotes");
  CHECK(english.format(Message("text.strings-twice", {{"key", "a"}})) ==
        "the key a stands twice in the strings file");
  CHECK(english("text.strings-twice.help") == "keep one of the two lines");
}
