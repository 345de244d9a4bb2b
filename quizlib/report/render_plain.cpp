// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/cells.hpp>
#include <quizlib/report/render.hpp>
#include <quizlib/text/unicode.hpp>

#include <string>

namespace quiz::report {

void render_plain(const Document& document, const io::Sink& out) {
  std::string line;
  document.rows.each([&](std::span<const Cell> row) {
    line.clear();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) line += '\t';
      line += text::visible(plain_cell(row[i]));
    }
    out(line += '\n');
  });
}

}  // namespace quiz::report
