// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/page.hpp>

#include <quizlib/report/page_parts.hpp>

#include <string>

namespace quiz::report {
namespace {

Shape shape() {
  Shape page = page_shape();
  page.lists.push_back(
      {"tables",
       {{"title"},
        {{"with_title", {}}, {"headings", heading_shape()}, {"rows", {{}, {{"cells", cell_shape()}}}}}}});
  return page;
}

Record table_record(const Table& table, std::string title, const text::Catalogue& catalogue) {
  const Records rows = [&table, &catalogue](const auto& visit) {
    table.each([&](std::span<const Cell> row) {
      visit({{}, {{"cells", cells(table.columns, row, catalogue)}}});
    });
  };
  const bool titled = !title.empty();
  return {{{"title", std::move(title)}},
          {{"with_title", when(titled)}, {"headings", headings(table.columns, catalogue)}, {"rows", rows}}};
}

bool has_rows(const Table& table) {
  bool any = false;
  table.each([&](std::span<const Cell>) { any = true; });
  return any;
}

}  // namespace

std::optional<Template> table_page(const std::filesystem::path& templates, const text::Catalogue& catalogue,
                                   Diagnostics& diagnostics) {
  return load_page("table", templates, shape(), catalogue, diagnostics);
}

void write_table_page(const Template& page, const Document& document, const text::Catalogue& catalogue,
                      const io::Sink& out) {
  Record record = page_record(document, catalogue);
  record.lists.emplace_back("tables", [&](const auto& visit) {
    visit(table_record(document.rows, {}, catalogue));
    for (const Table& table : document.more) {
      if (has_rows(table)) visit(table_record(table, catalogue("table." + table.name), catalogue));
    }
  });
  fill(page, record, out);
}

}  // namespace quiz::report
