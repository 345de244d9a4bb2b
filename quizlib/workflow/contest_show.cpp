// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/contest_show.hpp>

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/contest/print.hpp>
#include <quizlib/contest/print_parts.hpp>
#include <quizlib/contest/words.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/contest_tables.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using contest::Contest;
using report::Cell;
using report::Kind;
using Rows = std::vector<std::vector<Cell>>;

report::Table settings(const Contest& contest, text::Language language) {
  std::vector<std::string> languages;
  for (const text::Language one : contest.languages) languages.emplace_back(language_code(one));
  std::vector<std::string> order;
  for (const contest::RankingKey& key : contest.order) order.push_back(order_text(key));
  const bool is_roster = contest.registration == contest::RegistrationMode::roster;
  report::Table table =
      report::table("rows",
                    {{"id"},
                     {"name"},
                     {"organizer"},
                     {"languages", Kind::list},
                     {"timezone"},
                     {"levels", Kind::list},
                     {"registration"},
                     {"person", Kind::list},
                     {"age_on"},
                     {"order", Kind::list},
                     {"across_rounds", Kind::word},
                     {"resolution_ms", Kind::duration}},
                    {{contest.id, shown(contest.title, language), shown(contest.organizer, language),
                      languages, contest.timezone, contest.levels, std::string(is_roster ? "roster" : "open"),
                      contest.person, format_date(contest.age_on), order,
                      std::string(name(contest.across_rounds)), contest.resolution.count()}});
  table.is_record = true;
  return table;
}

/// The track that a line of a round is of; absent where the round is the same for all.
Cell track_cell(const Contest& contest, const contest::Round& round, TrackNo track) {
  if (!round.rules.varies()) return {};
  return contest.tracks[track].id.text;
}

/// Which attempt is kept, as contest.yaml says it.
Cell keep(const contest::AttemptPolicy& policy) {
  if (policy.keep != contest::Keep::by_keys)
    return std::string(contest::kKeepWords.at(static_cast<std::size_t>(policy.keep)));
  std::string keys;
  for (const contest::RankingKey& key : policy.keys)
    keys.append(keys.empty() ? "" : ", ").append(order_text(key));
  return keys;
}

report::Table rounds(const Contest& contest, text::Language language) {
  Rows rows;
  for (const contest::Round& round : contest.rounds) {
    for (TrackNo track = 0; track < round.rules.values.size(); ++track) {
      const contest::RoundRules& rules = round.of(track);
      Cell time_limit;
      if (rules.time_limit) time_limit = rules.time_limit->count();
      Cell attempts = std::string("unlimited");
      if (rules.attempts.max)
        attempts = std::to_string(*rules.attempts.max) + (rules.attempts.per_contest ? " / contest" : "");
      rows.push_back({round.id.text, track_cell(contest, round, track), shown(round.title, language),
                      contest.zone.format(rules.window.opens), contest.zone.format(rules.window.closes),
                      time_limit, rules.grace.count(), attempts, keep(rules.attempts),
                      rules.prediction ? Cell(std::string(name(rules.prediction->target))) : Cell()});
    }
  }
  return report::table("rounds",
                       {{"round"},
                        {"track"},
                        {"name"},
                        {"opens", Kind::instant},
                        {"closes", Kind::instant},
                        {"time_limit_ms", Kind::duration},
                        {"grace_ms", Kind::duration},
                        {"attempts", Kind::word},
                        {"keep", Kind::word},
                        {"prediction", Kind::word}},
                       std::move(rows));
}

/// What a section draws, under the columns of `sections`.
std::vector<Cell> section_row(const Contest& contest, const contest::Round& round, TrackNo track,
                              const contest::Section& section) {
  std::vector<std::string> difficulty;
  for (const bank::Difficulty level : section.difficulty) difficulty.emplace_back(name(level));
  Cell points;
  if (section.points) points = format_points(*section.points);
  return {round.id.text,
          track_cell(contest, round, track),
          contest.banks[section.bank].name,
          section.skills,
          section.tags,
          difficulty,
          section.draw ? std::to_string(*section.draw) : std::string("all"),
          points};
}

report::Table sections(const Contest& contest) {
  Rows rows;
  for (const contest::Round& round : contest.rounds)
    for (TrackNo track = 0; track < round.rules.values.size(); ++track)
      for (const contest::Section& section : round.of(track).paper.sections)
        rows.push_back(section_row(contest, round, track, section));
  return report::table("sections",
                       {{"round"},
                        {"track"},
                        {"bank"},
                        {"skills", Kind::list},
                        {"tags", Kind::list},
                        {"difficulty", Kind::words},
                        {"draw", Kind::word},
                        {"points", Kind::decimal}},
                       std::move(rows));
}

/// The rule, then those of types that have their own: `per-right, order: longest-run`.
Cell scoring_rule(const contest::ScoringRule& scoring) {
  std::vector<std::string> rules{std::string(name(scoring.rule))};
  for (const bank::ItemType type : bank::kItemTypes)
    if (const auto own = scoring.of_type.at(static_cast<std::size_t>(type)))
      rules.push_back(std::string(bank::name(type)) + ": " + std::string(name(*own)));
  return rules;
}

report::Table scoring(const Contest& contest) {
  Rows rows;
  for (const contest::Round& round : contest.rounds) {
    for (TrackNo track = 0; track < round.rules.values.size(); ++track) {
      const contest::ScoringRule& rule = round.of(track).scoring;
      rows.push_back({round.id.text, track_cell(contest, round, track), scoring_rule(rule),
                      format_decimal(rule.wrong), format_decimal(rule.blank), format_points(rule.floor)});
    }
  }
  return report::table("scoring",
                       {{"round"},
                        {"track"},
                        {"rule", Kind::list},
                        {"wrong", Kind::decimal},
                        {"blank", Kind::decimal},
                        {"floor", Kind::decimal}},
                       std::move(rows));
}

report::Table tracks(const Contest& contest, text::Language language) {
  Rows rows;
  for (const contest::Track& track : contest.tracks) {
    if (contest.has_tracks()) rows.push_back({track.id.text, shown(track.title, language)});
  }
  return report::table("tracks", {{"track"}, {"name"}}, std::move(rows));
}

}  // namespace

std::optional<report::Document> show_contest(const std::filesystem::path& start, text::Language language,
                                             Diagnostics& diagnostics) {
  const std::shared_ptr<const ContestFolder> folder = load_contest(start, {}, diagnostics);
  if (!folder) return std::nullopt;
  const Contest& contest = folder->contest;
  report::Document document;
  document.name = "contest";
  document.contest = contest.id;
  document.title = contest.title;
  document.rows = settings(contest, language);
  document.more = {rounds(contest, language), sections(contest), scoring(contest), tracks(contest, language)};
  for (report::Table& table : award_tables(contest, language)) document.more.push_back(std::move(table));
  document.fields = [folder](io::JsonWriter& json) { contest::write_json(folder->contest, json); };
  return document;
}

}  // namespace quiz::workflow
