// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/groups.hpp>

#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace quiz::roster {
namespace {

constexpr std::array<std::string_view, 6> kRequired{"code", "name", "parent", "level", "kind", "headcount"};
/// Positions in kRequired.
enum Column : std::uint8_t { kCode, kName, kParent, kLevel, kKind, kHeadcount };

/// Columns of the format that only later versions execute: filled, they would change results.
constexpr std::array<std::string_view, 4> kLater{"aliases", "valid_from", "valid_to", "successor"};

/// Ten digits are the world; more could overflow a sum.
constexpr std::uint64_t kMostHeadcount = 9'999'999'999;

std::optional<std::uint64_t> parse_headcount(std::string_view cell) {
  std::uint64_t value = 0;
  const char* const end = cell.data() + cell.size();
  const auto [stop, error] = std::from_chars(cell.data(), end, value);
  if (error != std::errc() || stop != end || value > kMostHeadcount) return std::nullopt;
  return value;
}

/// Every group after all of its children. Groups on a cycle are left out.
std::vector<GroupNo> children_first(const std::vector<Group>& groups) {
  std::vector<std::uint32_t> waiting_for(groups.size());
  for (const Group& group : groups) {
    if (group.parent != kNone) ++waiting_for[group.parent];
  }
  std::vector<GroupNo> order;
  for (GroupNo no = 0; no < groups.size(); ++no) {
    if (waiting_for[no] == 0) order.push_back(no);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    const GroupNo parent = groups[order[i]].parent;
    if (parent != kNone && --waiting_for[parent] == 0) order.push_back(parent);
  }
  return order;
}

/// The headcounts of a group's children.
struct ChildrenSum {
  std::uint64_t people = 0;
  bool any = false;
  bool complete = true;  ///< every child's headcount is known

  [[nodiscard]] bool known() const { return any && complete; }
};

/// Groups.csv being read.
class Reader {
 public:
  Reader(const io::Table& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < kRequired.size(); ++i) columns_[i] = table.find(kRequired[i]);
  }

  [[nodiscard]] std::optional<GroupTree> read() {
    const std::size_t errors_before = diagnostics_.errors();
    for (std::size_t i = 0; i < kRequired.size(); ++i) {
      if (columns_[i] != nullptr) continue;
      diagnostics_.error(Place{table_.file, 0, 0, {}, {}},
                         Message("groups.column-missing", {{"column", kRequired[i]}}));
    }
    if (diagnostics_.errors() != errors_before) return std::nullopt;

    refuse_later_columns();
    groups_.reserve(table_.rows());
    by_code_.reserve(table_.rows());
    for (std::size_t row = 0; row < table_.rows(); ++row) read_row(row);
    find_parents();
    const std::vector<GroupNo> order = children_first(groups_);
    report_cycles(order);
    if (diagnostics_.errors() != errors_before) return std::nullopt;
    add_headcounts(order);
    return GroupTree(std::move(groups_), std::move(by_code_));
  }

 private:
  [[nodiscard]] std::string_view cell(std::size_t row, Column column) const {
    return (*columns_[column])[row];
  }

  void error(std::size_t row, std::string_view column, Message message) {
    diagnostics_.error(table_.place(row, column), std::move(message));
  }

  void refuse_later_columns() {
    for (const std::string_view name : kLater) {
      const TextColumn* const column = table_.find(name);
      if (column == nullptr) continue;
      std::size_t row = 0;
      while (row < table_.rows() && (*column)[row].empty()) ++row;
      if (row < table_.rows()) error(row, name, Message("groups.not-supported", {{"column", name}}));
    }
  }

  void read_row(std::size_t row) {
    Group group;
    group.code.text = cell(row, kCode);
    group.name = cell(row, kName);
    group.level = cell(row, kLevel);
    group.kind = cell(row, kKind);
    group.line = table_.lines[row];
    if (group.code.text.empty()) {
      error(row, "code", Message("groups.code-missing"));
    } else if (const auto [first, is_new] =
                   by_code_.try_emplace(text::fold(group.code.text), static_cast<GroupNo>(row));
               !is_new) {
      error(row, "code",
            Message("groups.code-twice", {{"code", group.code.text}, {"line", table_.lines[first->second]}}));
    }
    if (const std::string_view written = cell(row, kHeadcount); !written.empty()) {
      group.headcount = parse_headcount(written);
      if (!group.headcount) {
        error(row, "headcount", Message("groups.headcount-invalid", {{"value", written}}));
      }
    }
    groups_.push_back(std::move(group));
  }

  void find_parents() {
    for (std::size_t row = 0; row < groups_.size(); ++row) {
      const std::string_view parent = cell(row, kParent);
      if (parent.empty()) continue;
      if (const auto found = by_code_.find(text::fold(parent)); found != by_code_.end()) {
        groups_[row].parent = found->second;
      } else {
        error(row, "parent", Message("groups.parent-unknown", {{"parent", parent}}));
      }
    }
  }

  /// One finding a cycle, at the first of its rows.
  void report_cycles(const std::vector<GroupNo>& order) {
    std::vector<bool> done(groups_.size(), false);
    for (const GroupNo no : order) done[no] = true;
    for (GroupNo no = 0; no < groups_.size(); ++no) {
      if (done[no]) continue;
      error(no, "parent", Message("groups.cycle", {{"code", groups_[no].code.text}}));
      for (GroupNo at = no; !done[at]; at = groups_[at].parent) done[at] = true;
    }
  }

  /// Fill in the headcounts that are sums, and compare the others with theirs.
  void add_headcounts(const std::vector<GroupNo>& order) {
    std::vector<ChildrenSum> sums(groups_.size());
    std::vector<bool> differs(groups_.size(), false);
    for (const GroupNo no : order) {
      Group& group = groups_[no];
      differs[no] = sums[no].known() && group.headcount && *group.headcount != sums[no].people;
      if (!group.headcount && sums[no].known()) group.headcount = sums[no].people;
      if (group.parent == kNone) continue;
      ChildrenSum& above = sums[group.parent];
      above.any = true;
      above.complete = above.complete && group.headcount.has_value();
      above.people += group.headcount.value_or(0);
    }
    for (GroupNo no = 0; no < groups_.size(); ++no) {
      if (!differs[no]) continue;
      diagnostics_.warning(table_.place(no, "headcount"),
                           Message("groups.headcount-differs", {{"code", groups_[no].code.text},
                                                                {"headcount", *groups_[no].headcount},
                                                                {"sum", sums[no].people}}));
    }
  }

  const io::Table& table_;
  Diagnostics& diagnostics_;
  std::array<const TextColumn*, kRequired.size()> columns_{};
  std::vector<Group> groups_;
  GroupTree::Codes by_code_;
};

}  // namespace

GroupTree::GroupTree(std::vector<Group> groups) : groups_(std::move(groups)) {
  for (GroupNo no = 0; no < groups_.size(); ++no) by_code_.try_emplace(text::fold(groups_[no].code.text), no);
}

GroupNo GroupTree::find(std::string_view code) const {
  const auto found = by_code_.find(text::fold(code));
  return found == by_code_.end() ? kNone : found->second;
}

std::optional<GroupTree> read_groups(const io::Table& table, Diagnostics& diagnostics) {
  return Reader(table, diagnostics).read();
}

}  // namespace quiz::roster
