// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/report/template.hpp>
#include <quizlib/report/winners.hpp>
#include <quizlib/text/catalogue.hpp>

#include <filesystem>
#include <optional>

namespace quiz::report {

// Pages are self-contained, for screen, telephone and A4 printer. Their templates are the program's own
// (`reports/<page>/template.html`), but for files of the same path in the folder `templates` where that is
// not empty. Findings are those of `read_template`. Throws Error{failed} where the folder is missing or a
// file in it cannot be read.

/// The page of any document: its tables under translated headings.
[[nodiscard]] std::optional<Template> table_page(const std::filesystem::path& templates,
                                                 const text::Catalogue& catalogue, Diagnostics& diagnostics);
void write_table_page(const Template& page, const Document& document, const text::Catalogue& catalogue,
                      const io::Sink& out);

/// The page of the winners: by award, round, track and prize, ties, vacancies and who was passed over laid
/// open, and all persons by name in the order of the catalogue's language. `document` gives title, counters
/// and revision.
[[nodiscard]] std::optional<Template> winners_page(const std::filesystem::path& templates,
                                                   const text::Catalogue& catalogue,
                                                   Diagnostics& diagnostics);
void write_winners_page(const Template& page, const Document& document, const Winners& winners,
                        const text::Catalogue& catalogue, const io::Sink& out);

}  // namespace quiz::report
