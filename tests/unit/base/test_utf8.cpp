// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/utf8.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

using quiz::append_character;
using quiz::byte_name;
using quiz::character_name;
using quiz::code_points;
using quiz::find_hostile;
using quiz::first_character;
using quiz::invalid_utf8;
using quiz::is_hostile;

namespace {

/// The value of the first character, and 0 where none could be read.
char32_t first(std::string_view text) { return first_character(text).value; }

}  // namespace

TEST_CASE("a character is read with its length") {
  CHECK(first_character("A").value == U'A');
  CHECK(first_character("A").bytes == 1);
  CHECK(first_character("\xC2\x80").bytes == 2);
  CHECK(first_character("ạn").value == U'ạ');
  CHECK(first_character("ạn").bytes == 3);
  CHECK(first_character("\U0001F600").bytes == 4);
  CHECK(first_character(std::string_view("\0a", 2)).bytes == 1);
  CHECK(first_character("").bytes == 0);
}

TEST_CASE("the first and the last character of every length are well-formed") {
  CHECK(first("\x7F") == 0x7F);
  CHECK(first("\xC2\x80") == 0x80);
  CHECK(first("\xDF\xBF") == 0x7FF);
  CHECK(first("\xE0\xA0\x80") == 0x800);
  CHECK(first("\xED\x9F\xBF") == 0xD7FF);
  CHECK(first("\xEE\x80\x80") == 0xE000);
  CHECK(first("\xEF\xBF\xBF") == 0xFFFF);
  CHECK(first("\xF0\x90\x80\x80") == 0x10000);
  CHECK(first("\xF4\x8F\xBF\xBF") == 0x10FFFF);
}

TEST_CASE("a character is written as it is read, the first and the last of every length") {
  for (const char32_t c : {U'\0', U'\x7f', U'\x80', U'\x7ff', U'\x800', U'\xffff', U'\x10000', U'\x10ffff'}) {
    std::string text;
    append_character(text, c);
    CHECK(first_character(text).value == c);
    CHECK(first_character(text).bytes == text.size());
  }
}

TEST_CASE("overlong forms, surrogates, what is above U+10FFFF and torn characters are not well-formed") {
  for (const std::string_view text :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF",
        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC2", "\xC2z", "\xE1\xBA",
        "\xE1\xBAz", "\xF0\x9F\x98", "\xF0\x9F\x98z"}) {
    CAPTURE(text);
    CHECK(first_character(text).bytes == 0);
    CHECK(invalid_utf8(text) == 0);
  }
}

TEST_CASE("the first bad byte is found behind good text of any length") {
  for (std::size_t size = 0; size <= 20; ++size) {
    CAPTURE(size);
    CHECK(invalid_utf8(std::string(size, 'a')) == std::nullopt);
    CHECK(invalid_utf8(std::string(size, 'a') + "\xFF" + "aaaaaaaaaa") == size);
    CHECK(invalid_utf8(std::string(size, 'a') + "ạ\xE1\xBA") == size + 3);
  }
  CHECK(invalid_utf8("Bắc Kạn, ວຽງຈັນ, กรุงเทพ") == std::nullopt);
}

TEST_CASE("characters are counted, not bytes") {
  CHECK(code_points("") == 0);
  CHECK(code_points("Bắc Kạn") == 7);
  CHECK(code_points("\U0001F600") == 1);
  CHECK(code_points("a\xFFz") == 3);
}

TEST_CASE("controls but newline and tab are hostile") {
  CHECK(is_hostile(0));
  CHECK(is_hostile(U'\r'));
  CHECK(is_hostile(0x1B));
  CHECK(is_hostile(0x7F));
  CHECK(is_hostile(0x80));
  CHECK(is_hostile(0x9F));
  CHECK_FALSE(is_hostile(U'\n'));
  CHECK_FALSE(is_hostile(U'\t'));
  CHECK_FALSE(is_hostile(U' '));
  CHECK_FALSE(is_hostile(0xA0));
}

TEST_CASE("what turns the direction of text or ends lines unseen is hostile") {
  CHECK_FALSE(is_hostile(0x2027));
  CHECK(is_hostile(0x2028));
  CHECK(is_hostile(0x202A));
  CHECK(is_hostile(0x202E));
  CHECK_FALSE(is_hostile(0x202F));
  CHECK_FALSE(is_hostile(0x2065));
  CHECK(is_hostile(0x2066));
  CHECK(is_hostile(0x2069));
  CHECK_FALSE(is_hostile(0x206A));
}

TEST_CASE("the first hostile character is found with its place in bytes") {
  CHECK_FALSE(find_hostile(""));
  CHECK_FALSE(find_hostile("Bắc Kạn\tกรุงเทพ\n"));
  CHECK(find_hostile("ạ\x1B[0m")->offset == 3);
  CHECK(find_hostile("ạ\x1B[0m")->value == 0x1B);
  CHECK(find_hostile("a\u202Eb\u2066")->offset == 1);
  CHECK(find_hostile("a\u202Eb\u2066")->value == 0x202E);
  CHECK(find_hostile("\xFF\u0085")->offset == 1);
  CHECK_FALSE(find_hostile("\xFF\xE2\x80"));
}

TEST_CASE("messages name characters and bytes by their numbers") {
  CHECK(character_name(0x1B) == "U+001B");
  CHECK(character_name(0x202E) == "U+202E");
  CHECK(character_name(0x1F600) == "U+1F600");
  CHECK(character_name(0x10FFFF) == "U+10FFFF");
  CHECK(byte_name(0xFF) == "0xFF");
  CHECK(byte_name(0x0A) == "0x0A");
}
