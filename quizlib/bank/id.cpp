// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/id.hpp>

#include <algorithm>
#include <cstddef>

namespace quiz::bank {
namespace {

constexpr std::size_t kLongestId = 64;

bool is_id_character(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-' || c == '_' ||
         c == '.';
}

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= kLongestId && std::ranges::all_of(text, is_id_character);
}

std::optional<std::string> read_id(io::Fields& fields, std::string_view key, bool required) {
  const io::YamlNode* node = required ? fields.required(key) : fields.optional(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_scalar() || !is_id(node->text)) {
    fields.error(*node, "id-invalid", {{"field", key}, {"value", node->text}});
    return std::nullopt;
  }
  return node->text;
}

}  // namespace quiz::bank
