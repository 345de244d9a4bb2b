// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/csv.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace quiz::io {
namespace {

/// Whether a spreadsheet would calculate the cell instead of showing it.
bool looks_like_formula(std::string_view cell) {
  constexpr std::array<std::string_view, 10> kSigns = {
      "=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return cell.starts_with(sign); });
}

bool needs_quotes(std::string_view cell) {
  if (cell.empty()) return false;
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  return is_blank(cell.front()) || is_blank(cell.back()) ||
         cell.find_first_of(",\"\r\n") != std::string_view::npos;
}

void append_cell(std::string& record, std::string_view cell) {
  if (!needs_quotes(cell)) {
    record += cell;
    return;
  }
  record += '"';
  for (const char c : cell) {
    if (c == '"') record += '"';
    record += c;
  }
  record += '"';
}

}  // namespace

CsvWriter::CsvWriter(Sink sink, bool byte_order_mark) : sink_(std::move(sink)) {
  if (byte_order_mark) record_ = "\xEF\xBB\xBF";
  begin_ = record_.size();
}

void CsvWriter::text(std::string_view cell) {
  separate();
  if (!looks_like_formula(cell)) return append_cell(record_, cell);
  append_cell(record_, '\'' + std::string(cell));
}

void CsvWriter::verbatim(std::string_view cell) {
  separate();
  append_cell(record_, cell);
}

void CsvWriter::end_record() {
  // A line without any text would be no record.
  if (record_.size() == begin_) record_ += "\"\"";
  record_ += '\n';
  sink_(record_);
  record_.clear();
  begin_ = 0;
  first_ = true;
}

void CsvWriter::separate() {
  if (!std::exchange(first_, false)) record_ += ',';
}

}  // namespace quiz::io
