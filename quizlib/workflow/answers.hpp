// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/response/answer.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/results.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace quiz::workflow {

/// The listed answers of a contest's store. Those of essays only where asked for: they take the most room,
/// and no score looks at them.
enum class Essays { no, yes };
[[nodiscard]] response::AnswerLists load_answers(store::Store& store, const contest::Items& items,
                                                 Essays essays);

/// The answers of all sheets in memory, to be read in any order.
class Answers {
 public:
  /// Throws Error{integrity} for a damaged store. Keeps a reference to the results.
  explicit Answers(const Results& results);

  [[nodiscard]] std::span<const ItemNo> items(SheetNo sheet) const { return part(items_, sheet); }
  [[nodiscard]] std::span<const response::AnswerCode> codes(SheetNo sheet) const {
    return part(codes_, sheet);
  }
  /// How an answer is written in tables. Throws Error{integrity} for one that the store does not have.
  [[nodiscard]] std::string text(ItemNo item, response::AnswerCode code) const;
  [[nodiscard]] const response::AnswerLists& lists() const { return lists_; }

 private:
  template <class T>
  [[nodiscard]] std::span<const T> part(const std::vector<T>& all, SheetNo sheet) const {
    const std::size_t begin = sheet == 0 ? 0 : ends_[sheet - 1];
    return std::span(all).subspan(begin, ends_[sheet] - begin);
  }

  const Results& results_;
  response::AnswerLists lists_;
  std::vector<ItemNo> items_;
  std::vector<response::AnswerCode> codes_;
  std::vector<std::size_t> ends_;
};

}  // namespace quiz::workflow
