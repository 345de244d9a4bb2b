// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/utf8.hpp>
#include <quizlib/text/embedded.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/text/strings_file.hpp>
#include <quizlib/text/unicode.hpp>

#include <doctest/doctest.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <yaml-cpp/yaml.h>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using quiz::text::Language;
using quiz::text::StringsEntry;

namespace {

std::string_view bytes_of(Language language) {
  return quiz::embedded::strings("reports/strings/" + std::string(quiz::text::language_code(language)) +
                                 ".yaml");
}

std::vector<std::string> keys_of(Language language) {
  std::vector<std::string> keys;
  for (const StringsEntry& entry : quiz::text::read_strings(bytes_of(language))) keys.push_back(entry.key);
  return keys;
}

/// The names of a pattern's arguments, those inside plurals and selects included.
std::set<std::string> arguments_of(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern pattern(icu::UnicodeString::fromUTF8(text), nullptr, status);
  CHECK(U_SUCCESS(status));
  std::set<std::string> names;
  for (std::int32_t i = 0; i < pattern.countParts(); ++i) {
    const icu::MessagePattern::Part& part = pattern.getPart(i);
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER) names.insert("a number");
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME) continue;
    std::string name;
    names.insert(pattern.getSubstring(part).toUTF8String(name));
  }
  return names;
}

std::map<std::string, std::set<std::string>> arguments_by_key(Language language) {
  std::map<std::string, std::set<std::string>> result;
  for (const StringsEntry& entry : quiz::text::read_strings(bytes_of(language))) {
    CAPTURE(entry.key);
    result[entry.key] = arguments_of(entry.text);
  }
  return result;
}

}  // namespace

TEST_CASE("all languages have the same keys") {
  CHECK_FALSE(keys_of(Language::en).empty());
  for (const Language language : quiz::text::kLanguages) {
    CAPTURE(quiz::text::language_code(language));
    CHECK(keys_of(language) == keys_of(Language::en));
  }
}

TEST_CASE("the lines of the strings files stand in the order of their keys") {
  for (const Language language : quiz::text::kLanguages) {
    std::istringstream lines{std::string(bytes_of(language))};
    std::string before;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with('#')) continue;
      const std::string key = line.substr(0, line.find(':'));
      INFO("LC_ALL=C sort -t: -k1,1 -o FILE FILE puts them right");
      CHECK(before < key);
      before = key;
    }
  }
}

TEST_CASE("the strings files are YAML and mean the same to a YAML library") {
  for (const Language language : quiz::text::kLanguages) {
    const YAML::Node yaml = YAML::Load(std::string(bytes_of(language)));
    REQUIRE(yaml.IsMap());
    const std::vector<StringsEntry> entries = quiz::text::read_strings(bytes_of(language));
    REQUIRE(yaml.size() == entries.size());
    auto entry = entries.begin();
    for (const auto& field : yaml) {
      CHECK(field.first.as<std::string>() == entry->key);
      CHECK(field.second.as<std::string>() == entry->text);
      ++entry;
    }
  }
}

TEST_CASE("no string is empty, and every one is in NFC without hostile characters") {
  for (const Language language : quiz::text::kLanguages) {
    for (const StringsEntry& entry : quiz::text::read_strings(bytes_of(language))) {
      CAPTURE(entry.key);
      CHECK_FALSE(entry.text.empty());
      CHECK_FALSE(quiz::find_hostile(entry.text));
      CHECK(quiz::text::nfc(entry.text) == entry.text);
    }
  }
}

TEST_CASE("every string is a message pattern whose arguments have names") {
  for (const Language language : quiz::text::kLanguages) {
    const icu::Locale locale(std::string(quiz::text::language_code(language)).c_str());
    for (const StringsEntry& entry : quiz::text::read_strings(bytes_of(language))) {
      CAPTURE(entry.key);
      UErrorCode status = U_ZERO_ERROR;
      const icu::MessageFormat format(icu::UnicodeString::fromUTF8(entry.text), locale, status);
      CHECK(U_SUCCESS(status));
      CHECK_FALSE(arguments_of(entry.text).contains("a number"));
    }
  }
}

TEST_CASE("every apostrophe in a string is doubled, so that none quotes a brace") {
  for (const Language language : quiz::text::kLanguages) {
    for (const StringsEntry& entry : quiz::text::read_strings(bytes_of(language))) {
      CAPTURE(entry.key);
      std::string text = entry.text;
      for (std::size_t at = text.find("''"); at != std::string::npos; at = text.find("''")) text.erase(at, 2);
      CHECK(text.find('\'') == std::string::npos);
    }
  }
}

TEST_CASE("sentences take the same arguments in all languages") {
  const auto english = arguments_by_key(Language::en);
  for (const Language language : quiz::text::kLanguages)
    for (const auto& entry : arguments_by_key(language)) {
      CAPTURE(entry.first);
      const auto same = english.find(entry.first);
      if (same != english.end()) CHECK(entry.second == same->second);
    }
}
