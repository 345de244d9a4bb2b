// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/published.hpp>

#include <quizlib/workflow/people.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace quiz::workflow {
namespace {

constexpr std::array<std::string_view, 2> kPrivate{"phone", "national_id"};

bool is_masked(const contest::Contest& contest, std::string_view name) {
  return std::ranges::find(kPrivate, name) != kPrivate.end() ||
         std::ranges::find(contest.publish.mask, name) != contest.publish.mask.end();
}

}  // namespace

std::vector<PublishedColumn> published_columns(const contest::Contest& contest,
                                               std::span<const std::string> names) {
  const std::vector<report::Column> own = person_columns(contest);
  std::vector<PublishedColumn> columns;
  for (const std::string& name : names) {
    const auto found = std::ranges::find(own, name, &report::Column::name);
    columns.push_back({found == own.end() ? report::Column{name} : *found,
                       static_cast<std::size_t>(found - own.begin()), is_masked(contest, name)});
  }
  return columns;
}

std::vector<report::Cell> published_row(const Results& results, std::span<const PublishedColumn> columns,
                                        const ranking::ListRules& rules, const ranking::Standing& standing) {
  const std::vector<report::Cell> own = person_row(results, rules, standing);
  const EntrantNo entrant = results.tally().persons.first(standing.person);
  std::vector<report::Cell> row;
  row.reserve(columns.size());
  for (const PublishedColumn& column : columns) {
    report::Cell cell = column.own < own.size()
                            ? own[column.own]
                            : text_cell(results.field().roster.cell(entrant, column.column.name));
    if (const auto* text = std::get_if<std::string>(&cell); column.masked && text != nullptr) {
      cell = masked(column.column.name, *text);
    }
    row.push_back(std::move(cell));
  }
  return row;
}

}  // namespace quiz::workflow
