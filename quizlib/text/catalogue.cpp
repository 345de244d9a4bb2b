// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/catalogue.hpp>

#include <quizlib/text/embedded.hpp>
#include <quizlib/text/strings_file.hpp>
#include <quizlib/text/unicode.hpp>

#include <unicode/fmtable.h>
#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>

namespace quiz::text {
namespace {

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

icu::Formattable formattable(const Argument& argument) {
  if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return {*number};
  return {wide(visible(std::get<std::string>(argument.value)))};
}

/// A text without arguments: doubled apostrophes are single ones, and that is all of its syntax.
std::string plain(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    out.push_back(text[i]);
    if (text.substr(i, 2) == "''") ++i;
  }
  return out;
}

/// The texts of one language, and the patterns compiled so far.
class Sentences {
 public:
  Sentences(Language language, std::string_view yaml) : language_(language), entries_(read_strings(yaml)) {}

  [[nodiscard]] const StringsEntry* find(std::string_view key) const {
    const auto found = std::ranges::lower_bound(entries_, key, {}, &StringsEntry::key);
    return found != entries_.end() && found->key == key ? &*found : nullptr;
  }

  [[nodiscard]] const std::vector<StringsEntry>& entries() const { return entries_; }

  /// Nothing where the text is no pattern, or an argument is not of the kind that it asks for.
  [[nodiscard]] std::optional<std::string> format(const StringsEntry& entry,
                                                  const std::vector<Argument>& arguments) {
    if (entry.text.find('{') == std::string::npos) return plain(entry.text);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const Argument& argument : arguments) {
      names.push_back(wide(argument.name));
      values.push_back(formattable(argument));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString sentence;
    // ICU makes number formats inside a pattern on first use, even in its const functions.
    const std::lock_guard lock(mutex_);
    const icu::MessageFormat* pattern = compiled(entry);
    if (pattern == nullptr) return std::nullopt;
    pattern->format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), sentence, status);
    if (U_FAILURE(status)) return std::nullopt;
    std::string out;
    return sentence.toUTF8String(out);
  }

 private:
  const icu::MessageFormat* compiled(const StringsEntry& entry) {
    const auto [found, is_new] = patterns_.try_emplace(&entry);
    if (is_new) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::Locale locale(std::string(language_code(language_)).c_str());
      auto pattern = std::make_unique<icu::MessageFormat>(wide(entry.text), locale, status);
      if (U_SUCCESS(status)) found->second = std::move(pattern);
    }
    return found->second.get();
  }

  Language language_;
  std::vector<StringsEntry> entries_;
  std::mutex mutex_;
  std::map<const StringsEntry*, std::unique_ptr<icu::MessageFormat>> patterns_;
};

std::string_view built_in(Language language) {
  return embedded::strings("reports/strings/" + std::string(language_code(language)) + ".yaml");
}

}  // namespace

struct Catalogue::Impl {
  Impl(Language of, std::string_view yaml) : language(of), own(of, yaml) {}

  Language language;
  Sentences own;
};

Catalogue::Catalogue(Language language) : Catalogue(language, built_in(language)) {}

Catalogue::Catalogue(Language language, std::string_view yaml)
    : impl_(std::make_unique<Impl>(language, yaml)) {}

Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

Language Catalogue::language() const { return impl_->language; }

bool Catalogue::has(std::string_view key) const { return impl_->own.find(key) != nullptr; }

std::string Catalogue::format(const Message& message) const {
  std::vector<Argument> arguments = message.arguments;
  for (Argument& argument : arguments) {
    if (const auto* term = std::get_if<Term>(&argument.value)) argument.value = (*this)(term->key);
  }
  if (const StringsEntry* entry = impl_->own.find(message.code))
    if (std::optional<std::string> sentence = impl_->own.format(*entry, arguments))
      return *std::move(sentence);
  return '[' + visible(message.code) + ']';
}

std::string Catalogue::help(const Message& message) const {
  for (const Argument& argument : message.arguments) {
    const auto* suggestion = std::get_if<std::string>(&argument.value);
    if (argument.name == "suggestion" && suggestion != nullptr && !suggestion->empty())
      return format(Message("help.suggestion", {argument}));
  }
  const std::string key = message.code + ".help";
  return has(key) ? format(Message(key, message.arguments)) : std::string();
}

std::vector<std::string_view> Catalogue::keys() const {
  std::vector<std::string_view> keys;
  keys.reserve(impl_->own.entries().size());
  for (const StringsEntry& entry : impl_->own.entries()) keys.push_back(entry.key);
  return keys;
}

}  // namespace quiz::text
