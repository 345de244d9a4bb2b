// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_text.hpp>
#include <quizlib/report/page_parts.hpp>

#include <string>
#include <utility>
#include <vector>

namespace quiz::report {
namespace {

using contest::RulesArticle;
using contest::RulesParagraph;
using contest::RulesPoint;
using contest::RulesTable;

std::string style_class(const RulesTable& table, std::size_t column) {
  return table.columns[column].is_number ? "number" : "words";
}

Record row_record(const RulesTable& table, const std::vector<std::string>& row) {
  std::vector<Record> cells;
  for (std::size_t i = 0; i < row.size(); ++i)
    cells.push_back(
        {{{"text", row[i]}, {"heading", table.columns[i].heading}, {"class", style_class(table, i)}}});
  return {{}, {{"cells", records(std::move(cells))}}};
}

Records tables(const RulesTable& table) {
  if (table.columns.empty()) return when(false);
  std::vector<Record> headings;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    headings.push_back({{{"heading", table.columns[i].heading}, {"class", style_class(table, i)}}});
  std::vector<Record> rows;
  for (const auto& row : table.rows) rows.push_back(row_record(table, row));
  return records({{{}, {{"headings", records(std::move(headings))}, {"rows", records(std::move(rows))}}}});
}

Record paragraph_record(const RulesParagraph& paragraph) {
  std::vector<Record> points;
  for (const RulesPoint& point : paragraph.points)
    points.push_back({{{"point_mark", point.mark}, {"point", point.text}}});
  return {{{"mark", paragraph.mark}, {"text", paragraph.text}},
          {{"with_mark", when(!paragraph.mark.empty())},
           {"points", records(std::move(points))},
           {"tables", tables(paragraph.table)}}};
}

Record article_record(const RulesArticle& article) {
  std::vector<Record> paragraphs;
  for (const RulesParagraph& paragraph : article.paragraphs)
    paragraphs.push_back(paragraph_record(paragraph));
  return {{{"title", article.heading}}, {{"paragraphs", records(std::move(paragraphs))}}};
}

}  // namespace

Shape rules_shape() {
  const Shape table{{}, {{"headings", heading_shape()}, {"rows", {{}, {{"cells", cell_shape()}}}}}};
  const Shape paragraph{{"mark", "text"},
                        {{"with_mark", {}}, {"points", {{"point_mark", "point"}}}, {"tables", table}}};
  Shape page = page_shape();
  page.fields.push_back("organizer");
  page.lists.push_back({"articles", {{"title"}, {{"paragraphs", paragraph}}}});
  return page;
}

Record rules_record(const Document& document, const contest::RulesText& rules,
                    const text::Catalogue& catalogue) {
  Record record = page_record(document, catalogue);
  std::vector<Record> articles;
  for (const RulesArticle& article : rules.articles) articles.push_back(article_record(article));
  record.fields.emplace_back("organizer", rules.organizer);
  record.lists.emplace_back("articles", records(std::move(articles)));
  return record;
}

}  // namespace quiz::report
