// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/answers.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <string_view>

namespace quiz::workflow {

response::AnswerLists load_answers(store::Store& store, const contest::Items& items, Essays essays) {
  response::AnswerLists lists(items.size());
  for (ItemNo item = 0; item < items.size(); ++item) {
    const bank::ItemType type = items[item].type;
    if (!response::is_listed(type) || (type == bank::ItemType::essay && essays == Essays::no)) continue;
    store.each_answer(items.reference(item), [&](std::string_view text) { lists[item].emplace_back(text); });
  }
  return lists;
}

Answers::Answers(const Results& results)
    : results_(results),
      lists_(load_answers(results.store(), *results.folder().items, Essays::yes)) {
  results.each_answers(
      [&](SheetNo, std::span<const ItemNo> items, std::span<const response::AnswerCode> codes) {
        items_.insert(items_.end(), items.begin(), items.end());
        codes_.insert(codes_.end(), codes.begin(), codes.end());
        ends_.push_back(codes_.size());
      });
}

std::string Answers::text(ItemNo item, response::AnswerCode code) const {
  const bank::Item& asked = (*results_.folder().items)[item];
  if (response::is_listed(asked.type) && code > lists_[item].size()) {
    throw Error(ErrorKind::integrity,
                Message("store.damaged", {{"path", store_path(results_.folder()).string()}}));
  }
  return response::answer_text(asked, code, lists_[item]);
}

}  // namespace quiz::workflow
