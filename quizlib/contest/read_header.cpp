// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/bank/id.hpp>
#include <quizlib/bank/localized.hpp>

#include <chrono>
#include <cstddef>

namespace quiz::contest {
namespace {

void read_timezone(Reader& reader, io::Fields& fields) {
  const std::optional<std::string> name = fields.text("timezone", true);
  if (!name) return;
  std::optional<text::Zone> zone = text::Zone::find(*name);
  if (!zone) {
    fields.error(*fields.optional("timezone"), "timezone-unknown", {{"timezone", *name}});
    return;
  }
  reader.contest.timezone = *name;
  reader.contest.zone = *std::move(zone);
}

void read_banks(Reader& reader, io::Fields& contest) {
  const io::YamlNode* node = contest.required("banks");
  if (node == nullptr) return;
  io::Fields fields = reader.fields(*node, "banks");
  if (!node->is_mapping()) return;
  if (node->keys.empty()) contest.error(*node, "list-empty", {{"field", "banks"}});
  for (const io::YamlNode& key : node->keys) {
    if (!bank::is_id(key.text)) fields.error(key, "id-invalid", {{"field", "banks"}, {"value", key.text}});
    const std::optional<std::string> file = fields.text(key.text);
    if (file) reader.contest.banks.push_back({key.text, *file, reader.document.place(key)});
  }
}

std::vector<Place> places(const Reader& reader, const std::vector<const io::YamlNode*>& nodes) {
  std::vector<Place> result;
  for (const io::YamlNode* node : nodes) result.push_back(reader.document.place(*node));
  return result;
}

void read_groups(Reader& reader, io::Fields& contest) {
  const io::YamlNode* node = contest.optional("groups");
  if (node == nullptr) return;
  io::Fields fields = reader.fields(*node, "groups");
  reader.contest.groups_file = fields.text("file", true).value_or("");
  Texts levels = read_texts(fields, "levels", true);
  reader.contest.places.levels = places(reader, levels.nodes);
  reader.contest.levels = std::move(levels.texts);
  fields.finish();
}

void read_registration(Reader& reader, io::Fields& contest) {
  const io::YamlNode* node = contest.optional("registration");
  if (node == nullptr) return;
  io::Fields fields = reader.fields(*node, "registration");
  const std::optional<std::size_t> mode = fields.word("mode", {"roster", "open"}, true);
  const bool has_roster = mode == 0;
  const std::optional<std::string> file = fields.text("file", has_roster);
  if (has_roster) {
    reader.contest.registration = RegistrationMode::roster;
    reader.contest.entrants_file = file.value_or("");
  } else if (mode && file) {
    fields.error(*fields.optional("file"), "file-needless");
  }
  fields.finish();
}

void read_person(Reader& reader, io::Fields& contest) {
  Texts columns = read_texts(contest, "person");
  reader.contest.places.person = places(reader, columns.nodes);
  reader.contest.person = std::move(columns.texts);
  if (reader.contest.person.empty()) reader.contest.person = {"id"};
}

void read_excluded(Reader& reader, io::Fields& contest) {
  const io::YamlNode* node = contest.optional("excluded");
  if (node == nullptr) return;
  io::Fields fields = reader.fields(*node, "excluded");
  reader.contest.excluded_file = fields.text("file", true).value_or("");
  fields.finish();
}

/// `[100%, 75%, 25%]`: falling percents of the maximum, from 100 to above 0.
std::vector<Decimal> read_bands(io::Fields& fields) {
  std::vector<Decimal> bands;
  for (const io::YamlNode* entry : entries(fields, "bands")) {
    const std::optional<Share> share = entry->is_scalar() ? parse_share(entry->text) : std::nullopt;
    const Decimal most = bands.empty() ? Decimal{100 * Decimal::kOne} : Decimal{bands.back().billionths - 1};
    if (!share || !share->percent || share->value <= Decimal{} || share->value > most)
      fields.error(*entry, "not-band", {{"value", entry->text}});
    else
      bands.push_back(share->value);
  }
  return bands;
}

}  // namespace

void read_header(Reader& reader, io::Fields& contest) {
  Contest& result = reader.contest;
  result.id = bank::read_id(contest, "id").value_or("");
  result.languages = bank::read_languages(contest, "languages", true);
  result.title = bank::read_localized(contest, "title", result.languages, true);
  result.organizer = bank::read_localized(contest, "organizer", result.languages);
  if (const io::YamlNode* node = contest.optional("title"))
    result.places.title = reader.document.place(*node);
  if (const io::YamlNode* node = contest.optional("organizer"))
    result.places.organizer = reader.document.place(*node);
  read_timezone(reader, contest);
  read_banks(reader, contest);
  read_groups(reader, contest);
  read_registration(reader, contest);
  read_person(reader, contest);
  read_excluded(reader, contest);
}

void read_age_on(Reader& reader, io::Fields& contest) {
  Contest& result = reader.contest;
  if (const std::optional<std::string> text = contest.text("age_on")) {
    const std::optional<Date> date = parse_date(*text);
    if (!date)
      contest.error(*contest.optional("age_on"), "not-date", {{"field", "age_on"}, {"value", *text}});
    result.age_on = date.value_or(Date{});
    return;
  }
  if (result.rounds.empty()) return;
  Instant first = result.rounds.front().window().opens;
  for (const Round& round : result.rounds) first = std::min(first, round.window().opens);
  result.age_on = Date(std::chrono::floor<std::chrono::days>(result.zone.local(first)));
}

void read_publish(Reader& reader, io::Fields& contest) {
  const io::YamlNode* node = contest.optional("publish");
  if (node == nullptr) return;
  io::Fields fields = reader.fields(*node, "publish");
  Texts columns = read_texts(fields, "columns");
  reader.contest.places.columns = places(reader, columns.nodes);
  reader.contest.publish.columns = std::move(columns.texts);
  Texts mask = read_texts(fields, "mask");
  reader.contest.places.mask = places(reader, mask.nodes);
  reader.contest.publish.mask = std::move(mask.texts);
  reader.contest.publish.bands = read_bands(fields);
  fields.finish();
}

}  // namespace quiz::contest
