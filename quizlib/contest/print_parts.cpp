// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/print_parts.hpp>

#include <quizlib/contest/words.hpp>

namespace quiz::contest {
namespace {

std::string with_direction(std::string_view key, bool descending, bool own_direction) {
  std::string text(key);
  if (descending != own_direction) text += descending ? " desc" : " asc";
  return text;
}

}  // namespace

void write_texts(io::JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key);
  json.begin_row();
  json.begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
  json.end_row();
}

void write_localized(io::JsonWriter& json, std::string_view key, const text::Localized& text) {
  json.key(key);
  if (text.empty()) {
    json.null();
    return;
  }
  json.begin_object();
  for (const auto& entry : text.texts) {
    json.key(text::language_code(entry.first));
    json.value(entry.second);
  }
  json.end_object();
}

void write_optional(io::JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  if (text.empty()) {
    json.null();
  } else {
    json.value(text);
  }
}

void write_condition(io::JsonWriter& json, std::string_view key, const Condition& condition) {
  json.key(key);
  json.begin_object();
  for (const Test& test : condition.tests) {
    if (test.is_list) {
      write_texts(json, test.column, test.any_of);
      continue;
    }
    json.key(test.column);
    if (!test.any_of.empty()) {
      json.value(test.any_of.front());
      continue;
    }
    const std::string low = test.low ? format_decimal(*test.low) : std::string();
    const std::string high = test.high ? format_decimal(*test.high) : std::string();
    json.value(low + ".." + high);
  }
  json.end_object();
}

std::string order_text(const RankingKey& key) {
  return with_direction(name(key.key), key.descending, more_is_better(key.key));
}

std::string order_text(const GroupRankingKey& key) {
  return with_direction(name(key.key), key.descending, true);
}

}  // namespace quiz::contest
