// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/moments.hpp>

#include <quizlib/base/instant.hpp>

#include <optional>

namespace quiz::ranking {

std::vector<std::int64_t> registered_moments(const Field& field) {
  const std::uint32_t column = field.roster.column("registered_at");
  if (column == kNone) return {};
  std::vector<std::int64_t> moments(field.roster.size(), kMissing);
  for (EntrantNo entrant = 0; entrant < moments.size(); ++entrant) {
    const std::optional<WrittenTime> written = parse_time(field.roster.columns[column][entrant]);
    if (written) moments[entrant] = field.contest.zone.at(*written).time_since_epoch().count();
  }
  return moments;
}

std::vector<std::int64_t> first_submissions(const Field& field) {
  std::vector<std::int64_t> moments(field.roster.size(), kMissing);
  for (const scoring::ScoredSheet& sheet : field.sheets) {
    if (sheet.entrant == kNone || sheet.submitted == kMissing) continue;
    std::int64_t& first = moments[sheet.entrant];
    if (first == kMissing || sheet.submitted < first) first = sheet.submitted;
  }
  return moments;
}

}  // namespace quiz::ranking
