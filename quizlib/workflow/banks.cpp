// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/banks.hpp>

#include <quizlib/bank/bank.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/load_bank.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;

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
  for (const std::filesystem::path& file : files) {
    if (auto loaded = load_bank(file, diagnostics)) {
      std::string name = loaded->id.text;
      banks.push_back({std::move(name), std::move(*loaded)});
    }
  }
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

}  // namespace quiz::workflow
