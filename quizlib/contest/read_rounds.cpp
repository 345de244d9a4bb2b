// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/bank/localized.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace quiz::contest {
namespace {

/// A round as far as it has been read. That of `round_defaults` is what every round begins as; its own fields
/// replace whole ones.
struct Draft {
  Round round;
  std::optional<Instant> opens;
  std::optional<Instant> closes;
  bool has_opens = false;
  bool has_closes = false;
  bool has_paper = false;
};

/// A list as it is written: `scope: [round, track]`.
std::string written_list(std::string_view key, const io::YamlNode& list) {
  std::string entries;
  for (const io::YamlNode& entry : list.children)
    entries.append(entries.empty() ? "" : ", ").append(entry.text);
  return std::string(key) + ": [" + entries + "]";
}

AttemptPolicy read_attempts(Reader& reader, const io::YamlNode& node) {
  AttemptPolicy policy;
  io::Fields fields = reader.fields(node, "attempts");
  policy.max = read_count(fields, "max", "unlimited").value_or(policy.max);
  if (fields.word("per", {"round", "contest"}) == 1)
    not_supported(fields, *fields.optional("per"), "per: contest");
  const io::YamlNode* keep = fields.optional("keep");
  if (keep != nullptr && keep->is_sequence()) {
    not_supported(fields, *keep, written_list("keep", *keep));
  } else if (const std::optional<std::size_t> word = fields.word("keep", {"best", "first", "last"})) {
    policy.keep = *word == 1 ? Keep::first : Keep::best;
    if (*word == 2) not_supported(fields, *keep, "keep: last");
  }
  fields.finish();
  return policy;
}

void read_scope(io::Fields& fields) {
  constexpr std::array<std::string_view, 2> kParts{"round", "track"};
  std::vector<std::size_t> parts;
  bool good = true;
  for (const io::YamlNode* entry : fields.list("scope")) {
    const std::optional<std::size_t> part = read_word(fields, *entry, "scope", entry->text, kParts);
    good = good && part;
    parts.push_back(part.value_or(0));
  }
  const io::YamlNode* written = fields.optional("scope");
  if (written != nullptr && good && parts != std::vector<std::size_t>{0})
    not_supported(fields, *written,
                  written->is_sequence() ? written_list("scope", *written) : "scope: track");
}

Prediction read_prediction(Reader& reader, const io::YamlNode& node) {
  io::Fields fields = reader.fields(node, "prediction");
  const std::optional<std::size_t> target =
      fields.word("target", {"registered", "finished", "attempts", "all-correct"}, true);
  if (target && *target != 3) {
    const io::YamlNode& at = *fields.optional("target");
    not_supported(fields, at, "target: " + at.text);
  }
  read_scope(fields);
  if (fields.word("unit", {"count", "percent"}) == 1)
    not_supported(fields, *fields.optional("unit"), "unit: percent");
  fields.finish();
  return Prediction{};
}

void read_times(Reader& reader, io::Fields& fields, Draft& draft) {
  const text::Zone& zone = reader.contest.zone;
  if (fields.optional("opens") != nullptr) {
    draft.has_opens = true;
    draft.opens = read_moment(fields, "opens", zone, false);
  }
  if (fields.optional("closes") != nullptr) {
    draft.has_closes = true;
    draft.closes = read_moment(fields, "closes", zone, true);
  }
  if (fields.optional("time_limit") != nullptr)
    draft.round.time_limit = read_duration(fields, "time_limit", Milliseconds{1});
  if (fields.optional("grace") != nullptr)
    draft.round.grace = read_duration(fields, "grace", Milliseconds{0}).value_or(draft.round.grace);
}

/// The fields that a round and `round_defaults` share.
void read_fields(Reader& reader, io::Fields& fields, Draft& draft) {
  Round& round = draft.round;
  if (fields.optional("title") != nullptr)
    round.title = bank::read_localized(fields, "title", reader.contest.languages);
  read_times(reader, fields, draft);
  if (const io::YamlNode* node = fields.optional("attempts")) round.attempts = read_attempts(reader, *node);
  if (fields.flag("require_all") == true)
    not_supported(fields, *fields.optional("require_all"), "require_all: true");
  if (const io::YamlNode* node = fields.optional("paper")) {
    draft.has_paper = true;
    round.paper = read_paper(reader, *node);
  }
  if (const io::YamlNode* node = fields.optional("scoring")) round.scoring = read_scoring(reader, *node);
  if (const io::YamlNode* node = fields.optional("prediction"))
    round.prediction = read_prediction(reader, *node);
  not_supported(fields, {"bundle"});
}

Draft read_defaults(Reader& reader, io::Fields& contest) {
  Draft draft;
  const io::YamlNode* written = contest.optional("round_defaults");
  if (written == nullptr) return draft;
  const io::YamlNode node = without_track_maps(reader, *written, {"title"});
  io::Fields fields = reader.fields(node, "round-defaults");
  read_fields(reader, fields, draft);
  fields.finish();
  return draft;
}

Round read_round(Reader& reader, const io::YamlNode& written, Draft draft, Seen& seen) {
  const io::YamlNode node = without_track_maps(reader, written, {"title"});
  io::Fields fields = reader.fields(node, "round");
  draft.round.place = reader.document.place(node);
  draft.round.id.text = read_id(fields, seen);
  read_fields(reader, fields, draft);
  if (!draft.has_opens) fields.required("opens");
  if (!draft.has_closes) fields.required("closes");
  if (!draft.has_paper) fields.required("paper");
  if (draft.opens && draft.closes) {
    draft.round.window = {*draft.opens, *draft.closes};
    const io::YamlNode* closes = fields.optional("closes");
    if (*draft.closes <= *draft.opens)
      fields.error(closes == nullptr ? node : *closes, "closes-before-opens");
  }
  fields.finish();
  return std::move(draft.round);
}

}  // namespace

void read_rounds(Reader& reader, io::Fields& contest) {
  const Draft defaults = read_defaults(reader, contest);
  const std::vector<const io::YamlNode*> nodes = entries(contest, "rounds", true);
  Seen seen;
  for (const io::YamlNode* node : nodes)
    reader.contest.rounds.push_back(read_round(reader, *node, defaults, seen));
  if (nodes.size() > 1) contest.error(*nodes[1], "not-supported", {{"what", Term{"thing.second-round"}}});
}

}  // namespace quiz::contest
