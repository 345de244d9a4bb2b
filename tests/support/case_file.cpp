// SPDX-License-Identifier: Apache-2.0
#include <tests/support/case_file.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace quiz::tests {
namespace {

constexpr std::array<std::string_view, 9> kKinds{"file", "at",  "terminal", "in",  "run",
                                                 "exit", "out", "err",      "read"};
constexpr std::string_view kMark = "--- ";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// The kind of a line that begins a section, empty for all others.
std::string_view kind_of(std::string_view line) {
  if (!line.starts_with(kMark)) return {};
  line.remove_prefix(kMark.size());
  const std::string_view word = line.substr(0, line.find(' '));
  return std::ranges::find(kKinds, word) == kKinds.end() ? std::string_view() : word;
}

bool is_hidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
}

}  // namespace

CaseFile parse_case(std::string_view text) {
  CaseFile sections(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    const std::string_view whole = text.substr(0, end + 1);
    const std::string_view line = whole.ends_with('\n') ? whole.substr(0, end) : whole;
    if (const std::string_view kind = kind_of(line); !kind.empty()) {
      const std::string_view rest = line.substr(kMark.size() + kind.size());
      sections.push_back({std::string(kind), std::string(rest.empty() ? rest : rest.substr(1)), {}});
    } else {
      sections.back().body += whole;
    }
    text.remove_prefix(whole.size());
  }
  return sections;
}

std::string print_case(const CaseFile& sections) {
  std::string text;
  for (const CaseSection& section : sections) {
    if (!section.kind.empty()) {
      text += std::string(kMark) + section.kind;
      if (!section.argument.empty()) text += ' ' + section.argument;
      text += '\n';
    }
    text += section.body;
  }
  return text;
}

std::optional<std::vector<std::string>> shell_words(std::string_view line) {
  std::vector<std::string> words;
  bool in_word = false;
  char quote = '\0';
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote == '\0' && (c == ' ' || c == '\t')) {
      in_word = false;
      continue;
    }
    if (!std::exchange(in_word, true)) words.emplace_back();
    if (c == '\\' && quote != '\'' && i + 1 < line.size()) {
      words.back() += line[++i];
    } else if (quote == '\0' && (c == '\'' || c == '"')) {
      quote = c;
    } else if (c == quote) {
      quote = '\0';
    } else {
      words.back() += c;
    }
  }
  if (quote != '\0') return std::nullopt;
  return words;
}

std::string escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.substr(i).starts_with(kByteOrderMark)) {
      result += "\\ufeff";
      i += kByteOrderMark.size() - 1;
    } else if (c == '\r') {
      result += "\\r";
    } else if (is_hidden(c)) {
      const auto byte = static_cast<unsigned char>(c);
      result += {'\\', 'x', digits[byte / 16], digits[byte % 16]};
    } else {
      result += c;
    }
  }
  return result;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.front() != '\\' || rest.size() == 1) {
      result += rest.front();
      continue;
    }
    unsigned byte = 0;
    if (rest.starts_with("\\ufeff")) {
      result += kByteOrderMark;
      i += 5;
    } else if (rest[1] == 'x' && rest.size() >= 4 &&
               std::from_chars(rest.data() + 2, rest.data() + 4, byte, 16).ptr == rest.data() + 4) {
      result += static_cast<char>(byte);
      i += 3;
    } else {
      const char letter = rest[1];
      result += letter == 'n' ? '\n' : letter == 'r' ? '\r' : letter == 't' ? '\t' : letter;
      ++i;
    }
  }
  return result;
}

}  // namespace quiz::tests
