// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/language.hpp>

#include <doctest/doctest.h>

using quiz::text::Language;
using quiz::text::Localized;

TEST_CASE("every language is found by its code and by nothing else") {
  for (const Language language : quiz::text::kLanguages) {
    CHECK(quiz::text::parse_language(quiz::text::language_code(language)) == language);
  }
  CHECK(quiz::text::parse_language("vi") == Language::vi);
  CHECK(quiz::text::parse_language("lo") == Language::lo);
  CHECK(quiz::text::parse_language("th") == Language::th);
  CHECK(quiz::text::parse_language("en") == Language::en);
  CHECK(quiz::text::parse_language("") == std::nullopt);
  CHECK(quiz::text::parse_language("VI") == std::nullopt);
  CHECK(quiz::text::parse_language("vi-VN") == std::nullopt);
  CHECK(quiz::text::parse_language("km") == std::nullopt);
}

TEST_CASE("a locale's language is what stands before the country, the encoding and the variant") {
  CHECK(quiz::text::language_of_locale("vi_VN.UTF-8") == Language::vi);
  CHECK(quiz::text::language_of_locale("lo_LA") == Language::lo);
  CHECK(quiz::text::language_of_locale("th.TIS-620") == Language::th);
  CHECK(quiz::text::language_of_locale("th@euro") == Language::th);
  CHECK(quiz::text::language_of_locale("en_US.UTF-8") == Language::en);
}

TEST_CASE("a locale of no language of ours is English") {
  CHECK(quiz::text::language_of_locale("C") == Language::en);
  CHECK(quiz::text::language_of_locale("C.UTF-8") == Language::en);
  CHECK(quiz::text::language_of_locale("POSIX") == Language::en);
  CHECK(quiz::text::language_of_locale("") == Language::en);
  CHECK(quiz::text::language_of_locale("fr_FR.UTF-8") == Language::en);
  CHECK(quiz::text::language_of_locale("vietnamese") == Language::en);
}

TEST_CASE("a localized text that lacks a language is read in its first one") {
  const Localized title{{{Language::vi, "Kỹ năng số"}, {Language::en, "Digital skills"}}};
  CHECK(title.in(Language::vi) == "Kỹ năng số");
  CHECK(title.in(Language::en) == "Digital skills");
  CHECK(title.in(Language::th) == "Kỹ năng số");
  CHECK(title.has(Language::en));
  CHECK_FALSE(title.has(Language::th));
  CHECK_FALSE(title.empty());
}

TEST_CASE("a localized text without any text is empty in every language") {
  const Localized none;
  CHECK(none.empty());
  CHECK(none.in(Language::vi).empty());
  CHECK_FALSE(none.has(Language::vi));
}
