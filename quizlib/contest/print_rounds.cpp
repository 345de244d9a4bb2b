// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/print_parts.hpp>

#include <cstddef>

namespace quiz::contest {
namespace {

void write_attempts(io::JsonWriter& json, const AttemptPolicy& policy) {
  json.key("attempts");
  json.begin_object();
  json.key("max");
  if (policy.max) {
    json.value(*policy.max);
  } else {
    json.value("unlimited");
  }
  json.key("per");
  json.value("round");
  json.key("keep");
  json.value(policy.keep == Keep::best ? "best" : "first");
  json.end_object();
}

void write_section(io::JsonWriter& json, const Contest& contest, const Section& section) {
  json.begin_object();
  json.key("bank");
  write_per_track(json, contest, section.bank,
                  [&](std::uint32_t bank) { json.value(contest.banks[bank].name); });
  write_texts(json, "skills", section.skills);
  write_texts(json, "tags", section.tags);
  std::vector<std::string> difficulty;
  for (const bank::Difficulty level : section.difficulty) difficulty.emplace_back(bank::name(level));
  write_texts(json, "difficulty", difficulty);
  json.key("draw");
  if (section.draw) {
    json.value(*section.draw);
  } else {
    json.value("all");
  }
  write_optional(json, "points", section.points ? format_points(*section.points) : std::string());
  json.end_object();
}

void write_paper(io::JsonWriter& json, const Contest& contest, const Blueprint& paper) {
  json.key("paper");
  json.begin_object();
  json.key("sections");
  json.begin_array();
  for (const Section& section : paper.sections) write_section(json, contest, section);
  json.end_array();
  std::vector<std::string> shuffle;
  if (paper.shuffle_items) shuffle.emplace_back("items");
  if (paper.shuffle_choices) shuffle.emplace_back("choices");
  write_texts(json, "shuffle", shuffle);
  json.end_object();
}

void write_scoring(io::JsonWriter& json, const ScoringRule& rule) {
  json.key("scoring");
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

void write_prediction(io::JsonWriter& json, const Round& round) {
  json.key("prediction");
  if (!round.prediction) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("target");
  json.value("all-correct");
  write_texts(json, "scope", {"round"});
  json.key("unit");
  json.value("count");
  json.end_object();
}

void write_round(io::JsonWriter& json, const Contest& contest, const Round& round) {
  json.begin_object();
  json.key("id");
  json.value(round.id.text);
  write_localized(json, "title", round.title);
  json.key("opens");
  json.value(contest.zone.format(round.window.opens));
  json.key("closes");
  json.value(contest.zone.format(round.window.closes));
  write_optional(json, "time_limit", round.time_limit ? format_duration(*round.time_limit) : std::string());
  json.key("grace");
  json.value(format_duration(round.grace));
  write_attempts(json, round.attempts);
  json.key("require_all");
  json.value(false);
  write_paper(json, contest, round.paper);
  write_scoring(json, round.scoring);
  write_prediction(json, round);
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
