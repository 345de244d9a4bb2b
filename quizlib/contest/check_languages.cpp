// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check_parts.hpp>

#include <quizlib/bank/localized.hpp>

#include <algorithm>
#include <cstddef>

namespace quiz::contest {
namespace {

bool is_there(const text::Localized& text, text::Language language) {
  return text.has(language) || !bank::needs_translation(text);
}

bool is_complete(const bank::Item& item, text::Language language) {
  const auto choice_is = [&](const bank::Choice& choice) { return is_there(choice.text, language); };
  const auto pair_is = [&](const bank::Pair& pair) {
    return is_there(pair.left, language) && is_there(pair.right, language);
  };
  return is_there(item.stem, language) && std::ranges::all_of(item.choices, choice_is) &&
         std::ranges::all_of(item.pairs, pair_is);
}

void check_bank(const Contest& contest, const Items& items, std::uint32_t bank, Diagnostics& diagnostics) {
  for (const text::Language language : contest.languages) {
    std::uint64_t missing = 0;
    for (ItemNo item = items.first(bank); item < items.first(bank + 1); ++item)
      if (items[item].status == bank::Status::active && !is_complete(items[item], language)) ++missing;
    if (missing == 0) continue;
    diagnostics.warning(contest.banks[bank].place,
                        Message("contest.bank-language-missing", {{"bank", contest.banks[bank].name},
                                                                  {"language", text::language_code(language)},
                                                                  {"count", missing}}));
  }
}

void check_text(const Contest& contest, const text::Localized& text, const Place& place,
                std::string_view field, Diagnostics& diagnostics) {
  for (const text::Language language : contest.languages) {
    if (text.has(language)) continue;
    diagnostics.warning(place, Message("contest.text-missing",
                                       {{"field", field}, {"language", text::language_code(language)}}));
  }
}

/// A text that may be left out, then in all languages.
void check_optional(const Contest& contest, const text::Localized& text, const Place& place,
                    std::string_view field, Diagnostics& diagnostics) {
  if (!text.empty()) check_text(contest, text, place, field, diagnostics);
}

}  // namespace

void check_languages(const Contest& contest, const Items& items, Diagnostics& diagnostics) {
  check_text(contest, contest.title, contest.places.title, "title", diagnostics);
  check_optional(contest, contest.organizer, contest.places.organizer, "organizer", diagnostics);
  for (const Track& track : contest.tracks)
    check_optional(contest, track.title, track.place, "title", diagnostics);
  for (const Round& round : contest.rounds)
    check_optional(contest, round.title, round.place, "title", diagnostics);
  for (const Award& award : contest.awards) {
    check_optional(contest, award.title, award.place, "title", diagnostics);
    for (const Prize& prize : award.prizes)
      check_text(contest, prize.title, prize.place, "title", diagnostics);
  }
  for (std::uint32_t bank = 0; bank < contest.banks.size(); ++bank)
    check_bank(contest, items, bank, diagnostics);
}

}  // namespace quiz::contest
