// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/bank/localized.hpp>
#include <quizlib/base/nearest.hpp>

#include <algorithm>
#include <cstddef>

namespace quiz::contest {
namespace {

constexpr std::int64_t kLargestMinimum = 1'000'000'000;

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

/// The award that prize points are given for: one of entrants.
const Award* read_award_of_term(Reader& reader, io::Fields& fields, GroupTerm& term) {
  const std::optional<std::string> id = fields.text("award", true);
  if (!id) return nullptr;
  std::vector<std::string_view> known;
  const std::vector<Award>& awards = reader.contest.awards;
  for (std::uint32_t no = 0; no < awards.size(); ++no) {
    if (awards[no].of != AwardOf::entrants || awards[no].prizes.empty()) continue;
    term.award = no;
    if (awards[no].id.text == *id) return &awards[no];
    known.emplace_back(awards[no].id.text);
  }
  fields.error(*fields.optional("award"), "award-unknown",
               {{"award", *id}, {"suggestion", nearest(*id, known)}});
  return nullptr;
}

/// A number for every prize of the award.
void read_values(Reader& reader, io::Fields& fields, const Award& award, GroupTerm& term) {
  constexpr Decimal kMostValue{1'000'000 * Decimal::kOne};
  const io::YamlNode* node = fields.required("values");
  if (node == nullptr) return;
  io::Fields values = reader.fields(*node, "prize-values");
  if (!node->is_mapping()) return;
  for (const Prize& prize : award.prizes) {
    if (values.optional(prize.id.text) == nullptr)
      fields.error(*node, "value-missing", {{"prize", prize.id.text}, {"award", award.id.text}});
    term.values.push_back(
        read_decimal(values, prize.id.text, Decimal{-kMostValue.billionths}, kMostValue).value_or(Decimal{}));
  }
  values.finish();
}

std::string_view thing(GroupMeasure measure) {
  if (measure == GroupMeasure::participation) return "participation";
  return measure == GroupMeasure::prize_points ? "prize-points" : "other-term";
}

std::optional<GroupTerm> read_term(Reader& reader, const io::YamlNode& node) {
  io::Fields name_fields = reader.fields(node, "term");
  const std::optional<std::string> word = name_fields.text("term", true);
  if (!word) return std::nullopt;
  const io::YamlNode& at = *name_fields.optional("term");
  const std::optional<GroupKey> key = read_group_key(name_fields, "term", at, *word);
  if (!key) return std::nullopt;
  if (key->measure == GroupMeasure::score || key->measure == GroupMeasure::registered) {
    name_fields.error(at, "not-term", {{"term", *word}});
    return std::nullopt;
  }
  GroupTerm term;
  term.key = *key;
  term.place = reader.document.place(node);
  io::Fields fields = reader.fields(node, thing(key->measure));
  fields.optional("term");
  if (key->measure == GroupMeasure::participation && fields.word("over", {"headcount", "registered"}) == 1)
    term.over = Over::registered;
  if (key->measure == GroupMeasure::prize_points) {
    if (const Award* award = read_award_of_term(reader, fields, term))
      read_values(reader, fields, *award, term);
    else
      fields.optional("values");
  }
  read_cap(fields, term);
  read_weight(fields, term);
  fields.finish();
  return term;
}

bool is_of(const GroupTerm& term, GroupMeasure measure) { return term.key.measure == measure; }

/// The order in force. A score that it does not name decides nothing, which is hardly what was meant.
void read_order_in_force(io::Fields& fields, Award& award) {
  award.group_order = read_group_order(fields);
  if (fields.optional("order") == nullptr)
    award.group_order = {{{GroupMeasure::mean_points}, true}, {{GroupMeasure::finished}, true}};
  bool by_score = false;
  for (const GroupRankingKey& key : award.group_order) {
    const GroupMeasure measure = key.key.measure;
    const bool has_term =
        std::ranges::any_of(award.score, [&](const GroupTerm& term) { return is_of(term, measure); });
    by_score = by_score || measure == GroupMeasure::score || measure == GroupMeasure::prize_points;
    if (measure == GroupMeasure::score && fields.optional("score") == nullptr)
      fields.diagnostics().error(key.place, Message("contest.score-missing"));
    if (measure == GroupMeasure::prize_points && !has_term)
      fields.diagnostics().error(key.place, Message("contest.prize-points-missing"));
  }
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

void read_minimum(Reader& reader, io::Fields& award_fields, Award& award) {
  const io::YamlNode* node = award_fields.optional("minimum");
  if (node == nullptr) return;
  io::Fields fields = reader.fields(*node, "minimum-of-groups");
  const auto read = [&](std::string_view key) {
    return static_cast<std::uint64_t>(fields.whole(key, 0, kLargestMinimum).value_or(0));
  };
  award.minimum = {read("registered"), read("finished"), read("attempts"), read("all_correct"),
                   read("headcount")};
  fields.finish();
}

void read_blocks(Reader& reader, io::Fields& award_fields, Award& award) {
  Seen seen;
  for (const io::YamlNode* node : entries(award_fields, "blocks")) {
    io::Fields fields = reader.fields(*node, "block");
    Block block;
    block.place = reader.document.place(*node);
    block.id = read_id(fields, seen);
    block.title = bank::read_localized(fields, "title", reader.contest.languages);
    fields.required("where");
    block.where = read_condition(fields, "where");
    fields.finish();
    award.blocks.push_back(std::move(block));
  }
}

}  // namespace

void read_group_award(Reader& reader, io::Fields& fields, Award& award) {
  read_level(reader, fields, award);
  read_blocks(reader, fields, award);
  for (const io::YamlNode* node : entries(fields, "score"))
    if (std::optional<GroupTerm> term = read_term(reader, *node)) award.score.push_back(*std::move(term));
  award.across_rounds =
      fields.word("across_rounds", {"mean", "sum"}) == 1 ? AcrossRounds::sum : AcrossRounds::mean;
  read_order_in_force(fields, award);
  read_minimum(reader, fields, award);
}

}  // namespace quiz::contest
