// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/fields.hpp>

#include <quizlib/base/nearest.hpp>

#include <algorithm>
#include <charconv>
#include <span>
#include <system_error>
#include <utility>

namespace quiz::io {
namespace {

std::string joined(std::span<const std::string_view> words) {
  std::string result;
  for (const std::string_view word : words) {
    if (!result.empty()) result += ", ";
    result += word;
  }
  return result;
}

}  // namespace

Fields::Fields(const YamlDocument& document, const YamlNode& node, std::string_view prefix,
               std::string_view what, Diagnostics& diagnostics)
    : document_(document),
      node_(node),
      prefix_(prefix),
      what_(what),
      diagnostics_(diagnostics) {
  if (!node_.is_mapping()) error(node_, "not-mapping", {thing()});
}

const YamlNode* Fields::optional(std::string_view key) {
  if (std::ranges::find(asked_, key) == asked_.end()) asked_.emplace_back(key);
  return node_.find(key);
}

const YamlNode* Fields::required(std::string_view key) {
  const YamlNode* value = optional(key);
  if (value == nullptr && node_.is_mapping()) error(node_, "field-missing", {{"field", key}, thing()});
  return value;
}

const YamlNode* Fields::get(std::string_view key, bool required) {
  return required ? this->required(key) : optional(key);
}

std::optional<std::string> Fields::text(std::string_view key, bool required) {
  const YamlNode* value = get(key, required);
  if (value == nullptr) return std::nullopt;
  if (value->is_scalar() && !value->text.empty()) return value->text;
  error(*value, "not-text", {{"field", key}});
  return std::nullopt;
}

std::optional<bool> Fields::flag(std::string_view key, bool required) {
  const YamlNode* value = get(key, required);
  if (value == nullptr) return std::nullopt;
  if (value->is_scalar() && !value->quoted && (value->text == "true" || value->text == "false")) {
    return value->text == "true";
  }
  error(*value, "not-flag", {{"field", key}});
  return std::nullopt;
}

std::optional<std::int64_t> Fields::whole(std::string_view key, std::int64_t low, std::int64_t high,
                                          bool required) {
  const YamlNode* value = get(key, required);
  if (value == nullptr) return std::nullopt;
  const std::string& text = value->text;
  const bool is_digits = !value->quoted && !text.empty() &&
                         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  std::int64_t number = 0;
  if (is_digits && std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc{} &&
      number >= low && number <= high) {
    return number;
  }
  error(*value, "not-whole", {{"field", key}, {"low", low}, {"high", high}});
  return std::nullopt;
}

std::optional<std::size_t> Fields::word(std::string_view key, std::initializer_list<std::string_view> words,
                                        bool required) {
  const YamlNode* value = get(key, required);
  if (value == nullptr) return std::nullopt;
  const auto found = std::ranges::find(words, std::string_view(value->text));
  if (value->is_scalar() && found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const std::span<const std::string_view> known(words.begin(), words.size());
  error(*value, "word-unknown",
        {{"field", key},
         {"word", value->text},
         {"words", joined(known)},
         {"suggestion", value->is_scalar() ? nearest(value->text, known) : std::string_view()}});
  return std::nullopt;
}

std::vector<const YamlNode*> Fields::list(std::string_view key, bool required) {
  const YamlNode* value = get(key, required);
  std::vector<const YamlNode*> entries;
  if (value == nullptr) return entries;
  if (value->is_scalar()) return {value};
  if (!value->is_sequence()) {
    error(*value, "not-list", {{"field", key}});
    return entries;
  }
  for (const YamlNode& entry : value->children) entries.push_back(&entry);
  return entries;
}

void Fields::finish() {
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  for (const YamlNode& key : node_.keys) {
    if (std::ranges::find(known, key.text) != known.end()) continue;
    error(key, "field-unknown", {{"field", key.text}, thing(), {"suggestion", nearest(key.text, known)}});
  }
}

void Fields::error(const YamlNode& at, std::string_view code, std::vector<Argument> arguments) {
  diagnostics_.error(document_.place(at), Message(full(code), std::move(arguments)));
}

void Fields::warning(const YamlNode& at, std::string_view code, std::vector<Argument> arguments) {
  diagnostics_.warning(document_.place(at), Message(full(code), std::move(arguments)));
}

std::string Fields::full(std::string_view code) const { return prefix_ + '.' + std::string(code); }

Argument Fields::thing() const { return {"thing", Term{"thing." + what_}}; }

}  // namespace quiz::io
