// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/context.hpp>

#include <quizlib/base/message.hpp>
#include <quizlib/base/progress.hpp>
#include <quizlib/report/document.hpp>

#include <string_view>

namespace quiz::cli {

/// Print a command's answer in the form asked for: on standard output, or into the file of `-o`. Its notes go
/// to the error stream.
void print(Context& context, const report::Document& document);

/// The same in the language of `catalogue` instead of that of the messages; `page` as in report::Form.
void print(Context& context, const report::Document& document, const text::Catalogue& catalogue,
           const report::Template* page);

/// Print a text that is no document: help, a receipt. It ends with a newline.
void print_text(Context& context, std::string_view text);

/// The same for a command whose answer it is: into the file of `-o` too.
void print_answer(Context& context, std::string_view text);

/// `note: sentence` on the error stream; nothing with --quiet.
void note(Context& context, const Message& message);

/// `error: sentence [code]` and its help line on the error stream.
void print_error(Context& context, const Message& message);

/// The findings of the command on the error stream, each at its place with the line and a caret, then how
/// many more there are of a code, and the counts. With --quiet errors only.
void print_findings(Context& context);

/// Shows on the error stream how far `what` (a key of the catalogue) has come: a bar on a terminal, elsewhere
/// a line every ten seconds, nothing with --quiet. Throws Error{interrupted} once the user wants to stop.
[[nodiscard]] Progress progress(Context& context, std::string_view what);

}  // namespace quiz::cli
