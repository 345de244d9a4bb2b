// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <cstddef>

namespace quiz::contest {
namespace {

bool is_range(const io::YamlNode& node) {
  return node.is_scalar() && !node.quoted && node.text.find("..") != std::string::npos;
}

/// One end of a range; false where it is written and no number.
bool read_end(std::string_view text, std::optional<Decimal>& end) {
  if (text.empty()) return true;
  end = parse_decimal(text);
  return end.has_value();
}

void read_range(io::Fields& fields, const io::YamlNode& node, Test& test) {
  const std::string_view text = node.text;
  const std::size_t dots = text.find("..");
  const bool readable = text.size() > 2 && read_end(text.substr(0, dots), test.low) &&
                        read_end(text.substr(dots + 2), test.high);
  if (!readable) {
    fields.error(node, "range-invalid", {{"value", text}});
  } else if (test.low && test.high && *test.low > *test.high) {
    fields.error(node, "range-empty", {{"value", text}});
  }
}

void read_value(io::Fields& fields, std::string_view column, const io::YamlNode& node, Test& test) {
  if (!node.is_scalar() || node.text.empty()) {
    fields.error(node, "not-text", {{"field", column}});
  } else if (is_range(node)) {
    fields.error(node, "range-in-list", {{"value", node.text}});
  } else {
    test.any_of.push_back(node.text);
  }
}

Test read_test(io::Fields& fields, const io::YamlNode& column, const io::YamlNode& value) {
  Test test;
  test.column = column.text;
  test.place = fields.document().place(column);
  if (is_range(value)) {
    read_range(fields, value, test);
  } else if (value.is_sequence()) {
    test.is_list = true;
    if (value.children.empty()) fields.error(value, "list-empty", {{"field", column.text}});
    for (const io::YamlNode& entry : value.children) read_value(fields, column.text, entry, test);
  } else if (value.is_mapping()) {
    fields.error(value, "not-condition", {{"column", column.text}});
  } else {
    read_value(fields, column.text, value, test);
  }
  return test;
}

}  // namespace

Condition read_condition(io::Fields& fields, std::string_view key) {
  Condition condition;
  const io::YamlNode* node = fields.optional(key);
  if (node == nullptr) return condition;
  if (!node->is_mapping()) {
    fields.error(*node, "not-mapping", {{"thing", Term{"thing.condition"}}});
    return condition;
  }
  for (std::size_t i = 0; i < node->keys.size(); ++i)
    condition.tests.push_back(read_test(fields, node->keys[i], node->children[i]));
  return condition;
}

}  // namespace quiz::contest
