// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/banks.hpp>

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/error.hpp>
#include <quizlib/base/nearest.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/keep_going.hpp>
#include <quizlib/workflow/key_table.hpp>
#include <quizlib/workflow/load_bank.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;

/// What is counted of a bank: items by status, then the active ones by difficulty.
constexpr std::array<std::string_view, 6> kCounted{"active", "retired", "easy", "medium", "hard", "unrated"};

/// A bank and the name that references to its items begin with.
struct Named {
  std::string name;
  bank::Bank bank;
};

/// All banks asked for; nothing where one has errors.
std::optional<std::vector<Named>> load(const std::filesystem::path& start,
                                       std::span<const std::filesystem::path> files,
                                       Diagnostics& diagnostics) {
  std::vector<Named> banks;
  if (files.empty()) {
    const auto folder = load_contest(start, {.banks = true}, diagnostics);
    if (!folder) return std::nullopt;
    for (std::size_t i = 0; i < folder->banks.size(); ++i) {
      banks.push_back({folder->contest.banks[i].name, std::move(folder->banks[i])});
    }
    return banks;
  }
  KeepGoing each;
  for (const std::filesystem::path& file : files) {
    each([&] {
      auto loaded = load_bank(file, diagnostics);
      if (!loaded) return;
      std::string name = loaded->id.text;
      banks.push_back({std::move(name), std::move(*loaded)});
    });
  }
  each.finish();
  if (banks.size() != files.size()) return std::nullopt;
  return banks;
}

bool holds(const std::vector<std::string>& values, const std::string& wanted) {
  return wanted.empty() || std::ranges::find(values, wanted) != values.end();
}

Cell difficulty(const bank::Item& item) {
  if (!item.difficulty) return {};
  return std::string(name(*item.difficulty));
}

bool passes(const bank::Item& item, const ItemFilter& filter) {
  const bool retired = item.status == bank::Status::retired;
  const bool difficult =
      filter.difficulty.empty() || (item.difficulty && name(*item.difficulty) == filter.difficulty);
  return retired == filter.retired && difficult && holds(item.skills, filter.skill) &&
         holds(item.tags, filter.tag);
}

/// An item and the bank it is in.
struct Found {
  const Named* named = nullptr;
  const bank::Item* item = nullptr;
};

/// The item that `reference` names. Throws Error{not_found} where none or several are meant.
Found find_item(const std::vector<Named>& banks, std::string_view reference) {
  std::vector<std::string> references;
  std::vector<Found> found;
  for (const Named& named : banks) {
    for (const bank::Item& item : named.bank.items) {
      const std::string full = named.name + '/' + item.id.text;
      if (reference == full || reference == item.id.text) found.push_back({&named, &item});
      references.push_back(item.id.text);
      references.push_back(full);
    }
  }
  if (found.size() == 1) return found.front();
  if (found.size() > 1) {
    throw Error(ErrorKind::not_found,
                Message("bank.item-ambiguous", {{"item", reference}, {"bank", found.front().named->name}}));
  }
  const std::vector<std::string_view> known(references.begin(), references.end());
  throw Error(
      ErrorKind::not_found,
      Message("bank.item-not-found", {{"item", reference}, {"suggestion", nearest(reference, known)}}));
}

/// How many items of one bank have each value of some list.
void count_values(const Named& named, const std::vector<std::string> bank::Item::*values,
                  std::vector<std::vector<Cell>>& rows) {
  std::map<std::string, std::int64_t> counts;
  for (const bank::Item& item : named.bank.items) {
    if (item.status != bank::Status::active) continue;
    for (const std::string& value : item.*values) ++counts[value];
  }
  for (const auto& entry : counts) rows.push_back({named.name, entry.first, entry.second});
}

/// How many items of one bank are of each type.
void count_types(const Named& named, std::vector<std::vector<Cell>>& rows) {
  for (const bank::ItemType type : bank::kItemTypes) {
    const auto count = std::ranges::count_if(named.bank.items, [type](const bank::Item& item) {
      return item.type == type && item.status == bank::Status::active;
    });
    if (count != 0) rows.push_back({named.name, std::string(name(type)), std::int64_t{count}});
  }
}

std::vector<Cell> statistics_row(const Named& named) {
  std::map<std::string_view, std::int64_t> counts;
  Points points;
  for (const bank::Item& item : named.bank.items) {
    ++counts[name(item.status)];
    if (item.status != bank::Status::active) continue;
    ++counts[item.difficulty ? name(*item.difficulty) : "unrated"];
    points = points + item.points;
  }
  std::vector<std::string> languages;
  for (const text::Language language : named.bank.languages) languages.emplace_back(language_code(language));
  std::vector<Cell> row{named.name, std::move(languages)};
  for (const std::string_view counted : kCounted) {
    row.emplace_back(counts[counted]);
  }
  row.emplace_back(format_points(points));
  row.emplace_back(crypto::hex(bank::digest(named.bank)));
  return row;
}

}  // namespace

std::optional<report::Document> list_items(const std::filesystem::path& start,
                                           std::span<const std::filesystem::path> files,
                                           const ItemFilter& filter, text::Language language,
                                           Diagnostics& diagnostics) {
  const auto banks = load(start, files, diagnostics);
  if (!banks) return std::nullopt;
  std::vector<std::vector<Cell>> rows;
  for (const Named& named : *banks) {
    for (const bank::Item& item : named.bank.items) {
      if (!passes(item, filter)) continue;
      rows.push_back({named.name, item.id.text, std::string(name(item.type)), difficulty(item),
                      format_points(item.points), item.skills, item.tags,
                      std::string(item.stem.in(language))});
    }
  }
  report::Document document;
  document.name = "bank-list";
  document.rows = report::table("rows",
                                {{"bank"},
                                 {"item"},
                                 {"type", Kind::word},
                                 {"difficulty", Kind::word},
                                 {"points", Kind::decimal},
                                 {"skills", Kind::list},
                                 {"tags", Kind::list},
                                 {"stem"}},
                                std::move(rows));
  return document;
}

std::optional<report::Document> show_item(const std::filesystem::path& start,
                                          std::span<const std::filesystem::path> files,
                                          std::string_view reference, text::Language language,
                                          Diagnostics& diagnostics) {
  const auto banks = load(start, files, diagnostics);
  if (!banks) return std::nullopt;
  const Found found = find_item(*banks, reference);
  const bank::Item& item = *found.item;
  Cell time_limit;
  if (item.time_limit) time_limit = item.time_limit->count();
  Cell picture;
  if (item.media) picture = item.media->file;

  report::Document document;
  document.name = "bank-show";
  document.rows = report::table(
      "rows",
      {{"bank"},
       {"item"},
       {"type", Kind::word},
       {"status", Kind::word},
       {"difficulty", Kind::word},
       {"points", Kind::decimal},
       {"time_limit_ms", Kind::duration},
       {"skills", Kind::list},
       {"tags", Kind::list},
       {"media"},
       {"stem"},
       {"rationale"}},
      {{found.named->name, item.id.text, std::string(name(item.type)), std::string(name(item.status)),
        difficulty(item), format_points(item.points), time_limit, item.skills, item.tags, picture,
        in_language(item.stem, language), in_language(item.rationale, language)}});
  document.rows.is_record = true;

  if (std::optional<report::Table> table = key_table(item, language))
    document.more.push_back(*std::move(table));
  return document;
}

std::optional<report::Document> bank_statistics(const std::filesystem::path& start,
                                                std::span<const std::filesystem::path> files,
                                                Diagnostics& diagnostics) {
  const auto banks = load(start, files, diagnostics);
  if (!banks) return std::nullopt;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::vector<Cell>> types;
  std::vector<std::vector<Cell>> skills;
  std::vector<std::vector<Cell>> tags;
  for (const Named& named : *banks) {
    rows.push_back(statistics_row(named));
    count_types(named, types);
    count_values(named, &bank::Item::skills, skills);
    count_values(named, &bank::Item::tags, tags);
  }
  report::Document document;
  document.name = "bank-stats";
  std::vector<report::Column> columns{{"bank"}, {"languages", Kind::list}};
  for (const std::string_view counted : kCounted) {
    columns.push_back({std::string(counted), Kind::count});
  }
  columns.push_back({"points", Kind::decimal});
  columns.push_back({"digest"});
  document.rows = report::table("rows", std::move(columns), std::move(rows));
  document.more.push_back(
      report::table("types", {{"bank"}, {"type", Kind::word}, {"items", Kind::count}}, std::move(types)));
  document.more.push_back(
      report::table("skills", {{"bank"}, {"skill"}, {"items", Kind::count}}, std::move(skills)));
  document.more.push_back(
      report::table("tags", {{"bank"}, {"tag"}, {"items", Kind::count}}, std::move(tags)));
  return document;
}

}  // namespace quiz::workflow
