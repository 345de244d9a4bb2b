// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_parts.hpp>

#include <quizlib/base/ratio.hpp>

#include <algorithm>
#include <map>

namespace quiz::contest {
namespace {

bool has_amounts(const Award& award) {
  return std::ranges::any_of(award.prizes, [](const Prize& prize) { return prize.amount.has_value(); });
}

/// Whether a prize is another one in each track.
bool varies(const Award& award) {
  return std::ranges::any_of(award.prizes, [](const Prize& prize) {
    return prize.places.varies() || (prize.amount && prize.amount->varies());
  });
}

std::string money(const Phrases& phrases, const Amount& amount) {
  return phrases.money(std::to_string(amount.value), amount.currency);
}

/// The prizes of a list of persons of `track`.
RulesTable prize_table(const Phrases& phrases, const Award& award, TrackNo track) {
  const bool with_amounts = has_amounts(award);
  RulesTable table;
  table.columns = {{phrases.say("prize.title")}, {phrases.say("prize.places"), true}};
  if (with_amounts) table.columns.push_back({phrases.say("prize.amount"), true});
  for (const Prize& prize : award.prizes) {
    Strings& row = table.rows.emplace_back();
    row = {phrases.prize(prize), phrases.number(std::int64_t{prize.places.of(track)})};
    if (!with_amounts) continue;
    row.push_back(prize.amount ? money(phrases, prize.amount->of(track)) : std::string());
  }
  return table;
}

/// What all places of an award are worth, by currency; nothing where that depends on who wins.
std::map<std::string, Ratio> total_amounts(const Award& award) {
  std::map<std::string, Ratio> totals;
  const auto add = [&](const Amount& amount, std::uint64_t places) {
    Ratio& total = totals[amount.currency];
    total = total + Ratio(amount.value) * Ratio(static_cast<std::int64_t>(places));
  };
  const std::uint64_t rounds = award.per_round ? award.rounds.size() : 1;
  for (const Prize& prize : award.prizes) {
    if (!prize.amount) continue;
    if (!prize.amount->varies()) {
      add(prize.amount->of(0), total_places(award, prize));
    } else if (award.per_track) {
      for (const TrackNo track : award.tracks) add(prize.amount->of(track), rounds * prize.places.of(track));
    } else {
      return {};
    }
  }
  return totals;
}

RulesParagraph totals(const Phrases& phrases, const Award& award) {
  std::uint64_t places = 0;
  for (const Prize& prize : award.prizes) places += total_places(award, prize);
  Strings amounts;
  for (const auto& entry : total_amounts(award))
    amounts.push_back(phrases.money(format_ratio(entry.second, 0), entry.first));
  return paragraph(
      phrases.say("prizes.total", {{"count", places},
                                   choice("with_money", !amounts.empty()),
                                   {"amounts", amounts.empty() ? "" : phrases.all_of(amounts)}}));
}

/// What there is a list for.
std::string lists_of(const Phrases& phrases, const Award& award) {
  const std::string_view per = award.per_round && award.per_track         ? "round_track"
                               : award.per_round && !award.blocks.empty() ? "round_block"
                               : award.per_round                          ? "round"
                               : award.per_track                          ? "track"
                               : !award.blocks.empty()                    ? "block"
                                                                          : "none";
  return phrases.say("lists", {{"per", per}, {"count", lists(award)}});
}

}  // namespace

Paragraphs prize_rules(const Phrases& phrases, const Award& award) {
  Paragraphs result{paragraph(lists_of(phrases, award))};
  const auto add = [&](std::string text, TrackNo track) {
    RulesParagraph prizes = paragraph(std::move(text));
    prizes.table = prize_table(phrases, award, track);
    result.push_back(std::move(prizes));
  };
  if (varies(award)) {
    for (const TrackNo track : award.tracks)
      add(phrases.say("prizes.of-track", {{"track", phrases.track(track)}}), track);
  } else {
    add(phrases.say("prizes", {{"count", lists(award)}}), award.tracks.front());
  }
  result.push_back(totals(phrases, award));
  return result;
}

RulesParagraph tie_rule(const Phrases& phrases, const Award& award) {
  return paragraph(phrases.say("ties." + std::string(name(award.ties)),
                               {{"of", award.of == AwardOf::entrants ? "persons" : "groups"}}));
}

std::vector<Argument> rounds_of_award(const Phrases& phrases, const Award& award) {
  const std::size_t rounds = phrases.contest().rounds.size();
  const std::string_view which = rounds == 1 ? "one" : award.rounds.size() == rounds ? "all" : "some";
  return {{"which", which}, {"rounds", phrases.rounds(award.rounds)}};
}

bool combines_rounds(const Award& award) { return !award.per_round && award.rounds.size() > 1; }

}  // namespace quiz::contest
