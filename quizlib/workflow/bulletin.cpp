// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/lists.hpp>

#include <quizlib/ranking/group_figures.hpp>
#include <quizlib/workflow/chosen.hpp>
#include <quizlib/workflow/group_lines.hpp>

#include <chrono>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;

std::vector<ranking::Counts> count_at(const Results& results, const ranking::Scope& scope) {
  return ranking::count_groups(results.field(), results.tally(), results.membership(), scope);
}

}  // namespace

report::Document bulletin(const std::shared_ptr<const Results>& all, const ReportScope& of,
                          text::Language language) {
  const contest::Contest& contest = all->contest();
  const ranking::Scope scope = chosen_scope(contest, of.round, of.track);
  const std::vector<ranking::Counts> before =
      count_at(Results(*all, AsOf{of.at - std::chrono::hours(24)}), scope);
  const Results results(*all, AsOf{of.at});
  const std::vector<ranking::Counts> counts = count_at(results, scope);
  std::vector<std::vector<Cell>> rows;
  for (const GroupNo no : groups_by_name(results, scope.rounds, language)) {
    const roster::Group& group = results.field().groups[no];
    const std::optional<std::uint64_t> headcount = results.membership().headcount(no, scope.rounds.back());
    const ranking::Counters& now = counts[no].counters;
    rows.push_back(
        {group.code.text, group.name, group.level, headcount ? count_cell(*headcount) : Cell(),
         count_cell(now.registered), count_cell(now.finished),
         static_cast<std::int64_t>(now.finished) - static_cast<std::int64_t>(before[no].counters.finished),
         count_cell(now.attempts), decimal_cell(ranking::participation(counts[no], headcount))});
  }
  report::Document document = results.document("bulletin");
  document.rows = report::table("rows",
                                {{"group"},
                                 {"name"},
                                 {"level"},
                                 {"headcount", Kind::count},
                                 {"registered", Kind::count},
                                 {"finished", Kind::count},
                                 {"finished_last_day", Kind::count},
                                 {"attempts", Kind::count},
                                 {"participation", Kind::decimal}},
                                std::move(rows));
  document.as_of = contest.zone.format(of.at);
  return document;
}

}  // namespace quiz::workflow
