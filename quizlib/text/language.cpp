// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/language.hpp>

#include <algorithm>

namespace quiz::text {

std::string_view language_code(Language language) {
  switch (language) {
    case Language::vi:
      return "vi";
    case Language::lo:
      return "lo";
    case Language::th:
      return "th";
    case Language::en:
      break;
  }
  return "en";
}

std::optional<Language> parse_language(std::string_view code) {
  for (const Language language : kLanguages) {
    if (language_code(language) == code) return language;
  }
  return std::nullopt;
}

Language language_of_locale(std::string_view locale) {
  return parse_language(locale.substr(0, locale.find_first_of("_.@"))).value_or(Language::en);
}

bool Localized::has(Language language) const {
  return std::ranges::any_of(texts, [language](const auto& text) { return text.first == language; });
}

std::string_view Localized::in(Language language) const {
  for (const auto& text : texts) {
    if (text.first == language) return text.second;
  }
  return texts.empty() ? std::string_view() : std::string_view(texts.front().second);
}

}  // namespace quiz::text
