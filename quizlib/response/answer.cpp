// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/answer.hpp>

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/trim.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <string>
#include <utility>

namespace quiz::response {
namespace {

/// No choice: what the text names is none.
constexpr AnswerCode kNoChoice = 0;

AnswerCode bit(std::size_t choice) { return static_cast<AnswerCode>(1U << choice); }

/// Choices, or one side of pairs, as the entrant saw them.
struct Shown {
  const paper::Positions& positions;
  std::size_t count;

  /// The one shown n-th, 0-based; none where there are fewer.
  [[nodiscard]] AnswerCode at(std::size_t n) const { return n < count ? bit(positions[n]) : kNoChoice; }
};

Shown choices_of(const paper::PaperItem& shown) { return {shown.choices, shown.choice_count}; }

AnswerCode by_letter(std::string_view text, const Shown& shown) {
  if (text.size() != 1) return kNoChoice;
  const char c = text.front();
  if (c >= 'A' && c <= 'Z') return shown.at(static_cast<std::size_t>(c - 'A'));
  if (c >= 'a' && c <= 'z') return shown.at(static_cast<std::size_t>(c - 'a'));
  return kNoChoice;
}

AnswerCode by_number(std::string_view text, const Shown& shown) {
  std::size_t n = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (failed != std::errc() || end != text.data() + text.size() || n == 0) return kNoChoice;
  return shown.at(n - 1);
}

AnswerCode by_id(std::string_view text, const bank::Item& item) {
  for (std::size_t i = 0; i < item.choices.size(); ++i) {
    if (item.choices[i].id == text) return bit(i);
  }
  // Spreadsheets write TRUE and FALSE.
  if (item.type != bank::ItemType::truefalse) return kNoChoice;
  if (text == "TRUE") return bit(0);
  return text == "FALSE" ? bit(1) : kNoChoice;
}

/// What platforms write for the two answers of a truefalse item.
AnswerCode by_truth_word(std::string_view folded) {
  static constexpr std::array<std::string_view, 4> kTrue{"true", "đúng", "ถูก", "ຖືກ"};
  static constexpr std::array<std::string_view, 4> kFalse{"false", "sai", "ผิด", "ຜິດ"};
  for (const std::string_view word : kTrue) {
    if (folded == text::fold(word)) return bit(0);
  }
  for (const std::string_view word : kFalse) {
    if (folded == text::fold(word)) return bit(1);
  }
  return kNoChoice;
}

/// The part of the item with that text in any language. Capitals and blanks decide only where two differ in
/// nothing else; a text that two share names neither.
template <class Part>
AnswerCode by_text(std::string_view written, const std::vector<Part>& parts, text::Localized Part::*text) {
  const std::string folded = text::fold(written);
  const std::string exact = text::nfc(written);
  AnswerCode alike = 0;
  AnswerCode same = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (const auto& [language, words] : (parts[i].*text).texts) {
      if (text::fold(words) != folded) continue;
      alike |= bit(i);
      if (text::nfc(words) == exact) same |= bit(i);
    }
  }
  const AnswerCode named = same != 0 ? same : alike;
  return std::has_single_bit(named) ? named : kNoChoice;
}

AnswerCode one_choice(std::string_view text, const bank::Item& item, const paper::PaperItem& shown,
                      AnswerForm form) {
  switch (form) {
    case AnswerForm::ids:
      return by_id(text, item);
    case AnswerForm::letters:
      return by_letter(text, choices_of(shown));
    case AnswerForm::numbers:
      return by_number(text, choices_of(shown));
    case AnswerForm::texts:
      return item.type == bank::ItemType::truefalse ? by_truth_word(text::fold(text))
                                                    : by_text(text, item.choices, &bank::Choice::text);
  }
  return kNoChoice;
}

/// Call `use` with each choice that stands between `;`. False where one is none.
template <class Use>
bool each_choice(std::string_view text, const bank::Item& item, const paper::PaperItem& shown,
                 AnswerForm form, const Use& use) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const AnswerCode choice = one_choice(trim(text.substr(begin, end - begin)), item, shown, form);
    if (choice == kNoChoice) return false;
    use(choice);
    begin = end + 1;
  }
  return true;
}

/// The same for letters one after the other, with or without `;`, commas and blanks between them.
template <class Use>
bool each_letter(std::string_view text, const paper::PaperItem& shown, const Use& use) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ';' || text[i] == ',' || text[i] == ' ') continue;
    const AnswerCode choice = by_letter(text.substr(i, 1), choices_of(shown));
    if (choice == kNoChoice) return false;
    use(choice);
  }
  return true;
}

/// A side of the pairs of a match item. They have no ids but their numbers in the file.
AnswerCode one_side(std::string_view text, const bank::Item& item, const paper::Positions& shown,
                    text::Localized bank::Pair::*side, AnswerForm form) {
  static constexpr paper::Positions kAsInFile{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  const std::size_t count = item.pairs.size();
  switch (form) {
    case AnswerForm::ids:
      return by_number(text, {kAsInFile, count});
    case AnswerForm::letters:
      return by_letter(text, {shown, count});
    case AnswerForm::numbers:
      return by_number(text, {shown, count});
    case AnswerForm::texts:
      return by_text(text, item.pairs, side);
  }
  return kNoChoice;
}

std::uint8_t position(AnswerCode single) { return static_cast<std::uint8_t>(std::countr_zero(single)); }

/// `LEFT=RIGHT`, where texts may hold a `=` of their own.
std::optional<Match> one_match(std::string_view text, const bank::Item& item, const paper::PaperItem& shown,
                               AnswerForm form) {
  for (std::size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
    const AnswerCode left = one_side(trim(text.substr(0, at)), item, shown.choices, &bank::Pair::left, form);
    const AnswerCode right =
        one_side(trim(text.substr(at + 1)), item, shown.rights, &bank::Pair::right, form);
    if (left != kNoChoice && right != kNoChoice) return Match{position(left), position(right)};
  }
  return std::nullopt;
}

void append_part(std::string& text, std::string_view part) {
  if (!text.empty()) text.push_back(';');
  text.append(part);
}

}  // namespace

AnswerCode parse_answer(std::string_view text, const bank::Item& item, const paper::PaperItem& shown,
                        AnswerForm form) {
  if (const AnswerCode code = one_choice(text, item, shown, form); code != kNoChoice) return code;
  AnswerCode mask = 0;
  const auto add = [&mask](AnswerCode choice) { mask |= choice; };
  const bool is_answer =
      form == AnswerForm::letters ? each_letter(text, shown, add) : each_choice(text, item, shown, form, add);
  return is_answer ? mask : kNoChoice;
}

std::optional<std::vector<std::uint8_t>> parse_order(std::string_view text, const bank::Item& item,
                                                     const paper::PaperItem& shown, AnswerForm form) {
  std::vector<std::uint8_t> order;
  const auto add = [&order](AnswerCode choice) { order.push_back(position(choice)); };
  const bool is_answer =
      form == AnswerForm::letters ? each_letter(text, shown, add) : each_choice(text, item, shown, form, add);
  if (!is_answer || order.empty()) return std::nullopt;
  return order;
}

std::optional<std::vector<Match>> parse_matches(std::string_view text, const bank::Item& item,
                                                const paper::PaperItem& shown, AnswerForm form) {
  std::vector<Match> matches;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const std::optional<Match> match = one_match(text.substr(begin, end - begin), item, shown, form);
    if (!match) return std::nullopt;
    matches.push_back(*match);
    begin = end + 1;
  }
  return matches;
}

std::string choices_text(const bank::Item& item, AnswerCode mask) {
  std::string text;
  for (std::size_t i = 0; i < item.choices.size(); ++i) {
    if ((mask & bit(i)) != 0) append_part(text, item.choices[i].id);
  }
  return text;
}

std::string order_text(const bank::Item& item, std::span<const std::uint8_t> order) {
  std::string text;
  for (const std::uint8_t choice : order) append_part(text, item.choices[choice].id);
  return text;
}

std::string matches_text(std::vector<Match> matches) {
  std::ranges::sort(matches, {}, &Match::left);
  std::string text;
  for (const Match& match : matches)
    append_part(text, std::to_string(match.left + 1) + '=' + std::to_string(match.right + 1));
  return text;
}

std::string key_text(const bank::Item& item) {
  std::string text;
  switch (item.type) {
    case bank::ItemType::single:
    case bank::ItemType::multiple:
    case bank::ItemType::truefalse:
      return choices_text(item, item.key_mask());
    case bank::ItemType::numeric:
      text = format_decimal(item.number.value);
      if (item.number.tolerance != Decimal{}) text += " ± " + format_decimal(item.number.tolerance);
      return text;
    case bank::ItemType::text:
      for (const std::string& accepted : item.text.accept) append_part(text, accepted);
      return text;
    case bank::ItemType::order:
      for (const bank::Choice& choice : item.choices) append_part(text, choice.id);
      return text;
    case bank::ItemType::match:
      for (std::size_t i = 1; i <= item.pairs.size(); ++i)
        append_part(text, std::to_string(i) + '=' + std::to_string(i));
      return text;
    case bank::ItemType::essay:
      break;
  }
  return text;
}

std::string answer_text(const bank::Item& item, AnswerCode code, std::span<const std::string> list) {
  if (code == 0) return {};
  return is_listed(item.type) ? list[code - 1] : choices_text(item, code);
}

Hash128 sheet_digest(const HashKey& key, std::string_view entrant, std::string_view round,
                     std::int64_t submitted, std::span<const ItemNo> items, std::span<const AnswerCode> codes,
                     const TextColumn& listed, std::size_t first) {
  static thread_local std::string bytes;
  bytes.clear();
  const auto put = [](const void* data, std::size_t size) {
    bytes.append(static_cast<const char*>(data), size);
  };
  bytes.append(entrant).push_back('\0');
  bytes.append(round).push_back('\0');
  put(&submitted, sizeof submitted);
  put(items.data(), items.size_bytes());
  // The code of a listed answer is 1 here, and masks have 16 bits.
  std::size_t at = bytes.size();
  bytes.resize(at + codes.size() * sizeof(std::uint16_t));
  for (const AnswerCode code : codes) {
    const auto word = static_cast<std::uint16_t>(code);
    std::memcpy(bytes.data() + at, &word, sizeof word);
    at += sizeof word;
  }
  for (std::size_t i = first; i < listed.size(); ++i) {
    const auto length = static_cast<std::uint32_t>(listed[i].size());
    put(&length, sizeof length);
    bytes.append(listed[i]);
  }
  return keyed_hash(key, bytes);
}

}  // namespace quiz::response
