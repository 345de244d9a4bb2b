// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/cells.hpp>
#include <quizlib/report/render.hpp>
#include <quizlib/text/numbers.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/text/width.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::report {
namespace {

constexpr std::string_view kGap = "  ";
/// No column is cut to less than this many cells.
constexpr std::size_t kLeast = 8;

/// How a table is laid out: the only thing kept of its rows.
struct Layout {
  std::vector<std::string> headings;
  std::vector<std::size_t> widths;
  bool has_rows = false;
};

Layout measure(const Table& table, const text::Catalogue& catalogue) {
  Layout layout;
  for (const Column& column : table.columns) {
    layout.headings.push_back(shown_heading(column, catalogue));
    layout.widths.push_back(text::width(layout.headings.back()));
  }
  table.each([&](std::span<const Cell> row) {
    layout.has_rows = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string cell = shown_cell(row[i], table.columns[i].kind, catalogue);
      layout.widths[i] = std::max(layout.widths[i], text::width(cell));
    }
  });
  return layout;
}

/// Narrow the widest texts, cell by cell, until a line fits into `width` or none can be narrowed any more.
void fit(Layout& layout, const Table& table, std::size_t width) {
  std::size_t total = kGap.size() * (layout.widths.size() - 1);
  for (const std::size_t cells : layout.widths) total += cells;
  while (total > width) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < layout.widths.size(); ++i) {
      const Kind kind = table.columns[i].kind;
      const bool is_text =
          kind == Kind::text || kind == Kind::list || kind == Kind::words || kind == Kind::message;
      if (!is_text || layout.widths[i] <= kLeast) continue;
      if (widest == nullptr || layout.widths[i] > *widest) widest = &layout.widths[i];
    }
    if (widest == nullptr) return;
    --*widest;
    --total;
  }
}

/// A line of cells, each cut or filled to its column, without blanks at the end.
std::string line(const std::vector<std::string>& cells, const Layout& layout, const Table& table) {
  std::string result;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) result += kGap;
    const Kind kind = table.columns[i].kind;
    const auto align = is_number(kind) || kind == Kind::amount ? text::Align::right : text::Align::left;
    result += text::pad(text::cut(cells[i], layout.widths[i]), layout.widths[i], align);
  }
  result.erase(result.find_last_not_of(' ') + 1);
  return result += '\n';
}

void write_rows(const Table& table, const text::Catalogue& catalogue, std::size_t width,
                const io::Sink& out) {
  Layout layout = measure(table, catalogue);
  if (width != 0) fit(layout, table, width);
  out(line(layout.headings, layout, table));
  std::vector<std::string> cells(table.columns.size());
  table.each([&](std::span<const Cell> row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells[i] = shown_cell(row[i], table.columns[i].kind, catalogue);
    }
    out(line(cells, layout, table));
  });
  if (!layout.has_rows) out('(' + catalogue("table.empty") + ")\n");
}

/// A line a column: heading and value, which is not cut.
void write_record(const Table& table, const text::Catalogue& catalogue, const io::Sink& out) {
  std::vector<std::string> headings;
  std::size_t width = 0;
  for (const Column& column : table.columns) {
    headings.push_back(shown_heading(column, catalogue));
    width = std::max(width, text::width(headings.back()));
  }
  table.each([&](std::span<const Cell> row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string cell = shown_cell(row[i], table.columns[i].kind, catalogue);
      if (!cell.empty()) out(text::pad(headings[i], width) + std::string(kGap) + cell + '\n');
    }
  });
}

void write_table(const Table& table, const text::Catalogue& catalogue, std::size_t width,
                 const io::Sink& out) {
  if (table.is_record) {
    write_record(table, catalogue, out);
  } else {
    write_rows(table, catalogue, width, out);
  }
}

bool has_rows(const Table& table) {
  bool any = false;
  table.each([&](std::span<const Cell>) { any = true; });
  return any;
}

std::string title(const Document& document, const text::Catalogue& catalogue) {
  std::string result = text::visible(document.title.in(catalogue.language()));
  result += (result.empty() ? "" : ": ") + shown_name(document, catalogue);
  if (document.provisional) result += " (" + catalogue("report.provisional") + ')';
  return result + '\n';
}

std::string counters(const Counters& counters, const text::Catalogue& catalogue) {
  std::string result;
  const auto add = [&](std::string_view key, std::uint64_t count) {
    if (!result.empty()) result += ", ";
    result +=
        catalogue(key) + ' ' + text::format_count(catalogue.language(), static_cast<std::int64_t>(count));
  };
  add("column.registered", counters.registered);
  add("column.finished", counters.finished);
  add("column.attempts", counters.attempts);
  add("column.all_correct", counters.all_correct);
  return result + '\n';
}

}  // namespace

void render_table(const Document& document, const text::Catalogue& catalogue, std::size_t width,
                  const io::Sink& out) {
  if (!document.contest.empty()) {
    out(title(document, catalogue));
    if (document.counters) out(counters(*document.counters, catalogue));
    out("\n");
  }
  write_table(document.rows, catalogue, width, out);
  for (const Table& table : document.more) {
    if (!has_rows(table)) continue;
    out('\n' + catalogue("table." + table.name) + ":\n");
    write_table(table, catalogue, width, out);
  }
}

}  // namespace quiz::report
