// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/text/catalogue.hpp>

#include <string>

namespace quiz::report {

/// A cell for programs: numbers in digits, flags as `true` and `false`, lists joined by `;`, absent as
/// nothing.
[[nodiscard]] std::string plain_cell(const Cell& cell);

/// A cell for people in the catalogue's language, fit for a line of a terminal. Lists are joined by commas;
/// what is not of the form that its kind promises stays as it is.
[[nodiscard]] std::string shown_cell(const Cell& cell, Kind kind, const text::Catalogue& catalogue);

/// The heading of a column: its own, else the catalogue's, else its name, which comes from organisers' files.
[[nodiscard]] std::string shown_heading(const Column& column, const text::Catalogue& catalogue);

/// The name of a document with the instant that it is of, where it has one.
[[nodiscard]] std::string shown_name(const Document& document, const text::Catalogue& catalogue);

/// Whether the cells of a kind are numbers, which stand on the right in tables and never look like a formula.
[[nodiscard]] bool is_number(Kind kind);

}  // namespace quiz::report
