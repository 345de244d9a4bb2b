// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::text {

/// The languages quiz speaks.
enum class Language { vi, lo, th, en };

inline constexpr std::array kLanguages{Language::vi, Language::lo, Language::th, Language::en};

/// `vi`, `lo`, `th`, `en`.
[[nodiscard]] std::string_view language_code(Language language);
[[nodiscard]] std::optional<Language> parse_language(std::string_view code);

/// The language of a POSIX locale name such as `vi_VN.UTF-8`; English for C, POSIX and any other.
[[nodiscard]] Language language_of_locale(std::string_view locale);

/// A text in some languages, in the order of the file. Empty: no text.
struct Localized {
  std::vector<std::pair<Language, std::string>> texts;

  [[nodiscard]] bool empty() const { return texts.empty(); }
  [[nodiscard]] bool has(Language language) const;
  /// The text in `language`, else the first one; empty where there is none.
  [[nodiscard]] std::string_view in(Language language) const;
  friend bool operator==(const Localized&, const Localized&) = default;
};

}  // namespace quiz::text
