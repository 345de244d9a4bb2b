// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/roster.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/roster/row_key.hpp>
#include <quizlib/roster/value_cache.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

namespace quiz::roster {
namespace {

constexpr std::array<std::string_view, 3> kRequired{"id", "name", "group"};

bool is_date(std::string_view cell) { return parse_date(cell).has_value(); }

bool is_time(std::string_view cell) { return parse_time(cell).has_value(); }

bool is_time_factor(std::string_view cell) {
  unsigned percent = 0;
  const char* const end = cell.data() + cell.size();
  const auto [stop, error] = std::from_chars(cell.data(), end, percent);
  return error == std::errc() && stop == end && percent >= 100 && percent <= 400;
}

/// Move the table's columns into a roster; what `table.place` needs stays.
Roster take_columns(io::Table& table) {
  Roster roster;
  for (std::size_t i = 0; i < table.names.size(); ++i) {
    if (table.names[i] == "id") {
      roster.ids = std::move(table.columns[i]);
    } else {
      roster.names.push_back(table.names[i]);
      roster.columns.push_back(std::move(table.columns[i]));
    }
  }
  return roster;
}

/// Find the groups of all entrants. `unknown(entrant, name)` is told of each name that no group has,
/// `clash(entrant, first, second)` of each group left out because one of its tree is there before it.
template <class Unknown, class Clash>
void find_groups(Roster& roster, const GroupTree& groups, Unknown unknown, Clash clash) {
  roster.group.assign(roster.size(), kNone);
  roster.several = {};
  roster.group_names = groups.names();
  const std::uint32_t at = roster.column("group");
  if (at == kNone || groups.size() == 0) return;
  ValueCache<GroupNo> known(groups.names().size());
  std::vector<GroupNo> found;
  for (EntrantNo entrant = 0; entrant < roster.size(); ++entrant) {
    found.clear();
    for_each_part(roster.columns[at][entrant], [&](std::string_view name) {
      const GroupNo group = known(name, [&groups](std::string_view part) { return groups.find(part); });
      if (group == kNone) {
        unknown(entrant, name);
        return;
      }
      const auto same_tree = [&](GroupNo other) { return groups.root(other) == groups.root(group); };
      const auto before = std::ranges::find_if(found, same_tree);
      if (before == found.end()) {
        found.push_back(group);
      } else if (*before != group) {
        clash(entrant, *before, group);
      }
    });
    if (!found.empty()) roster.group[entrant] = found.front();
    if (found.size() > 1) roster.several.add(entrant, found);
  }
}

/// A name that no group has.
struct UnknownGroup {
  EntrantNo first = kNone;  ///< who names it
  std::string_view name;
  std::uint64_t count = 0;
};

/// Entrants.csv being checked.
struct Check {
  const io::Table& table;  ///< its columns are the roster's now
  const Roster& roster;
  Diagnostics& diagnostics;

  /// Report `code` for each filled cell of `column` that is not `good`.
  void cells(std::string_view column, std::string_view code, bool (*good)(std::string_view)) const {
    const std::uint32_t at = roster.column(column);
    if (at == kNone) return;
    for (std::size_t row = 0; row < roster.size(); ++row) {
      const std::string_view cell = roster.columns[at][row];
      if (cell.empty() || good(cell)) continue;
      diagnostics.error(table.place(row, column), Message(code, {{"value", cell}}));
    }
  }

  void ids() const {
    const EntrantIndex index(roster);
    for (std::size_t row = 0; row < roster.size(); ++row) {
      if (roster.ids[row].empty()) diagnostics.error(table.place(row, "id"), Message("roster.id-missing"));
    }
    if (index.distinct() == roster.size()) return;
    for (std::size_t row = 0; row < roster.size(); ++row) {
      const std::string_view id = roster.ids[row];
      const EntrantNo first = index.find(id);
      if (id.empty() || first == row) continue;
      diagnostics.error(table.place(row, "id"),
                        Message("roster.id-twice", {{"id", id}, {"line", table.lines[first]}}));
    }
  }

  void two_of_a_tree(EntrantNo entrant, const Group& first, const Group& second) const {
    diagnostics.error(
        table.place(entrant, "group"),
        Message("roster.two-groups-of-tree", {{"first", first.code.text}, {"second", second.code.text}}));
  }

  /// One warning a group, however many people name it.
  void unknown_groups(const std::vector<UnknownGroup>& unknown) const {
    for (const UnknownGroup& group : unknown) {
      diagnostics.warning(table.place(group.first, "group"),
                          Message("roster.group-unknown", {{"group", group.name}, {"count", group.count}}));
    }
  }
};

}  // namespace

std::uint32_t Roster::column(std::string_view name) const {
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? kNone : static_cast<std::uint32_t>(found - names.begin());
}

std::string_view Roster::cell(EntrantNo entrant, std::string_view name) const {
  if (name == "id") return ids[entrant];
  const std::uint32_t at = column(name);
  return at == kNone ? std::string_view() : columns[at][entrant];
}

std::span<const GroupNo> Roster::groups_of(EntrantNo entrant) const {
  const std::span<const GroupNo> all = several.of(entrant);
  if (!all.empty()) return all;
  return std::span(group).subspan(entrant, group[entrant] == kNone ? 0 : 1);
}

EntrantIndex::EntrantIndex(const Roster& roster)
    : roster_(roster),
      slots_(roster.size()),
      distinct_(roster.size()) {
  const TextColumn& ids = roster.ids;
  slots_.insert_all(
      static_cast<EntrantNo>(ids.size()),
      [&ids](EntrantNo row) { return std::optional(hash_of(text::nfc(ids[row]))); },
      [&ids](EntrantNo a, EntrantNo b) { return text::nfc(ids[a]) == text::nfc(ids[b]); },
      [this](EntrantNo, EntrantNo) { --distinct_; });
}

EntrantNo EntrantIndex::find(std::string_view id) const {
  const std::string wanted = text::nfc(id);
  const auto same = [&](EntrantNo row) { return text::nfc(roster_.ids[row]) == wanted; };
  return slots_.find(hash_of(wanted), same);
}

std::optional<Roster> read_entrants(io::Table table, const GroupTree& groups, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  for (const std::string_view name : kRequired) {
    if (table.find(name) != nullptr) continue;
    diagnostics.error(Place{table.file, 0, 0, {}, {}}, Message("roster.column-missing", {{"column", name}}));
  }
  if (diagnostics.errors() != errors_before) return std::nullopt;

  Roster roster = take_columns(table);
  const Check check{table, roster, diagnostics};
  check.ids();
  check.cells("birth_date", "roster.birth-date-invalid", is_date);
  check.cells("registered_at", "roster.registered-at-invalid", is_time);
  check.cells("time_factor", "roster.time-factor-invalid", is_time_factor);
  std::vector<UnknownGroup> unknown;
  std::unordered_map<std::string_view, std::size_t> positions;
  find_groups(
      roster, groups,
      [&](EntrantNo entrant, std::string_view name) {
        const auto [found, is_new] = positions.try_emplace(name, unknown.size());
        if (is_new) unknown.push_back({entrant, name});
        ++unknown[found->second].count;
      },
      [&](EntrantNo entrant, GroupNo first, GroupNo second) {
        check.two_of_a_tree(entrant, groups[first], groups[second]);
      });
  if (diagnostics.errors() != errors_before) return std::nullopt;
  check.unknown_groups(unknown);
  return roster;
}

void resolve_groups(Roster& roster, const GroupTree& groups) {
  find_groups(
      roster, groups, [](EntrantNo, std::string_view) {}, [](EntrantNo, GroupNo, GroupNo) {});
}

}  // namespace quiz::roster
