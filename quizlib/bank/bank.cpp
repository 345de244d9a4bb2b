// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/bank.hpp>

#include <quizlib/bank/id.hpp>
#include <quizlib/bank/localized.hpp>
#include <quizlib/bank/read_item.hpp>
#include <quizlib/io/fields.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

namespace quiz::bank {
namespace {

constexpr std::string_view kFormat = "quiz-bank/1";

/// Whether the file is of the format that is read here. Another one is the only finding: its fields are
/// another matter.
bool is_bank(io::Fields& fields) {
  const io::YamlNode* format = fields.required("format");
  if (format == nullptr) return false;
  if (format->is_scalar() && format->text == kFormat) return true;
  fields.error(*format, "format-unknown", {{"format", format->text}, {"expected", kFormat}});
  return false;
}

std::vector<Item> read_items(io::Fields& fields, const std::vector<text::Language>& languages) {
  const io::YamlNode* node = fields.required("items");
  if (node == nullptr) return {};
  if (!node->is_sequence()) {
    fields.error(*node, "not-list", {{"field", "items"}});
    return {};
  }
  if (node->children.empty()) fields.error(*node, "items-none");
  std::vector<Item> items;
  items.reserve(node->children.size());
  std::map<std::string, std::uint32_t> lines;
  for (const io::YamlNode& entry : node->children) {
    items.push_back(read_item(fields.document(), entry, languages, fields.diagnostics()));
    const std::string& id = items.back().id.text;
    if (id.empty()) continue;  // has an error already
    const io::YamlNode& place = *entry.find("id");
    const auto [first, is_new] = lines.emplace(id, place.line);
    if (!is_new) fields.error(place, "item-duplicate", {{"id", id}, {"line", first->second}});
  }
  return items;
}

}  // namespace

const Item* Bank::find(std::string_view wanted) const {
  const auto found =
      std::ranges::find_if(items, [wanted](const Item& item) { return item.id.text == wanted; });
  return found == items.end() ? nullptr : &*found;
}

std::optional<Bank> read_bank(const io::YamlDocument& document, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  io::Fields fields(document, document.root, "bank", "bank", diagnostics);
  if (!document.root.is_mapping() || !is_bank(fields)) return std::nullopt;
  Bank bank;
  bank.file = document.file;
  if (auto id = read_id(fields, "id")) bank.id.text = std::move(*id);
  bank.languages = read_languages(fields, "languages", true);
  bank.title = read_localized(fields, "title", bank.languages);
  bank.license = fields.text("license").value_or("");
  bank.items = read_items(fields, bank.languages);
  fields.finish();
  if (diagnostics.errors() != errors_before) return std::nullopt;
  return bank;
}

}  // namespace quiz::bank
