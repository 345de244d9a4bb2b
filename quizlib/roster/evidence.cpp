// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/evidence.hpp>

#include <quizlib/base/nearest.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace quiz::roster {
namespace {

struct Weight {
  std::string_view code;
  int points;
};

/// Beside Evidence. A name and a birth date, a phone or nearly a national id reach kProposedFrom together,
/// neither does alone; the national id of somebody with another name just reaches it.
constexpr std::array<Weight, 19> kWeights{{
    {"", 0},
    {"same-name", 40},
    {"name-spelling", 40},
    {"name-other-order", 35},
    {"name-without-marks", 30},
    {"name-other-marks", 15},
    {"near-name", 10},
    {"other-name", -20},
    {"same-national-id", 70},
    {"near-national-id", 20},
    {"other-national-id", -15},
    {"same-phone", 25},
    {"same-birth-date", 20},
    {"same-january-1", 10},
    {"swapped-birth-date", 10},
    {"uncertain-birth-date", 5},
    {"other-birth-date", -10},
    {"same-group", 5},
    {"other-group", 0},
}};
static_assert(kWeights.size() == static_cast<std::size_t>(Evidence::other_group) + 1);

const Weight& weight(Evidence evidence) { return kWeights[static_cast<std::size_t>(evidence)]; }

/// Whether one typing error turns one text into the other. Needs two different texts.
bool is_near(const std::string& a, const std::string& b) { return typing_errors(a, b) == 1; }

Evidence compare_names(const RosterTraits& traits, const NameForms& a, const NameForms& b) {
  if (a.folded == kNone || b.folded == kNone) return Evidence::none;
  if (a.folded == b.folded) return Evidence::same_name;
  if (a.spelling == b.spelling) return Evidence::name_spelling;
  if (a.words == b.words) return Evidence::name_other_order;
  if (a.letters == b.letters)
    return a.has_marks && b.has_marks ? Evidence::name_other_marks : Evidence::name_without_marks;
  if (a.letters == kNone || b.letters == kNone) return Evidence::other_name;
  return is_near(traits.letters[a.letters], traits.letters[b.letters]) ? Evidence::near_name
                                                                       : Evidence::other_name;
}

Evidence compare_national_ids(const RosterTraits& traits, std::uint32_t a, std::uint32_t b) {
  if (a == kNone || b == kNone) return Evidence::none;
  if (a == b) return Evidence::same_national_id;
  const std::string& id_a = traits.national_ids[a];
  const std::string& id_b = traits.national_ids[b];
  if (is_near(id_a, id_b)) return Evidence::near_national_id;
  return id_a.size() == id_b.size() ? Evidence::other_national_id : Evidence::none;
}

unsigned month(Date date) { return static_cast<unsigned>(date.month()); }
unsigned day(Date date) { return static_cast<unsigned>(date.day()); }

/// Whether `date` may be all that somebody knew of `exact`.
bool stands_for(Date date, Date exact) {
  if (date.year() != exact.year() || day(date) != 1) return false;
  return month(date) == 1 || month(date) == month(exact);
}

Evidence compare_birth_dates(const std::optional<Date>& a, const std::optional<Date>& b) {
  if (!a || !b) return Evidence::none;
  if (*a == *b) return month(*a) == 1 && day(*a) == 1 ? Evidence::same_january_1 : Evidence::same_birth_date;
  if (a->year() == b->year() && month(*a) == day(*b) && day(*a) == month(*b))
    return Evidence::swapped_birth_date;
  if (stands_for(*a, *b) || stands_for(*b, *a)) return Evidence::uncertain_birth_date;
  return Evidence::other_birth_date;
}

Evidence compare_groups(std::uint32_t a, std::uint32_t b) {
  if (a == kNone || b == kNone) return Evidence::none;
  return a == b ? Evidence::same_group : Evidence::other_group;
}

}  // namespace

std::string_view evidence_code(Evidence evidence) { return weight(evidence).code; }

int evidence_score(const EvidenceList& list) {
  int score = 0;
  for (const Evidence evidence : list) score += weight(evidence).points;
  return std::clamp(score, 0, 100);
}

EvidenceList compare(const RosterTraits& traits, EntrantNo a, EntrantNo b) {
  const Traits& left = traits[a];
  const Traits& right = traits[b];
  const bool same_phone = left.phone != kNone && left.phone == right.phone;
  return {compare_names(traits, left.name, right.name),
          compare_national_ids(traits, left.national_id, right.national_id),
          same_phone ? Evidence::same_phone : Evidence::none,
          compare_birth_dates(left.birth_date, right.birth_date), compare_groups(left.group, right.group)};
}

}  // namespace quiz::roster
