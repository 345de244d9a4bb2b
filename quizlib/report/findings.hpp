// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/text/catalogue.hpp>

#include <string_view>

namespace quiz::report {

/// `error`, `warning`, `note`.
[[nodiscard]] std::string_view name(Severity severity);

/// The findings that were kept as the rows of a document: file, line, column, severity, code, message, hint.
[[nodiscard]] Document findings(const Diagnostics& diagnostics, const text::Catalogue& catalogue);

}  // namespace quiz::report
