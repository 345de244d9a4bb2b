// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/io/fields.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/text/language.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace quiz::bank {

/// Read the languages of a file, the first of which is the default: a list of codes, or one code.
///
/// Findings, with the prefix of `fields`: `.languages-missing` (an empty list), `.language-unknown`,
/// `.language-duplicate`, `.not-text`. Empty where the field is absent or has an error.
[[nodiscard]] std::vector<text::Language> read_languages(io::Fields& fields, std::string_view key,
                                                         bool required = false);

/// Read a text that may stand in several languages: a plain text is in the default language, a mapping holds
/// a text for each language code.
///
/// `languages` are those the file declares; empty (their own field has an error): none is objected to.
/// Findings, codes after `prefix`: `.not-localized` (a list or nothing), `.language-unknown`,
/// `.language-undeclared`, `.not-text`, `.text-empty` (nothing but blanks), `.default-missing` (no text in
/// the default language). The texts that are right come back all the same; empty where none is.
[[nodiscard]] text::Localized read_localized(const io::YamlDocument& document, const io::YamlNode& node,
                                             std::span<const text::Language> languages,
                                             std::string_view prefix, Diagnostics& diagnostics);

/// The same for a field. Empty where it is absent, which is an error (`.field-missing`) if it is `required`.
[[nodiscard]] text::Localized read_localized(io::Fields& fields, std::string_view key,
                                             std::span<const text::Language> languages,
                                             bool required = false);

/// Whether a text says something else in another language: a plain "123456" or "3/4" does not.
[[nodiscard]] bool needs_translation(const text::Localized& text);

}  // namespace quiz::bank
