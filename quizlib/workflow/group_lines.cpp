// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/group_lines.hpp>

#include <quizlib/text/collation.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>

namespace quiz::workflow {

using report::Cell;
using report::Kind;

Cell decimal_cell(const std::optional<Ratio>& value) {
  return value ? Cell(format_ratio(*value, 2)) : Cell();
}

Cell count_cell(std::uint64_t count) { return static_cast<std::int64_t>(count); }

std::vector<Cell> group_row(const Results& results, const ranking::GroupStanding& standing) {
  const ranking::Counts& counts = standing.counts;
  const roster::Group& group = results.field().groups[standing.group];
  return {standing.place == 0 ? Cell() : Cell(std::int64_t{standing.place}),
          group.code.text,
          group.name,
          group.level,
          text_cell(group.kind),
          standing.headcount ? count_cell(*standing.headcount) : Cell(),
          count_cell(counts.counters.registered),
          count_cell(counts.counters.finished),
          count_cell(counts.counters.attempts),
          count_cell(counts.counters.all_correct),
          format_points(counts.total_points),
          decimal_cell(counts.mean_points()),
          decimal_cell(ranking::participation(counts, standing.headcount)),
          decimal_cell(standing.score)};
}

std::vector<report::Column> group_columns() {
  return {{"place", Kind::count},
          {"group"},
          {"name"},
          {"level"},
          {"kind"},
          {"headcount", Kind::count},
          {"registered", Kind::count},
          {"finished", Kind::count},
          {"attempts", Kind::count},
          {"all_correct", Kind::count},
          {"total_points", Kind::decimal},
          {"mean_points", Kind::decimal},
          {"participation", Kind::decimal},
          {"score", Kind::decimal}};
}

std::vector<GroupNo> groups_by_name(const Results& results, std::span<const RoundNo> rounds,
                                    text::Language language) {
  const roster::GroupTree& groups = results.field().groups;
  const std::vector<std::string>& levels = results.contest().levels;
  const text::Collator collator(language);
  std::vector<std::tuple<std::ptrdiff_t, std::string, std::string, GroupNo>> order;
  for (GroupNo no = 0; no < groups.size(); ++no) {
    const auto counts = [&](RoundNo round) { return results.membership().is_in_force(no, round); };
    if (std::ranges::none_of(rounds, counts)) continue;
    order.emplace_back(std::ranges::find(levels, groups[no].level) - levels.begin(),
                       collator.key(groups[no].name), groups[no].code.text, no);
  }
  std::ranges::sort(order);
  std::vector<GroupNo> result;
  for (const auto& entry : order) result.push_back(std::get<GroupNo>(entry));
  return result;
}

}  // namespace quiz::workflow
