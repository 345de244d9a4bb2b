// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/traits.hpp>

#include <quizlib/roster/comparable.hpp>
#include <quizlib/text/spelling.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace quiz::roster {
namespace {

constexpr std::size_t kLeastDigits = 8;
/// A number with more names than this is that of an office, or made up.
constexpr std::size_t kMostNames = 10;

/// Whether a number can be told from a placeholder such as 0 or 999999999.
bool tells(std::string_view number) {
  return number.size() >= kLeastDigits && number.find_first_not_of(number.front()) != std::string_view::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a character of a folded number only sets it out: blanks, dots, hyphens, the apostrophe that
/// spreadsheets need.
bool separates(char c) {
  const bool is_letter = c >= 'a' && c <= 'z';
  return !is_letter && !is_digit(c) && static_cast<unsigned char>(c) < 0x80;
}

/// The words of a text in the order of their bytes.
std::string sorted_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::ranges::sort(words);
  std::string sorted;
  for (const std::string_view word : words) {
    if (!sorted.empty()) sorted.push_back(' ');
    sorted += word;
  }
  return sorted;
}

/// Gives equal texts one number. Numbers differ with the order of rows and are only compared for equality.
class Numbers {
 public:
  /// kNone for an empty text.
  [[nodiscard]] std::uint32_t of(std::string text) {
    if (text.empty()) return kNone;
    return numbers_.try_emplace(std::move(text), static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

  /// The texts by their numbers.
  [[nodiscard]] std::vector<std::string> texts() const {
    std::vector<std::string> result(numbers_.size());
    for (const auto& [text, number] : numbers_) result[number] = text;
    return result;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// Numbers names. Many people share one, so each is taken apart once.
class Names {
 public:
  [[nodiscard]] const NameForms& of(std::string_view cell) {
    const auto [found, is_new] = known_.try_emplace(cell);
    if (is_new) found->second = forms(cell);
    return found->second;
  }

  [[nodiscard]] std::vector<std::string> letters() const { return letters_.texts(); }

 private:
  [[nodiscard]] NameForms forms(std::string_view cell) {
    std::string spelling = text::spelling_key(cell);
    std::string words = sorted_words(spelling);
    // Marks may decide the order of words, so that they are sorted again.
    std::string letters = sorted_words(text::strip_marks(words));
    NameForms forms;
    forms.has_marks = text::strip_marks(words) != words;
    forms.folded = folded_.of(text::fold(cell));
    forms.spelling = spellings_.of(std::move(spelling));
    forms.words = words_.of(std::move(words));
    forms.letters = letters_.of(std::move(letters));
    return forms;
  }

  std::unordered_map<std::string_view, NameForms> known_;
  Numbers folded_;
  Numbers spellings_;
  Numbers words_;
  Numbers letters_;
};

/// The values of a trait that come with more names than one human's, or one family's.
std::vector<bool> find_shared(const std::vector<Traits>& registrations, std::uint32_t Traits::*trait) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> named;  // value and name
  for (const Traits& traits : registrations) {
    if (traits.*trait != kNone) named.emplace_back(traits.*trait, traits.name.letters);
  }
  std::ranges::sort(named);
  named.erase(std::unique(named.begin(), named.end()), named.end());
  std::vector<std::size_t> names(named.empty() ? 0 : named.back().first + std::size_t{1});
  for (const auto& value_and_name : named) ++names[value_and_name.first];
  std::vector<bool> shared(names.size());
  for (std::size_t value = 0; value < names.size(); ++value) shared[value] = names[value] > kMostNames;
  return shared;
}

void forget_shared_numbers(std::vector<Traits>& registrations) {
  const std::vector<bool> phones = find_shared(registrations, &Traits::phone);
  const std::vector<bool> national_ids = find_shared(registrations, &Traits::national_id);
  for (Traits& traits : registrations) {
    if (traits.phone != kNone && phones[traits.phone]) traits.phone = kNone;
    if (traits.national_id == kNone || !national_ids[traits.national_id]) continue;
    traits.national_id = traits.national_id_begin = traits.national_id_end = kNone;
  }
}

/// A column of the roster, empty cells where it has none.
class Cells {
 public:
  Cells(const Roster& roster, std::string_view name) {
    if (const std::uint32_t at = roster.column(name); at != kNone) column_ = &roster.columns[at];
  }
  [[nodiscard]] std::string_view operator[](EntrantNo row) const {
    return column_ == nullptr ? std::string_view() : (*column_)[row];
  }

 private:
  const TextColumn* column_ = nullptr;
};

}  // namespace

std::string phone_key(std::string_view written) {
  std::string number = national_phone(written);
  struct Country {
    std::string_view code;
    std::size_t digits;
  };
  constexpr std::array<Country, 2> kNeighbours{{{"66", 9}, {"856", 10}}};
  for (const Country& country : kNeighbours) {
    if (!number.starts_with(country.code) || number.size() != country.code.size() + country.digits) continue;
    number.replace(0, country.code.size(), "0");
  }
  const bool lost_zero = number.size() == 9 || number.size() == 10;
  if (lost_zero && number.front() != '0') number = national_phone('0' + number);
  return tells(number) ? number : std::string();
}

std::string national_id_key(std::string_view written) {
  std::string key = latin_digits(text::fold(text::nfkc(written)));
  std::erase_if(key, separates);
  if (!tells(key)) return {};
  if (!std::ranges::all_of(key, is_digit)) return key;
  const std::size_t full = key.size() == 10 || key.size() == 11 ? 12 : key.size() == 8 ? 9 : key.size();
  return std::string(full - key.size(), '0') + key;
}

RosterTraits find_traits(const Roster& roster) {
  const Cells names(roster, "name");
  const Cells phones(roster, "phone");
  const Cells national_ids(roster, "national_id");
  const Cells birth_dates(roster, "birth_date");
  const Cells groups(roster, "group");
  Names name_forms;
  Numbers phone_numbers;
  Numbers id_numbers;
  Numbers id_parts;
  Numbers group_numbers;

  RosterTraits result;
  result.of_entrant.resize(roster.size());
  for (EntrantNo row = 0; row < roster.size(); ++row) {
    Traits& traits = result.of_entrant[row];
    traits.name = name_forms.of(names[row]);
    traits.phone = phone_numbers.of(phone_key(phones[row]));
    traits.birth_date = parse_date(birth_dates[row]);
    // No text begins with NUL: tables refuse control characters.
    traits.group = group_numbers.of(roster.group[row] == kNone ? comparable("group", groups[row])
                                                               : '\0' + std::to_string(roster.group[row]));
    const std::string id = national_id_key(national_ids[row]);
    if (id.empty()) continue;
    const std::size_t half = id.size() / 2;
    traits.national_id_begin = id_parts.of(id.substr(0, half));
    traits.national_id_end = id_parts.of('\0' + id.substr(half + 1));
    traits.national_id = id_numbers.of(id);
  }
  forget_shared_numbers(result.of_entrant);
  result.letters = name_forms.letters();
  result.national_ids = id_numbers.texts();
  return result;
}

}  // namespace quiz::roster
