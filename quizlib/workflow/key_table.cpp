// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/key_table.hpp>

#include <quizlib/base/decimal.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;

report::Table choice_table(const bank::Item& item, text::Language language) {
  std::vector<std::vector<Cell>> rows;
  for (const bank::Choice& choice : item.choices) {
    rows.push_back({choice.id, choice.key, choice.fixed, in_language(choice.text, language),
                    in_language(choice.rationale, language)});
  }
  return report::table("choices",
                       {{"choice"}, {"key", Kind::flag}, {"fixed", Kind::flag}, {"text"}, {"rationale"}},
                       std::move(rows));
}

report::Table order_table(const bank::Item& item, text::Language language) {
  std::vector<std::vector<Cell>> rows;
  for (const bank::Choice& choice : item.choices) {
    rows.push_back({static_cast<std::int64_t>(rows.size() + 1), choice.id, in_language(choice.text, language),
                    in_language(choice.rationale, language)});
  }
  return report::table("order", {{"position", Kind::count}, {"choice"}, {"text"}, {"rationale"}},
                       std::move(rows));
}

report::Table pair_table(const bank::Item& item, text::Language language) {
  std::vector<std::vector<Cell>> rows;
  for (const bank::Pair& pair : item.pairs) {
    rows.push_back({static_cast<std::int64_t>(rows.size() + 1), in_language(pair.left, language),
                    in_language(pair.right, language)});
  }
  return report::table("pairs", {{"pair", Kind::count}, {"left"}, {"right"}}, std::move(rows));
}

}  // namespace

Cell in_language(const text::Localized& text, text::Language language) {
  if (text.empty()) return {};
  return std::string(text.in(language));
}

std::optional<report::Table> key_table(const bank::Item& item, text::Language language) {
  switch (item.type) {
    case bank::ItemType::single:
    case bank::ItemType::multiple:
    case bank::ItemType::truefalse:
      return choice_table(item, language);
    case bank::ItemType::order:
      return order_table(item, language);
    case bank::ItemType::match:
      return pair_table(item, language);
    case bank::ItemType::numeric:
      return report::table("number", {{"key", Kind::decimal}, {"tolerance", Kind::decimal}},
                           {{format_decimal(item.number.value), format_decimal(item.number.tolerance)}});
    case bank::ItemType::text: {
      const text::Differences& match = item.text.match;
      return report::table(
          "answers",
          {{"accept", Kind::list}, {"case", Kind::flag}, {"marks", Kind::flag}, {"spaces", Kind::flag}},
          {{item.text.accept, match.letter_case, match.marks, match.spaces}});
    }
    case bank::ItemType::essay:
      break;
  }
  return std::nullopt;
}

}  // namespace quiz::workflow
