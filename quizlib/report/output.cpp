// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/output.hpp>

#include <quizlib/report/render.hpp>

#include <cassert>
#include <string>
#include <string_view>

namespace quiz::report {
namespace {

constexpr std::size_t kBuffer = std::size_t{64} << 10;

}  // namespace

void render(const Document& document, const text::Catalogue& catalogue, const Form& form,
            const io::Sink& out) {
  std::string buffer;
  const io::Sink buffered = [&](std::string_view piece) {
    buffer += piece;
    if (buffer.size() < kBuffer) return;
    out(buffer);
    buffer.clear();
  };
  switch (form.format) {
    case Format::table:
      if (document.rules != nullptr)
        render_rules(document, *document.rules, catalogue, form.width, buffered);
      else
        render_table(document, catalogue, form.width, buffered);
      break;
    case Format::plain:
      render_plain(document, buffered);
      break;
    case Format::json:
      render_json(document, buffered);
      break;
    case Format::csv:
      render_csv(document, form.byte_order_mark, buffered);
      break;
    case Format::html:
      assert(form.page != nullptr);
      render_html(document, *form.page, catalogue, buffered);
      break;
  }
  out(buffer);
}

void render_file(const Document& document, const text::Catalogue& catalogue, const Form& form,
                 const std::filesystem::path& path, bool overwrite) {
  io::write_file(path, overwrite, [&](const io::Sink& out) { render(document, catalogue, form, out); });
}

void write_text(std::string_view text, const std::filesystem::path& path, bool overwrite) {
  io::write_file(path, overwrite, [&](const io::Sink& out) { out(text); });
}

void check_writable(const std::filesystem::path& path, bool overwrite) {
  io::check_writable(path, overwrite);
}

}  // namespace quiz::report
