// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/strings_file.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace quiz::text {
namespace {

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

/// Needs `c` to be below U+10000 and no surrogate.
/// The character of an escape `\uXXXX`, given what stands behind the `u`.
std::optional<char32_t> read_code(std::string_view digits) {
  if (digits.size() < 4) return std::nullopt;
  std::uint32_t value = 0;
  const char* end = digits.data() + 4;
  const auto [stop, error] = std::from_chars(digits.data(), end, value, 16);
  if (error != std::errc() || stop != end || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
  return value;
}

/// The text between the quotes.
std::optional<std::string> unescape(std::string_view quoted) {
  std::string out;
  out.reserve(quoted.size());
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    if (quoted[i] == '"') return std::nullopt;
    if (quoted[i] != '\\') {
      out.push_back(quoted[i]);
      continue;
    }
    if (++i == quoted.size()) return std::nullopt;
    switch (quoted[i]) {
      case '"':
      case '\\':
        out.push_back(quoted[i]);
        break;
      case 'n':
        out.push_back('\n');
        break;
      case 't':
        out.push_back('\t');
        break;
      case 'u': {
        const std::optional<char32_t> c = read_code(quoted.substr(i + 1));
        if (!c) return std::nullopt;
        append_character(out, *c);
        i += 4;
        break;
      }
      default:
        return std::nullopt;
    }
  }
  return out;
}

std::optional<StringsEntry> read_line(std::string_view line) {
  constexpr std::string_view kOpening = ": \"";
  const auto key_end =
      static_cast<std::size_t>(std::ranges::find_if_not(line, is_key_character) - line.begin());
  const std::string_view rest = line.substr(key_end);
  if (key_end == 0 || rest.size() <= kOpening.size() || !rest.starts_with(kOpening) || !rest.ends_with('"')) {
    return std::nullopt;
  }
  std::optional<std::string> text = unescape(rest.substr(kOpening.size(), rest.size() - kOpening.size() - 1));
  if (!text || invalid_utf8(*text)) return std::nullopt;
  return StringsEntry{std::string(line.substr(0, key_end)), *std::move(text)};
}

}  // namespace

std::vector<StringsEntry> read_strings(std::string_view yaml) {
  std::vector<StringsEntry> entries;
  for (int number = 1; !yaml.empty(); ++number) {
    const std::size_t end = std::min(yaml.find('\n'), yaml.size());
    const std::string_view line = yaml.substr(0, end);
    yaml.remove_prefix(std::min(end + 1, yaml.size()));
    if (line.empty() || line.starts_with('#')) continue;
    std::optional<StringsEntry> entry = read_line(line);
    if (!entry) throw Error(ErrorKind::failed, Message("text.strings-malformed", {{"line", number}}));
    entries.push_back(*std::move(entry));
  }
  if (!std::ranges::is_sorted(entries, {}, &StringsEntry::key))
    std::ranges::sort(entries, {}, &StringsEntry::key);
  const auto twice = std::ranges::adjacent_find(entries, {}, &StringsEntry::key);
  if (twice != entries.end())
    throw Error(ErrorKind::failed, Message("text.strings-twice", {{"key", twice->key}}));
  return entries;
}

}  // namespace quiz::text
