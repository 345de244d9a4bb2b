// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/utf8.hpp>
#include <quizlib/report/template.hpp>
#include <quizlib/text/catalogue.hpp>
#include <tests/support/corpora.hpp>

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <string>
#include <string_view>
#include <vector>

using quiz::Diagnostic;
using quiz::Diagnostics;
using quiz::report::Record;
using quiz::report::Shape;
using quiz::report::Template;
using quiz::text::Catalogue;
using quiz::text::Language;

namespace {

constexpr std::string_view kWords = "greeting: \"Chào \\\"bạn\\\" & <mọi> người\"\n";

const Shape& shape() {
  static const Shape kShape{{"title"},
                            {{"people", {{"name"}, {{"prizes", {{"prize"}}}}}}, {"provisional", {}}}};
  return kShape;
}

quiz::report::Records entries(std::vector<Record> records) {
  return [records = std::move(records)](const auto& visit) {
    for (const Record& record : records) visit(record);
  };
}

Record person(std::string name, std::vector<Record> prizes = {}) {
  return {{{"name", std::move(name)}}, {{"prizes", entries(std::move(prizes))}}};
}

Record contest(std::string title, std::vector<Record> people) {
  return {{{"title", std::move(title)}},
          {{"people", entries(std::move(people))}, {"provisional", quiz::report::when(true)}}};
}

std::optional<Template> read(std::string_view text, Diagnostics& diagnostics) {
  const Catalogue catalogue(Language::vi, kWords);
  const auto include = [](std::string_view path) -> std::optional<std::string> {
    if (path == "style.css") return "p { } /* {{title}} */";
    if (path == "bytes.css") return "\xFF";
    return std::nullopt;
  };
  return read_template({std::string(text), "page.html", include}, shape(), catalogue, diagnostics);
}

std::string filled(std::string_view text, const Record& record) {
  Diagnostics diagnostics;
  const auto page = read(text, diagnostics);
  REQUIRE(page);
  REQUIRE(diagnostics.kept().empty());
  std::string out;
  fill(*page, record, [&](std::string_view piece) { out += piece; });
  return out;
}

/// The findings of a template: line:column code name=value …
std::vector<std::string> findings(std::string_view text) {
  Diagnostics diagnostics;
  CHECK_FALSE(read(text, diagnostics));
  std::vector<std::string> found;
  for (const Diagnostic& finding : diagnostics.kept()) {
    CHECK(finding.place.file == "page.html");
    std::string line = std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column) + " " +
                       finding.message.code;
    for (const quiz::Argument& argument : finding.message.arguments) {
      const auto* term = std::get_if<quiz::Term>(&argument.value);
      line +=
          " " + argument.name + "=" + (term != nullptr ? term->key : std::get<std::string>(argument.value));
    }
    found.push_back(line);
  }
  return found;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a field is written as text") {
  CHECK(filled("<h1>{{title}}</h1>", contest("Tìm hiểu", {})) == "<h1>Tìm hiểu</h1>");
  CHECK(filled("<h1>{{ title }}</h1>", contest("a < b & \"c\" 'd'", {})) ==
        "<h1>a &lt; b &amp; &quot;c&quot; &#39;d&#39;</h1>");
  CHECK(filled("<p title=\"{{title}}\">", contest("\" onclick=\"x", {})) ==
        "<p title=\"&quot; onclick=&quot;x\">");
}

TEST_CASE("what a value holds is no tag") {
  CHECK(filled("{{title}}", contest("{{title}} {{#people}}", {})) == "{{title}} {{#people}}");
}

TEST_CASE("hostile characters in a value are shown, marks stay as written") {
  CHECK(filled("{{title}}", contest("a\x1b[31m\u202Eb\nc", {})) == "a\\x1b[31m\\u202eb\\nc");
  CHECK(filled("{{title}}", contest("Hoa\u0300", {})) == "Hoa\u0300");
  CHECK(filled("{{title}}", contest("\xFF", {})) == "\\xff");
}

TEST_CASE("a list is written once for each entry, which sees the names around it") {
  CHECK(filled("{{#people}}<p>{{name}} ({{title}})</p>{{/people}}",
               contest("T", {person("An"), person("Bo")})) == "<p>An (T)</p><p>Bo (T)</p>");
  CHECK(filled("{{#people}}{{name}}{{/people}}", contest("T", {})).empty());
}

TEST_CASE("lists stand inside lists") {
  CHECK(filled("{{#people}}{{#prizes}}{{name}}: {{prize}}. {{/prizes}}{{/people}}",
               contest("T", {person("An", {{{{"prize", "1"}}}, {{{"prize", "2"}}}}), person("Bo")})) ==
        "An: 1. An: 2. ");
}

TEST_CASE("the inverse of a list is written where it has no entry") {
  CHECK(filled("{{^people}}nobody in {{title}}{{/people}}", contest("T", {})) == "nobody in T");
  CHECK(filled("{{^people}}nobody{{/people}}", contest("T", {person("An")})).empty());
}

TEST_CASE("a question is a list with one entry or none") {
  CHECK(filled("{{#provisional}}p{{/provisional}}{{^provisional}}f{{/provisional}}", contest("T", {})) ==
        "p");
}

TEST_CASE("a text of the catalogue is written as text") {
  CHECK(filled("<p>{{t greeting}}", contest("T", {})) == "<p>Chào &quot;bạn&quot; &amp; &lt;mọi&gt; người");
}

TEST_CASE("an included file stands there as it is") {
  CHECK(filled("<style>{{> style.css}}</style>{{title}}", contest("T", {})) ==
        "<style>p { } /* {{title}} */</style>T");
}

TEST_CASE("a line with nothing but a tag of a list or a remark leaves no line") {
  CHECK(filled(
            "{{! for the office }}\n<ul>\n  {{#people}}\n  <li>{{name}}</li>\r\n  {{/people}}\t\r\n</ul>\n",
            contest("T", {person("An"), person("Bo")})) == "<ul>\n  <li>An</li>\r\n  <li>Bo</li>\r\n</ul>\n");
  CHECK(filled("a {{#people}}\nb{{/people}}\n  {{t greeting}}\n", contest("T", {})) ==
        "a \n  Chào &quot;bạn&quot; &amp; &lt;mọi&gt; người\n");
  CHECK(filled("a\n{{#people}}\n{{/people}}", contest("T", {})) == "a\n");
}

TEST_CASE("tags of another form are findings, raw output among them") {
  CHECK(findings("<p>\n Hoà {{{title}}}") == Lines{"2:6 template.tag-malformed tag={title"});
  CHECK(findings("{{&title}}") == Lines{"1:1 template.tag-malformed tag=&title"});
  CHECK(findings("{{}}") == Lines{"1:1 template.tag-malformed tag="});
  CHECK(findings("{{#people | sort}}") == Lines{"1:1 template.tag-malformed tag=#people | sort"});
  CHECK(findings("{{=<% %>=}}") == Lines{"1:1 template.tag-malformed tag==<% %>="});
  CHECK(findings("<p>{{title") == Lines{"1:4 template.tag-open"});
}

TEST_CASE("unknown names are findings, each with what was probably meant") {
  CHECK(findings("{{titel}}") == Lines{"1:1 template.field-unknown name=titel suggestion=title"});
  CHECK(findings("{{people}}") == Lines{"1:1 template.field-unknown name=people suggestion="});
  CHECK(findings("{{name}}") == Lines{"1:1 template.field-unknown name=name suggestion="});
  CHECK(findings("{{^people}}{{name}}{{/people}}") ==
        Lines{"1:12 template.field-unknown name=name suggestion="});
  CHECK(findings("{{t greting}}") == Lines{"1:1 template.text-unknown name=greting suggestion=greeting"});
  CHECK(findings("{{> ../style.css}}") == Lines{"1:1 template.file-unknown path=../style.css"});
  CHECK(findings("{{> bytes.css}}") == Lines{"1:1 template.file-encoding path=bytes.css"});
}

TEST_CASE("inside an unknown list any name will do") {
  CHECK(findings("{{#peple}}{{x}}{{#y}}{{z}}{{/y}}{{/peple}}") ==
        Lines{"1:1 template.list-unknown name=peple suggestion=people"});
}

TEST_CASE("lists that do not open and close in turn are findings") {
  CHECK(findings("{{#people}}") == Lines{"1:1 template.list-not-closed list=people"});
  CHECK(findings("{{/people}}") == Lines{"1:1 template.list-not-open list=people"});
  CHECK(findings("{{#people}}{{#prizes}}{{/people}}") == Lines{"1:12 template.list-not-closed list=prizes"});
}

TEST_CASE("a list must close at the place of the markup where it began") {
  CHECK(findings("{{#people}}<p title=\"{{/people}}\">") ==
        Lines{"1:22 template.list-elsewhere list=people"});
  CHECK(filled("<p class=\"a{{#people}} b{{/people}}\">", contest("T", {person("An")})) ==
        "<p class=\"a b\">");
}

TEST_CASE("a value where it could be more than text is a finding") {
  CHECK(findings("<script>{{title}}</script>") ==
        Lines{"1:9 template.value-place place=template.place.code"});
  CHECK(findings("<p class={{title}}>") == Lines{"1:10 template.value-place place=template.place.unquoted"});
  CHECK(findings("<p style=\"{{title}}\">") ==
        Lines{"1:11 template.value-place place=template.place.unsafe"});
  CHECK(findings("<a href=\"{{title}}\">") ==
        Lines{"1:10 template.value-place place=template.place.address"});
  CHECK(findings("<!-- {{title}} -->") == Lines{"1:6 template.value-place place=template.place.comment"});
  CHECK(findings("<{{title}}>") == Lines{"1:2 template.value-place place=template.place.tag"});
  CHECK(findings("<style>{{t greeting}}</style>") ==
        Lines{"1:8 template.value-place place=template.place.code"});
}

TEST_CASE("a page that ends inside of markup is a finding") {
  CHECK(findings("<p>\n<p") == Lines{"2:3 template.unfinished place=template.place.tag"});
  CHECK(findings("<script>") == Lines{"1:9 template.unfinished place=template.place.code"});
}

TEST_CASE("a template that is no UTF-8 is a finding") {
  CHECK(findings("<p>\n Ho\xE0") == Lines{"2:4 template.encoding"});
}

TEST_CASE("all findings of a template come at once") {
  CHECK(findings("{{a}}\n{{#b}}\n<p x={{title}}>") ==
        Lines{"1:1 template.field-unknown name=a suggestion=", "2:1 template.list-unknown name=b suggestion=",
              "3:6 template.value-place place=template.place.unquoted",
              "2:1 template.list-not-closed list=b"});
}

TEST_CASE("a finding holds a copy of its line") {
  Diagnostics diagnostics;
  CHECK_FALSE(read("<p>\n  {{titel}} x\n", diagnostics));
  CHECK(diagnostics.kept().front().place == quiz::Place{"page.html", 2, 3, "  {{titel}} x", ""});
}

TEST_CASE("no string that breaks software leaves markup, a quote or a hostile character in a page") {
  const auto folder = quiz::tests::corpus("naughty-strings");
  if (!folder) return;
  std::size_t count = 0;
  for (const YAML::Node& node : YAML::LoadFile((*folder / "blns.json").string())) {
    const auto value = node.as<std::string>();
    const std::string page = filled("{{title}}", contest(value, {}));
    CAPTURE(page);
    CHECK(page.find_first_of("<>\"'") == std::string::npos);
    CHECK_FALSE(quiz::find_hostile(page));
    CHECK(filled("<p title=\"{{title}}\">", contest(value, {})) == "<p title=\"" + page + "\">");
    ++count;
  }
  CHECK(count == 515);
}
