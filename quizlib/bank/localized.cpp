// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/localized.hpp>

#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace quiz::bank {
namespace {

std::string known_languages() {
  std::string codes;
  for (const text::Language language : text::kLanguages) {
    if (!codes.empty()) codes += ", ";
    codes += text::language_code(language);
  }
  return codes;
}

/// What the texts of one value have in common while they are read.
class LocalizedReader {
 public:
  LocalizedReader(const io::YamlDocument& document, std::span<const text::Language> languages,
                  std::string_view prefix, Diagnostics& diagnostics)
      : document_(document),
        languages_(languages),
        prefix_(prefix),
        diagnostics_(diagnostics) {}

  text::Localized read(const io::YamlNode& node) {
    if (node.is_scalar()) {
      // Without a declared language there is an error already: any will do.
      add(languages_.empty() ? text::Language::en : languages_.front(), node);
    } else if (node.is_mapping()) {
      read_mapping(node);
    } else {
      error(node, "not-localized");
    }
    return std::move(result_);
  }

 private:
  void read_mapping(const io::YamlNode& node) {
    bool default_is_there = languages_.empty();
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const io::YamlNode& key = node.keys[i];
      const auto language = text::parse_language(key.text);
      if (!language) {
        error(key, "language-unknown", {{"language", key.text}, {"known", known_languages()}});
        continue;
      }
      if (!languages_.empty() && std::ranges::find(languages_, *language) == languages_.end()) {
        error(key, "language-undeclared", {{"language", key.text}});
        continue;
      }
      default_is_there = default_is_there || *language == languages_.front();
      add(*language, node.children[i]);
    }
    if (!default_is_there)
      error(node, "default-missing", {{"language", text::language_code(languages_.front())}});
  }

  void add(text::Language language, const io::YamlNode& node) {
    if (!node.is_scalar()) {
      error(node, "not-text", {{"field", text::language_code(language)}});
    } else if (text::fold(node.text).empty()) {
      error(node, "text-empty");
    } else {
      result_.texts.emplace_back(language, node.text);
    }
  }

  void error(const io::YamlNode& at, std::string_view code, std::vector<Argument> arguments = {}) {
    diagnostics_.error(document_.place(at),
                       Message(std::string(prefix_).append(".").append(code), std::move(arguments)));
  }

  const io::YamlDocument& document_;
  std::span<const text::Language> languages_;
  std::string_view prefix_;
  Diagnostics& diagnostics_;
  text::Localized result_;
};

bool has_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

std::vector<text::Language> read_languages(io::Fields& fields, std::string_view key, bool required) {
  const io::YamlNode* node = required ? fields.required(key) : fields.optional(key);
  if (node == nullptr) return {};
  std::vector<text::Language> languages;
  const auto entries = fields.list(key);
  if (node->is_sequence() && entries.empty()) fields.error(*node, "languages-missing");
  bool good = true;
  for (const io::YamlNode* entry : entries) {
    if (!entry->is_scalar()) {
      fields.error(*entry, "not-text", {{"field", key}});
      good = false;
      continue;
    }
    const auto language = text::parse_language(entry->text);
    if (!language) {
      fields.error(*entry, "language-unknown", {{"language", entry->text}, {"known", known_languages()}});
      good = false;
    } else if (std::ranges::find(languages, *language) != languages.end()) {
      fields.error(*entry, "language-duplicate", {{"language", entry->text}});
      good = false;
    } else {
      languages.push_back(*language);
    }
  }
  if (!good) languages.clear();
  return languages;
}

text::Localized read_localized(const io::YamlDocument& document, const io::YamlNode& node,
                               std::span<const text::Language> languages, std::string_view prefix,
                               Diagnostics& diagnostics) {
  return LocalizedReader(document, languages, prefix, diagnostics).read(node);
}

text::Localized read_localized(io::Fields& fields, std::string_view key,
                               std::span<const text::Language> languages, bool required) {
  const io::YamlNode* node = required ? fields.required(key) : fields.optional(key);
  if (node == nullptr) return {};
  return read_localized(fields.document(), *node, languages, fields.prefix(), fields.diagnostics());
}

bool needs_translation(const text::Localized& text) {
  return std::ranges::any_of(text.texts, [](const auto& entry) { return has_letters(entry.second); });
}

}  // namespace quiz::bank
