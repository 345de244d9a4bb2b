// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/page_parts.hpp>

#include <quizlib/base/ratio.hpp>
#include <quizlib/report/cells.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/text/numbers.hpp>

#include <utility>

namespace quiz::report {
namespace {

/// `91.83 % of 23,104`: what part of `all` a counter is; empty where there is none or it is all of them.
std::string share(std::uint64_t part, std::uint64_t all, std::string_view key,
                  const text::Catalogue& catalogue) {
  if (all == 0 || part == all) return {};
  const auto count = static_cast<std::int64_t>(all);
  const Ratio percent = Ratio(static_cast<std::int64_t>(part)) * Ratio(100) / Ratio(count);
  return catalogue.format(
      Message(key, {{"percent", text::localize_decimal(catalogue.language(), format_ratio(percent, 2))},
                    {"count", count}}));
}

Records counters(const std::optional<Counters>& counters, const text::Catalogue& catalogue) {
  if (!counters) return when(false);
  const auto entry = [&](std::string_view name, std::uint64_t count, std::string rate) {
    return Record{{{"label", catalogue(name)},
                   {"value", text::format_count(catalogue.language(), static_cast<std::int64_t>(count))},
                   {"share", std::move(rate)}}};
  };
  return records({entry("page.registered", counters->registered, {}),
                  entry("page.finished", counters->finished,
                        share(counters->finished, counters->registered, "page.of-registered", catalogue)),
                  entry("page.attempts", counters->attempts, {}),
                  entry("page.all-correct", counters->all_correct,
                        share(counters->all_correct, counters->finished, "page.of-finished", catalogue))});
}

/// What styles tell cells by: the column's name, and whether it holds numbers.
std::string style_class(const Column& column) {
  return column.name + (is_number(column.kind) ? " number" : "");
}

}  // namespace

Shape page_shape() {
  return {{"lang", "contest", "report", "revision"},
          {{"provisional", {}}, {"settled", {}}, {"counters", {{"label", "value", "share"}}}}};
}

Record page_record(const Document& document, const text::Catalogue& catalogue) {
  const std::string report = shown_name(document, catalogue);
  const std::string_view title = document.title.in(catalogue.language());
  return {{{"lang", std::string(text::language_code(catalogue.language()))},
           {"contest", title.empty() ? document.contest : std::string(title)},
           {"report", report},
           {"revision", text::format_count(catalogue.language(), document.revision)}},
          {{"provisional", when(document.provisional)},
           {"settled", when(!document.provisional && !document.contest.empty())},
           {"counters", counters(document.counters, catalogue)}}};
}

Shape heading_shape() { return {{"heading", "class"}}; }

Records headings(std::span<const Column> columns, const text::Catalogue& catalogue) {
  std::vector<Record> entries;
  for (const Column& column : columns) {
    entries.push_back({{{"heading", shown_heading(column, catalogue)}, {"class", style_class(column)}}});
  }
  return records(std::move(entries));
}

Shape cell_shape() { return {{"text", "heading", "class"}}; }

Records cells(std::span<const Column> columns, std::span<const Cell> row, const text::Catalogue& catalogue) {
  return [columns, row, &catalogue](const auto& visit) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      visit({{{"text", shown_cell(row[i], columns[i].kind, catalogue)},
              {"heading", shown_heading(columns[i], catalogue)},
              {"class", style_class(columns[i])}}});
    }
  };
}

Records records(std::vector<Record> entries) {
  return [entries = std::move(entries)](const auto& visit) {
    for (const Record& entry : entries) visit(entry);
  };
}

}  // namespace quiz::report
