// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_text.hpp>
#include <quizlib/report/render.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/text/width.hpp>
#include <quizlib/text/wrap.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::report {
namespace {

/// Prose in longer lines is hard to read.
constexpr std::size_t kLongest = 100;
constexpr std::size_t kGap = 2;
/// No column of a table is wrapped to less than this.
constexpr std::size_t kLeast = 16;

std::string blanks(std::size_t count) { return std::string(count, ' '); }

/// A text behind its mark, its further lines below its first word.
std::string marked(std::string_view mark, std::string_view text, std::size_t indent, std::size_t width) {
  const std::size_t hanging = mark.empty() ? indent : indent + text::width(mark) + 1;
  std::string result = blanks(indent);
  if (!mark.empty()) result.append(mark).append(" ");
  bool is_first = true;
  for (const std::string& line : text::wrap(text, width > hanging ? width - hanging : 1)) {
    if (!is_first) result += blanks(hanging);
    result += line + '\n';
    is_first = false;
  }
  return result;
}

/// Lines of a table as wide as its cells, the last column wrapped into what is left.
class TableText {
 public:
  TableText(const contest::RulesTable& table, std::size_t indent, std::size_t width)
      : table_(table),
        indent_(indent),
        widths_(table.columns.size()) {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      widths_[i] = text::width(table.columns[i].heading);
      for (const auto& row : table.rows) widths_[i] = std::max(widths_[i], text::width(row[i]));
    }
    std::size_t before = indent;
    for (std::size_t i = 0; i + 1 < widths_.size(); ++i) before += widths_[i] + kGap;
    const std::size_t left = width > before ? width - before : 0;
    widths_.back() = std::min(widths_.back(), std::max(left, kLeast));
  }

  [[nodiscard]] std::string text() const {
    std::vector<std::string> headings;
    for (const contest::RulesColumn& column : table_.columns) headings.push_back(column.heading);
    std::string result = lines(headings);
    for (const auto& row : table_.rows) result += lines(row);
    return result;
  }

 private:
  [[nodiscard]] std::string lines(const std::vector<std::string>& row) const {
    std::string first = blanks(indent_);
    std::size_t before = indent_;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      first += text::pad(row[i], widths_[i], align(i)) + blanks(kGap);
      before += widths_[i] + kGap;
    }
    const std::vector<std::string> last = text::wrap(row.back(), widths_.back());
    std::string result = first + text::pad(last.front(), widths_.back(), align(row.size() - 1));
    result.erase(result.find_last_not_of(' ') + 1);
    for (std::size_t i = 1; i < last.size(); ++i) result += '\n' + blanks(before) + last[i];
    return result += '\n';
  }

  [[nodiscard]] text::Align align(std::size_t column) const {
    return table_.columns[column].is_number ? text::Align::right : text::Align::left;
  }

  const contest::RulesTable& table_;
  std::size_t indent_;
  std::vector<std::size_t> widths_;
};

std::string paragraph_text(const contest::RulesParagraph& paragraph, std::size_t width) {
  std::string result = marked(paragraph.mark, paragraph.text, 0, width);
  const std::size_t indent = paragraph.mark.empty() ? 0 : text::width(paragraph.mark) + 1;
  for (const contest::RulesPoint& point : paragraph.points)
    result += marked(point.mark, point.text, indent, width);
  if (!paragraph.table.columns.empty()) result += TableText(paragraph.table, indent, width).text();
  return result;
}

std::string article_text(const contest::RulesArticle& article, std::size_t width) {
  std::string result = '\n' + marked({}, text::visible(article.heading), 0, width);
  for (const contest::RulesParagraph& paragraph : article.paragraphs)
    result += paragraph_text(paragraph, width);
  return result;
}

}  // namespace

void render_rules(const Document& document, const contest::RulesText& rules, const text::Catalogue& catalogue,
                  std::size_t width, const io::Sink& out) {
  const std::size_t longest = width == 0 ? kLongest : std::min(width, kLongest);
  if (!rules.organizer.empty()) out(marked({}, text::visible(rules.organizer), 0, longest) + '\n');
  out(catalogue("report." + document.name) + '\n');
  out(marked({}, text::visible(rules.title), 0, longest));
  for (const contest::RulesArticle& article : rules.articles) out(article_text(article, longest));
}

void render_sitting_rules(const contest::RulesText& rules, std::size_t width, const io::Sink& out) {
  for (const contest::RulesArticle& article : rules.articles)
    if (article.on_sitting) out(article_text(article, std::min(width, kLongest)));
}

}  // namespace quiz::report
