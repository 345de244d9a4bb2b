// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <cstddef>

namespace quiz::contest {
namespace {

constexpr Decimal kWhole{100 * Decimal::kOne};

/// `50%`: above 0, up to all of them.
std::optional<Decimal> read_share(io::Fields& fields) {
  const std::optional<std::string> text = fields.text("share");
  if (!text) return std::nullopt;
  const std::optional<Share> share = parse_share(*text);
  if (share && share->percent && share->value > Decimal{} && share->value <= kWhole) return share->value;
  fields.error(*fields.optional("share"), "not-share", {{"value", *text}});
  return std::nullopt;
}

void read_limit(Reader& reader, io::Fields& award_fields, Award& award) {
  const io::YamlNode* node = award_fields.optional("limit");
  if (node == nullptr) return;
  io::Fields fields = reader.fields(*node, "limit");
  if (const std::optional<std::size_t> word = fields.word("per_person", {"highest", "first"}))
    award.person_limit = *word == 0 ? PersonLimit::highest : PersonLimit::first;
  award.share = read_share(fields);
  fields.finish();
}

/// `50%` or `5`: a share of the maximum up to all of it, or a number of points.
std::optional<MinimumPoints> read_minimum_points(io::Fields& fields) {
  const std::optional<std::string> text = fields.text("points");
  if (!text) return std::nullopt;
  const io::YamlNode& node = *fields.optional("points");
  const std::optional<Share> share = parse_share(*text);
  if (!share || share->value < Decimal{}) {
    fields.error(node, "not-minimum", {{"value", *text}});
  } else if (share->percent && share->value > kWhole) {
    fields.error(node, "minimum-beyond-all", {{"value", *text}});
  } else {
    return MinimumPoints{share->percent, share->value, fields.document().place(node)};
  }
  return std::nullopt;
}

}  // namespace

void read_entrant_award(Reader& reader, io::Fields& fields, Award& award) {
  read_limit(reader, fields, award);
  if (const io::YamlNode* minimum = fields.optional("minimum")) {
    io::Fields minimum_fields = reader.fields(*minimum, "minimum-of-entrants");
    award.minimum_points = read_minimum_points(minimum_fields);
    minimum_fields.finish();
  }
  award.order = read_order(fields, "order");
  if (fields.optional("order") == nullptr) award.order = reader.contest.order;
  award.across_rounds = reader.contest.across_rounds;
  if (const std::optional<std::size_t> word = fields.word("across_rounds", {"sum", "best"}))
    award.across_rounds = *word == 0 ? AcrossRounds::sum : AcrossRounds::best;
}

}  // namespace quiz::contest
