// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/cells.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/text/numbers.hpp>
#include <quizlib/text/unicode.hpp>

#include <string_view>

namespace quiz::report {
namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string result;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i != 0) result += between;
    result += texts[i];
  }
  return result;
}

std::string shown_number(std::int64_t value, Kind kind, text::Language language) {
  if (kind == Kind::duration) return text::format_elapsed(Milliseconds(value));
  return text::format_count(language, value);
}

/// `3000000 VND` as `3.000.000 VND`.
std::string shown_amount(const std::string& value, const text::Catalogue& catalogue) {
  const std::size_t blank = value.find(' ');
  std::string number = text::localize_decimal(catalogue.language(), value.substr(0, blank));
  return blank == std::string::npos ? number : number + text::visible(value.substr(blank));
}

std::string shown_word(const std::string& value, const text::Catalogue& catalogue) {
  const std::string key = "word." + value;
  return catalogue.has(key) ? catalogue(key) : text::visible(value);
}

std::string shown_list(std::vector<std::string> texts, Kind kind, const text::Catalogue& catalogue) {
  for (std::string& text : texts)
    text = kind == Kind::words ? shown_word(text, catalogue) : text::visible(text);
  return joined(texts, ", ");
}

std::string shown_text(const std::string& value, Kind kind, const text::Catalogue& catalogue) {
  // A fraction is the same in all languages.
  if (kind == Kind::decimal && value.find('/') == std::string::npos)
    return text::localize_decimal(catalogue.language(), value);
  if (kind == Kind::amount) return shown_amount(value, catalogue);
  if (kind == Kind::instant) {
    if (const auto time = parse_time(value))
      return text::format_local_time(catalogue.language(), time->local);
  }
  if (kind == Kind::word) return shown_word(value, catalogue);
  return text::visible(value);
}

}  // namespace

std::string plain_cell(const Cell& cell) {
  if (const auto* value = std::get_if<std::string>(&cell)) return *value;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  if (const auto* flag = std::get_if<bool>(&cell)) return *flag ? "true" : "false";
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) return joined(*list, ";");
  if (const auto* message = std::get_if<Message>(&cell)) return message->code;
  return {};
}

std::string shown_cell(const Cell& cell, Kind kind, const text::Catalogue& catalogue) {
  if (const auto* value = std::get_if<std::string>(&cell)) return shown_text(*value, kind, catalogue);
  if (const auto* number = std::get_if<std::int64_t>(&cell))
    return shown_number(*number, kind, catalogue.language());
  if (const auto* flag = std::get_if<bool>(&cell)) return catalogue(*flag ? "word.true" : "word.false");
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell))
    return shown_list(*list, kind, catalogue);
  if (const auto* message = std::get_if<Message>(&cell)) return catalogue.format(*message);
  return {};
}

std::string shown_heading(const Column& column, const text::Catalogue& catalogue) {
  if (column.heading) return catalogue.format(*column.heading);
  const std::string key = "column." + column.name;
  return catalogue.has(key) ? catalogue(key) : text::visible(column.name);
}

std::string shown_name(const Document& document, const text::Catalogue& catalogue) {
  std::string name = catalogue("report." + document.name);
  if (!document.as_of.empty())
    name += ", " + catalogue.format(Message("report.as-of",
                                            {{"at", shown_cell(document.as_of, Kind::instant, catalogue)}}));
  return name;
}

bool is_number(Kind kind) { return kind == Kind::count || kind == Kind::decimal || kind == Kind::duration; }

}  // namespace quiz::report
