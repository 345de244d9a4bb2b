// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/print_parts.hpp>

#include <quizlib/contest/words.hpp>

#include <cstdint>

namespace quiz::contest {
namespace {

void write_prize(io::JsonWriter& json, const Contest& contest, const Prize& prize) {
  json.begin_object();
  json.key("id");
  json.value(prize.id.text);
  write_localized(json, "title", prize.title);
  json.key("places");
  json.value(prize.places);
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
  json.key("limit");
  if (award.person_limit == PersonLimit::none) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("per_person");
  json.value(award.person_limit == PersonLimit::highest ? "highest" : "first");
  json.end_object();
}

void write_term(io::JsonWriter& json, const GroupTerm& term) {
  json.begin_object();
  json.key("term");
  json.value(name(term.term));
  json.key("weight");
  json.value(term.weight_text);
  json.key("cap");
  if (term.cap) {
    // A cap was read from a decimal, so billionths hold it exactly.
    json.value(format_decimal(Decimal{term.cap->rounded(Decimal::kOne).value()}));
  } else {
    json.null();
  }
  if (term.term == GroupKey::participation) {
    json.key("over");
    json.value(term.over == Over::headcount ? "headcount" : "registered");
  }
  json.end_object();
}

void write_group_fields(io::JsonWriter& json, const Award& award) {
  json.key("level");
  json.value(award.level);
  json.key("score");
  json.begin_array();
  for (const GroupTerm& term : award.score) write_term(json, term);
  json.end_array();
  json.key("across_rounds");
  json.value(name(award.across_rounds));
  std::vector<std::string> order;
  for (const GroupRankingKey& key : award.order) order.push_back(order_text(key));
  write_texts(json, "order", order);
  json.key("minimum");
  json.begin_object();
  json.key("finished");
  json.value(award.minimum_finished);
  json.key("headcount");
  json.value(award.minimum_headcount);
  json.end_object();
}

/// What officials compare with the published rules before anybody starts.
void write_totals(io::JsonWriter& json, const Contest& contest, const Award& award) {
  std::uint64_t places = 0;
  for (const Prize& prize : award.prizes) places += prize.places;
  json.key("places_per_list");
  json.value(places);
  json.key("lists");
  json.value(lists(contest, award));
  json.key("total");
  json.value(places * lists(contest, award));
}

void write_award(io::JsonWriter& json, const Contest& contest, const Award& award) {
  json.begin_object();
  json.key("id");
  json.value(award.id.text);
  write_localized(json, "title", award.title);
  json.key("of");
  json.value(award.of == AwardOf::entrants ? "entrants" : "groups");
  write_per(json, award);
  if (award.of == AwardOf::entrants) {
    write_entrant_fields(json, award);
  } else {
    write_group_fields(json, award);
  }
  json.key("prizes");
  json.begin_array();
  for (const Prize& prize : award.prizes) write_prize(json, contest, prize);
  json.end_array();
  json.key("ties");
  json.value("report");
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
