// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/io/file.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/report/template.hpp>
#include <quizlib/text/catalogue.hpp>

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace quiz::report {

enum class Format { table, plain, json, csv, html };

/// The form that somebody wants a document in.
struct Form {
  Format format = Format::table;
  std::size_t width = 0;           ///< of a table, in cells; 0: unlimited
  bool byte_order_mark = false;    ///< before CSV, for spreadsheets
  const Template* page = nullptr;  ///< of HTML, from `read_page`; needed there
};

/// Render a document in its form.
void render(const Document& document, const text::Catalogue& catalogue, const Form& form,
            const io::Sink& out);

/// The same into a file, whole or not at all. Throws Error{failed} as io::write_file does.
void render_file(const Document& document, const text::Catalogue& catalogue, const Form& form,
                 const std::filesystem::path& path, bool overwrite);

/// A text that is rendered already, in the same way.
void write_text(std::string_view text, const std::filesystem::path& path, bool overwrite);

/// Throws where `render_file` could not write that file now.
void check_writable(const std::filesystem::path& path, bool overwrite);

}  // namespace quiz::report
