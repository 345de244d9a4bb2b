// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/csv.hpp>
#include <quizlib/report/cells.hpp>
#include <quizlib/report/render.hpp>

namespace quiz::report {

void render_csv(const Document& document, bool byte_order_mark, const io::Sink& out) {
  const std::vector<Column>& columns = document.rows.columns;
  io::CsvWriter writer(out, byte_order_mark);
  for (const Column& column : columns) writer.text(column.name);
  writer.end_record();
  document.rows.each([&](std::span<const Cell> row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string cell = plain_cell(row[i]);
      if (document.is_for_programs || is_number(columns[i].kind)) {
        writer.verbatim(cell);
      } else {
        writer.text(cell);
      }
    }
    writer.end_record();
  });
}

}  // namespace quiz::report
