// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/columns.hpp>

#include <quizlib/base/nearest.hpp>
#include <quizlib/base/utf8.hpp>
#include <quizlib/io/fields.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <map>

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
      : header_(header),
        file_(file),
        contest_(contest),
        items_(items),
        diagnostics_(diagnostics) {
    layout_.fields.fill(kNone);
    layout_.width = header.size();
  }

  std::optional<Layout> own() {
    index_header();
    for (std::uint32_t column = 0; column < header_.size(); ++column) take_own(column);
    if (layout_.field(Field::entrant) == kNone) error("sheets.entrant-missing");
    return done();
  }

  std::optional<Layout> mapped(const ColumnMap& map) {
    index_header();
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
    return done();
  }

 private:
  void index_header() {
    for (std::uint32_t column = 0; column < header_.size(); ++column) {
      if (invalid_utf8(header_[column])) return error("sheets.encoding");
      if (header_[column].empty()) continue;
      if (!by_name_.emplace(header_[column], column).second) {
        error("sheets.column-twice", {{"column", header_[column]}});
      }
    }
  }

  std::uint32_t find(const std::string& theirs) {
    if (const auto found = by_name_.find(theirs); found != by_name_.end()) return found->second;
    std::vector<std::string_view> names(header_.begin(), header_.end());
    error("sheets.column-missing", {{"column", theirs}, {"suggestion", nearest(theirs, names)}});
    return kNone;
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
    const std::string_view name = header_[column];
    if (take_field(name, column)) return;
    if (is_registration_column(name)) return take_registration(name, column);
    if (const ItemNo item = items_.find(name); item != kNone) {
      layout_.items.push_back({column, item});
      return;
    }
    if (const ItemNo item = at_position(name); item != kNone) {
      layout_.items.push_back({column, item});
      return;
    }
    error("sheets.column-unknown", {{"column", name}, {"suggestion", nearest(name, known_names())}});
  }

  /// The item at a position (1, 2, …) of the paper that everybody gets; kNone where papers differ.
  ItemNo at_position(std::string_view name) const {
    std::uint32_t position = 0;
    const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), position);
    if (failed != std::errc() || end != name.data() + name.size() || contest_.rounds.size() != 1)
      return kNone;
    const contest::Blueprint& paper = contest_.rounds.front().paper;
    if (!contest::is_fixed(paper)) return kNone;
    for (const contest::Section& section : paper.sections) {
      const std::vector<ItemNo> all = contest::fitting(items_, section, 0);
      if (position >= 1 && position <= all.size()) return all[position - 1];
      position -= static_cast<std::uint32_t>(std::min<std::size_t>(position, all.size()));
    }
    return kNone;
  }

  std::vector<std::string_view> known_names() const {
    std::vector<std::string_view> names(kFieldNames.begin(), kFieldNames.end());
    if (contest_.registration == contest::RegistrationMode::open) {
      names.insert(names.end(), kRegistrationColumns.begin(), kRegistrationColumns.end());
    }
    for (ItemNo item = 0; item < items_.size(); ++item) names.push_back(items_[item].id.text);
    return names;
  }

  std::optional<Layout> done() {
    std::map<ItemNo, std::uint32_t> seen;
    for (const Layout::ItemColumn& column : layout_.items) {
      if (column.item != kNone && !seen.emplace(column.item, column.column).second) {
        error("sheets.item-twice", {{"item", items_.reference(column.item)}});
      }
    }
    if (failed_) return std::nullopt;
    return std::move(layout_);
  }

  void error(std::string_view code, std::vector<Argument> arguments = {}) {
    failed_ = true;
    diagnostics_.error(Place{std::string(file_), 1, 0, {}, {}}, Message(code, std::move(arguments)));
  }

  std::span<const std::string_view> header_;
  std::string_view file_;
  const contest::Contest& contest_;
  const contest::Items& items_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::uint32_t, std::less<>> by_name_;
  Layout layout_;
  bool failed_ = false;
};

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
  for (const io::YamlNode* node : fields.list("items", true)) {
    if (node->is_scalar() && !node->text.empty()) {
      map.items.push_back(node->text);
    } else {
      fields.error(*node, "not-text", {{"field", "items"}});
    }
  }
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
