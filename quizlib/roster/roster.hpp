// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/text_column.hpp>
#include <quizlib/io/table.hpp>
#include <quizlib/roster/comparable.hpp>
#include <quizlib/roster/groups.hpp>
#include <quizlib/roster/row_slots.hpp>
#include <quizlib/roster/several_groups.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::roster {

/// The registrations of a contest, by columns; an EntrantNo is a row. Many a million fits: no string an
/// entrant.
///
/// From entrants.csv ids are unique. With open registration a row is a distinct set of what the sheets say
/// about an entrant, and two rows may have the same id: they are one person whatever else they say.
struct Roster {
  TextColumn ids;
  std::vector<std::string> names;   ///< of the other columns: name, group, track, birth_date, …
  std::vector<TextColumn> columns;  ///< beside `names`, each as long as `ids`
  std::vector<GroupNo> group;       ///< the first known one that the group column names; kNone: none
  SeveralGroups several;            ///< all groups of those who belong to several
  GroupNames group_names;           ///< those by which groups were found
  bool open = false;                ///< made from sheets

  [[nodiscard]] std::size_t size() const { return ids.size(); }
  /// The position in `columns`, kNone where there is no such column.
  [[nodiscard]] std::uint32_t column(std::string_view name) const;
  /// The cell, empty where there is no such column; `id` works too.
  [[nodiscard]] std::string_view cell(EntrantNo entrant, std::string_view name) const;
  /// The groups of an entrant, at most one of a tree, in the order of the cell: the first is `group`. Empty
  /// where no known one is named. A view of the roster.
  [[nodiscard]] std::span<const GroupNo> groups_of(EntrantNo entrant) const;
};

/// Finds registrations by id (bytes of the NFC form). Keeps a view of the roster.
class EntrantIndex {
 public:
  explicit EntrantIndex(const Roster& roster);
  /// kNone where there is none; with open registration the first row with that id.
  [[nodiscard]] EntrantNo find(std::string_view id) const;
  /// The number of different ids.
  [[nodiscard]] std::size_t distinct() const { return distinct_; }

 private:
  const Roster& roster_;
  RowSlots slots_;
  std::size_t distinct_;
};

/// Read entrants.csv (docs/formats/entrants.md). Errors: a required column missing (id, name, group), an id
/// empty or twice, a birth_date or registered_at that is none, a time_factor that is no whole percent in
/// 100..400, two groups of one tree. Warning, once for each: a group that groups.csv does not know, where
/// there are groups. Nothing is returned when there was an error.
[[nodiscard]] std::optional<Roster> read_entrants(io::Table table, const GroupTree& groups,
                                                  Diagnostics& diagnostics);

/// Find the groups that the group column names. Of two groups of one tree the first counts.
void resolve_groups(Roster& roster, const GroupTree& groups);

}  // namespace quiz::roster
