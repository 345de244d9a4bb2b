// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/bank/localized.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace quiz::contest {
namespace {

/// The round with the fields of `defaults` that it has not itself: its own replace them whole.
io::YamlNode merged(const io::YamlNode& round, const io::YamlNode* defaults) {
  io::YamlNode result = round;
  if (defaults == nullptr || !defaults->is_mapping() || !round.is_mapping()) return result;
  for (std::size_t i = 0; i < defaults->keys.size(); ++i) {
    if (round.find(defaults->keys[i].text) != nullptr) continue;
    result.keys.push_back(defaults->keys[i]);
    result.children.push_back(defaults->children[i]);
  }
  return result;
}

AttemptPolicy read_attempts(Reader& reader, io::Fields& round) {
  AttemptPolicy policy;
  const io::YamlNode* node = round.optional("attempts");
  if (node == nullptr) return policy;
  io::Fields fields = reader.fields(*node, "attempts");
  policy.max = read_count(fields, "max", "unlimited").value_or(policy.max);
  if (fields.word("per", {"round", "contest"}) == 1)
    not_supported(fields, *fields.optional("per"), "per: contest");
  const io::YamlNode* keep = fields.optional("keep");
  if (keep != nullptr && keep->is_sequence()) {
    not_supported(fields, *keep, "keep: [...]");
  } else if (const std::optional<std::size_t> word = fields.word("keep", {"best", "first", "last"})) {
    policy.keep = *word == 1 ? Keep::first : Keep::best;
    if (*word == 2) not_supported(fields, *keep, "keep: last");
  }
  fields.finish();
  return policy;
}

/// A rule other than all-or-nothing is not executed; a type's own rule neither.
void read_rule(io::Fields& fields, std::string_view key) {
  const std::optional<std::size_t> rule =
      fields.word(key, {"all-or-nothing", "per-option", "per-right", "longest-run"});
  if (rule.value_or(0) == 0) return;
  const io::YamlNode& node = *fields.optional(key);
  not_supported(fields, node, std::string(key) + ": " + node.text);
}

ScoringRule read_scoring(Reader& reader, io::Fields& round) {
  // A share above 1 would make a wrong answer worth more than the right one.
  constexpr Decimal kLeastShare{-100 * Decimal::kOne};
  constexpr Decimal kMostShare{Decimal::kOne};
  ScoringRule rule;
  const io::YamlNode* node = round.optional("scoring");
  if (node == nullptr) return rule;
  io::Fields fields = reader.fields(*node, "scoring");
  for (const char* key :
       {"rule", "single", "multiple", "truefalse", "numeric", "text", "order", "match", "essay"})
    read_rule(fields, key);
  rule.wrong = read_decimal(fields, "wrong", kLeastShare, kMostShare).value_or(rule.wrong);
  rule.blank = read_decimal(fields, "blank", kLeastShare, kMostShare).value_or(rule.blank);
  rule.floor = read_points(fields, "floor").value_or(rule.floor);
  fields.finish();
  return rule;
}

std::optional<Prediction> read_prediction(Reader& reader, io::Fields& round) {
  const io::YamlNode* node = round.optional("prediction");
  if (node == nullptr) return std::nullopt;
  io::Fields fields = reader.fields(*node, "prediction");
  const std::optional<std::size_t> target =
      fields.word("target", {"registered", "finished", "attempts", "all-correct"}, true);
  if (target && *target != 3) {
    const io::YamlNode& at = *fields.optional("target");
    not_supported(fields, at, "target: " + at.text);
  }
  constexpr std::array<std::string_view, 2> kScopes{"round", "track"};
  std::vector<std::size_t> scope;
  bool scope_is_good = true;
  for (const io::YamlNode* entry : fields.list("scope")) {
    const std::optional<std::size_t> part = read_word(fields, *entry, "scope", entry->text, kScopes);
    scope_is_good = scope_is_good && part;
    if (part) scope.push_back(*part);
  }
  const io::YamlNode* written_scope = fields.optional("scope");
  if (written_scope != nullptr && scope_is_good && scope != std::vector<std::size_t>{0})
    not_supported(fields, *written_scope, "scope");
  if (fields.word("unit", {"count", "percent"}) == 1)
    not_supported(fields, *fields.optional("unit"), "unit: percent");
  fields.finish();
  return Prediction{};
}

Window read_window(Reader& reader, io::Fields& fields) {
  const text::Zone& zone = reader.contest.zone;
  const std::optional<Instant> opens = read_moment(fields, "opens", zone, false);
  const std::optional<Instant> closes = read_moment(fields, "closes", zone, true);
  if (opens && closes && *closes <= *opens) fields.error(*fields.optional("closes"), "closes-before-opens");
  return {opens.value_or(Instant{}), closes.value_or(Instant{})};
}

Round read_round(Reader& reader, const io::YamlNode& node, Seen& seen) {
  io::Fields fields = reader.fields(node, "round");
  Round round;
  round.place = reader.document.place(node);
  round.id.text = read_id(fields, seen);
  round.title = bank::read_localized(fields, "title", reader.contest.languages);
  round.window = read_window(reader, fields);
  round.time_limit = read_duration(fields, "time_limit", Milliseconds{1});
  round.grace = read_duration(fields, "grace", Milliseconds{0}).value_or(round.grace);
  round.attempts = read_attempts(reader, fields);
  if (fields.flag("require_all") == true)
    not_supported(fields, *fields.optional("require_all"), "require_all: true");
  if (const io::YamlNode* paper = fields.required("paper")) round.paper = read_paper(reader, *paper);
  round.scoring = read_scoring(reader, fields);
  round.prediction = read_prediction(reader, fields);
  not_supported(fields, {"bundle"});
  fields.finish();
  return round;
}

}  // namespace

void read_rounds(Reader& reader, io::Fields& contest) {
  const io::YamlNode* defaults = contest.optional("round_defaults");
  if (defaults != nullptr && !defaults->is_mapping())
    contest.error(*defaults, "not-mapping", {{"thing", Term{"thing.round-defaults"}}});
  const std::vector<const io::YamlNode*> nodes = entries(contest, "rounds", true);
  Seen seen;
  for (const io::YamlNode* node : nodes) {
    const io::YamlNode round = without_track_maps(reader, merged(*node, defaults), {"title"});
    reader.contest.rounds.push_back(read_round(reader, round, seen));
  }
  if (nodes.size() > 1) contest.error(*nodes[1], "not-supported", {{"what", Term{"thing.second-round"}}});
}

}  // namespace quiz::contest
