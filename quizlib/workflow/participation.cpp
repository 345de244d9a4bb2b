// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/lists.hpp>

#include <quizlib/ranking/group_figures.hpp>
#include <quizlib/workflow/chosen.hpp>
#include <quizlib/workflow/group_lines.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;

/// Counts the kept sheets of groups by the share of the maximum that they reach.
class Bands {
 public:
  Bands(const Results& results, const ranking::Scope& scope)
      : results_(results),
        bands_(results.contest().publish.bands),
        counts_(results.field().groups.size(), std::vector<std::uint64_t>(bands_.size() + 1)) {
    if (bands_.empty()) return;
    for (const RoundNo round : scope.rounds) count(round, scope);
  }

  [[nodiscard]] std::vector<report::Column> columns() const {
    std::vector<report::Column> columns;
    if (bands_.empty()) return columns;
    columns.push_back({"kept_sheets", Kind::count});
    for (std::size_t band = 0; band <= bands_.size(); ++band) {
      columns.push_back({name(band), Kind::count, heading("bands.count", band)});
      columns.push_back({name(band) + "_percent", Kind::decimal, heading("bands.percent", band)});
    }
    return columns;
  }

  void append(std::vector<Cell>& row, GroupNo group) const {
    if (bands_.empty()) return;
    std::uint64_t all = 0;
    for (const std::uint64_t of_band : counts_[group]) all += of_band;
    row.push_back(count_cell(all));
    for (const std::uint64_t of_band : counts_[group]) {
      row.push_back(count_cell(of_band));
      row.push_back(all == 0 ? Cell()
                             : decimal_cell(Ratio(100) * Ratio(static_cast<std::int64_t>(of_band)) /
                                            Ratio(static_cast<std::int64_t>(all))));
    }
  }

 private:
  void count(RoundNo round, const ranking::Scope& scope) {
    const ranking::Field& field = results_.field();
    const ranking::Tally& tally = results_.tally();
    for (PersonNo person = 0; person < tally.persons.size(); ++person) {
      const SheetNo kept = tally.kept_sheet(round, person);
      const TrackNo track = ranking::track_of(field, tally, person);
      if (kept == kNone || !ranking::is_in_tracks(field, tally, scope, person)) continue;
      const std::size_t band = band_of(field.sheets[kept].points, maximum(round, track));
      for (const GroupNo group : results_.membership().groups_of(tally, person, round))
        ++counts_[group][band];
    }
  }

  /// The first band whose share of the maximum is reached.
  [[nodiscard]] std::size_t band_of(Points points, Points maximum) const {
    std::size_t band = 0;
    while (band < bands_.size() &&
           Ratio(100) * Ratio(points.units) < Ratio(bands_[band]) * Ratio(maximum.units))
      ++band;
    return band;
  }

  [[nodiscard]] Points maximum(RoundNo round, TrackNo track) {
    const auto [known, is_new] = maxima_.try_emplace({round, track});
    if (is_new)
      known->second =
          contest::maximum_points(*results_.folder().items, results_.contest().rounds[round].of(track).paper);
    return known->second;
  }

  [[nodiscard]] std::string name(std::size_t band) const {
    return band == bands_.size() ? "band_below" : "band_" + format_decimal(bands_[band]);
  }

  [[nodiscard]] Message heading(std::string_view code, std::size_t band) const {
    const bool last = band == bands_.size();
    return Message(code, {{"from", last ? "0" : format_decimal(bands_[band])},
                          {"below", band == 0 ? "0" : format_decimal(bands_[band - 1])},
                          {"which", last        ? "last"
                                    : band == 0 ? "first"
                                                : "middle"}});
  }

  const Results& results_;
  const std::vector<Decimal>& bands_;
  std::vector<std::vector<std::uint64_t>> counts_;  ///< by group, then band; the last one: below all
  std::map<std::pair<RoundNo, TrackNo>, Points> maxima_;
};

}  // namespace

report::Document participation(const std::shared_ptr<const Results>& results, const ReportScope& of,
                               text::Language language) {
  const ranking::Scope scope = chosen_scope(results->contest(), of.round, of.track);
  const std::vector<ranking::Counts> counts =
      ranking::count_groups(results->field(), results->tally(), results->membership(), scope);
  const Bands bands(*results, scope);
  std::vector<std::vector<Cell>> rows;
  for (const GroupNo group : groups_by_name(*results, scope.rounds, language)) {
    ranking::GroupStanding standing;
    standing.group = group;
    standing.counts = counts[group];
    standing.headcount = results->membership().headcount(group, scope.rounds.back());
    std::vector<Cell> row = group_row(*results, standing);
    row.erase(row.begin());
    row.pop_back();
    bands.append(row, group);
    rows.push_back(std::move(row));
  }
  // Neither a place nor a score.
  std::vector<report::Column> columns = group_columns();
  columns.erase(columns.begin());
  columns.pop_back();
  for (report::Column& column : bands.columns()) columns.push_back(std::move(column));
  report::Document document = results->document("participation");
  document.rows = report::table("rows", std::move(columns), std::move(rows));
  return document;
}

}  // namespace quiz::workflow
