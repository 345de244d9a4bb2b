// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/roster/roster.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::roster {

/// A name in its forms, from the strictest to the loosest. Two names equal in one form are equal in all
/// looser ones. A number is that of a distinct text, and means nothing else.
struct NameForms {
  std::uint32_t folded = kNone;
  std::uint32_t spelling = kNone;  ///< one for all spellings of the same name (`text::spelling_key`)
  std::uint32_t words = kNone;     ///< that, in any order of its words
  std::uint32_t letters = kNone;   ///< that, without marks
  bool has_marks = false;
};

/// What a registration says about the human behind it, ready to be compared: kNone and nothing where it says
/// nothing.
struct Traits {
  NameForms name;
  std::uint32_t phone = kNone;
  std::uint32_t national_id = kNone;
  std::uint32_t national_id_begin = kNone;  ///< two parts of it, of which one wrong digit, or two neighbours
  std::uint32_t national_id_end = kNone;    ///< swapped, change one only
  std::uint32_t group = kNone;
  std::optional<Date> birth_date;
};

/// The traits of all registrations, beside the roster's rows.
struct RosterTraits {
  std::vector<Traits> of_entrant;
  std::vector<std::string> letters;       ///< by NameForms::letters
  std::vector<std::string> national_ids;  ///< by Traits::national_id

  [[nodiscard]] const Traits& operator[](EntrantNo entrant) const { return of_entrant[entrant]; }
};

/// The phone number as people compare it: `national_phone`, +66 (Thailand) and +856 (Laos) as a zero too, and
/// the zero back that a spreadsheet took away. Empty for what is no number: under eight digits, or one digit
/// over and over.
[[nodiscard]] std::string phone_key(std::string_view written);

/// The letters and digits of an identity number, folded, Thai and Lao digits as Latin ones, with the zeros
/// back that a spreadsheet took from a Vietnamese number of 12 or 9 digits. Empty for what is no number, as
/// with phones. Needs well-formed UTF-8.
[[nodiscard]] std::string national_id_key(std::string_view written);

/// Work out the traits of every row from the columns name, phone, national_id, birth_date and group. A known
/// group counts by what it is, an unknown one by its text. A phone or a national id with more than ten names,
/// marks and order aside, is that of an office or made up, and is left out.
[[nodiscard]] RosterTraits find_traits(const Roster& roster);

}  // namespace quiz::roster
