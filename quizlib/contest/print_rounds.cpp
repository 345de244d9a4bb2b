// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/print_parts.hpp>

#include <quizlib/contest/words.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

namespace quiz::contest {
namespace {

/// Write a field of every track's `parts` under its key: one value where they agree, else a map of tracks.
/// `get` gives what is compared, `write` writes it.
template <class Part, class Get, class Write>
void write_field(io::JsonWriter& json, const Contest& contest, std::string_view key,
                 std::span<const Part* const> parts, Get get, Write write) {
  json.key(key);
  const auto is_first = [&](const Part* part) { return get(*part) == get(*parts.front()); };
  if (std::ranges::all_of(parts, is_first)) {
    write(get(*parts.front()));
    return;
  }
  json.begin_object();
  for (TrackNo track = 0; track < parts.size(); ++track) {
    json.key(contest.tracks[track].id.text);
    write(get(*parts[track]));
  }
  json.end_object();
}

/// The texts of a list on one line.
void write_row(io::JsonWriter& json, const std::vector<std::string>& texts) {
  json.begin_row();
  json.begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
  json.end_row();
}

void write_attempts(io::JsonWriter& json, const AttemptPolicy& policy) {
  json.begin_object();
  json.key("max");
  if (policy.max) {
    json.value(*policy.max);
  } else {
    json.value("unlimited");
  }
  json.key("per");
  json.value(policy.per_contest ? "contest" : "round");
  if (policy.keep == Keep::by_keys) {
    std::vector<std::string> keys;
    for (const RankingKey& key : policy.keys) keys.push_back(order_text(key));
    write_texts(json, "keep", keys);
  } else {
    json.key("keep");
    json.value(kKeepWords.at(static_cast<std::size_t>(policy.keep)));
  }
  json.end_object();
}

/// One section, as each track has it.
void write_section(io::JsonWriter& json, const Contest& contest, std::span<const Section* const> sections) {
  const auto field = [&](std::string_view key, auto get, auto write) {
    write_field(json, contest, key, sections, get, write);
  };
  const auto row = [&](const std::vector<std::string>& texts) { write_row(json, texts); };
  const auto text = [&](const std::string& value) { json.value(value); };
  json.begin_object();
  field(
      "bank", [&](const Section& section) { return contest.banks[section.bank].name; }, text);
  field(
      "skills", [](const Section& section) { return section.skills; }, row);
  field(
      "tags", [](const Section& section) { return section.tags; }, row);
  field(
      "difficulty",
      [](const Section& section) {
        std::vector<std::string> words;
        for (const bank::Difficulty level : section.difficulty) words.emplace_back(bank::name(level));
        return words;
      },
      row);
  field(
      "draw", [](const Section& section) { return section.draw; },
      [&](const std::optional<std::uint32_t>& draw) {
        if (draw) {
          json.value(*draw);
        } else {
          json.value("all");
        }
      });
  field(
      "points", [](const Section& section) { return section.points; },
      [&](const std::optional<Points>& points) {
        if (points) {
          json.value(format_points(*points));
        } else {
          json.null();
        }
      });
  json.end_object();
}

/// Papers of as many sections in every track, or the paper of one track.
void write_paper(io::JsonWriter& json, const Contest& contest, std::span<const Blueprint* const> papers) {
  json.begin_object();
  json.key("sections");
  json.begin_array();
  for (std::size_t i = 0; i < papers.front()->sections.size(); ++i) {
    std::vector<const Section*> sections;
    for (const Blueprint* paper : papers) sections.push_back(&paper->sections[i]);
    write_section(json, contest, sections);
  }
  json.end_array();
  const auto shuffle = [](const Blueprint& paper) {
    std::vector<std::string> words;
    if (paper.shuffle_items) words.emplace_back("items");
    if (paper.shuffle_choices) words.emplace_back("choices");
    return words;
  };
  write_field(json, contest, "shuffle", papers, shuffle,
              [&](const std::vector<std::string>& words) { write_row(json, words); });
  json.end_object();
}

void write_papers(io::JsonWriter& json, const Contest& contest, const Round& round) {
  std::vector<const Blueprint*> papers;
  for (const RoundRules& rules : round.rules.values) papers.push_back(&rules.paper);
  const auto as_many = [&](const Blueprint* paper) {
    return paper->sections.size() == papers.front()->sections.size();
  };
  json.key("paper");
  if (std::ranges::all_of(papers, as_many)) return write_paper(json, contest, papers);
  json.begin_object();
  for (TrackNo track = 0; track < papers.size(); ++track) {
    json.key(contest.tracks[track].id.text);
    write_paper(json, contest, std::span(papers).subspan(track, 1));
  }
  json.end_object();
}

void write_scoring(io::JsonWriter& json, const ScoringRule& rule) {
  json.begin_object();
  json.key("rule");
  json.value(name(rule.rule));
  for (const bank::ItemType type : bank::kItemTypes) {
    const std::optional<PartialCredit> own = rule.of_type[static_cast<std::size_t>(type)];
    if (!own) continue;
    json.key(bank::name(type));
    json.value(name(*own));
  }
  json.key("wrong");
  json.value(format_decimal(rule.wrong));
  json.key("blank");
  json.value(format_decimal(rule.blank));
  json.key("floor");
  json.value(format_points(rule.floor));
  json.end_object();
}

void write_prediction(io::JsonWriter& json, const std::optional<Prediction>& prediction) {
  if (!prediction) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("target");
  json.value(name(prediction->target));
  std::vector<std::string> scope;
  if (prediction->of_round) scope.emplace_back("round");
  if (prediction->of_track) scope.emplace_back("track");
  write_texts(json, "scope", scope);
  json.key("unit");
  json.value(prediction->percent ? "percent" : "count");
  json.end_object();
}

void write_round(io::JsonWriter& json, const Contest& contest, const Round& round) {
  std::vector<const RoundRules*> rules;
  for (const RoundRules& of_track : round.rules.values) rules.push_back(&of_track);
  const auto field = [&](std::string_view key, auto get, auto write) {
    write_field(json, contest, key, std::span<const RoundRules* const>(rules), get, write);
  };
  const auto instant = [&](Instant value) { json.value(contest.zone.format(value)); };
  json.begin_object();
  json.key("id");
  json.value(round.id.text);
  write_localized(json, "title", round.title);
  field(
      "opens", [](const RoundRules& of_track) { return of_track.window.opens; }, instant);
  field(
      "closes", [](const RoundRules& of_track) { return of_track.window.closes; }, instant);
  field(
      "time_limit", [](const RoundRules& of_track) { return of_track.time_limit; },
      [&](const std::optional<Milliseconds>& limit) {
        if (limit) {
          json.value(format_duration(*limit));
        } else {
          json.null();
        }
      });
  field(
      "grace", [](const RoundRules& of_track) { return of_track.grace; },
      [&](Milliseconds grace) { json.value(format_duration(grace)); });
  field(
      "attempts", [](const RoundRules& of_track) { return of_track.attempts; },
      [&](const AttemptPolicy& policy) { write_attempts(json, policy); });
  field(
      "require_all", [](const RoundRules& of_track) { return of_track.require_all; },
      [&](bool require_all) { json.value(require_all); });
  write_papers(json, contest, round);
  field(
      "scoring", [](const RoundRules& of_track) { return of_track.scoring; },
      [&](const ScoringRule& rule) { write_scoring(json, rule); });
  field(
      "prediction", [](const RoundRules& of_track) { return of_track.prediction; },
      [&](const std::optional<Prediction>& prediction) { write_prediction(json, prediction); });
  json.end_object();
}

}  // namespace

void write_rounds(const Contest& contest, io::JsonWriter& json) {
  json.key("rounds");
  json.begin_array();
  for (const Round& round : contest.rounds) write_round(json, contest, round);
  json.end_array();
}

}  // namespace quiz::contest
