// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/report/template.hpp>
#include <quizlib/report/winners.hpp>
#include <quizlib/text/catalogue.hpp>

#include <span>
#include <vector>

namespace quiz::report {

/// The names of each page, and the values behind them for a document. Records keep views of the document.
[[nodiscard]] Shape table_shape();
[[nodiscard]] Record table_record(const Document& document, const text::Catalogue& catalogue);
[[nodiscard]] Shape winners_shape();
[[nodiscard]] Record winners_record(const Document& document, const Winners& winners,
                                    const text::Catalogue& catalogue);

[[nodiscard]] Shape rules_shape();
[[nodiscard]] Record rules_record(const Document& document, const contest::RulesText& rules,
                                  const text::Catalogue& catalogue);

/// What every page has: `lang`, `contest`, `report`, `revision`; the lists `provisional`, `settled` and
/// `counters` (`label`, `value`, `share`).
[[nodiscard]] Shape page_shape();
[[nodiscard]] Record page_record(const Document& document, const text::Catalogue& catalogue);

/// The heading of a column: `heading`, `class`.
[[nodiscard]] Shape heading_shape();
[[nodiscard]] Records headings(std::span<const Column> columns, const text::Catalogue& catalogue);

/// A cell under its column: `text`, `heading`, `class`.
[[nodiscard]] Shape cell_shape();
[[nodiscard]] Records cells(std::span<const Column> columns, std::span<const Cell> row,
                            const text::Catalogue& catalogue);

/// A list of records at hand.
[[nodiscard]] Records records(std::vector<Record> entries);

}  // namespace quiz::report
