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

}  // namespace

std::optional<Template> read_page(const Document& document, const std::filesystem::path& templates,
                                  const text::Catalogue& catalogue, Diagnostics& diagnostics) {
  if (!templates.empty() && !std::filesystem::is_directory(templates)) {
    throw Error(ErrorKind::failed, Message("template.folder-missing", {{"path", templates.string()}}));
  }
  const bool has_winners = document.winners != nullptr;
  const std::filesystem::path path = has_winners ? "winners/template.html" : "table/template.html";
  const auto find = [&](std::string_view name) { return find_file(templates, name); };
  const bool is_own = templates.empty() || !std::filesystem::exists(templates / path);
  const TemplateSource source{find(path.native()).value(),
                              (is_own ? "reports" / path : templates / path).string(), find};
  return read_template(source, has_winners ? winners_shape() : table_shape(), catalogue, diagnostics);
}

void render_html(const Document& document, const Template& page, const text::Catalogue& catalogue,
                 const io::Sink& out) {
  const Winners* winners = document.winners.get();
  fill(page,
       winners == nullptr ? table_record(document, catalogue) : winners_record(document, *winners, catalogue),
       out);
}

}  // namespace quiz::report
