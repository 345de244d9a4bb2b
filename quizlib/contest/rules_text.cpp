// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_text.hpp>

#include <quizlib/contest/rules_parts.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace quiz::contest {
namespace {

/// Numbers articles, paragraphs and points as they come.
class Book {
 public:
  Book(const Phrases& phrases, RulesText& text) : phrases_(phrases), text_(text) {
    const std::string letters = phrases.say("letters");
    for (std::size_t begin = 0; begin < letters.size();) {
      const std::size_t end = std::min(letters.find(' ', begin), letters.size());
      letters_.push_back(letters.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void add(const std::string& title, Paragraphs paragraphs, bool on_sitting = false) {
    if (paragraphs.empty()) return;
    const bool several = paragraphs.size() > 1;
    std::size_t number = 0;
    for (RulesParagraph& paragraph : paragraphs) {
      ++number;
      if (several) paragraph.mark = std::to_string(number) + '.';
      for (std::size_t point = 0; point < paragraph.points.size(); ++point) {
        const std::string place = point + 1 == paragraph.points.size() ? "last" : "before";
        paragraph.points[point].mark = mark(point);
        paragraph.points[point].text =
            phrases_.say("point", {{"text", paragraph.points[point].text}, {"place", place}});
      }
    }
    const std::string heading =
        phrases_.say("article", {{"number", text_.articles.size() + 1}, {"title", title}});
    text_.articles.push_back({heading, std::move(paragraphs), on_sitting});
  }

 private:
  /// A letter, and once they are used up a number.
  [[nodiscard]] std::string mark(std::size_t point) const {
    return phrases_.say("mark",
                        {{"letter", point < letters_.size() ? letters_[point] : std::to_string(point + 1)}});
  }

  const Phrases& phrases_;
  RulesText& text_;
  Strings letters_;
};

std::string heading(const Phrases& phrases, const Award& award, text::Language language) {
  if (!award.title.empty()) return std::string(award.title.in(language));
  return phrases.say("award.untitled", {{"award", award.id.text}});
}

}  // namespace

RulesText rules_text(const RulesSource& source, const text::Catalogue& catalogue) {
  const Phrases phrases(source, catalogue);
  const Contest& contest = source.contest;
  const text::Language language = catalogue.language();
  RulesText text{std::string(contest.title.in(language)), std::string(contest.organizer.in(language)), {}};
  Book book(phrases, text);
  book.add(phrases.say("article.general"), general_rules(phrases));
  book.add(phrases.say("article.entrants"), entrant_rules(phrases));
  book.add(phrases.say("article.barred"), barred_rules(phrases));
  book.add(phrases.say("article.time"), time_rules(phrases), true);
  book.add(phrases.say("article.paper"), paper_rules(phrases), true);
  book.add(phrases.say("article.attempts"), attempt_rules(phrases), true);
  book.add(phrases.say("article.scoring"), scoring_rules(phrases), true);
  book.add(phrases.say("article.prediction"), prediction_rules(phrases), true);
  book.add(phrases.say("article.ranking"), ranking_rules(phrases));
  for (const Award& award : contest.awards)
    book.add(heading(phrases, award, language), award.of == AwardOf::entrants
                                                    ? entrant_award_rules(phrases, award)
                                                    : group_award_rules(phrases, award));
  book.add(phrases.say("article.publication"), publication_rules(phrases));
  book.add(phrases.say("article.sealing"), sealing_rules(phrases));
  book.add(phrases.say("article.codes"), code_rules(phrases));
  return text;
}

}  // namespace quiz::contest
