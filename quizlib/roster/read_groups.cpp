// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/nearest.hpp>
#include <quizlib/roster/group_cycles.hpp>
#include <quizlib/roster/groups.hpp>
#include <quizlib/roster/headcounts.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace quiz::roster {
namespace {

constexpr std::array<std::string_view, 6> kRequired{"code", "name", "parent", "level", "kind", "headcount"};

/// Ten digits are the world; more could overflow a sum.
constexpr std::uint64_t kMostHeadcount = 9'999'999'999;

std::optional<std::uint64_t> parse_headcount(std::string_view cell) {
  std::uint64_t value = 0;
  const char* const end = cell.data() + cell.size();
  const auto [stop, error] = std::from_chars(cell.data(), end, value);
  if (error != std::errc() || stop != end || value > kMostHeadcount) return std::nullopt;
  return value;
}

Date day_after(Date day) { return std::chrono::sys_days(day) + std::chrono::days(1); }

/// Groups.csv being read.
class Reader {
 public:
  Reader(const io::Table& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  [[nodiscard]] std::optional<GroupTree> read() {
    const std::size_t errors_before = diagnostics_.errors();
    for (const std::string_view name : kRequired) {
      if (table_.find(name) != nullptr) continue;
      diagnostics_.error(Place{table_.file, 0, 0, {}, {}},
                         Message("groups.column-missing", {{"column", name}}));
    }
    if (diagnostics_.errors() != errors_before) return std::nullopt;

    groups_.reserve(table_.rows());
    names_.reserve(table_.rows());
    for (std::size_t row = 0; row < table_.rows(); ++row) read_row(row);
    for (GroupNo no = 0; no < groups_.size(); ++no) add_aliases(no);
    for (GroupNo no = 0; no < groups_.size(); ++no) {
      groups_[no].parent = find(no, "parent", "groups.parent-unknown");
      groups_[no].successor = find(no, "successor", "groups.successor-unknown");
    }
    report_cycles();
    if (diagnostics_.errors() != errors_before) return std::nullopt;

    for (GroupNo no = 0; no < groups_.size(); ++no) check_succession(no);
    check_headcounts();
    return GroupTree(std::move(groups_), other_columns(), std::move(names_));
  }

 private:
  /// The cell of a column, empty where there is no such column.
  [[nodiscard]] std::string_view cell(std::size_t row, std::string_view column) const {
    const TextColumn* const cells = table_.find(column);
    return cells == nullptr ? std::string_view() : (*cells)[row];
  }

  void error(std::size_t row, std::string_view column, Message message) {
    diagnostics_.error(table_.place(row, column), std::move(message));
  }

  void warning(std::size_t row, std::string_view column, Message message) {
    diagnostics_.warning(table_.place(row, column), std::move(message));
  }

  void read_row(std::size_t row) {
    Group group;
    group.code.text = cell(row, "code");
    group.name = cell(row, "name");
    group.level = cell(row, "level");
    group.kind = cell(row, "kind");
    group.line = table_.lines[row];
    read_code(row, group.code.text);
    read_headcount(row, group);
    group.valid_from = read_date(row, "valid_from");
    group.valid_to = read_date(row, "valid_to");
    if (group.valid_from && group.valid_to && *group.valid_to < *group.valid_from) {
      error(
          row, "valid_to",
          Message("groups.never-valid", {{"from", cell(row, "valid_from")}, {"to", cell(row, "valid_to")}}));
    }
    groups_.push_back(std::move(group));
  }

  void read_code(std::size_t row, const std::string& code) {
    if (code.empty()) {
      error(row, "code", Message("groups.code-missing"));
    } else if (code.find(';') != std::string::npos) {
      error(row, "code", Message("groups.code-invalid", {{"code", code}}));
    } else if (const GroupNo owner = names_.add(code, static_cast<GroupNo>(row)); owner != row) {
      error(row, "code", Message("groups.code-twice", {{"code", code}, {"line", table_.lines[owner]}}));
    }
  }

  void read_headcount(std::size_t row, Group& group) {
    const std::string_view written = cell(row, "headcount");
    if (written.empty()) return;
    group.headcount = parse_headcount(written);
    if (!group.headcount) {
      error(row, "headcount", Message("groups.headcount-invalid", {{"value", written}}));
    } else if (*group.headcount == 0) {
      warning(row, "headcount", Message("groups.headcount-zero", {{"code", group.code.text}}));
    }
  }

  [[nodiscard]] std::optional<Date> read_date(std::size_t row, std::string_view column) {
    const std::string_view written = cell(row, column);
    if (written.empty()) return std::nullopt;
    const std::optional<Date> date = parse_date(written);
    if (!date) error(row, column, Message("groups.date-invalid", {{"value", written}}));
    return date;
  }

  /// Needs the codes of all groups in `names_`.
  void add_aliases(GroupNo no) {
    for_each_part(cell(no, "aliases"), [&](std::string_view alias) {
      const GroupNo owner = names_.add(alias, no);
      if (owner == no) return;
      const bool is_code = text::fold(groups_[owner].code.text) == text::fold(alias);
      error(no, "aliases",
            Message(is_code ? "groups.alias-is-code" : "groups.alias-twice",
                    {{"alias", alias}, {"line", groups_[owner].line}}));
    });
  }

  /// The group that a cell names, kNone where it is empty.
  [[nodiscard]] GroupNo find(std::size_t row, std::string_view column, std::string_view unknown) {
    const std::string_view name = cell(row, column);
    if (name.empty()) return kNone;
    const GroupNo found = names_.find(name);
    if (found == kNone) error(row, column, Message(unknown, {{column, name}, {"suggestion", meant(name)}}));
    return found;
  }

  /// The code or alias that may be meant by a name that no group has. Empty after as many as are told.
  [[nodiscard]] std::string_view meant(std::string_view name) {
    if (asked_++ >= Diagnostics::kKeptPerCode) return {};
    std::vector<std::string_view> known;
    for (const Group& group : groups_) known.push_back(group.code.text);
    for (std::size_t row = 0; row < groups_.size(); ++row)
      for_each_part(cell(row, "aliases"), [&known](std::string_view alias) { known.push_back(alias); });
    return nearest(name, known);
  }

  void report_cycles() {
    for (const GroupCycle& cycle : find_cycles(groups_)) {
      error(cycle.group, cycle.by_successors ? "successor" : "parent",
            Message(cycle.by_successors ? "groups.successor-cycle" : "groups.cycle",
                    {{"code", groups_[cycle.group].code.text}}));
    }
  }

  /// A group that ends has a successor, and only such a one.
  void check_succession(GroupNo no) {
    const Group& group = groups_[no];
    const bool succeeded = group.successor != kNone;
    if (group.valid_to && !succeeded) {
      warning(
          no, "successor",
          Message("groups.successor-missing", {{"code", group.code.text}, {"day", cell(no, "valid_to")}}));
    }
    if (!group.valid_to && succeeded)
      warning(no, "successor", Message("groups.successor-idle", {{"code", group.code.text}}));
    if (group.valid_to && succeeded) check_takeover(no, day_after(*group.valid_to));
  }

  /// Somebody takes over from a group on the day after its last.
  void check_takeover(GroupNo no, Date day) {
    const Group& group = groups_[no];
    GroupNo next = group.successor;
    // A chain that ends later is a finding where it ends.
    while (next != kNone && groups_[next].valid_to && *groups_[next].valid_to < day)
      next = groups_[next].successor;
    if (next == kNone || groups_[next].valid_on(day)) return;
    warning(no, "successor",
            Message("groups.successor-gap", {{"code", group.code.text},
                                             {"successor", groups_[next].code.text},
                                             {"day", format_date(day)},
                                             {"from", cell(next, "valid_from")}}));
  }

  void check_headcounts() {
    const ChildrenSums sums = add_headcounts(groups_, std::nullopt);
    for (GroupNo no = 0; no < groups_.size(); ++no) {
      const Group& group = groups_[no];
      if (!group.headcount || !sums[no] || *group.headcount == *sums[no]) continue;
      warning(no, "headcount",
              Message("groups.headcount-differs",
                      {{"code", group.code.text}, {"headcount", *group.headcount}, {"sum", *sums[no]}}));
    }
  }

  [[nodiscard]] std::vector<GroupColumn> other_columns() const {
    std::vector<GroupColumn> others;
    for (std::size_t i = 0; i < table_.names.size(); ++i) {
      if (std::ranges::find(kRequired, table_.names[i]) == kRequired.end())
        others.push_back({table_.names[i], table_.columns[i]});
    }
    return others;
  }

  const io::Table& table_;
  Diagnostics& diagnostics_;
  std::vector<Group> groups_;
  GroupNames names_;
  std::size_t asked_ = 0;  ///< how often for what is meant
};

}  // namespace

std::optional<GroupTree> read_groups(const io::Table& table, Diagnostics& diagnostics) {
  return Reader(table, diagnostics).read();
}

}  // namespace quiz::roster
