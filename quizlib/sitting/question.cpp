// SPDX-License-Identifier: Apache-2.0
#include <quizlib/sitting/question.hpp>

#include <quizlib/base/trim.hpp>
#include <quizlib/base/utf8.hpp>
#include <quizlib/response/answer.hpp>
#include <quizlib/text/numbers.hpp>

#include <algorithm>
#include <bit>
#include <span>

namespace quiz::sitting {
namespace {

using bank::ItemType;
using response::AnswerForm;

char letter(std::size_t position) { return static_cast<char>('a' + position); }

std::span<const std::uint8_t> choices_of(const paper::PaperItem& shown) {
  return std::span(shown.choices).first(shown.choice_count);
}

std::span<const std::uint8_t> rights_of(const paper::PaperItem& shown) {
  return std::span(shown.rights).first(shown.choice_count);
}

/// Where a choice or pair is shown.
std::uint8_t place_of(std::uint8_t part, std::span<const std::uint8_t> shown) {
  return static_cast<std::uint8_t>(std::ranges::find(shown, part) - shown.begin());
}

bool has_repeats(std::vector<std::uint8_t> values) {
  std::ranges::sort(values);
  return std::ranges::adjacent_find(values) != values.end();
}

/// `1=b` as `a=b`, the form that letters have in tables.
std::string lettered_pairs(std::string_view typed) {
  std::string pairs;
  bool is_left = true;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const char c = typed[i] == ',' ? ';' : typed[i];
    if (c == '=' || c == ';') is_left = c == ';';
    if (!is_left || c < '0' || c > '9') {
      pairs.push_back(c);
      continue;
    }
    std::size_t number = 0;
    for (; i < typed.size() && typed[i] >= '0' && typed[i] <= '9'; ++i)
      number = std::min<std::size_t>(number * 10 + static_cast<std::size_t>(typed[i] - '0'), 100);
    --i;
    pairs.push_back(number >= 1 && number <= bank::Item::kMostChoices ? letter(number - 1) : '?');
  }
  return pairs;
}

std::optional<std::string> read_choices(std::string_view typed, const bank::Item& item,
                                        const paper::PaperItem& shown) {
  const response::AnswerCode mask = response::parse_answer(typed, item, shown, AnswerForm::letters);
  const std::string answer = response::choices_text(item, mask);
  if (answer.empty()) return std::nullopt;
  if (item.type != ItemType::multiple && !std::has_single_bit(mask)) return std::nullopt;
  return answer;
}

std::optional<std::string> read_order(std::string_view typed, const bank::Item& item,
                                      const paper::PaperItem& shown) {
  const auto order = response::parse_order(typed, item, shown, AnswerForm::letters);
  if (!order || order->size() != shown.choice_count || has_repeats(*order)) return std::nullopt;
  return response::order_text(item, *order);
}

std::optional<std::string> read_matches(std::string_view typed, const bank::Item& item,
                                        const paper::PaperItem& shown) {
  const auto matches = response::parse_matches(lettered_pairs(typed), item, shown, AnswerForm::letters);
  if (!matches) return std::nullopt;
  std::vector<std::uint8_t> lefts;
  for (const response::Match& match : *matches) lefts.push_back(match.left);
  if (has_repeats(lefts)) return std::nullopt;
  return response::matches_text(*matches);
}

}  // namespace

bool is_typed(ItemType type) {
  return type == ItemType::numeric || type == ItemType::text || type == ItemType::essay;
}

bool is_number(std::string_view typed) { return text::parse_number(trim(typed)).has_value(); }

Question question_of(const bank::Item& item, const paper::PaperItem& shown, text::Language language) {
  Question question;
  question.type = item.type;
  question.stem = item.stem.in(language);
  if (item.media) question.picture = item.media->alt.in(language);
  if (item.type == ItemType::match) {
    for (const std::uint8_t pair : choices_of(shown))
      question.choices.push_back(item.pairs[pair].left.in(language));
    for (const std::uint8_t pair : rights_of(shown))
      question.rights.push_back(item.pairs[pair].right.in(language));
  } else if (item.type != ItemType::truefalse) {
    for (const std::uint8_t choice : choices_of(shown))
      question.choices.push_back(item.choices[choice].text.in(language));
  }
  return question;
}

std::optional<std::string> read_typed(std::string_view typed, const bank::Item& item,
                                      const paper::PaperItem& shown) {
  typed = trim(typed);
  if (typed.empty() || !is_clean(typed)) return std::nullopt;
  if (is_typed(item.type))
    return typed.size() <= response::kLongestAnswer ? std::optional(std::string(typed)) : std::nullopt;
  if (item.type == ItemType::order) return read_order(typed, item, shown);
  if (item.type == ItemType::match) return read_matches(typed, item, shown);
  return read_choices(typed, item, shown);
}

std::vector<std::uint8_t> picks_of(std::string_view answer, const bank::Item& item,
                                   const paper::PaperItem& shown) {
  std::vector<std::uint8_t> picks;
  if (item.type == ItemType::match) {
    picks.resize(shown.choice_count);
    if (answer.empty()) return picks;
    const auto matches = response::parse_matches(answer, item, shown, AnswerForm::ids);
    for (const response::Match& match : matches.value())
      picks[place_of(match.left, choices_of(shown))] =
          static_cast<std::uint8_t>(place_of(match.right, rights_of(shown)) + 1);
  } else if (answer.empty() || is_typed(item.type)) {
    return picks;
  } else if (item.type == ItemType::order) {
    const auto order = response::parse_order(answer, item, shown, AnswerForm::ids);
    for (const std::uint8_t choice : order.value()) picks.push_back(place_of(choice, choices_of(shown)));
  } else {
    const response::AnswerCode mask = response::parse_answer(answer, item, shown, AnswerForm::ids);
    for (std::uint8_t place = 0; place < shown.choice_count; ++place)
      if ((mask >> shown.choices[place] & 1U) != 0) picks.push_back(place);
  }
  return picks;
}

std::string answer_of(const std::vector<std::uint8_t>& picks, const bank::Item& item,
                      const paper::PaperItem& shown) {
  if (item.type == ItemType::match) {
    std::vector<response::Match> matches;
    for (std::size_t left = 0; left < picks.size(); ++left)
      if (picks[left] != 0)
        matches.push_back({shown.choices[left], shown.rights[picks[left] - std::size_t{1}]});
    return response::matches_text(matches);
  }
  if (item.type == ItemType::order) {
    std::vector<std::uint8_t> order;
    for (const std::uint8_t place : picks) order.push_back(shown.choices[place]);
    return response::order_text(item, order);
  }
  response::AnswerCode mask = 0;
  for (const std::uint8_t place : picks) mask |= response::AnswerCode{1} << shown.choices[place];
  return response::choices_text(item, mask);
}

std::string written(std::string_view answer, const bank::Item& item, const paper::PaperItem& shown) {
  if (is_typed(item.type)) return std::string(answer);
  const std::vector<std::uint8_t> picks = picks_of(answer, item, shown);
  std::string text;
  for (std::size_t i = 0; i < picks.size(); ++i) {
    if (item.type == ItemType::match && picks[i] == 0) continue;
    if (!text.empty()) text.push_back(',');
    if (item.type == ItemType::match)
      text.append(std::to_string(i + 1)).append("=").push_back(letter(picks[i] - std::size_t{1}));
    else
      text.push_back(letter(picks[i]));
  }
  return text;
}

std::optional<std::string> read_prediction(std::string_view typed, bool is_percent) {
  typed = trim(typed);
  const bool fits =
      is_percent ? text::parse_percent(typed).has_value() : text::parse_count(typed).has_value();
  return fits ? std::optional(std::string(typed)) : std::nullopt;
}

}  // namespace quiz::sitting
