// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/report/template.hpp>
#include <quizlib/text/catalogue.hpp>

#include <filesystem>
#include <optional>

namespace quiz::report {

/// The template of a document's page: `reports/winners/template.html` for one with winners,
/// `reports/rules/template.html` for rules, else `reports/table/template.html`. A file of the same path in
/// the folder `templates`, where that is not empty, stands in for the program's own, for what the template
/// includes too.
///
/// Findings are those of `read_template`. Throws Error{failed} where the folder is missing
/// (`template.folder-missing`) or a file in it cannot be read.
[[nodiscard]] std::optional<Template> read_page(const Document& document,
                                                const std::filesystem::path& templates,
                                                const text::Catalogue& catalogue, Diagnostics& diagnostics);

}  // namespace quiz::report
