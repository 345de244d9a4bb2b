// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/contest_tables.hpp>

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/contest/print_parts.hpp>

#include <cstdint>
#include <string>
#include <utility>

namespace quiz::workflow {
namespace {

using contest::Contest;
using report::Cell;
using report::Kind;
using Rows = std::vector<std::vector<Cell>>;

/// What a winner must reach: `50%`, `finished 10`.
Cell minimum(const contest::Award& award) {
  std::vector<std::string> parts;
  if (award.minimum_points)
    parts.push_back(format_decimal(award.minimum_points->value) + (award.minimum_points->percent ? "%" : ""));
  const auto add = [&](const char* counter, std::uint64_t least) {
    if (least != 0) parts.push_back(counter + (' ' + std::to_string(least)));
  };
  add("registered", award.minimum.registered);
  add("finished", award.minimum.finished);
  add("attempts", award.minimum.attempts);
  add("all_correct", award.minimum.all_correct);
  add("headcount", award.minimum.headcount);
  return parts;
}

Cell limit(const contest::Award& award) {
  std::vector<std::string> parts;
  if (award.person_limit != contest::PersonLimit::none)
    parts.emplace_back(award.person_limit == contest::PersonLimit::highest ? "highest" : "first");
  if (award.share) parts.push_back(format_decimal(*award.share) + "%");
  return parts;
}

std::vector<Cell> award_row(const contest::Award& award, text::Language language) {
  const bool of_groups = award.of == contest::AwardOf::groups;
  std::vector<std::string> per;
  if (award.per_round) per.emplace_back("round");
  if (award.per_track) per.emplace_back("track");
  for (const contest::Block& block : award.blocks) per.push_back(block.id);
  std::vector<std::string> order;
  for (const contest::RankingKey& key : award.order) order.push_back(order_text(key));
  for (const contest::GroupRankingKey& key : award.group_order) order.push_back(order_text(key));
  return {award.id.text,
          shown(award.title, language),
          std::string(of_groups ? "groups" : "entrants"),
          award.level.empty() ? Cell() : Cell(award.level),
          per,
          order,
          std::string(name(award.across_rounds)),
          minimum(award),
          limit(award),
          std::string(name(award.ties))};
}

report::Table awards(const Contest& contest, text::Language language) {
  Rows rows;
  for (const contest::Award& award : contest.awards) rows.push_back(award_row(award, language));
  return report::table("awards",
                       {{"award"},
                        {"name"},
                        {"of", Kind::word},
                        {"level"},
                        {"per", Kind::list},
                        {"order", Kind::list},
                        {"across_rounds", Kind::word},
                        {"minimum", Kind::list},
                        {"limit", Kind::list},
                        {"ties"}},
                       std::move(rows));
}

Cell cap(const contest::GroupTerm& term) {
  if (!term.cap) return {};
  // A cap was read from a decimal, so billionths hold it exactly.
  return format_decimal(Decimal{term.cap->rounded(Decimal::kOne).value()});
}

/// The terms of the scores of groups.
report::Table scores(const Contest& contest) {
  Rows rows;
  for (const contest::Award& award : contest.awards) {
    for (const contest::GroupTerm& term : award.score) {
      Cell over;
      if (term.key.measure == contest::GroupMeasure::participation)
        over = std::string(term.over == contest::Over::headcount ? "headcount" : "registered");
      std::vector<std::string> values;
      for (std::size_t prize = 0; prize < term.values.size(); ++prize)
        values.push_back(contest.awards[term.award].prizes[prize].id.text + ' ' +
                         format_decimal(term.values[prize]));
      rows.push_back({award.id.text, name(term.key), over, cap(term), term.weight_text, values});
    }
  }
  return report::table(
      "scores",
      {{"award"}, {"measure"}, {"denominator"}, {"cap", Kind::decimal}, {"weight"}, {"values", Kind::list}},
      std::move(rows));
}

/// Whether a prize is another one in each track.
bool varies(const contest::Prize& prize) {
  return prize.places.varies() || (prize.amount && prize.amount->varies());
}

/// A prize of the lists of a track, or of all lists.
std::vector<Cell> prize_row(const Contest& contest, const contest::Award& award, const contest::Prize& prize,
                            TrackNo track, text::Language language) {
  const std::uint64_t rounds = award.per_round ? award.rounds.size() : 1;
  const bool of_track = varies(prize) && award.per_track;
  const std::uint64_t lists = of_track ? rounds : contest::lists(award);
  const std::uint64_t total = of_track ? rounds * prize.places.of(track) : total_places(award, prize);
  Cell amount;
  if (prize.amount)
    amount = std::to_string(prize.amount->of(track).value) + ' ' + prize.amount->of(track).currency;
  return {award.id.text,
          prize.id.text,
          shown(prize.title, language),
          varies(prize) ? Cell(contest.tracks[track].id.text) : Cell(),
          amount,
          std::int64_t{prize.places.of(track)},
          static_cast<std::int64_t>(lists),
          static_cast<std::int64_t>(total)};
}

report::Table prizes(const Contest& contest, text::Language language) {
  Rows rows;
  for (const contest::Award& award : contest.awards) {
    for (const contest::Prize& prize : award.prizes) {
      for (const TrackNo track : award.tracks) {
        rows.push_back(prize_row(contest, award, prize, track, language));
        if (!varies(prize)) break;
      }
    }
  }
  return report::table("prizes",
                       {{"award"},
                        {"prize"},
                        {"name"},
                        {"track"},
                        {"amount", Kind::amount},
                        {"places", Kind::count},
                        {"lists", Kind::count},
                        {"total", Kind::count}},
                       std::move(rows));
}

}  // namespace

Cell shown(const text::Localized& text, text::Language language) {
  if (text.empty()) return {};
  return std::string(text.in(language));
}

std::vector<report::Table> award_tables(const Contest& contest, text::Language language) {
  return {awards(contest, language), scores(contest), prizes(contest, language)};
}

}  // namespace quiz::workflow
