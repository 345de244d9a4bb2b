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

/// The exclusions that fill the same columns, found by what they say there.
class Form {
 public:
  Form(const Roster& roster, const std::vector<std::string>& columns) {
    for (const std::string& name : columns) {
      const std::uint32_t at = roster.column(name);
      const TextColumn* const cells = name == "id"  ? &roster.ids
                                      : at == kNone ? nullptr
                                                    : &roster.columns[at];
      columns_.push_back({name, cells, {}});
    }
  }

  /// Add an exclusion with these values, beside the columns; of equal ones the strictest counts, then the
  /// first.
  void add(const std::vector<Exclusion>& exclusions, std::uint32_t row,
           const std::vector<std::string>& values) {
    std::string key;
    for (std::size_t i = 0; i < values.size(); ++i) {
      columns_[i].values.insert(values[i]);
      append_part(key, values[i]);
    }
    const auto [found, is_new] = rows_.try_emplace(key, row);
    if (!is_new && exclusions[row].from > exclusions[found->second].from) found->second = row;
  }

  /// The exclusion that a registration equals, kNone: none.
  [[nodiscard]] std::uint32_t find(EntrantNo entrant) {
    key_.clear();
    for (const Column& column : columns_) {
      if (column.cells == nullptr) return kNone;
      const std::string value = comparable(column.name, (*column.cells)[entrant]);
      // Most people differ in the first column already.
      if (!column.values.contains(value)) return kNone;
      append_part(key_, value);
    }
    const auto found = rows_.find(key_);
    return found == rows_.end() ? kNone : found->second;
  }

 private:
  struct Column {
    std::string name;
    const TextColumn* cells;  ///< nullptr: the roster has no such column, nobody equals a value in it
    std::unordered_set<std::string> values;
  };

  std::vector<Column> columns_;
  std::unordered_map<std::string, std::uint32_t> rows_;
  std::string key_;
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
    if (is_new) forms.emplace_back(roster, columns);
    forms[found->second].add(exclusions, row, values);
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
  for (Form& form : forms_of(exclusions, roster)) {
    for (EntrantNo entrant = 0; entrant < roster.size(); ++entrant) {
      const std::uint32_t row = form.find(entrant);
      if (row == kNone) continue;
      std::uint32_t& best = result[entrant];
      const bool stricter = best == kNone || exclusions[row].from > exclusions[best].from;
      if (stricter || (exclusions[row].from == exclusions[best].from && row < best)) best = row;
    }
  }
  return result;
}

}  // namespace quiz::roster
