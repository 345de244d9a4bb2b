// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/contest/words.hpp>

#include <algorithm>

namespace quiz::contest {
namespace {

/// A key of an order and its direction, `asc` or `desc` after it.
struct OrderEntry {
  std::string_view word;           ///< as it stands in the node
  std::optional<bool> descending;  ///< nothing: the key's own direction
};

std::optional<OrderEntry> read_entry(io::Fields& fields, std::string_view field, const io::YamlNode& entry) {
  if (!entry.is_scalar() || entry.text.empty()) {
    fields.error(entry, "not-text", {{"field", field}});
    return std::nullopt;
  }
  const std::string_view text = entry.text;
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return OrderEntry{text, std::nullopt};
  const std::string_view direction = text.substr(text.find_first_not_of(' ', blank));
  if (direction != "asc" && direction != "desc") {
    fields.error(entry, "direction-unknown", {{"direction", direction}});
    return std::nullopt;
  }
  return OrderEntry{text.substr(0, blank), direction == "desc"};
}

std::optional<RankingKey> read_key(io::Fields& fields, std::string_view field, const io::YamlNode& node) {
  const std::optional<OrderEntry> entry = read_entry(fields, field, node);
  if (!entry) return std::nullopt;
  const std::optional<std::size_t> word = read_word(fields, node, field, entry->word, kKeyWords);
  if (!word) return std::nullopt;
  const Key key = static_cast<Key>(*word);
  if (key == Key::prediction && entry->descending) {
    fields.error(node, "prediction-direction");
    return std::nullopt;
  }
  return RankingKey{key, entry->descending.value_or(more_is_better(key)), fields.document().place(node)};
}

/// `top-mean:K` with a K of digits only, up to six of them; 0 for anything else.
std::uint32_t parse_top(std::string_view digits) {
  constexpr std::size_t kMostDigits = 6;
  if (digits.empty() || digits.size() > kMostDigits) return 0;
  std::uint32_t top = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return 0;
    top = top * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return top;
}

}  // namespace

std::vector<RankingKey> read_order(io::Fields& fields, std::string_view key, bool required) {
  std::vector<RankingKey> order;
  for (const io::YamlNode* node : entries(fields, key, required)) {
    const std::optional<RankingKey> entry = read_key(fields, key, *node);
    if (!entry) continue;
    if (std::ranges::find(order, entry->key, &RankingKey::key) != order.end())
      fields.error(*node, "duplicate", {{"value", name(entry->key)}});
    else
      order.push_back(*entry);
  }
  return order;
}

std::optional<GroupKey> read_group_key(io::Fields& fields, std::string_view field, const io::YamlNode& at,
                                       std::string_view word) {
  constexpr std::string_view kTopMean = "top-mean:";
  constexpr std::string_view kColumn = "column:";
  if (word.starts_with(kTopMean)) {
    const std::uint32_t count = parse_top(word.substr(kTopMean.size()));
    if (count != 0) return GroupKey{GroupMeasure::top_mean, count};
    fields.error(at, "not-top-mean", {{"value", word}});
    return std::nullopt;
  }
  if (word.starts_with(kColumn) && word.size() > kColumn.size())
    return GroupKey{GroupMeasure::column, 0, std::string(word.substr(kColumn.size()))};
  const std::optional<std::size_t> position = read_word(fields, at, field, word, kMeasureWords);
  if (!position) return std::nullopt;
  const auto measure = static_cast<GroupMeasure>(*position);
  if (measure != GroupMeasure::top_mean && measure != GroupMeasure::column) return GroupKey{measure};
  fields.error(at, measure == GroupMeasure::top_mean ? "not-top-mean" : "not-column", {{"value", word}});
  return std::nullopt;
}

std::vector<GroupRankingKey> read_group_order(io::Fields& fields) {
  std::vector<GroupRankingKey> order;
  for (const io::YamlNode* node : entries(fields, "order")) {
    const std::optional<OrderEntry> entry = read_entry(fields, "order", *node);
    if (!entry) continue;
    const std::optional<GroupKey> key = read_group_key(fields, "order", *node, entry->word);
    if (!key) continue;
    if (std::ranges::find(order, *key, &GroupRankingKey::key) != order.end())
      fields.error(*node, "duplicate", {{"value", name(*key)}});
    else
      order.push_back({*key, entry->descending.value_or(true), fields.document().place(*node)});
  }
  return order;
}

}  // namespace quiz::contest
