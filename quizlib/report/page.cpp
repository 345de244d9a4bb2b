// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/page.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/report/embedded.hpp>
#include <quizlib/report/page_parts.hpp>
#include <quizlib/report/render.hpp>

#include <string>
#include <string_view>

namespace quiz::report {
namespace {

/// The file of that path below the folder of templates, else the program's own.
std::optional<std::string> find_file(const std::filesystem::path& templates, std::string_view path) {
  if (!templates.empty() && path.find("..") == std::string_view::npos) {
    const std::filesystem::path file = templates / std::filesystem::path(path).relative_path();
    if (std::filesystem::exists(file)) return io::read_file(file);
  }
  const std::string_view own = embedded::reports("reports/" + std::string(path));
  if (own.data() == nullptr) return std::nullopt;
  return std::string(own);
}

/// The folder of its template.
const char* kind(const Document& document) {
  if (document.winners != nullptr) return "winners";
  return document.rules != nullptr ? "rules" : "table";
}

Shape shape(const Document& document) {
  if (document.winners != nullptr) return winners_shape();
  return document.rules != nullptr ? rules_shape() : table_shape();
}

Record record(const Document& document, const text::Catalogue& catalogue) {
  if (document.winners != nullptr) return winners_record(document, *document.winners, catalogue);
  if (document.rules != nullptr) return rules_record(document, *document.rules, catalogue);
  return table_record(document, catalogue);
}

}  // namespace

std::optional<Template> read_page(const Document& document, const std::filesystem::path& templates,
                                  const text::Catalogue& catalogue, Diagnostics& diagnostics) {
  if (!templates.empty() && !std::filesystem::is_directory(templates)) {
    throw Error(ErrorKind::failed, Message("template.folder-missing", {{"path", templates.string()}}));
  }
  const std::filesystem::path path = std::filesystem::path(kind(document)) / "template.html";
  const auto find = [&](std::string_view name) { return find_file(templates, name); };
  const bool is_own = templates.empty() || !std::filesystem::exists(templates / path);
  const TemplateSource source{find(path.native()).value(),
                              (is_own ? "reports" / path : templates / path).string(), find};
  return read_template(source, shape(document), catalogue, diagnostics);
}

void render_html(const Document& document, const Template& page, const text::Catalogue& catalogue,
                 const io::Sink& out) {
  fill(page, record(document, catalogue), out);
}

}  // namespace quiz::report
