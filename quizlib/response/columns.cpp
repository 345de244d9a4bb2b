// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/columns.hpp>

#include <quizlib/base/nearest.hpp>
#include <quizlib/base/trim.hpp>
#include <quizlib/base/utf8.hpp>
#include <quizlib/io/fields.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <system_error>

namespace quiz::response {
namespace {

bool is_registration_column(std::string_view name) {
  return std::ranges::find(kRegistrationColumns, name) != kRegistrationColumns.end();
}

/// Finds the columns of one header and says what is wrong with it.
class Finder {
 public:
  Finder(std::span<const std::string_view> header, std::string_view file, const contest::Contest& contest,
         const contest::Items& items, Diagnostics& diagnostics)
      : file_(file),
        contest_(contest),
        items_(items),
        diagnostics_(diagnostics) {
    layout_.fields.fill(kNone);
    layout_.width = header.size();
    for (const std::string_view name : header) {
      if (invalid_utf8(name)) {
        error("sheets.encoding");
        return;
      }
      names_.push_back(text::nfc(trim(name)));
      if (!names_.back().empty()) ++count_[names_.back()];
    }
  }

  std::optional<Layout> own() {
    if (failed_) return std::nullopt;
    for (const auto& [name, count] : count_) {
      if (count > 1) error("sheets.column-twice", {{"column", name}});
    }
    if (failed_) return std::nullopt;
    for (std::uint32_t column = 0; column < names_.size(); ++column) take_own(column);
    if (layout_.field(Field::entrant) == kNone) error("sheets.entrant-missing");
    return done();
  }

  std::optional<Layout> mapped(const ColumnMap& map) {
    if (failed_) return std::nullopt;
    layout_.answers = map.answers;
    layout_.date_order = map.date_order;
    layout_.by_position = true;
    for (const auto& [ours, theirs] : map.columns) {
      const std::uint32_t column = find(theirs);
      if (column == kNone) continue;
      if (!take_field(ours, column)) take_registration(ours, column);
    }
    for (const std::string& theirs : map.items) {
      if (const std::uint32_t column = find(theirs); column != kNone)
        layout_.items.push_back({column, kNone});
    }
    compare_with_papers(map.items.size());
    return done();
  }

 private:
  /// A column that a mapping names.
  std::uint32_t find(std::string_view theirs) {
    const std::string name = text::nfc(trim(theirs));
    const auto found = std::ranges::find(names_, name);
    if (found == names_.end() || name.empty()) {
      const std::vector<std::string_view> names(names_.begin(), names_.end());
      error("sheets.column-missing", {{"column", theirs}, {"suggestion", nearest(name, names)}});
      return kNone;
    }
    if (count_.find(name)->second > 1) error("sheets.column-twice", {{"column", theirs}});
    return static_cast<std::uint32_t>(found - names_.begin());
  }

  bool take_field(std::string_view name, std::uint32_t column) {
    const auto found = std::ranges::find(kFieldNames, name);
    if (found == kFieldNames.end()) return false;
    layout_.fields[static_cast<std::size_t>(found - kFieldNames.begin())] = column;
    return true;
  }

  void take_registration(std::string_view name, std::uint32_t column) {
    if (contest_.registration == contest::RegistrationMode::open) {
      layout_.registration.emplace_back(name, column);
    } else {
      error("sheets.registration-closed", {{"column", name}});
    }
  }

  void take_own(std::uint32_t column) {
    const std::string_view name = names_[column];
    if (take_field(name, column)) return;
    if (is_registration_column(name)) return take_registration(name, column);
    ItemNo item = items_.find(name);
    if (item == kNone) item = at_position(name);
    if (item == kNone) {
      error("sheets.column-unknown", {{"column", name}, {"suggestion", nearest(name, known_names())}});
    } else {
      layout_.items.push_back({column, item});
    }
  }

  /// The item at a position (1, 2, …) of the paper that everybody gets; kNone where papers differ.
  [[nodiscard]] ItemNo at_position(std::string_view name) const {
    std::size_t position = 0;
    const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), position);
    const bool is_number = failed == std::errc() && end == name.data() + name.size();
    if (!is_number || contest_.rounds.size() != 1) return kNone;
    const contest::Round& round = contest_.rounds.front();
    if (!contest::is_fixed(round)) return kNone;
    const std::vector<ItemNo> paper = contest::fixed_paper(items_, round.of(0).paper);
    return position >= 1 && position <= paper.size() ? paper[position - 1] : kNone;
  }

  [[nodiscard]] std::vector<std::string_view> known_names() const {
    std::vector<std::string_view> names(kFieldNames.begin(), kFieldNames.end());
    if (contest_.registration == contest::RegistrationMode::open) {
      names.insert(names.end(), kRegistrationColumns.begin(), kRegistrationColumns.end());
    }
    for (ItemNo item = 0; item < items_.size(); ++item) names.push_back(items_[item].id.text);
    return names;
  }

  /// A table with more or fewer columns of answers than any paper has items belongs to something else.
  void compare_with_papers(std::size_t columns) {
    std::size_t fewest = items_.size();
    std::size_t most = 0;
    for (const contest::Round& round : contest_.rounds) {
      for (const contest::RoundRules& rules : round.rules.values) {
        const std::size_t size = contest::paper_size(items_, rules.paper);
        fewest = std::min(fewest, size);
        most = std::max(most, size);
      }
    }
    if (columns > most) error("sheets.items-many", {{"found", columns}, {"items", most}});
    if (columns < fewest) error("sheets.items-few", {{"found", columns}, {"items", fewest}});
  }

  std::optional<Layout> done() {
    std::vector<bool> seen(items_.size());
    for (const Layout::ItemColumn& column : layout_.items) {
      if (column.item == kNone) continue;
      if (seen[column.item]) error("sheets.item-twice", {{"item", items_.reference(column.item)}});
      seen[column.item] = true;
    }
    if (failed_) return std::nullopt;
    return std::move(layout_);
  }

  void error(std::string_view code, std::vector<Argument> arguments = {}) {
    failed_ = true;
    diagnostics_.error(Place{std::string(file_), 1, 0, {}, {}}, Message(code, std::move(arguments)));
  }

  std::string_view file_;
  const contest::Contest& contest_;
  const contest::Items& items_;
  Diagnostics& diagnostics_;
  std::vector<std::string> names_;                         ///< of the columns, NFC and trimmed
  std::map<std::string, std::size_t, std::less<>> count_;  ///< how often a name stands in the header
  Layout layout_;
  bool failed_ = false;
};

/// A column of answers. One that stands for something already would count its answers twice.
void read_item_column(io::Fields& fields, const io::YamlNode& node, ColumnMap& map) {
  if (!node.is_scalar() || node.text.empty()) {
    fields.error(node, "not-text", {{"field", "items"}});
    return;
  }
  const auto names_it = [&](const auto& column) { return column.second == node.text; };
  if (std::ranges::find(map.items, node.text) != map.items.end() ||
      std::ranges::any_of(map.columns, names_it)) {
    fields.error(node, "column-twice", {{"column", node.text}});
    return;
  }
  map.items.push_back(node.text);
}

}  // namespace

std::optional<ColumnMap> read_column_map(const io::YamlDocument& document, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  ColumnMap map;
  io::Fields fields(document, document.root, "columns", "mapping", diagnostics);
  fields.word("format", {"quiz-columns/1"}, true);
  if (const io::YamlNode* columns = fields.required("columns")) {
    io::Fields names(document, *columns, "columns", "columns", diagnostics);
    const auto take = [&](std::string_view ours) {
      if (auto theirs = names.text(ours)) map.columns.emplace_back(ours, *std::move(theirs));
    };
    for (const std::string_view ours : kFieldNames) take(ours);
    for (const std::string_view ours : kRegistrationColumns) take(ours);
    names.finish();
    if (names.node().is_mapping() && names.node().find("entrant") == nullptr) {
      names.error(*columns, "entrant-missing");
    }
  }
  for (const io::YamlNode* node : fields.list("items", true)) read_item_column(fields, *node, map);
  if (const auto form = fields.word("answers", {"ids", "letters", "numbers", "texts"})) {
    map.answers = static_cast<AnswerForm>(*form);
  }
  if (const auto order = fields.word("date_order", {"ymd", "dmy", "mdy"})) {
    map.date_order = static_cast<DateOrder>(*order);
  }
  fields.finish();
  if (diagnostics.errors() != before) return std::nullopt;
  return map;
}

std::optional<Layout> find_columns(std::span<const std::string_view> header, std::string_view file,
                                   const ColumnMap* map, const contest::Contest& contest,
                                   const contest::Items& items, Diagnostics& diagnostics) {
  Finder finder(header, file, contest, items, diagnostics);
  return map == nullptr ? finder.own() : finder.mapped(*map);
}

}  // namespace quiz::response
