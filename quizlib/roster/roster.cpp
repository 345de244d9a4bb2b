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

bool is_one_group(std::string_view cell) { return cell.find(';') == std::string_view::npos; }

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

  /// One warning a group, however many people name it.
  void groups() const {
    struct Unknown {
      std::size_t row;
      std::uint64_t count;
    };
    const TextColumn& names = roster.columns[roster.column("group")];
    std::vector<Unknown> unknown;
    std::unordered_map<std::string_view, std::size_t> positions;
    for (std::size_t row = 0; row < roster.size(); ++row) {
      if (roster.group[row] != kNone || names[row].empty()) continue;
      const auto [found, is_new] = positions.try_emplace(names[row], unknown.size());
      if (is_new) unknown.push_back({row, 0});
      ++unknown[found->second].count;
    }
    for (const Unknown& group : unknown) {
      diagnostics.warning(
          table.place(group.row, "group"),
          Message("roster.group-unknown", {{"group", names[group.row]}, {"count", group.count}}));
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
  resolve_groups(roster, groups);
  const Check check{table, roster, diagnostics};
  check.ids();
  check.cells("birth_date", "roster.birth-date-invalid", is_date);
  check.cells("registered_at", "roster.registered-at-invalid", is_time);
  check.cells("time_factor", "roster.time-factor-invalid", is_time_factor);
  check.cells("group", "roster.not-supported", is_one_group);
  if (diagnostics.errors() != errors_before) return std::nullopt;
  if (groups.size() != 0) check.groups();
  return roster;
}

void resolve_groups(Roster& roster, const GroupTree& groups) {
  roster.group.assign(roster.size(), kNone);
  const std::uint32_t at = roster.column("group");
  if (at == kNone || groups.size() == 0) return;
  ValueCache<GroupNo> known(groups.size());
  for (std::size_t row = 0; row < roster.size(); ++row) {
    const std::string_view code = roster.columns[at][row];
    if (code.empty()) continue;
    roster.group[row] = known(code, [&](std::string_view cell) { return groups.find(cell); });
  }
}

}  // namespace quiz::roster
