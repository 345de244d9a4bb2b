// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <array>
#include <cstddef>

namespace quiz::contest {
namespace {

constexpr std::array<std::string_view, 2> kLists{"round", "track"};

void read_limit(Reader& reader, io::Fields& award_fields, Award& award) {
  const io::YamlNode* node = award_fields.optional("limit");
  if (node == nullptr) return;
  io::Fields fields = reader.fields(*node, "limit");
  if (const std::optional<std::size_t> word = fields.word("per_person", {"highest", "first"}))
    award.person_limit = *word == 0 ? PersonLimit::highest : PersonLimit::first;
  if (const io::YamlNode* share = fields.optional("share")) not_supported(fields, *share, "limit.share");
  fields.finish();
}

/// `50%` or `5`: a share of the maximum up to all of it, or a number of points.
std::optional<MinimumPoints> read_minimum_points(io::Fields& fields) {
  constexpr Decimal kWhole{100 * Decimal::kOne};
  const std::optional<std::string> text = fields.text("points");
  if (!text) return std::nullopt;
  const io::YamlNode& node = *fields.optional("points");
  std::string_view number = *text;
  const bool percent = number.ends_with('%');
  if (percent) number.remove_suffix(1);
  const std::optional<Decimal> value = parse_decimal(number);
  if (!value || *value < Decimal{}) {
    fields.error(node, "not-minimum", {{"value", *text}});
  } else if (percent && *value > kWhole) {
    fields.error(node, "minimum-beyond-all", {{"value", *text}});
  } else {
    return MinimumPoints{percent, *value, fields.document().place(node)};
  }
  return std::nullopt;
}

}  // namespace

void read_entrant_award(Reader& reader, io::Fields& fields, Award& award) {
  for (const io::YamlNode* entry : fields.list("per")) {
    const std::optional<std::size_t> list = read_word(fields, *entry, "per", entry->text, kLists);
    award.per_round = award.per_round || list == 0;
    award.per_track = award.per_track || list == 1;
  }
  read_limit(reader, fields, award);
  if (const io::YamlNode* minimum = fields.optional("minimum")) {
    io::Fields minimum_fields = reader.fields(*minimum, "minimum-of-entrants");
    award.minimum_points = read_minimum_points(minimum_fields);
    minimum_fields.finish();
  }
  not_supported(fields, {"order", "across_rounds"});
}

}  // namespace quiz::contest
