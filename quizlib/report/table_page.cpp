// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/page_parts.hpp>

#include <span>
#include <string>
#include <utility>

namespace quiz::report {
namespace {

Record one_table(const Table& table, std::string title, const text::Catalogue& catalogue) {
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

Shape table_shape() {
  Shape page = page_shape();
  page.lists.push_back(
      {"tables",
       {{"title"},
        {{"with_title", {}}, {"headings", heading_shape()}, {"rows", {{}, {{"cells", cell_shape()}}}}}}});
  return page;
}

Record table_record(const Document& document, const text::Catalogue& catalogue) {
  Record record = page_record(document, catalogue);
  record.lists.emplace_back("tables", [&document, &catalogue](const auto& visit) {
    visit(one_table(document.rows, {}, catalogue));
    for (const Table& table : document.more) {
      if (has_rows(table)) visit(one_table(table, catalogue("table." + table.name), catalogue));
    }
  });
  return record;
}

}  // namespace quiz::report
