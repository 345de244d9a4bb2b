// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/persons.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/roster/comparable.hpp>
#include <quizlib/roster/row_key.hpp>
#include <quizlib/roster/row_slots.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <cassert>
#include <compare>
#include <numeric>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace quiz::roster {
namespace {

/// Sets of registrations that grow together (union-find). A set is known by its root, a number below
/// `roots()`.
class Sets {
 public:
  explicit Sets(std::size_t rows) : parents_(rows) {
    std::iota(parents_.begin(), parents_.end(), EntrantNo{0});
  }

  [[nodiscard]] std::size_t roots() const { return parents_.size(); }

  [[nodiscard]] EntrantNo root(EntrantNo row) {
    const auto moved = moved_.find(row);
    EntrantNo node = moved == moved_.end() ? row : moved->second;
    while (parents_[node] != node) node = parents_[node] = parents_[parents_[node]];
    return node;
  }

  void join(EntrantNo a, EntrantNo b) {
    const EntrantNo root_a = root(a);
    const EntrantNo root_b = root(b);
    if (root_a == root_b) return;
    parents_[std::max(root_a, root_b)] = std::min(root_a, root_b);
    any_ = true;
  }

  /// Make rows a set of their own. What else hangs on their nodes stays there: they get a new one.
  void take_out(std::span<const EntrantNo> rows) {
    const auto node = static_cast<EntrantNo>(parents_.size());
    parents_.push_back(node);
    for (const EntrantNo row : rows) moved_.insert_or_assign(row, node);
    any_ = true;
  }

  /// Whether any rows have been brought together or taken out.
  [[nodiscard]] bool any() const { return any_; }

 private:
  std::vector<EntrantNo> parents_;
  std::unordered_map<EntrantNo, EntrantNo> moved_;  ///< the nodes of rows that are not their own
  bool any_ = false;
};

/// Writes what makes a registration a person.
class PersonKey {
 public:
  PersonKey(const Roster& roster, const std::vector<std::string>& columns) : roster_(roster) {
    for (const std::string& name : columns) {
      const std::uint32_t at = roster.column(name);
      complete_ = complete_ && at != kNone;
      columns_.push_back({name, at});
    }
    complete_ = complete_ && !columns_.empty();
  }

  /// Whether the roster has all of the columns.
  [[nodiscard]] bool complete() const { return complete_; }

  /// Replace `key` by the key of a row; false where a cell is not filled.
  [[nodiscard]] bool write(EntrantNo row, std::string& key) const {
    key.clear();
    for (const Column& column : columns_) {
      const std::string_view cell = roster_.columns[column.at][row];
      if (cell.empty()) return false;
      const std::string value =
          column.name == "group" ? groups_key(row, cell) : comparable(column.name, cell);
      if (value.empty()) return false;
      append_part(key, value);
    }
    return true;
  }

 private:
  struct Column {
    std::string name;
    std::uint32_t at;
  };

  /// Equal for cells that name the same groups, in whatever order and spelling.
  [[nodiscard]] std::string groups_key(EntrantNo row, std::string_view cell) const {
    const GroupNo only = cell.find(';') == std::string_view::npos ? roster_.group[row] : kNone;
    return only != kNone ? comparable_group(only) : together(comparable_groups(cell, roster_.group_names));
  }

  const Roster& roster_;
  std::vector<Column> columns_;
  bool complete_ = true;
};

void join_equal_ids(const Roster& roster, Sets& sets) {
  const EntrantIndex index(roster);
  if (index.distinct() == roster.size()) return;
  for (EntrantNo row = 0; row < roster.size(); ++row) sets.join(index.find(roster.ids[row]), row);
}

void join_equal_keys(const Roster& roster, const PersonKey& keys, Sets& sets) {
  std::string key;
  std::string other_key;
  RowSlots(roster.size())
      .insert_all(
          static_cast<EntrantNo>(roster.size()),
          [&](EntrantNo row) { return keys.write(row, key) ? std::optional(hash_of(key)) : std::nullopt; },
          [&](EntrantNo a, EntrantNo b) {
            return keys.write(a, key) && keys.write(b, other_key) && key == other_key;
          },
          [&sets](EntrantNo before, EntrantNo row) { sets.join(before, row); });
}

/// Tells which of a person's registrations came first.
class Earlier {
 public:
  Earlier(const Roster& roster, const Moments& registered, const Moments& first_submitted)
      : roster_(roster),
        by_name_(roster.names.size()) {
    if (registered) registered_ = registered();
    if (first_submitted) first_submitted_ = first_submitted();
    assert(registered_.empty() || registered_.size() == roster.size());
    assert(first_submitted_.empty() || first_submitted_.size() == roster.size());
    std::iota(by_name_.begin(), by_name_.end(), std::size_t{0});
    std::ranges::sort(by_name_, {}, [&](std::size_t at) -> std::string_view { return roster.names[at]; });
  }

  [[nodiscard]] bool operator()(EntrantNo a, EntrantNo b) const {
    const std::int64_t moment_a = moment(a);
    const std::int64_t moment_b = moment(b);
    if (moment_a != moment_b) return moment_b == kMissing || (moment_a != kMissing && moment_a < moment_b);
    if (const auto order = text::nfc(roster_.ids[a]) <=> text::nfc(roster_.ids[b]); order != 0)
      return order < 0;
    for (const std::size_t at : by_name_) {
      const auto order = roster_.columns[at][a] <=> roster_.columns[at][b];
      if (order != 0) return order < 0;
    }
    return false;
  }

 private:
  [[nodiscard]] std::int64_t moment(EntrantNo row) const {
    if (!registered_.empty() && registered_[row] != kMissing) return registered_[row];
    return first_submitted_.empty() ? kMissing : first_submitted_[row];
  }

  const Roster& roster_;
  std::vector<std::int64_t> registered_;
  std::vector<std::int64_t> first_submitted_;
  std::vector<std::size_t> by_name_;  ///< the columns in an order that no file decides
};

void carry_out(std::span<const PersonDecision> decisions, const Roster& roster, Sets& sets) {
  if (decisions.empty()) return;
  std::unordered_map<std::string, std::vector<EntrantNo>> rows;
  for (const PersonDecision& decision : decisions)
    for (const std::string& id : decision.entrants) rows.try_emplace(text::nfc(id));
  for (EntrantNo row = 0; row < roster.size(); ++row)
    if (const auto named = rows.find(text::nfc(roster.ids[row])); named != rows.end())
      named->second.push_back(row);
  for (const PersonDecision& decision : decisions) {
    std::vector<EntrantNo> all;
    for (const std::string& id : decision.entrants) {
      const std::vector<EntrantNo>& of_id = rows.at(text::nfc(id));
      all.insert(all.end(), of_id.begin(), of_id.end());
    }
    if (!decision.together) sets.take_out(all);
    for (const EntrantNo row : all) sets.join(all.front(), row);
  }
}

/// Number the sets by their first registrations.
Persons number(Sets& sets, std::size_t rows, const Earlier& earlier) {
  std::vector<EntrantNo> first(sets.roots(), kNone);  // by root
  for (EntrantNo row = 0; row < rows; ++row) {
    EntrantNo& earliest = first[sets.root(row)];
    if (earliest == kNone || earlier(row, earliest)) earliest = row;
  }
  Persons persons;
  persons.registrations = rows;
  persons.of_entrant.resize(rows);
  for (EntrantNo row = 0; row < rows; ++row) {
    if (first[sets.root(row)] != row) continue;
    persons.of_entrant[row] = static_cast<PersonNo>(persons.first_of_person.size());
    persons.first_of_person.push_back(row);
  }
  for (EntrantNo row = 0; row < rows; ++row)
    persons.of_entrant[row] = persons.of_entrant[first[sets.root(row)]];
  return persons;
}

}  // namespace

Persons merge_registrations(const Roster& roster, const std::vector<std::string>& person_columns,
                            const Moments& registered, const Moments& first_submitted,
                            std::span<const PersonDecision> decisions) {
  Persons everybody_once;
  everybody_once.registrations = roster.size();

  // Whoever is equal in several columns, the id among them, has an equal id.
  const bool by_id = std::ranges::find(person_columns, "id") != person_columns.end();
  const PersonKey keys(roster, by_id ? std::vector<std::string>{} : person_columns);
  if (!roster.open && !keys.complete() && decisions.empty()) return everybody_once;

  Sets sets(roster.size());
  if (roster.open) join_equal_ids(roster, sets);
  if (keys.complete()) join_equal_keys(roster, keys, sets);
  carry_out(decisions, roster, sets);
  if (!sets.any()) return everybody_once;
  return number(sets, roster.size(), Earlier(roster, registered, first_submitted));
}

}  // namespace quiz::roster
