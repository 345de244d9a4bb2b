// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/contest/contest.hpp>
#include <quizlib/ranking/standing.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/workflow/results.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace quiz::workflow {

/// A column of people in a list for the public.
struct PublishedColumn {
  report::Column column;
  std::size_t own = 0;  ///< position among `person_columns`; their number: a column of the roster
  bool masked = false;
};

/// The columns of that name. Telephone numbers and personal ids are masked whatever `publish.mask` says.
[[nodiscard]] std::vector<PublishedColumn> published_columns(const contest::Contest& contest,
                                                             std::span<const std::string> names);

/// One person's line under those columns.
[[nodiscard]] std::vector<report::Cell> published_row(const Results& results,
                                                      std::span<const PublishedColumn> columns,
                                                      const ranking::ListRules& rules,
                                                      const ranking::Standing& standing);

}  // namespace quiz::workflow
