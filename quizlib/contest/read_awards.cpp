// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/bank/localized.hpp>

#include <algorithm>
#include <cstddef>

namespace quiz::contest {
namespace {

constexpr std::int64_t kMostPlaces = 1'000'000;

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

Prize read_prize(Reader& reader, const io::YamlNode& written, AwardOf of, Seen& seen) {
  const io::YamlNode node = without_track_maps(reader, written, {"amount", "title"});
  io::Fields fields = reader.fields(node, "prize");
  Prize prize;
  prize.place = reader.document.place(node);
  prize.id.text = read_id(fields, seen);
  prize.title = bank::read_localized(fields, "title", reader.contest.languages);
  prize.places = static_cast<std::uint32_t>(fields.whole("places", 1, kMostPlaces, true).value_or(1));
  if (const io::YamlNode* amount = fields.optional("amount")) {
    const auto read = [&](const io::YamlNode& value) { return read_amount(fields, value); };
    // A group is in no track.
    if (of == AwardOf::entrants) {
      prize.amount = read_per_track<Amount>(reader, *amount, read);
    } else if (const std::optional<Amount> one = read(*amount)) {
      prize.amount = PerTrack<Amount>{{*one}};
    }
  }
  fields.finish();
  return prize;
}

Award read_award(Reader& reader, const io::YamlNode& node, Seen& seen) {
  io::Fields of_fields = reader.fields(node, "award");
  const std::optional<std::size_t> of = of_fields.word("of", {"entrants", "groups"}, true);
  Award award;
  if (!node.is_mapping()) return award;
  award.of = of == 1 ? AwardOf::groups : AwardOf::entrants;
  io::Fields fields =
      reader.fields(node, award.of == AwardOf::groups ? "award-of-groups" : "award-of-entrants");
  fields.optional("of");
  award.place = reader.document.place(node);
  award.id.text = read_id(fields, seen);
  award.title = bank::read_localized(fields, "title", reader.contest.languages);
  Seen prizes;
  for (const io::YamlNode* prize : entries(fields, "prizes", true))
    award.prizes.push_back(read_prize(reader, *prize, award.of, prizes));
  not_supported(fields, {"rounds", "tracks", "where"});
  const std::optional<std::size_t> ties = fields.word("ties", {"report", "share", "extend", "lot"});
  if (ties.value_or(0) != 0) {
    const io::YamlNode& at = *fields.optional("ties");
    not_supported(fields, at, "ties: " + at.text);
  }
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
  Seen seen;
  for (const io::YamlNode* node : contest.list("awards"))
    reader.contest.awards.push_back(read_award(reader, *node, seen));
}

}  // namespace quiz::contest
