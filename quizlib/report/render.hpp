// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/io/file.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/report/template.hpp>
#include <quizlib/text/catalogue.hpp>

#include <cstddef>

namespace quiz::report {

/// For a terminal: title, counters with their names, the table aligned by display width with translated
/// headings, numbers and times in the language's form; further tables that have rows below it, each under its
/// name. `width` cells a line, 0 = unlimited: the widest text columns are cut to fit.
void render_table(const Document& document, const text::Catalogue& catalogue, std::size_t width,
                  const io::Sink& out);

/// Rules as a text: articles, numbered paragraphs with lists and tables, in lines of at most `width` cells,
/// and no longer than prose should be.
void render_rules(const Document& document, const contest::RulesText& rules, const text::Catalogue& catalogue,
                  std::size_t width, const io::Sink& out);

/// Of those rules the articles that are about sitting a round, an empty line before each.
void render_sitting_rules(const contest::RulesText& rules, std::size_t width, const io::Sink& out);

/// A line a row, cells separated by tabs, no headings, machine values, hostile characters, tabs and newlines
/// as visible escapes. Only the main table.
void render_plain(const Document& document, const io::Sink& out);

/// The main table with a header of column names; lists joined by `;`.
void render_csv(const Document& document, bool byte_order_mark, const io::Sink& out);

/// `{"schema", "contest", "revision", "provisional", "counters", <numbers>, "rows", <more>}`; a document
/// without a contest has only schema, numbers, rows and more.
void render_json(const Document& document, const io::Sink& out);

/// A self-contained page for screen, telephone and A4 printer in the catalogue's language: the winners where
/// the document has them, by award, round, track and prize, with an index of persons by name; or the rules;
/// else its tables under translated headings. `page` from `read_page` for this document and language.
void render_html(const Document& document, const Template& page, const text::Catalogue& catalogue,
                 const io::Sink& out);

}  // namespace quiz::report
