// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/contest_rules.hpp>

#include <quizlib/contest/check.hpp>
#include <quizlib/contest/rules_text.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using contest::RulesArticle;
using contest::RulesParagraph;
using contest::RulesPoint;
using contest::RulesTable;
using contest::RulesText;

void write_table(const RulesTable& table, io::JsonWriter& json) {
  json.key("table");
  json.begin_array();
  for (const auto& row : table.rows) {
    json.begin_row();
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      json.key(table.columns[i].heading);
      json.value(row[i]);
    }
    json.end_object();
    json.end_row();
  }
  json.end_array();
}

void write_paragraph(const RulesParagraph& paragraph, io::JsonWriter& json) {
  json.begin_object();
  json.key("mark");
  json.value(paragraph.mark);
  json.key("text");
  json.value(paragraph.text);
  json.key("points");
  json.begin_array();
  for (const RulesPoint& point : paragraph.points) {
    json.begin_row();
    json.begin_object();
    json.key("mark");
    json.value(point.mark);
    json.key("text");
    json.value(point.text);
    json.end_object();
    json.end_row();
  }
  json.end_array();
  write_table(paragraph.table, json);
  json.end_object();
}

void write_json(const RulesText& rules, text::Language language, io::JsonWriter& json) {
  json.key("language");
  json.value(text::language_code(language));
  json.key("title");
  json.value(rules.title);
  json.key("organizer");
  json.value(rules.organizer);
  json.key("articles");
  json.begin_array();
  for (const RulesArticle& article : rules.articles) {
    json.begin_object();
    json.key("heading");
    json.value(article.heading);
    json.key("paragraphs");
    json.begin_array();
    for (const RulesParagraph& paragraph : article.paragraphs) write_paragraph(paragraph, json);
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

/// A line a paragraph and a point; a row of a table is a point, too.
report::Table lines(const RulesText& rules) {
  std::vector<std::vector<report::Cell>> rows;
  for (const RulesArticle& article : rules.articles) {
    for (const RulesParagraph& paragraph : article.paragraphs) {
      rows.push_back({article.heading, paragraph.mark, paragraph.text});
      for (const RulesPoint& point : paragraph.points)
        rows.push_back({article.heading, paragraph.mark + point.mark, point.text});
      for (const auto& cells : paragraph.table.rows) {
        std::string text;
        for (const std::string& cell : cells) text += (text.empty() ? "" : "; ") + cell;
        rows.push_back({article.heading, paragraph.mark, text});
      }
    }
  }
  return report::table("rows", {{"article"}, {"paragraph"}, {"text"}}, std::move(rows));
}

}  // namespace

std::optional<report::Document> contest_rules(const ContestFolder& folder, const text::Catalogue& catalogue,
                                              Diagnostics& diagnostics) {
  Diagnostics findings;
  check(folder.contest, *folder.items, folder.groups, nullptr, findings);
  if (findings.has_errors()) {
    for (const Diagnostic& finding : findings.kept()) diagnostics.add(finding);
    return std::nullopt;
  }
  const auto rules = std::make_shared<const RulesText>(
      contest::rules_text({folder.contest, *folder.items, folder.banks, folder.groups}, catalogue));
  report::Document document;
  document.name = "rules";
  document.contest = folder.contest.id;
  document.title = folder.contest.title;
  document.rows = lines(*rules);
  const text::Language language = catalogue.language();
  document.fields = [rules, language](io::JsonWriter& json) { write_json(*rules, language, json); };
  document.rules = rules;
  return document;
}

}  // namespace quiz::workflow
