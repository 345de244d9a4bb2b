// SPDX-License-Identifier: Apache-2.0
#include <tests/unit/ranking/awarded.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quiz::tests {
namespace {

std::string_view word(ranking::SkipReason reason) {
  switch (reason) {
    case ranking::SkipReason::barred:
      return "barred";
    case ranking::SkipReason::below_minimum:
      return "below minimum";
    case ranking::SkipReason::holds_seat:
      return "holds a seat";
    case ranking::SkipReason::decided:
      return "decided";
  }
  return "";
}

/// The award with what the list is of: `medal w1 officials small`.
std::string name(const contest::Contest& contest, const ranking::AwardList& list) {
  const contest::Award& award = contest.awards[list.award];
  std::string text = award.id.text;
  if (list.round) append(text, " ", contest.rounds[*list.round].id.text);
  if (list.track) append(text, " ", contest.tracks[*list.track].id.text);
  if (list.block) append(text, " ", award.blocks[*list.block].id);
  return text;
}

}  // namespace

void append(std::string& text, std::string_view separator, std::string_view part) {
  if (!text.empty()) text.append(separator);
  text.append(part);
}

std::string describe(const ranking::Field& field, const ranking::Tally& tally,
                     const ranking::AwardResult& result) {
  const auto list_name = [&](std::uint32_t no) { return name(field.contest, result.lists[no]); };
  const auto row_name = [&](const auto& row) {
    const contest::Award& award = field.contest.awards[result.lists[row.list].award];
    return list_name(row.list) + " " + award.prizes[row.prize].id.text;
  };
  const auto who = [&](std::uint32_t list, ranking::Rank rank) {
    return holder(field, tally, result.lists[list], rank);
  };
  std::string text;
  for (const ranking::Seat& seat : result.seats)
    append(text, "\n",
           row_name(seat) + ": " + std::to_string(seat.place) + " " + who(seat.list, seat.rank) +
               (seat.depends ? ", depends" : ""));
  for (const ranking::OpenTie& tie : result.open) {
    append(text, "\n", row_name(tie) + " open x" + std::to_string(tie.places) + ":");
    for (const ranking::Rank rank : tie.candidates) append(text, " ", who(tie.list, rank));
  }
  const auto add_vacancies = [&](const std::vector<ranking::Vacancy>& vacancies, const std::string& what) {
    for (const ranking::Vacancy& vacancy : vacancies)
      append(text, "\n", row_name(vacancy) + what + std::to_string(vacancy.places));
  };
  add_vacancies(result.vacant, " vacant x");
  add_vacancies(result.fallen, " fallen x");
  for (const ranking::Skip& skip : result.skipped) {
    append(text, "\n", list_name(skip.list) + " passed over " + who(skip.list, skip.rank));
    text += " (" + std::string(word(skip.reason)) + ")";
    if (skip.moved_up) text += ", " + who(skip.list, *skip.moved_up) + " moved up";
  }
  for (const std::size_t decision : result.lapsed)
    append(text, "\n", "decision " + std::to_string(decision + 1) + " lapsed");
  return text;
}

}  // namespace quiz::tests
