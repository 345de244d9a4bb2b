// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/values.hpp>

#include <quizlib/bank/id.hpp>
#include <quizlib/base/nearest.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iterator>

namespace quiz::contest {
namespace {

void reject(io::Fields& fields, std::string_view key, std::string_view code,
            std::vector<Argument> arguments) {
  fields.error(*fields.optional(key), code, std::move(arguments));
}

std::string joined(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) text.append(text.empty() ? "" : ", ").append(word);
  return text;
}

}  // namespace

std::optional<std::uint32_t> parse_count(std::string_view text) {
  std::int64_t value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
    if (value > kLargestCount) return std::nullopt;
  }
  if (text.empty()) return std::nullopt;
  return static_cast<std::uint32_t>(value);
}

std::vector<const io::YamlNode*> entries(io::Fields& fields, std::string_view key, bool required) {
  const std::vector<const io::YamlNode*> list = fields.list(key, required);
  const io::YamlNode* node = fields.optional(key);
  if (node != nullptr && node->is_sequence() && list.empty())
    fields.error(*node, "list-empty", {{"field", key}});
  return list;
}

Texts read_texts(io::Fields& fields, std::string_view key, bool required) {
  Texts result;
  for (const io::YamlNode* entry : entries(fields, key, required)) {
    if (!entry->is_scalar() || entry->text.empty()) {
      fields.error(*entry, "not-text", {{"field", key}});
    } else if (std::ranges::find(result.texts, entry->text) != result.texts.end()) {
      fields.error(*entry, "duplicate", {{"value", entry->text}});
    } else {
      result.texts.push_back(entry->text);
      result.nodes.push_back(entry);
    }
  }
  return result;
}

std::optional<std::size_t> read_word(io::Fields& fields, const io::YamlNode& at, std::string_view field,
                                     std::string_view word, std::span<const std::string_view> words) {
  const auto found = std::ranges::find(words, word);
  if (found != words.end()) return static_cast<std::size_t>(std::distance(words.begin(), found));
  fields.error(
      at, "word-unknown",
      {{"field", field}, {"word", word}, {"words", joined(words)}, {"suggestion", nearest(word, words)}});
  return std::nullopt;
}

std::string read_id(io::Fields& fields, Seen& seen) {
  const std::optional<std::string> id = bank::read_id(fields, "id");
  const io::YamlNode* node = fields.optional("id");
  if (!id) return node == nullptr ? std::string() : node->text;
  const auto [first, is_new] = seen.emplace(*id, node->line);
  if (!is_new) fields.error(*node, "duplicate-id", {{"id", *id}, {"line", first->second}});
  return *id;
}

std::optional<Instant> read_moment(io::Fields& fields, std::string_view key, const text::Zone& zone,
                                   bool closes) {
  const std::optional<std::string> text = fields.text(key);
  if (!text) return std::nullopt;
  if (const std::optional<Date> date = parse_date(*text)) {
    const std::chrono::local_days day(*date);
    return zone.at(LocalTime(closes ? day + std::chrono::days(1) : day));
  }
  if (const std::optional<WrittenTime> time = parse_time(*text)) return zone.at(*time);
  reject(fields, key, "not-time", {{"field", key}, {"value", *text}});
  return std::nullopt;
}

std::optional<Milliseconds> read_duration(io::Fields& fields, std::string_view key, Milliseconds least) {
  const std::optional<std::string> text = fields.text(key);
  if (!text) return std::nullopt;
  const std::optional<Milliseconds> duration = parse_duration(*text);
  if (!duration) {
    reject(fields, key, "not-duration", {{"field", key}, {"value", *text}});
    return std::nullopt;
  }
  if (*duration < least) {
    reject(fields, key, "duration-short", {{"field", key}, {"least", format_duration(least)}});
    return std::nullopt;
  }
  return duration;
}

std::optional<Decimal> read_decimal(io::Fields& fields, std::string_view key, Decimal low, Decimal high) {
  const std::optional<std::string> text = fields.text(key);
  if (!text) return std::nullopt;
  const std::optional<Decimal> value = parse_decimal(*text);
  if (!value) {
    reject(fields, key, "not-number", {{"field", key}, {"value", *text}});
  } else if (*value < low || *value > high) {
    reject(fields, key, "number-range",
           {{"field", key}, {"low", format_decimal(low)}, {"high", format_decimal(high)}});
  } else {
    return value;
  }
  return std::nullopt;
}

std::optional<Points> read_points(io::Fields& fields, std::string_view key) {
  const std::optional<std::string> text = fields.text(key);
  if (!text) return std::nullopt;
  const std::optional<Points> points = parse_points(*text);
  if (!points) reject(fields, key, "not-points", {{"field", key}, {"value", *text}});
  return points;
}

std::optional<std::optional<std::uint32_t>> read_count(io::Fields& fields, std::string_view key,
                                                       std::string_view word, bool required) {
  const std::optional<std::string> text = fields.text(key, required);
  if (!text) return std::nullopt;
  if (*text == word) return std::optional<std::uint32_t>();
  const std::optional<std::uint32_t> count = parse_count(*text);
  if (count && *count > 0) return count;
  reject(fields, key, "not-count", {{"field", key}, {"value", *text}, {"word", word}});
  return std::nullopt;
}

std::optional<Share> parse_share(std::string_view text) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  const std::optional<Decimal> value = parse_decimal(text);
  if (!value) return std::nullopt;
  return Share{*value, percent};
}

}  // namespace quiz::contest
