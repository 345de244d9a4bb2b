// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/report/template.hpp>
#include <quizlib/text/catalogue.hpp>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::report {

/// Read the template of `reports/<page>/`, or what stands in its place in the folder `templates`.
[[nodiscard]] std::optional<Template> load_page(std::string_view page, const std::filesystem::path& templates,
                                                const Shape& shape, const text::Catalogue& catalogue,
                                                Diagnostics& diagnostics);

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
