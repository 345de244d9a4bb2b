// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/print_parts.hpp>

#include <quizlib/contest/words.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace quiz::contest {
namespace {

void write_prize(io::JsonWriter& json, const Contest& contest, const Prize& prize) {
  json.begin_object();
  json.key("id");
  json.value(prize.id.text);
  write_localized(json, "title", prize.title);
  json.key("places");
  write_per_track(json, contest, prize.places, [&](std::uint32_t places) { json.value(places); });
  json.key("amount");
  if (prize.amount) {
    write_per_track(json, contest, *prize.amount, [&](const Amount& amount) {
      json.value(std::to_string(amount.value) + " " + amount.currency);
    });
  } else {
    json.null();
  }
  json.end_object();
}

void write_per(io::JsonWriter& json, const Award& award) {
  std::vector<std::string> per;
  if (award.per_round) per.emplace_back("round");
  if (award.per_track) per.emplace_back("track");
  write_texts(json, "per", per);
}

void write_limit(io::JsonWriter& json, const Award& award) {
  json.key("limit");
  if (award.person_limit == PersonLimit::none && !award.share) {
    json.null();
    return;
  }
  json.begin_object();
  constexpr std::array<std::string_view, 3> kLimits{"", "highest", "first"};
  write_optional(json, "per_person", kLimits.at(static_cast<std::size_t>(award.person_limit)));
  write_optional(json, "share", award.share ? format_decimal(*award.share) + "%" : std::string());
  json.end_object();
}

void write_entrant_fields(io::JsonWriter& json, const Award& award) {
  json.key("minimum");
  if (award.minimum_points) {
    json.begin_object();
    json.key("points");
    json.value(format_decimal(award.minimum_points->value) + (award.minimum_points->percent ? "%" : ""));
    json.end_object();
  } else {
    json.null();
  }
  write_limit(json, award);
  std::vector<std::string> order;
  for (const RankingKey& key : award.order) order.push_back(order_text(key));
  write_texts(json, "order", order);
}

void write_values(io::JsonWriter& json, const Award& award, const GroupTerm& term) {
  json.key("award");
  json.value(award.id.text);
  json.key("values");
  json.begin_object();
  for (std::size_t prize = 0; prize < award.prizes.size(); ++prize) {
    json.key(award.prizes[prize].id.text);
    json.value(format_decimal(term.values[prize]));
  }
  json.end_object();
}

void write_term(io::JsonWriter& json, const Contest& contest, const GroupTerm& term) {
  json.begin_object();
  json.key("term");
  json.value(name(term.key));
  json.key("weight");
  json.value(term.weight_text);
  json.key("cap");
  if (term.cap) {
    // A cap was read from a decimal, so billionths hold it exactly.
    json.value(format_decimal(Decimal{term.cap->rounded(Decimal::kOne).value()}));
  } else {
    json.null();
  }
  if (term.key.measure == GroupMeasure::participation) {
    json.key("over");
    json.value(term.over == Over::headcount ? "headcount" : "registered");
  }
  if (term.key.measure == GroupMeasure::prize_points) write_values(json, contest.awards[term.award], term);
  json.end_object();
}

void write_blocks(io::JsonWriter& json, const Award& award) {
  json.key("blocks");
  json.begin_array();
  for (const Block& block : award.blocks) {
    json.begin_object();
    json.key("id");
    json.value(block.id);
    write_localized(json, "title", block.title);
    write_condition(json, "where", block.where);
    json.end_object();
  }
  json.end_array();
}

void write_group_fields(io::JsonWriter& json, const Contest& contest, const Award& award) {
  json.key("level");
  json.value(award.level);
  write_blocks(json, award);
  json.key("score");
  json.begin_array();
  for (const GroupTerm& term : award.score) write_term(json, contest, term);
  json.end_array();
  std::vector<std::string> order;
  for (const GroupRankingKey& key : award.group_order) order.push_back(order_text(key));
  write_texts(json, "order", order);
  json.key("minimum");
  json.begin_object();
  const auto field = [&](std::string_view key, std::uint64_t value) {
    json.key(key);
    json.value(value);
  };
  field("registered", award.minimum.registered);
  field("finished", award.minimum.finished);
  field("attempts", award.minimum.attempts);
  field("all_correct", award.minimum.all_correct);
  field("headcount", award.minimum.headcount);
  json.end_object();
}

/// The ids of the rounds or tracks at these positions.
template <class Thing>
std::vector<std::string> ids(const std::vector<Thing>& things, const std::vector<std::uint32_t>& positions) {
  std::vector<std::string> result;
  for (const std::uint32_t position : positions) result.push_back(things[position].id.text);
  return result;
}

void write_narrowing(io::JsonWriter& json, const Contest& contest, const Award& award) {
  write_texts(json, "rounds", ids(contest.rounds, award.rounds));
  write_texts(json, "tracks",
              contest.has_tracks() ? ids(contest.tracks, award.tracks) : std::vector<std::string>());
  write_condition(json, "where", award.where);
}

/// What officials compare with the published rules before anybody starts.
void write_totals(io::JsonWriter& json, const Contest& contest, const Award& award) {
  PerTrack<std::uint64_t> places{{0}};
  std::uint64_t total = 0;
  for (const Prize& prize : award.prizes) {
    if (prize.places.varies()) places.values.resize(contest.tracks.size(), 0);
    total += total_places(award, prize);
  }
  for (TrackNo track = 0; track < places.values.size(); ++track)
    for (const Prize& prize : award.prizes) places.values[track] += prize.places.of(track);
  json.key("places_per_list");
  write_per_track(json, contest, places, [&](std::uint64_t count) { json.value(count); });
  json.key("lists");
  json.value(lists(award));
  json.key("total");
  json.value(total);
}

void write_award(io::JsonWriter& json, const Contest& contest, const Award& award) {
  json.begin_object();
  json.key("id");
  json.value(award.id.text);
  write_localized(json, "title", award.title);
  json.key("of");
  json.value(award.of == AwardOf::entrants ? "entrants" : "groups");
  write_per(json, award);
  write_narrowing(json, contest, award);
  if (award.of == AwardOf::entrants) {
    write_entrant_fields(json, award);
  } else {
    write_group_fields(json, contest, award);
  }
  json.key("prizes");
  json.begin_array();
  for (const Prize& prize : award.prizes) write_prize(json, contest, prize);
  json.end_array();
  json.key("across_rounds");
  json.value(name(award.across_rounds));
  json.key("ties");
  json.value(name(award.ties));
  write_totals(json, contest, award);
  json.end_object();
}

}  // namespace

void write_awards(const Contest& contest, io::JsonWriter& json) {
  json.key("awards");
  json.begin_array();
  for (const Award& award : contest.awards) write_award(json, contest, award);
  json.end_array();
}

}  // namespace quiz::contest
