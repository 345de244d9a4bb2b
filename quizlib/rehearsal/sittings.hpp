// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/rehearsal/people.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::rehearsal {

/// A table of sheets: a header, and rows in the order in which a platform would have them, by submission.
struct SheetTable {
  std::vector<std::string> header;
  std::size_t rows = 0;
  /// Gives the cells of row `row`, 0-based. The same row again gives the same cells.
  std::function<std::vector<std::string>(std::size_t row)> cells;
};

/// Make up the sheets of a round: one attempt or several for everybody who sits, answered by ability and
/// difficulty (two-parameter logistic model, in integers), some papers without a fault, predictions around
/// the number of those, times to the second, some equal on every ranking key; then duplicate rows, late ones,
/// attempts too many, rows of people nobody knows and rows that cannot be read. Every finisher has at least
/// one sheet that counts, nobody else has. `drawers` by round; `people` and the rest outlive the table.
[[nodiscard]] SheetTable make_sheets(const contest::Contest& contest, const contest::Items& items,
                                     RoundNo round, const paper::Drawer& drawer, const People& people,
                                     const crypto::Bytes32& seed);

}  // namespace quiz::rehearsal
