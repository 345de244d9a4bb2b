// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/exclusions.hpp>

#include <quizlib/base/nearest.hpp>
#include <quizlib/roster/comparable.hpp>
#include <quizlib/roster/row_key.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace quiz::roster {
namespace {

constexpr std::string_view kFrom = "from";
constexpr std::string_view kReason = "reason";
constexpr std::string_view kEnter = "enter";
constexpr std::string_view kWin = "win";

bool is_compared(std::string_view column) { return column != kFrom && column != kReason; }

/// Excluded.csv being read.
class Reader {
 public:
  Reader(const io::Table& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  [[nodiscard]] std::optional<std::vector<Exclusion>> read(const Roster* roster) {
    const std::size_t errors_before = diagnostics_.errors();
    if (table_.find(kFrom) == nullptr) {
      diagnostics_.error(Place{table_.file, 0, 0, {}, {}},
                         Message("excluded.column-missing", {{"column", kFrom}}));
      return std::nullopt;
    }
    if (roster != nullptr) check_columns(*roster);
    std::vector<Exclusion> exclusions;
    exclusions.reserve(table_.rows());
    for (std::size_t row = 0; row < table_.rows(); ++row) exclusions.push_back(read_row(row));
    if (diagnostics_.errors() != errors_before) return std::nullopt;
    return exclusions;
  }

 private:
  void error(std::size_t row, std::string_view column, Message message) {
    diagnostics_.error(table_.place(row, column), std::move(message));
  }

  /// Report columns that are filled and that nobody could equal, each at its first filled cell.
  void check_columns(const Roster& roster) {
    std::vector<std::string_view> known(roster.names.begin(), roster.names.end());
    known.insert(known.end(), {"id", kFrom, kReason});
    for (std::size_t i = 0; i < table_.names.size(); ++i) {
      const std::string& name = table_.names[i];
      if (std::ranges::find(known, name) != known.end()) continue;
      std::size_t row = 0;
      while (row < table_.rows() && table_.columns[i][row].empty()) ++row;
      if (row == table_.rows()) continue;
      const std::string_view meant = nearest(name, known);
      error(row, name, Message("excluded.column-unknown", {{"column", name}, {"suggestion", meant}}));
    }
  }

  [[nodiscard]] Exclusion read_row(std::size_t row) {
    Exclusion exclusion;
    exclusion.line = table_.lines[row];
    exclusion.from = read_from(row);
    if (const TextColumn* const reasons = table_.find(kReason); reasons != nullptr) {
      exclusion.reason = (*reasons)[row];
    }
    bool filled = false;
    for (std::size_t i = 0; i < table_.names.size(); ++i) {
      const std::string& column = table_.names[i];
      const std::string_view cell = table_.columns[i][row];
      if (!is_compared(column) || cell.empty()) continue;
      filled = true;
      std::string value = comparable(column, cell);
      if (value.empty()) error(row, column, Message("excluded.value-empty", {{"value", cell}}));
      exclusion.cells.emplace_back(column, std::move(value));
    }
    if (!filled) error(row, {}, Message("excluded.nobody-named"));
    return exclusion;
  }

  [[nodiscard]] Barred read_from(std::size_t row) {
    const std::string_view word = (*table_.find(kFrom))[row];
    if (word == kWin) return Barred::from_win;
    if (word.empty()) {
      error(row, kFrom, Message("excluded.from-missing"));
    } else if (word != kEnter) {
      const std::string_view meant = nearest(word, std::array{kEnter, kWin});
      error(row, kFrom, Message("excluded.from-unknown", {{"value", word}, {"suggestion", meant}}));
    }
    return Barred::from_enter;
  }

  const io::Table& table_;
  Diagnostics& diagnostics_;
};

/// Whether one exclusion decides before another: the stricter one, then the first.
bool decides(const std::vector<Exclusion>& exclusions, std::uint32_t row, std::uint32_t before) {
  if (before == kNone || exclusions[row].from > exclusions[before].from) return true;
  return exclusions[row].from == exclusions[before].from && row < before;
}

/// The exclusions that fill the same columns, found by what they say there.
class Form {
 public:
  Form(const std::vector<Exclusion>& exclusions, const Roster& roster,
       const std::vector<std::string>& columns)
      : exclusions_(exclusions),
        group_names_(roster.group_names) {
    for (const std::string& name : columns) {
      const std::uint32_t at = roster.column(name);
      const TextColumn* const cells = name == "id"  ? &roster.ids
                                      : at == kNone ? nullptr
                                                    : &roster.columns[at];
      columns_.push_back({name, cells, {}});
    }
  }

  /// Add an exclusion with these values, beside the columns.
  void add(std::uint32_t row, const std::vector<std::string>& values) {
    std::string key;
    for (std::size_t i = 0; i < values.size(); ++i) {
      Column& column = columns_[i];
      const std::string value =
          column.name == "group" ? together(comparable_groups(values[i], group_names_)) : values[i];
      column.values.insert(value);
      append_part(key, value);
    }
    const auto [found, is_new] = rows_.try_emplace(key, row);
    if (!is_new && decides(exclusions_, row, found->second)) found->second = row;
  }

  /// The exclusion that decides of those that a registration equals, kNone: it equals none.
  [[nodiscard]] std::uint32_t find(EntrantNo entrant) const {
    std::uint32_t decisive = kNone;
    find(entrant, 0, {}, decisive);
    return decisive;
  }

 private:
  struct Column {
    std::string name;
    const TextColumn* cells;  ///< nullptr: the roster has no such column, nobody equals a value in it
    std::unordered_set<std::string> values;
  };

  /// What an entrant equals in a column: each of its groups, and all of them together.
  [[nodiscard]] std::vector<std::string> values_of(const Column& column, EntrantNo entrant) const {
    const std::string_view cell = (*column.cells)[entrant];
    if (column.name != "group") return {comparable(column.name, cell)};
    std::vector<std::string> values = comparable_groups(cell, group_names_);
    if (values.size() > 1) values.push_back(together(values));
    return values;
  }

  /// Go on at a column, with the key of those before it.
  void find(EntrantNo entrant, std::size_t at, const std::string& key, std::uint32_t& decisive) const {
    if (at == columns_.size()) {
      const auto found = rows_.find(key);
      if (found != rows_.end() && decides(exclusions_, found->second, decisive)) decisive = found->second;
      return;
    }
    const Column& column = columns_[at];
    if (column.cells == nullptr) return;
    for (const std::string& value : values_of(column, entrant)) {
      // Most people differ in the first column already.
      if (!column.values.contains(value)) continue;
      std::string longer = key;
      append_part(longer, value);
      find(entrant, at + 1, longer, decisive);
    }
  }

  const std::vector<Exclusion>& exclusions_;
  const GroupNames& group_names_;
  std::vector<Column> columns_;
  std::unordered_map<std::string, std::uint32_t> rows_;
};

std::vector<Form> forms_of(const std::vector<Exclusion>& exclusions, const Roster& roster) {
  std::vector<Form> forms;
  std::map<std::vector<std::string>, std::size_t> positions;
  for (std::uint32_t row = 0; row < exclusions.size(); ++row) {
    const std::map<std::string, std::string> cells(exclusions[row].cells.begin(),
                                                   exclusions[row].cells.end());
    std::vector<std::string> columns;
    std::vector<std::string> values;
    for (const auto& cell : cells) {
      columns.push_back(cell.first);
      values.push_back(cell.second);
    }
    const auto [found, is_new] = positions.try_emplace(columns, forms.size());
    if (is_new) forms.emplace_back(exclusions, roster, columns);
    forms[found->second].add(row, values);
  }
  return forms;
}

}  // namespace

std::optional<std::vector<Exclusion>> read_exclusions(const io::Table& table, Diagnostics& diagnostics,
                                                      const Roster* roster) {
  return Reader(table, diagnostics).read(roster);
}

std::vector<std::uint32_t> apply(const std::vector<Exclusion>& exclusions, const Roster& roster) {
  std::vector<std::uint32_t> result(roster.size(), kNone);
  for (const Form& form : forms_of(exclusions, roster)) {
    for (EntrantNo entrant = 0; entrant < roster.size(); ++entrant) {
      const std::uint32_t row = form.find(entrant);
      if (row != kNone && decides(exclusions, row, result[entrant])) result[entrant] = row;
    }
  }
  return result;
}

}  // namespace quiz::roster
