// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/document.hpp>

#include <memory>

namespace quiz::report {

Table table(std::string name, std::vector<Column> columns, std::vector<std::vector<Cell>> rows) {
  // Shared, because a std::function must be copyable and the rows should not be copied with it.
  const auto kept = std::make_shared<const std::vector<std::vector<Cell>>>(std::move(rows));
  auto each = [kept](const RowSink& sink) {
    for (const std::vector<Cell>& row : *kept) sink(row);
  };
  return {std::move(name), std::move(columns), std::move(each)};
}

}  // namespace quiz::report
