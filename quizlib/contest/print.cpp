// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/print.hpp>

#include <quizlib/contest/print_parts.hpp>
#include <quizlib/contest/words.hpp>

#include <algorithm>
#include <cstdint>

namespace quiz::contest {
namespace {

void write_languages(const Contest& contest, io::JsonWriter& json) {
  json.key("languages");
  json.begin_row();
  json.begin_array();
  for (const text::Language language : contest.languages) json.value(text::language_code(language));
  json.end_array();
  json.end_row();
}

void write_banks(const Contest& contest, io::JsonWriter& json) {
  json.key("banks");
  json.begin_object();
  for (const NamedBank& bank : contest.banks) {
    json.key(bank.name);
    json.value(bank.file);
  }
  json.end_object();
}

void write_groups(const Contest& contest, io::JsonWriter& json) {
  json.key("groups");
  if (contest.groups_file.empty()) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("file");
  json.value(contest.groups_file);
  write_texts(json, "levels", contest.levels);
  json.end_object();
}

void write_registration(const Contest& contest, io::JsonWriter& json) {
  json.key("registration");
  json.begin_object();
  json.key("mode");
  json.value(contest.registration == RegistrationMode::roster ? "roster" : "open");
  write_optional(json, "file", contest.entrants_file);
  json.end_object();
}

void write_tracks(const Contest& contest, io::JsonWriter& json) {
  json.key("tracks");
  json.begin_array();
  for (const Track& track : contest.tracks) {
    if (!contest.has_tracks()) break;
    json.begin_object();
    json.key("id");
    json.value(track.id.text);
    write_localized(json, "title", track.title);
    write_condition(json, "where", track.where);
    write_condition(json, "eligible", track.eligible);
    json.end_object();
  }
  json.end_array();
}

void write_excluded(const Contest& contest, io::JsonWriter& json) {
  json.key("excluded");
  if (contest.excluded_file.empty()) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("file");
  json.value(contest.excluded_file);
  json.end_object();
}

void write_ranking(const Contest& contest, io::JsonWriter& json) {
  json.key("ranking");
  json.begin_object();
  std::vector<std::string> order;
  for (const RankingKey& key : contest.order) order.push_back(order_text(key));
  write_texts(json, "order", order);
  json.key("across_rounds");
  json.value(name(contest.across_rounds));
  json.key("resolution");
  json.value(format_duration(contest.resolution));
  json.end_object();
}

void write_publish(const Contest& contest, io::JsonWriter& json) {
  json.key("publish");
  json.begin_object();
  write_texts(json, "columns", contest.publish.columns);
  write_texts(json, "mask", contest.publish.mask);
  std::vector<std::string> bands;
  for (const Decimal band : contest.publish.bands) bands.push_back(format_decimal(band) + "%");
  write_texts(json, "bands", bands);
  json.end_object();
}

}  // namespace

void write_json(const Contest& contest, io::JsonWriter& json) {
  json.key("format");
  json.value("quiz-contest/1");
  json.key("id");
  json.value(contest.id);
  write_localized(json, "title", contest.title);
  write_localized(json, "organizer", contest.organizer);
  write_languages(contest, json);
  json.key("timezone");
  json.value(contest.timezone);
  write_banks(contest, json);
  write_groups(contest, json);
  write_registration(contest, json);
  write_texts(json, "person", contest.person);
  json.key("age_on");
  json.value(format_date(contest.age_on));
  write_tracks(contest, json);
  write_excluded(contest, json);
  write_rounds(contest, json);
  write_ranking(contest, json);
  write_awards(contest, json);
  write_publish(contest, json);
}

}  // namespace quiz::contest
