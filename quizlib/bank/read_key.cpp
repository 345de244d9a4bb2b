// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/read_key.hpp>

#include <quizlib/bank/id.hpp>
#include <quizlib/bank/localized.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::bank {
namespace {

constexpr std::size_t kFewestChoices = 2;

/// The fields in which types of items differ. A misplaced one is more than unknown.
constexpr std::array<std::string_view, 6> kFieldsOfTypes{"choices", "key",   "tolerance",
                                                         "accept",  "match", "pairs"};

bool has_field(ItemType type, std::string_view field) {
  switch (type) {
    case ItemType::single:
    case ItemType::multiple:
    case ItemType::order:
      return field == "choices";
    case ItemType::truefalse:
      return field == "key";
    case ItemType::numeric:
      return field == "key" || field == "tolerance";
    case ItemType::text:
      return field == "accept" || field == "match";
    case ItemType::match:
      return field == "pairs";
    case ItemType::essay:
      break;
  }
  return false;
}

/// Where a field's name stands. Needs a field that is there.
const io::YamlNode& key_node(const io::YamlNode& mapping, std::string_view field) {
  return *std::ranges::find_if(mapping.keys, [field](const io::YamlNode& key) { return key.text == field; });
}

class KeyReader {
 public:
  KeyReader(io::Fields& fields, std::span<const text::Language> languages, Item& item)
      : fields_(fields),
        languages_(languages),
        item_(item) {}

  void read() {
    switch (item_.type) {
      case ItemType::single:
      case ItemType::multiple:
      case ItemType::order:
        read_choices();
        break;
      case ItemType::truefalse:
        read_statement();
        break;
      case ItemType::numeric:
        read_number();
        break;
      case ItemType::text:
        read_text();
        break;
      case ItemType::match:
        read_pairs();
        break;
      case ItemType::essay:
        break;
    }
    refuse_fields_of_other_types();
  }

 private:
  /// The entries of a list that has 2 to 16 of them; `choices-few`, `choices-many` where it has not.
  std::vector<const io::YamlNode*> entries(std::string_view field) {
    const io::YamlNode* node = fields_.required(field);
    if (node == nullptr) return {};
    if (!node->is_sequence()) {
      fields_.error(*node, "not-list", {{"field", field}});
      return {};
    }
    if (node->children.size() < kFewestChoices)
      fields_.error(*node, std::string(field) + "-few", {{"least", kFewestChoices}});
    if (node->children.size() > Item::kMostChoices) {
      fields_.error(node->children[Item::kMostChoices], std::string(field) + "-many",
                    {{"count", node->children.size()}, {"most", Item::kMostChoices}});
    }
    std::vector<const io::YamlNode*> list;
    for (const io::YamlNode& entry : node->children) list.push_back(&entry);
    return list;
  }

  void read_choices() {
    std::map<std::string, std::uint32_t> lines;
    const io::YamlNode* first_key = nullptr;
    const std::vector<const io::YamlNode*> list = entries("choices");
    for (const io::YamlNode* entry : list) {
      Choice choice = read_choice(*entry, lines);
      if (choice.key) note_key(*entry->find("key"), first_key);
      item_.choices.push_back(std::move(choice));
    }
    const io::YamlNode* node = fields_.optional("choices");
    if (item_.type != ItemType::order && node != nullptr && node->is_sequence() && first_key == nullptr)
      fields_.error(*node, "key-none", {{"type", name(item_.type)}});
  }

  Choice read_choice(const io::YamlNode& node, std::map<std::string, std::uint32_t>& lines) {
    Choice choice;
    io::Fields fields(fields_.document(), node, "bank", "choice", fields_.diagnostics());
    if (!node.is_mapping()) return choice;
    if (auto id = read_id(fields, "id")) {
      const io::YamlNode& place = *fields.optional("id");
      const auto [first, is_new] = lines.emplace(*id, place.line);
      if (!is_new) fields.error(place, "choice-duplicate", {{"id", *id}, {"line", first->second}});
      choice.id = std::move(*id);
    }
    choice.text = read_localized(fields, "text", languages_, true);
    choice.rationale = read_localized(fields, "rationale", languages_);
    if (item_.type == ItemType::order) {
      // Their order is the key, and a choice that kept its place would tell a part of it.
      for (const std::string_view field : {"key", "fixed"}) refuse(fields, field);
    } else {
      choice.key = fields.flag("key").value_or(false);
      choice.fixed = fields.flag("fixed").value_or(false);
    }
    fields.finish();
    return choice;
  }

  void note_key(const io::YamlNode& key, const io::YamlNode*& first) {
    if (first == nullptr) {
      first = &key;
    } else if (item_.type == ItemType::single) {
      fields_.error(key, "key-second", {{"line", first->line}});
    }
  }

  void read_statement() {
    const auto key = fields_.flag("key", true);
    for (const bool value : {true, false}) {
      Choice choice;
      choice.id = value ? "true" : "false";
      choice.key = key == value;
      choice.fixed = true;
      item_.choices.push_back(std::move(choice));
    }
  }

  void read_number() {
    item_.number.value = read_decimal("key", true).value_or(Decimal{});
    const std::optional<Decimal> tolerance = read_decimal("tolerance", false);
    if (!tolerance) return;
    if (*tolerance < Decimal{}) {
      const io::YamlNode& node = *fields_.optional("tolerance");
      fields_.error(node, "tolerance-negative", {{"value", node.text}});
      return;
    }
    item_.number.tolerance = *tolerance;
  }

  std::optional<Decimal> read_decimal(std::string_view field, bool required) {
    const io::YamlNode* node = required ? fields_.required(field) : fields_.optional(field);
    if (node == nullptr) return std::nullopt;
    const auto value = node->is_scalar() && !node->quoted ? parse_decimal(node->text) : std::nullopt;
    if (!value) fields_.error(*node, "number-invalid", {{"field", field}, {"value", node->text}});
    return value;
  }

  void read_text() {
    if (const io::YamlNode* node = fields_.optional("match")) read_match(*node);
    const std::vector<const io::YamlNode*> list = fields_.list("accept", true);
    std::map<std::string, const io::YamlNode*> forms;
    for (const io::YamlNode* entry : list) {
      if (!entry->is_scalar()) {
        fields_.error(*entry, "not-text", {{"field", "accept"}});
        continue;
      }
      const std::string form = item_.text.comparable(entry->text);
      const auto [first, is_new] = forms.emplace(form, entry);
      if (form.find_first_not_of(" \t\n") == std::string::npos) {
        fields_.error(*entry, "text-empty");
      } else if (!is_new) {
        fields_.error(*entry, "accept-same", {{"value", entry->text}, {"first", first->second->text}});
      }
      item_.text.accept.push_back(entry->text);
    }
    const io::YamlNode* node = fields_.optional("accept");
    if (node != nullptr && node->is_sequence() && list.empty()) fields_.error(*node, "accept-none");
  }

  void read_match(const io::YamlNode& node) {
    io::Fields fields(fields_.document(), node, "bank", "match", fields_.diagnostics());
    if (!node.is_mapping()) return;
    text::Differences& match = item_.text.match;
    match.letter_case = fields.flag("case").value_or(match.letter_case);
    match.marks = fields.flag("marks").value_or(match.marks);
    match.spaces = fields.flag("spaces").value_or(match.spaces);
    fields.finish();
  }

  void read_pairs() {
    for (const io::YamlNode* entry : entries("pairs")) {
      io::Fields fields(fields_.document(), *entry, "bank", "pair", fields_.diagnostics());
      Pair pair;
      if (entry->is_mapping()) {
        pair.left = read_localized(fields, "left", languages_, true);
        pair.right = read_localized(fields, "right", languages_, true);
        fields.finish();
      }
      item_.pairs.push_back(std::move(pair));
    }
  }

  void refuse_fields_of_other_types() {
    for (const std::string_view field : kFieldsOfTypes) {
      if (!has_field(item_.type, field)) refuse(fields_, field);
    }
  }

  /// A field that items of this type do not have. It is known: said here, not again by finish().
  void refuse(io::Fields& fields, std::string_view field) {
    if (fields.optional(field) == nullptr) return;
    const bool in_choices = item_.type == ItemType::single || item_.type == ItemType::multiple;
    fields.error(key_node(fields.node(), field),
                 field == "key" && in_choices ? "key-misplaced" : "field-of-type",
                 {{"field", field}, {"type", name(item_.type)}});
  }

  io::Fields& fields_;
  std::span<const text::Language> languages_;
  Item& item_;
};

}  // namespace

void read_key(io::Fields& fields, std::span<const text::Language> languages, Item& item) {
  KeyReader(fields, languages, item).read();
}

}  // namespace quiz::bank
