// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/error.hpp>
#include <quizlib/report/page.hpp>
#include <quizlib/report/render.hpp>
#include <quizlib/text/catalogue.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

using quiz::Diagnostics;
using quiz::report::Cell;
using quiz::report::Document;
using quiz::report::Kind;
using quiz::text::Catalogue;
using quiz::text::Language;

namespace {

Document participation() {
  Document document;
  document.name = "participation";
  document.contest = "thi-2023";
  document.rows =
      quiz::report::table("rows", {{"group"}, {"finished", Kind::count}, {"mean_points", Kind::decimal}},
                          {{std::string("01834"), std::int64_t{1139}, std::string("86.67")},
                           {std::string("<b>"), std::int64_t{0}, Cell()}});
  return document;
}

std::string page(const Document& document, const std::filesystem::path& templates = {}) {
  const Catalogue catalogue(Language::vi);
  Diagnostics diagnostics;
  const auto read = read_page(document, templates, catalogue, diagnostics);
  REQUIRE(read);
  std::string out;
  render_html(document, *read, catalogue, [&](std::string_view piece) { out += piece; });
  return out;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// A folder of its own, with one file in it.
std::filesystem::path folder_with(const std::filesystem::path& file, std::string_view text) {
  const auto folder = std::filesystem::temp_directory_path() / "quiz-test-templates";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories((folder / file).parent_path());
  std::ofstream(folder / file) << text;
  return folder;
}

}  // namespace

TEST_CASE("a table stands under translated headings, with numbers and texts as people write them") {
  const std::string text = page(participation());
  CHECK(contains(text, "<th class=\"mean_points number\" scope=\"col\">điểm trung bình</th>"));
  CHECK(contains(text,
                 "      <tr>\n"
                 "        <td class=\"group\" data-heading=\"đơn vị\">01834</td>\n"
                 "        <td class=\"finished number\" data-heading=\"hoàn thành\">1.139</td>\n"
                 "        <td class=\"mean_points number\" data-heading=\"điểm trung bình\">86,67</td>\n"
                 "      </tr>\n"
                 "      <tr>\n"
                 "        <td class=\"group\" data-heading=\"đơn vị\">&lt;b&gt;</td>\n"
                 "        <td class=\"finished number\" data-heading=\"hoàn thành\">0</td>\n"
                 "        <td class=\"mean_points number\" data-heading=\"điểm trung bình\"></td>\n"
                 "      </tr>\n"));
}

TEST_CASE("a contest without a title in any language goes by its id") {
  CHECK(contains(page(participation()), "<title>Tình hình tham gia – thi-2023</title>"));
}

TEST_CASE("an empty table says so, further tables only appear with rows") {
  Document document = participation();
  document.rows = quiz::report::table("rows", {{"group"}}, {});
  document.more = {quiz::report::table("vacant", {{"prize"}}, {}),
                   quiz::report::table("skipped", {{"reason", Kind::word}}, {{std::string("barred")}})};
  const std::string text = page(document);
  CHECK(contains(text, "<p class=\"empty\">không có gì để liệt kê</p>"));
  CHECK(contains(text, "<h2>không được xét và lý do</h2>"));
  CHECK(contains(text, ">không được nhận giải</td>"));
  CHECK_FALSE(contains(text, "<h2>giải không có người nhận</h2>"));
}

TEST_CASE("a column of an organiser's file is its own heading") {
  Document document = participation();
  document.rows = quiz::report::table("rows", {{"nơi \"ở\""}}, {{std::string("x")}});
  CHECK(contains(page(document), "data-heading=\"nơi &quot;ở&quot;\">x</td>"));
}

TEST_CASE("a file of the folder of templates stands in for the program's own of that path") {
  const auto own_page = folder_with("table/template.html", "{{report}}: {{> table/style.css}}");
  CHECK(page(participation(), own_page).starts_with("Tình hình tham gia: /* SPDX"));
  const auto own_style = folder_with("table/style.css", "p { color: red }");
  CHECK(contains(page(participation(), own_style), "<style>\np { color: red }\n</style>"));
}

TEST_CASE("a template includes nothing from outside its folder") {
  const Catalogue catalogue(Language::en);
  Diagnostics diagnostics;
  const auto folder = folder_with("table/template.html", "{{> ../secret.txt}}\n{{> /etc/hostname}}");
  std::ofstream(folder.parent_path() / "secret.txt") << "secret";
  CHECK_FALSE(read_page(participation(), folder, catalogue, diagnostics));
  REQUIRE(diagnostics.kept().size() == 2);
  CHECK(diagnostics.kept()[0].message == quiz::Message("template.file-unknown", {{"path", "../secret.txt"}}));
  CHECK(diagnostics.kept()[0].place ==
        quiz::Place{(folder / "table/template.html").string(), 1, 1, "{{> ../secret.txt}}", ""});
  CHECK(diagnostics.kept()[1].message == quiz::Message("template.file-unknown", {{"path", "/etc/hostname"}}));
}

TEST_CASE("a missing folder of templates ends the command") {
  const Catalogue catalogue(Language::en);
  Diagnostics diagnostics;
  try {
    (void)read_page(participation(), "/nowhere/at/all", catalogue, diagnostics);
    FAIL("no error");
  } catch (const quiz::Error& error) {
    CHECK(error.kind() == quiz::ErrorKind::failed);
    CHECK(catalogue.format(error.message()) == "there is no folder of templates /nowhere/at/all");
  }
}

TEST_CASE("the findings of a template read as sentences with a way out") {
  const Catalogue catalogue(Language::en);
  Diagnostics diagnostics;
  const auto folder = folder_with("table/template.html", "{{{report}}}{{#tables}}<p style=\"{{reprt}}\">");
  CHECK_FALSE(read_page(participation(), folder, catalogue, diagnostics));
  std::vector<std::string> said;
  for (const quiz::Diagnostic& finding : diagnostics.kept()) {
    said.push_back(catalogue.format(finding.message) + "; " + catalogue.help(finding.message));
  }
  CHECK(said ==
        std::vector<std::string>{
            "\"{report\" is no tag of a template; between the double braces stands a name, or one of "
            "# ^ / t > ! with what belongs to it; values are always escaped",
            "the page has no value \"reprt\" here; did you mean \"report\"?",
            "a value must not stand here: an attribute that may hold code; put it between tags or into a "
            "double-quoted attribute such as class, id, lang or title; in href behind #",
            "the list \"tables\" is not closed; close the list tables where it ends, by a tag of a slash and "
            "its name"});
}
