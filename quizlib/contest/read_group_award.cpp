// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/base/nearest.hpp>
#include <quizlib/contest/words.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace quiz::contest {
namespace {

constexpr std::int64_t kLargestMinimum = 1'000'000'000;

/// What may stand in a score, the executed terms first; their positions beside kTermKeys.
constexpr std::array<std::string_view, 9> kTerms{"participation", "finished",   "mean-points",
                                                 "total-points",  "attempts",   "all-correct",
                                                 "prize-points",  "top-mean:K", "column:NAME"};
constexpr std::array<GroupKey, 4> kTermKeys{GroupKey::participation, GroupKey::finished,
                                            GroupKey::mean_points, GroupKey::total_points};

/// A term that is legal beside the plain words: `top-mean:5`, `column:members`, `prize-points`.
bool is_further_term(std::string_view word) {
  return word.starts_with("top-mean:") || word.starts_with("column:") || word == "prize-points";
}

void read_cap(io::Fields& fields, GroupTerm& term) {
  constexpr Decimal kMostCap{1'000'000'000 * Decimal::kOne};
  constexpr Decimal kLeastCap{1};
  if (const std::optional<Decimal> cap = read_decimal(fields, "cap", kLeastCap, kMostCap))
    term.cap = Ratio(*cap);
}

void read_weight(io::Fields& fields, GroupTerm& term) {
  const std::optional<std::string> text = fields.text("weight");
  if (!text) return;
  const std::optional<Ratio> weight = parse_ratio(*text);
  if (!weight || *weight <= Ratio(0)) {
    fields.error(*fields.optional("weight"), "not-weight", {{"value", *text}});
    return;
  }
  term.weight = *weight;
  term.weight_text = *text;
}

std::optional<GroupTerm> read_term(Reader& reader, const io::YamlNode& node) {
  io::Fields name_fields = reader.fields(node, "term");
  const std::optional<std::string> word = name_fields.text("term", true);
  if (!word) return std::nullopt;
  const io::YamlNode& at = *name_fields.optional("term");
  if (is_further_term(*word)) {
    not_supported(name_fields, at, "term: " + *word);
    return std::nullopt;
  }
  const std::optional<std::size_t> position = read_word(name_fields, at, "term", *word, kTerms);
  if (!position) return std::nullopt;
  if (*position >= kTermKeys.size()) {
    not_supported(name_fields, at, "term: " + *word);
    return std::nullopt;
  }
  GroupTerm term;
  term.term = kTermKeys.at(*position);
  const bool has_over = term.term == GroupKey::participation;
  io::Fields fields = reader.fields(node, has_over ? "participation" : "other-term");
  fields.optional("term");
  if (has_over && fields.word("over", {"headcount", "registered"}) == 1) term.over = Over::registered;
  read_cap(fields, term);
  read_weight(fields, term);
  fields.finish();
  return term;
}

std::optional<GroupRankingKey> read_group_key(io::Fields& fields, const io::YamlNode& node) {
  const std::optional<OrderEntry> entry = read_order_entry(fields, node);
  if (!entry) return std::nullopt;
  if (is_further_term(entry->word)) {
    not_supported(fields, node, "order: " + std::string(entry->word));
    return std::nullopt;
  }
  const std::optional<std::size_t> word = read_word(fields, node, "order", entry->word, kGroupKeyWords);
  if (!word) return std::nullopt;
  return GroupRankingKey{static_cast<GroupKey>(*word), entry->descending.value_or(true)};
}

void add_key(io::Fields& fields, const io::YamlNode& node, Award& award) {
  const std::optional<GroupRankingKey> key = read_group_key(fields, node);
  if (!key) return;
  if (std::ranges::find(award.order, key->key, &GroupRankingKey::key) != award.order.end()) {
    fields.error(node, "duplicate", {{"value", name(key->key)}});
    return;
  }
  if (key->key == GroupKey::score && fields.optional("score") == nullptr) fields.error(node, "score-missing");
  award.order.push_back(*key);
}

/// The order in force. A score that it does not name decides nothing, which is hardly what was meant.
void read_order(io::Fields& fields, Award& award) {
  for (const io::YamlNode* entry : entries(fields, "order")) add_key(fields, *entry, award);
  if (fields.optional("order") == nullptr)
    award.order = {{GroupKey::mean_points, true}, {GroupKey::finished, true}};
  const bool by_score =
      std::ranges::find(award.order, GroupKey::score, &GroupRankingKey::key) != award.order.end();
  const io::YamlNode* score = fields.optional("score");
  if (score != nullptr && !by_score) fields.warning(*score, "score-unused");
}

void read_level(Reader& reader, io::Fields& fields, Award& award) {
  const std::optional<std::string> level = fields.text("level", true);
  if (!level) return;
  const io::YamlNode& node = *fields.optional("level");
  award.level = *level;
  const std::vector<std::string>& levels = reader.contest.levels;
  if (reader.contest.groups_file.empty()) {
    fields.error(node, "groups-missing");
  } else if (std::ranges::find(levels, *level) == levels.end()) {
    const std::vector<std::string_view> known(levels.begin(), levels.end());
    fields.error(node, "level-unknown", {{"level", *level}, {"suggestion", nearest(*level, known)}});
  }
}

std::uint64_t read_minimum(io::Fields& fields, std::string_view key) {
  return static_cast<std::uint64_t>(fields.whole(key, 0, kLargestMinimum).value_or(0));
}

}  // namespace

void read_group_award(Reader& reader, io::Fields& fields, Award& award) {
  read_level(reader, fields, award);
  for (const io::YamlNode* node : entries(fields, "score"))
    if (std::optional<GroupTerm> term = read_term(reader, *node)) award.score.push_back(*std::move(term));
  if (fields.word("across_rounds", {"mean", "sum"}) == 1) award.across_rounds = AcrossRounds::sum;
  read_order(fields, award);
  if (const io::YamlNode* minimum = fields.optional("minimum")) {
    io::Fields minimum_fields = reader.fields(*minimum, "minimum-of-groups");
    award.minimum_finished = read_minimum(minimum_fields, "finished");
    award.minimum_headcount = read_minimum(minimum_fields, "headcount");
    minimum_fields.finish();
  }
  const io::YamlNode* per = fields.optional("per");
  if (per != nullptr && !fields.list("per").empty()) not_supported(fields, *per, "per");
  not_supported(fields, {"blocks"});
}

}  // namespace quiz::contest
