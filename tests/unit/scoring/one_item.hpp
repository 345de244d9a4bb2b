// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/response/answer.hpp>
#include <quizlib/scoring/score.hpp>

#include <tests/support/small_contest.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Papers of items of any type, and answers as tables hold them.
namespace quiz::tests {

/// The items are written as the fields of one each, without id and stem; `scoring` as in contest.yaml.
class PaperOfItems {
 public:
  PaperOfItems(std::string_view scoring, const std::vector<std::string>& items)
      : all_(replaced(kFixedContest, "  attempts:", "  scoring: {" + std::string(scoring) + "}\n  attempts:"),
             bank_of(items)),
        lists_(items.size()) {
    for (ItemNo item = 0; item < items.size(); ++item) paper_.push_back(item);
  }

  /// The code of an answer, which is put into the item's list where that is how it is kept.
  response::AnswerCode code(ItemNo no, std::string_view answer) {
    if (answer.empty()) return 0;
    const bank::Item& item = all_.items[no];
    if (!response::is_listed(item.type)) return parse_answer(answer, item, {}, response::AnswerForm::ids);
    lists_[no].emplace_back(answer);
    return static_cast<response::AnswerCode>(lists_[no].size());
  }

  /// The table for the answers that have been given codes.
  [[nodiscard]] scoring::PointsTable table() const {
    return {all_.items, all_.contest.rounds.front().of(0), lists_};
  }

  /// `points correct answered`, and `all-correct` where it is so, of one answer to each item.
  std::string score(const std::vector<std::string_view>& answers) {
    std::vector<response::AnswerCode> codes;
    for (std::size_t i = 0; i < answers.size(); ++i)
      codes.push_back(code(static_cast<ItemNo>(i), answers[i]));
    const scoring::Score got = table().score(std::span(paper_).first(codes.size()), codes);
    return format_points(got.points) + ' ' + std::to_string(got.correct) + ' ' +
           std::to_string(got.answered) + (got.all_correct ? " all-correct" : "");
  }

 private:
  static std::string bank_of(const std::vector<std::string>& items) {
    std::string yaml = "format: quiz-bank/1\nid: small\nlanguages: [vi]\nitems:\n";
    for (std::size_t i = 0; i < items.size(); ++i)
      yaml += "- {id: q" + std::to_string(i + 1) + ", stem: S, " + items[i] + "}\n";
    return yaml;
  }

  SmallContest all_;
  response::AnswerLists lists_;
  std::vector<ItemNo> paper_;
};

/// The share that an answer to one item gets.
inline std::string share(std::string_view scoring, const std::string& item, std::string_view answer) {
  PaperOfItems paper(scoring, {item});
  const response::AnswerCode code = paper.code(0, answer);
  return paper.table().share(0, code).fraction();
}

}  // namespace quiz::tests
