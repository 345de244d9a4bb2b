// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/base/nearest.hpp>
#include <quizlib/contest/words.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace quiz::contest {
namespace {

std::optional<RankingKey> read_key(io::Fields& fields, const io::YamlNode& node) {
  const std::optional<OrderEntry> entry = read_order_entry(fields, node);
  if (!entry) return std::nullopt;
  const std::optional<std::size_t> word = read_word(fields, node, "order", entry->word, kKeyWords);
  if (!word) return std::nullopt;
  const Key key = static_cast<Key>(*word);
  if (key == Key::prediction && entry->descending) {
    fields.error(node, "prediction-direction");
    return std::nullopt;
  }
  return RankingKey{key, entry->descending.value_or(more_is_better(key)), fields.document().place(node)};
}

void add_key(Reader& reader, io::Fields& fields, const io::YamlNode& node) {
  const std::optional<RankingKey> key = read_key(fields, node);
  if (!key) return;
  std::vector<RankingKey>& order = reader.contest.order;
  if (std::ranges::find(order, key->key, &RankingKey::key) != order.end()) {
    fields.error(node, "duplicate", {{"value", name(key->key)}});
    return;
  }
  const auto predicts = [](const Round& round) { return round.prediction.has_value(); };
  if (key->key == Key::prediction && std::ranges::none_of(reader.contest.rounds, predicts))
    fields.error(node, "prediction-missing");
  order.push_back(*key);
}

}  // namespace

void read_ranking(Reader& reader, io::Fields& contest) {
  const io::YamlNode* node = contest.required("ranking");
  if (node == nullptr) return;
  io::Fields fields = reader.fields(*node, "ranking");
  for (const io::YamlNode* entry : entries(fields, "order", true)) add_key(reader, fields, *entry);
  if (fields.word("across_rounds", {"sum", "best"}) == 1) reader.contest.across_rounds = AcrossRounds::best;
  reader.contest.resolution =
      read_duration(fields, "resolution", Milliseconds{1}).value_or(reader.contest.resolution);
  fields.finish();
}

}  // namespace quiz::contest
