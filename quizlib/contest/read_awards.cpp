// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/bank/localized.hpp>
#include <quizlib/base/nearest.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <numeric>

namespace quiz::contest {
namespace {

bool all_in(std::string_view text, char low, char high) {
  return !text.empty() && std::ranges::all_of(text, [&](char c) { return low <= c && c <= high; });
}

/// `3000000 VND`: whole units and the three letters of the currency.
std::optional<Amount> parse_amount(std::string_view text) {
  constexpr std::size_t kMostDigits = 15;
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank > kMostDigits) return std::nullopt;
  const std::string_view digits = text.substr(0, blank);
  const std::string_view currency = text.substr(blank + 1);
  if (!all_in(digits, '0', '9') || currency.size() != 3 || !all_in(currency, 'A', 'Z')) return std::nullopt;
  Amount amount{0, std::string(currency)};
  for (const char digit : digits) amount.value = amount.value * 10 + (digit - '0');
  return amount;
}

std::optional<Amount> read_amount(io::Fields& fields, const io::YamlNode& node) {
  std::optional<Amount> amount = node.is_scalar() ? parse_amount(node.text) : std::nullopt;
  if (!amount) fields.error(node, "not-amount", {{"value", node.text}});
  return amount;
}

std::optional<std::uint32_t> read_places(io::Fields& fields, const io::YamlNode& node) {
  const std::optional<std::uint32_t> places = node.is_scalar() ? parse_count(node.text) : std::nullopt;
  if (places && *places > 0) return places;
  fields.error(node, "not-whole",
               {{"field", "places"}, {"value", node.text}, {"low", 1}, {"high", kLargestCount}});
  return std::nullopt;
}

/// A value of a prize that may differ between tracks: only a list of one track can tell which holds.
template <class T, class Read>
std::optional<PerTrack<T>> read_value(Reader& reader, const Award& award, const io::YamlNode& node,
                                      Read read) {
  // A group is in no track.
  if (award.of == AwardOf::entrants) return read_per_track<T>(reader, node, read);
  std::optional<T> one = read(node);
  if (!one) return std::nullopt;
  return PerTrack<T>{{*std::move(one)}};
}

Prize read_prize(Reader& reader, const io::YamlNode& node, const Award& award, Seen& seen) {
  io::Fields fields = reader.fields(node, "prize");
  Prize prize;
  prize.place = reader.document.place(node);
  prize.id.text = read_id(fields, seen);
  prize.title = bank::read_localized(fields, "title", reader.contest.languages);
  if (const io::YamlNode* places = fields.required("places")) {
    const auto read = [&](const io::YamlNode& value) { return read_places(fields, value); };
    prize.places = read_value<std::uint32_t>(reader, award, *places, read).value_or(prize.places);
    if (prize.places.varies() && !award.per_track) fields.error(*places, "places-by-track");
  }
  if (const io::YamlNode* amount = fields.optional("amount")) {
    const auto read = [&](const io::YamlNode& value) { return read_amount(fields, value); };
    prize.amount = read_value<Amount>(reader, award, *amount, read);
  }
  fields.finish();
  return prize;
}

/// The positions of the rounds or tracks that an award is narrowed to, ascending; all without the field.
template <class Thing>
std::vector<std::uint32_t> read_narrowing(io::Fields& fields, std::string_view key, std::string_view unknown,
                                          const std::vector<Thing>& things) {
  std::vector<std::string_view> known;
  for (const Thing& thing : things) known.emplace_back(thing.id.text);
  std::vector<std::uint32_t> positions;
  const Texts texts = read_texts(fields, key);
  for (std::size_t i = 0; i < texts.texts.size(); ++i) {
    const auto found = std::ranges::find(known, texts.texts[i]);
    if (found == known.end())
      fields.error(
          *texts.nodes[i], unknown,
          {{key.substr(0, key.size() - 1), texts.texts[i]}, {"suggestion", nearest(texts.texts[i], known)}});
    else
      positions.push_back(static_cast<std::uint32_t>(std::distance(known.begin(), found)));
  }
  std::ranges::sort(positions);
  if (!positions.empty()) return positions;
  positions.resize(things.size());
  std::iota(positions.begin(), positions.end(), 0U);
  return positions;
}

void read_lists(Reader& reader, io::Fields& fields, Award& award) {
  constexpr std::array<std::string_view, 2> kLists{"round", "track"};
  for (const io::YamlNode* entry : fields.list("per")) {
    const std::optional<std::size_t> list = read_word(fields, *entry, "per", entry->text, kLists);
    award.per_round = award.per_round || list == 0;
    award.per_track = award.per_track || list == 1;
    if (award.of == AwardOf::groups && list == 1) fields.error(*entry, "groups-per-track");
  }
  award.rounds = read_narrowing(fields, "rounds", "award-round-unknown", reader.contest.rounds);
  award.tracks = read_narrowing(fields, "tracks", "track-unknown", reader.contest.tracks);
  award.where = read_condition(fields, "where");
}

bool is_of_groups(const io::YamlNode& node) {
  const io::YamlNode* of = node.find("of");
  return of != nullptr && of->text == "groups";
}

Award read_award(Reader& reader, const io::YamlNode& node, Seen& seen) {
  io::Fields of_fields = reader.fields(node, "award");
  const std::optional<std::size_t> of = of_fields.word("of", {"entrants", "groups"}, true);
  Award award;
  if (!node.is_mapping()) return award;
  award.of = is_of_groups(node) ? AwardOf::groups : AwardOf::entrants;
  io::Fields fields =
      reader.fields(node, award.of == AwardOf::groups ? "award-of-groups" : "award-of-entrants");
  fields.optional("of");
  award.place = reader.document.place(node);
  award.id.text = read_id(fields, seen);
  award.title = bank::read_localized(fields, "title", reader.contest.languages);
  read_lists(reader, fields, award);
  Seen prizes;
  for (const io::YamlNode* prize : entries(fields, "prizes", true))
    award.prizes.push_back(read_prize(reader, *prize, award, prizes));
  award.ties = static_cast<Ties>(fields.word("ties", {"report", "share", "extend", "lot"}).value_or(0));
  if (award.of == AwardOf::groups) {
    read_group_award(reader, fields, award);
  } else {
    read_entrant_award(reader, fields, award);
  }
  // Without `of` nobody knows which fields are right.
  if (of) fields.finish();
  return award;
}

}  // namespace

void read_awards(Reader& reader, io::Fields& contest) {
  const std::vector<const io::YamlNode*> nodes = contest.list("awards");
  std::vector<Award>& awards = reader.contest.awards;
  awards.resize(nodes.size());
  Seen seen;
  // An award of groups may count the seats of one of entrants, wherever that stands.
  for (const bool of_groups : {false, true})
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (is_of_groups(*nodes[i]) == of_groups) awards[i] = read_award(reader, *nodes[i], seen);
}

}  // namespace quiz::contest
