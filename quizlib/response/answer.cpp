// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/row.hpp>

#include <quizlib/base/trim.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <string>

namespace quiz::response {
namespace {

/// No choice: what the text names is none.
constexpr AnswerCode kNoChoice = 0;

AnswerCode bit(std::size_t choice) { return static_cast<AnswerCode>(1U << choice); }

/// The choice shown n-th, 0-based; none where there are fewer.
AnswerCode shown_at(std::size_t n, const paper::PaperItem& shown) {
  if (n >= shown.choice_count) return kNoChoice;
  return bit(shown.choices[n]);
}

AnswerCode by_letter(std::string_view text, const paper::PaperItem& shown) {
  if (text.size() != 1) return kNoChoice;
  const char c = text.front();
  if (c >= 'A' && c <= 'Z') return shown_at(static_cast<std::size_t>(c - 'A'), shown);
  if (c >= 'a' && c <= 'z') return shown_at(static_cast<std::size_t>(c - 'a'), shown);
  return kNoChoice;
}

AnswerCode by_number(std::string_view text, const paper::PaperItem& shown) {
  std::size_t n = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (failed != std::errc() || end != text.data() + text.size() || n == 0) return kNoChoice;
  return shown_at(n - 1, shown);
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

/// The choice with that text in any language. Capitals and blanks decide only where two choices differ in
/// nothing else; a text that two choices share names neither.
AnswerCode by_text(std::string_view written, const bank::Item& item) {
  const std::string folded = text::fold(written);
  if (item.type == bank::ItemType::truefalse) return by_truth_word(folded);
  const std::string exact = text::nfc(written);
  AnswerCode alike = 0;
  AnswerCode same = 0;
  for (std::size_t i = 0; i < item.choices.size(); ++i) {
    for (const auto& [language, choice] : item.choices[i].text.texts) {
      if (text::fold(choice) != folded) continue;
      alike |= bit(i);
      if (text::nfc(choice) == exact) same |= bit(i);
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
      return by_letter(text, shown);
    case AnswerForm::numbers:
      return by_number(text, shown);
    case AnswerForm::texts:
      return by_text(text, item);
  }
  return kNoChoice;
}

/// Letters one after the other, with or without `;`, commas and blanks between them.
AnswerCode several_letters(std::string_view text, const paper::PaperItem& shown) {
  AnswerCode code = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ';' || text[i] == ',' || text[i] == ' ') continue;
    const AnswerCode choice = by_letter(text.substr(i, 1), shown);
    if (choice == kNoChoice) return kNoChoice;
    code |= choice;
  }
  return code;
}

/// Several choices joined by `;`.
AnswerCode several_choices(std::string_view text, const bank::Item& item, const paper::PaperItem& shown,
                           AnswerForm form) {
  AnswerCode code = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const AnswerCode choice = one_choice(trim(text.substr(begin, end - begin)), item, shown, form);
    if (choice == kNoChoice) return kNoChoice;
    code |= choice;
    begin = end + 1;
  }
  return code;
}

}  // namespace

AnswerCode parse_answer(std::string_view text, const bank::Item& item, const paper::PaperItem& shown,
                        AnswerForm form) {
  if (const AnswerCode code = one_choice(text, item, shown, form); code != kNoChoice) return code;
  return form == AnswerForm::letters ? several_letters(text, shown)
                                     : several_choices(text, item, shown, form);
}

Hash128 sheet_digest(const HashKey& key, std::string_view entrant, std::string_view round,
                     std::int64_t submitted, std::span<const ItemNo> items,
                     std::span<const AnswerCode> codes) {
  static thread_local std::string bytes;
  bytes.clear();
  const auto put = [](const void* data, std::size_t size) {
    bytes.append(static_cast<const char*>(data), size);
  };
  bytes.append(entrant).push_back('\0');
  bytes.append(round).push_back('\0');
  put(&submitted, sizeof submitted);
  put(items.data(), items.size_bytes());
  put(codes.data(), codes.size_bytes());
  return keyed_hash(key, bytes);
}

}  // namespace quiz::response
