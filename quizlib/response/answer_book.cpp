// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/answer_book.hpp>

#include <utility>

namespace quiz::response {

void AnswerBook::know(ItemNo item, std::string_view text) {
  auto& codes = pages_[item].codes;
  codes.emplace(keyed_hash(key_, text), static_cast<AnswerCode>(codes.size() + 1));
}

AnswerCode AnswerBook::intern(ItemNo item, std::string_view text) {
  Page& page = pages_[item];
  const auto next = static_cast<AnswerCode>(page.codes.size() + 1);
  const auto [known, is_new] = page.codes.emplace(keyed_hash(key_, text), next);
  if (is_new) page.fresh.emplace_back(text);
  return known->second;
}

AnswerBook::Addition AnswerBook::take_new(ItemNo item) {
  Page& page = pages_[item];
  return {static_cast<AnswerCode>(page.codes.size() - page.fresh.size() + 1), std::exchange(page.fresh, {})};
}

}  // namespace quiz::response
