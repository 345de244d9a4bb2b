// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/yaml.hpp>

#include <quizlib/base/utf8.hpp>
#include <quizlib/io/yaml_events.hpp>
#include <quizlib/io/yaml_places.hpp>

#include <algorithm>
#include <utility>

namespace quiz::io {
namespace {

constexpr std::size_t kMebibytes = 16;
constexpr std::size_t kShownLine = std::size_t{4} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// For each byte that the parser must not see: a letter to it, never the beginning of something else.
constexpr char kStandIn = '_';

/// Every line end (LF, CR LF, CR) as one LF, as YAML 1.2 has it in texts, so that all lines count alike.
void unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_return = text[i] == '\r';
    if (is_return && i + 1 < text.size() && text[i + 1] == '\n') continue;
    text[used++] = is_return ? '\n' : text[i];
  }
  text.resize(used);
}

std::vector<std::uint32_t> find_line_starts(std::string_view text) {
  std::vector<std::uint32_t> starts = {0};
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return starts;
}

/// Report the first byte of each line that is no UTF-8; in `text` all become stand-ins.
void check_utf8(const YamlDocument& document, std::string& text, Diagnostics& diagnostics) {
  YamlPlaces places(document);
  std::uint32_t reported = 0;
  std::size_t offset = 0;
  while (const auto bad = invalid_utf8(std::string_view(text).substr(offset))) {
    offset += *bad;
    if (const std::uint32_t line = places.line(offset); line != reported) {
      const std::string byte = byte_name(static_cast<unsigned char>(text[offset]));
      diagnostics.error(places.place(offset), Message("yaml.not-utf8", {{"byte", byte}}));
      reported = line;
    }
    text[offset++] = kStandIn;
  }
}

/// Report the first hostile character of each line; in `text` all become stand-ins.
void check_characters(const YamlDocument& document, std::string& text, Diagnostics& diagnostics) {
  YamlPlaces places(document);
  std::uint32_t reported = 0;
  std::size_t offset = 0;
  while (const auto hostile = find_hostile(std::string_view(text).substr(offset))) {
    offset += hostile->offset;
    if (const std::uint32_t line = places.line(offset); line != reported) {
      const std::string name = character_name(hostile->value);
      diagnostics.error(places.place(offset), Message("yaml.character-hostile", {{"character", name}}));
      reported = line;
    }
    const std::size_t bytes = first_character(std::string_view(text).substr(offset)).bytes;
    text.replace(offset, bytes, bytes, kStandIn);
    offset += bytes;
  }
}

/// Inside brackets the parser ends an unquoted text at each `?`, as YAML 1.1 had it. One that touches a word
/// or is not followed by a blank is no indicator.
void hide_question_marks(std::string& text) {
  const auto is_blank = [&](std::size_t i) { return text[i] == ' ' || text[i] == '\t' || text[i] == '\n'; };
  const auto opens = [&](std::size_t i) {
    return is_blank(i) || text[i] == '[' || text[i] == '{' || text[i] == ',';
  };
  for (std::size_t i = text.find('?'); i != std::string::npos; i = text.find('?', i + 1)) {
    const bool may_start = i == 0 || opens(i - 1);
    const bool may_end = i + 1 == text.size() || is_blank(i + 1);
    if (!may_start || !may_end) text[i] = kHiddenQuestionMark;
  }
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto found = std::ranges::find(keys, key, &YamlNode::text);
  return found == keys.end() ? nullptr : &children[static_cast<std::size_t>(found - keys.begin())];
}

Place YamlDocument::place(std::uint32_t line, std::uint32_t column) const {
  Place place{file, line, column, {}, {}};
  if (line == 0 || line > line_starts.size()) return place;
  const std::size_t start = line_starts[line - 1];
  const std::size_t end = line < line_starts.size() ? line_starts[line] - 1 : source.size();
  if (end - start <= kShownLine) place.text = source.substr(start, end - start);
  return place;
}

std::optional<YamlDocument> parse_yaml(std::string file, std::string source, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  YamlDocument document;
  document.file = std::move(file);
  if (source.size() > kMebibytes << 20) {
    diagnostics.error(document.place(0, 0),
                      Message("yaml.file-large", {{"limit", std::uint64_t{kMebibytes}}}));
    return std::nullopt;
  }
  if (source.starts_with("\xFF\xFE") || source.starts_with("\xFE\xFF")) {
    diagnostics.error(document.place(0, 0), Message("yaml.utf16"));
    return std::nullopt;
  }
  if (source.starts_with(kByteOrderMark)) source.erase(0, kByteOrderMark.size());
  unify_line_ends(source);
  document.source = std::move(source);
  document.line_starts = find_line_starts(document.source);

  std::string text = document.source;
  check_utf8(document, text, diagnostics);
  check_characters(document, text, diagnostics);
  hide_question_marks(text);
  document.root = read_events(document, text, diagnostics);
  if (diagnostics.errors() != errors) return std::nullopt;
  return document;
}

}  // namespace quiz::io
