// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/bank/localized.hpp>
#include <quizlib/contest/words.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace quiz::contest {
namespace {

/// The fields that a round and `round_defaults` share.
constexpr std::array<std::string_view, 11> kSharedFields{"title",   "opens",      "closes",      "time_limit",
                                                         "grace",   "attempts",   "require_all", "paper",
                                                         "scoring", "prediction", "bundle"};

AttemptPolicy read_attempts(Reader& reader, const io::YamlNode& written, TrackNo track) {
  const io::YamlNode node = for_track(reader, written, track);
  AttemptPolicy policy;
  io::Fields fields = reader.fields(node, "attempts");
  policy.max = read_count(fields, "max", "unlimited").value_or(policy.max);
  policy.per_contest = fields.word("per", {"round", "contest"}) == 1;
  const io::YamlNode* keep = fields.optional("keep");
  if (keep != nullptr && keep->is_sequence()) {
    policy.keep = Keep::by_keys;
    policy.keys = read_order(fields, "keep");
    for (const RankingKey& key : policy.keys)
      if (key.key == Key::prediction) reader.diagnostics.error(key.place, Message("contest.keep-prediction"));
  } else if (keep != nullptr && keep->text == name(Key::prediction)) {
    fields.error(*keep, "keep-prediction");
  } else if (const std::optional<std::size_t> word = fields.word("keep", {"best", "first", "last"})) {
    policy.keep = static_cast<Keep>(*word);
  }
  fields.finish();
  return policy;
}

Prediction read_prediction(Reader& reader, const io::YamlNode& written, TrackNo track) {
  constexpr std::array<std::string_view, 2> kParts{"round", "track"};
  const io::YamlNode node = for_track(reader, written, track);
  Prediction prediction;
  io::Fields fields = reader.fields(node, "prediction");
  const std::optional<std::size_t> target =
      fields.word("target", {"registered", "finished", "attempts", "all-correct"}, true);
  if (target) prediction.target = static_cast<Counter>(*target);
  if (fields.optional("scope") != nullptr) {
    prediction.of_round = false;
    for (const io::YamlNode* entry : fields.list("scope")) {
      const std::optional<std::size_t> part = read_word(fields, *entry, "scope", entry->text, kParts);
      prediction.of_round = prediction.of_round || part == 0;
      prediction.of_track = prediction.of_track || part == 1;
    }
  }
  prediction.percent = fields.word("unit", {"count", "percent"}) == 1;
  fields.finish();
  return prediction;
}

Window read_window(Reader& reader, io::Fields& fields) {
  const text::Zone& zone = reader.contest.zone;
  const std::optional<Instant> opens =
      fields.required("opens") == nullptr ? std::nullopt : read_moment(fields, "opens", zone, false);
  const io::YamlNode* closes_node = fields.required("closes");
  const std::optional<Instant> closes =
      closes_node == nullptr ? std::nullopt : read_moment(fields, "closes", zone, true);
  if (!opens || !closes) return {};
  if (*closes <= *opens) fields.error(*closes_node, "closes-before-opens");
  return {*opens, *closes};
}

/// What the round at `node` is for a track.
RoundRules read_rules(Reader& reader, const io::YamlNode& written, TrackNo track) {
  const io::YamlNode node = for_track(reader, written, track);
  io::Fields fields = reader.fields(node, "round");
  RoundRules rules;
  rules.window = read_window(reader, fields);
  if (fields.optional("time_limit") != nullptr)
    rules.time_limit = read_duration(fields, "time_limit", Milliseconds{1});
  rules.grace = read_duration(fields, "grace", Milliseconds{0}).value_or(rules.grace);
  if (const io::YamlNode* attempts = fields.optional("attempts"))
    rules.attempts = read_attempts(reader, *attempts, track);
  rules.require_all = fields.flag("require_all").value_or(false);
  if (const io::YamlNode* paper = fields.required("paper")) rules.paper = read_paper(reader, *paper, track);
  if (const io::YamlNode* scoring = fields.optional("scoring"))
    rules.scoring = read_scoring(reader, for_track(reader, *scoring, track));
  if (const io::YamlNode* prediction = fields.optional("prediction"))
    rules.prediction = read_prediction(reader, *prediction, track);
  if (const io::YamlNode* bundle = fields.optional("bundle"))
    fields.error(*bundle, "not-supported", {{"what", "\"bundle\""}});
  return rules;
}

/// Adds findings that are not there yet: what all tracks share is read once for each of them.
void add_new(const Diagnostics& findings, Diagnostics& diagnostics) {
  for (const Diagnostic& finding : findings.kept()) {
    const std::span<const Diagnostic> known = diagnostics.kept();
    if (std::ranges::find(known, finding) == known.end()) diagnostics.add(finding);
  }
}

/// A sheet is read before its entrant's track is known.
void check_units(Reader& reader, const io::YamlNode& node, const PerTrack<RoundRules>& rules) {
  std::optional<bool> percent;
  for (const RoundRules& of_track : rules.values) {
    if (!of_track.prediction) continue;
    if (percent.value_or(of_track.prediction->percent) != of_track.prediction->percent) {
      reader.diagnostics.error(reader.document.place(*node.find("prediction")),
                               Message("contest.prediction-units"));
      return;
    }
    percent = of_track.prediction->percent;
  }
}

PerTrack<RoundRules> read_rules_of_tracks(Reader& reader, const io::YamlNode& node) {
  PerTrack<RoundRules> rules;
  for (TrackNo track = 0; track < reader.contest.tracks.size(); ++track) {
    Diagnostics findings;
    Reader of_track{reader.document, findings, reader.contest};
    rules.values.push_back(read_rules(of_track, node, track));
    add_new(findings, reader.diagnostics);
  }
  check_units(reader, node, rules);
  const auto is_first = [&](const RoundRules& other) { return other == rules.values.front(); };
  if (std::ranges::all_of(rules.values, is_first)) rules.values.resize(1);
  return rules;
}

/// The round at `node` with the defaults that it does not replace.
io::YamlNode with_defaults(const io::YamlNode& node, const io::YamlNode* defaults) {
  io::YamlNode result = node;
  if (defaults == nullptr || !node.is_mapping()) return result;
  for (std::size_t i = 0; i < defaults->keys.size(); ++i) {
    const std::string& key = defaults->keys[i].text;
    if (node.find(key) != nullptr || std::ranges::find(kSharedFields, key) == kSharedFields.end()) continue;
    result.keys.push_back(defaults->keys[i]);
    result.children.push_back(defaults->children[i]);
  }
  return result;
}

/// A mapping of nothing but what rounds have; nullptr where there is none.
const io::YamlNode* find_defaults(Reader& reader, io::Fields& contest) {
  const io::YamlNode* node = contest.optional("round_defaults");
  if (node == nullptr) return nullptr;
  io::Fields fields = reader.fields(*node, "round-defaults");
  for (const std::string_view key : kSharedFields) fields.optional(key);
  fields.finish();
  return node->is_mapping() ? node : nullptr;
}

Round read_round(Reader& reader, const io::YamlNode& written, const io::YamlNode* defaults, Seen& seen) {
  const io::YamlNode node = with_defaults(written, defaults);
  io::Fields fields = reader.fields(node, "round");
  Round round;
  round.place = reader.document.place(node);
  round.id.text = read_id(fields, seen);
  round.title = bank::read_localized(fields, "title", reader.contest.languages);
  for (const std::string_view key : kSharedFields) fields.optional(key);
  fields.finish();
  if (node.is_mapping()) round.rules = read_rules_of_tracks(reader, node);
  if (round.rules.values.empty()) round.rules.values.emplace_back();
  return round;
}

}  // namespace

void read_rounds(Reader& reader, io::Fields& contest) {
  const io::YamlNode* defaults = find_defaults(reader, contest);
  Seen seen;
  for (const io::YamlNode* node : entries(contest, "rounds", true))
    reader.contest.rounds.push_back(read_round(reader, *node, defaults, seen));
}

}  // namespace quiz::contest
