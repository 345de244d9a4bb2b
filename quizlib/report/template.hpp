// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/text/catalogue.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::report {

/// What a template may name: fields, and lists with what each of their entries has. Inside a list the names
/// around it stay known.
struct Shape {
  std::vector<std::string_view> fields;
  std::vector<std::pair<std::string_view, Shape>> lists{};
};

struct Record;
/// Calls its visitor with every entry of a list in order, whenever it is called.
using Records = std::function<void(const std::function<void(const Record&)>&)>;

/// The values of all names of a Shape. Texts are as they are, not yet escaped.
struct Record {
  std::vector<std::pair<std::string_view, std::string>> fields{};
  std::vector<std::pair<std::string_view, Records>> lists{};
};

/// A list without entries, or with one that has no names of its own: how a template asks a question.
[[nodiscard]] Records when(bool yes);

/// A piece of a template.
struct TemplateNode {
  enum class Kind : std::uint8_t {
    literal,
    field,
    each,  ///< for every entry of a list
    none   ///< where a list has no entry
  };

  Kind kind = Kind::literal;
  std::string text;  ///< markup, else the name
  std::vector<TemplateNode> children{};
};

/// A template of a page that has been found good.
struct Template {
  std::vector<TemplateNode> nodes;
};

/// The text of a template and how to get at the files beside it.
struct TemplateSource {
  std::string text;
  std::string shown_as;  ///< in findings
  /// The text of the file of that path; nothing where there is none.
  std::function<std::optional<std::string>(std::string_view path)> include;
};

/// Read the template of a page (docs/formats/template.md). Its tags: `{{field}}`, `{{#list}}…{{/list}}` for
/// every entry, `{{^list}}…{{/list}}` where there is none, `{{t key}}` for a text of the catalogue,
/// `{{> path}}` for a file as it is, `{{! remark }}`. A line with nothing but one of the tags `#`, `^`, `/`
/// and `!` leaves no line in the page.
///
/// Findings (`template.*`): a tag of another form, an unknown name, key or file, a list that is not closed or
/// closes elsewhere in the markup than it began, a value where it could become markup, code or an address, a
/// page that ends inside a tag. Nothing is returned when there was an error.
[[nodiscard]] std::optional<Template> read_template(const TemplateSource& source, const Shape& shape,
                                                    const text::Catalogue& catalogue,
                                                    Diagnostics& diagnostics);

/// Write the page that a template makes of `record`. Values are made visible (`text::visible`) and escaped.
/// Needs a record of the shape that the template was read for.
void fill(const Template& page, const Record& record, const io::Sink& out);

/// `text` written so that a browser shows just that, between tags as in double quotes.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace quiz::report
