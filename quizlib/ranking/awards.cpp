// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/awards.hpp>

#include <quizlib/contest/group_condition.hpp>
#include <quizlib/roster/comparable.hpp>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace quiz::ranking {
namespace {

using contest::Award;
using contest::AwardOf;

/// The round of a list of one round, which may be the only one that its award names.
std::optional<RoundNo> only_round(const contest::Contest& contest, const AwardList& list) {
  const Scope scope = scope_of(contest, list);
  if (scope.rounds.size() != 1) return std::nullopt;
  return scope.rounds.front();
}

/// The order of filling: award, prize, round, track, block; with `per_person: first` the round before all of
/// them, lists of several rounds last.
std::vector<Row> make_rows(const contest::Contest& contest, std::span<const AwardList> lists, AwardOf of) {
  std::vector<Row> rows;
  for (std::uint32_t list = 0; list < lists.size(); ++list) {
    const Award& award = contest.awards[lists[list].award];
    if (award.of != of) continue;
    for (std::uint32_t prize = 0; prize < award.prizes.size(); ++prize) rows.push_back(Row{list, prize});
  }
  const bool round_first = std::ranges::any_of(
      contest.awards, [](const Award& award) { return award.person_limit == contest::PersonLimit::first; });
  const auto round_of = [&](const AwardList& list) {
    return only_round(contest, list).value_or(static_cast<RoundNo>(contest.rounds.size()));
  };
  // Lists stand in the order of award, round, track and block.
  std::ranges::sort(rows, {}, [&](const Row& row) {
    const AwardList& list = lists[row.list];
    return std::tuple(round_first ? round_of(list) : 0, list.award, row.prize, row.list);
  });
  return rows;
}

/// The block of an award that a group belongs to: the first whose condition it meets.
std::optional<std::uint32_t> block_of(const Award& award, const roster::GroupTree& groups, GroupNo group) {
  for (std::uint32_t block = 0; block < award.blocks.size(); ++block)
    if (contest::fits(award.blocks[block].where, groups, group) == contest::Fits::yes) return block;
  return std::nullopt;
}

/// A list that knows how far down it reaches.
struct Reach {
  std::size_t top = 0;
  bool complete = false;
};

class Awarding {
 public:
  Awarding(const Field& field, const Tally& tally, const Membership& membership, const Actuals& actuals,
           std::span<const contest::TieDecision> decisions)
      : field_(field),
        tally_(tally),
        membership_(membership),
        actuals_(actuals),
        decisions_(decisions) {
    result_.lists = make_lists(field.contest);
    seat_lists_.resize(result_.lists.size());
    reaches_.resize(result_.lists.size());
    decisions_of_.resize(result_.lists.size());
    for (std::size_t no = 0; no < decisions.size(); ++no)
      if (!is_replaced(no)) lapsed_.insert(no);
  }

  [[nodiscard]] AwardResult run() && {
    fill_persons();
    fill_groups();
    note_cut_seats();
    result_.lapsed.assign(lapsed_.begin(), lapsed_.end());
    return std::move(result_);
  }

 private:
  static constexpr std::size_t kSpare = 64;
  static constexpr std::size_t kFurther = 8;

  /// Whether a later decision is about the same tie.
  [[nodiscard]] bool is_replaced(std::size_t no) const {
    const auto tie = [](contest::TieDecision decision) {
      std::ranges::sort(decision.order);
      return decision;
    };
    const auto later = decisions_.subspan(no + 1);
    return std::ranges::any_of(
        later, [&](const contest::TieDecision& other) { return tie(other) == tie(decisions_[no]); });
  }

  [[nodiscard]] const Award& award_of(std::size_t list) const {
    return field_.contest.awards[result_.lists[list].award];
  }

  void fill_persons() {
    for (std::uint32_t list = 0; list < result_.lists.size(); ++list) {
      const Award& award = award_of(list);
      if (award.of != AwardOf::entrants) continue;
      reaches_[list].top = kSpare;
      for (const contest::Prize& prize : award.prizes)
        reaches_[list].top += prize.places.of(result_.lists[list].track.value_or(0));
      read_persons(list);
    }
    const std::vector<Row> rows = make_rows(field_.contest, result_.lists, AwardOf::entrants);
    Filling filling = fill(seat_lists_, rows);
    while (reach_further(filling)) filling = fill(seat_lists_, rows);
    add(std::move(filling));
  }

  void fill_groups() {
    const std::vector<HeldSeat> held = held_seats(field_.contest, result_);
    for (std::uint32_t no = 0; no < result_.lists.size(); ++no) {
      AwardList& list = result_.lists[no];
      const Award& award = award_of(no);
      if (award.of != AwardOf::groups) continue;
      const Scope scope = scope_of(field_.contest, list);
      const GroupFigures figures(field_, tally_, membership_, scope, &award, held);
      list.groups = rank_groups(field_, figures, listed_groups(award, list, scope), &award);
      seat_lists_[no] = seats_of_groups(field_, list);
      read_decisions(no);
    }
    Filling filling = fill(seat_lists_, make_rows(field_.contest, result_.lists, AwardOf::groups));
    mark_waiting(filling);
    add(std::move(filling));
  }

  /// Seats of groups hang on the open ties of persons by the seats that give prize points.
  void mark_waiting(Filling& of_groups) const {
    std::set<std::uint32_t> unsettled;  // awards of entrants
    for (const OpenTie& tie : result_.open) unsettled.insert(result_.lists[tie.list].award);
    for (const Seat& seat : result_.seats)
      if (seat.depends) unsettled.insert(result_.lists[seat.list].award);
    const auto waits = [&](const contest::GroupTerm& term) {
      return term.key.measure == contest::GroupMeasure::prize_points && unsettled.contains(term.award);
    };
    for (Seat& seat : of_groups.seats) seat.depends = std::ranges::any_of(award_of(seat.list).score, waits);
  }

  /// The groups of an award's level that meet its condition and belong to the list's block.
  [[nodiscard]] std::vector<GroupNo> listed_groups(const Award& award, const AwardList& list,
                                                   const Scope& scope) const {
    std::vector<GroupNo> groups = groups_of_level(field_, membership_, scope.rounds, award.level);
    const roster::GroupTree& tree = membership_.groups(scope.rounds.back());
    std::erase_if(groups, [&](GroupNo group) {
      if (contest::fits(award.where, tree, group) != contest::Fits::yes) return true;
      return list.block && block_of(award, tree, group) != list.block;
    });
    return groups;
  }

  /// Put the best of a list into it, as many as its reach says.
  void read_persons(std::uint32_t no) {
    AwardList& list = result_.lists[no];
    const ListRules rules = rules_of(field_.contest, list);
    list.persons = rank(field_, tally_, actuals_, rules, reaches_[no].top);
    seat_lists_[no] = seats_of_persons(field_, tally_, list);
    reaches_[no].complete = list.persons.size() < reaches_[no].top;
    read_decisions(no);
  }

  /// The decisions on ties of the list, the latest first. Of those who are not in it there is no tie.
  void read_decisions(std::uint32_t no) {
    decisions_of_[no].clear();
    for (std::size_t i = decisions_.size(); i-- > 0;) {
      if (!concerns(field_.contest, decisions_[i], result_.lists[no])) continue;
      std::vector<Rank> order;
      for (const std::string& id : decisions_[i].order)
        if (const std::optional<Rank> rank = find(no, id)) order.push_back(*rank);
      if (order.size() != decisions_[i].order.size()) continue;
      seat_lists_[no].decisions.push_back(std::move(order));
      decisions_of_[no].push_back(i);
    }
  }

  [[nodiscard]] std::optional<Rank> find(std::uint32_t no, const std::string& id) const {
    const AwardList& list = result_.lists[no];
    const std::string wanted = roster::comparable("id", id);
    for (Rank rank = 0; rank < seat_lists_[no].claims.size(); ++rank)
      if (roster::comparable("id", holder(field_, tally_, list, rank)) == wanted) return rank;
    return std::nullopt;
  }

  /// Read the lists again that ended before their seats did; false where there are none.
  bool reach_further(const Filling& filling) {
    bool any = false;
    for (std::uint32_t list = 0; list < reaches_.size(); ++list) {
      if (!filling.ran_out[list] || reaches_[list].complete) continue;
      reaches_[list].top *= kFurther;
      read_persons(list);
      any = true;
    }
    return any;
  }

  void add(Filling filling) {
    const auto append = [](auto& to, auto& from) {
      to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    append(result_.seats, filling.seats);
    append(result_.open, filling.open);
    append(result_.vacant, filling.vacant);
    append(result_.fallen, filling.fallen);
    append(result_.skipped, filling.skipped);
    for (const UsedDecision& used : filling.used) lapsed_.erase(decisions_of_[used.list][used.decision]);
  }

  /// The seats that a limit took from the lists before they were filled.
  void note_cut_seats() {
    for (std::uint32_t list = 0; list < result_.lists.size(); ++list) {
      const Award& award = award_of(list);
      for (std::uint32_t prize = 0; prize < award.prizes.size(); ++prize) {
        const std::uint32_t planned = award.prizes[prize].places.of(result_.lists[list].track.value_or(0));
        const std::uint32_t left = seat_lists_[list].places[prize];
        if (left < planned) add_fallen(Vacancy{list, prize, planned - left});
      }
    }
  }

  /// Seats of a prize may fall away for more than one reason, and are told in one sum.
  void add_fallen(const Vacancy& more) {
    const auto known = std::ranges::find_if(result_.fallen, [&](const Vacancy& other) {
      return other.list == more.list && other.prize == more.prize;
    });
    if (known == result_.fallen.end()) {
      result_.fallen.push_back(more);
    } else {
      known->places += more.places;
    }
  }

  const Field& field_;
  const Tally& tally_;
  const Membership& membership_;
  const Actuals& actuals_;
  std::span<const contest::TieDecision> decisions_;
  AwardResult result_;
  std::vector<SeatList> seat_lists_;                    ///< beside the lists of the result
  std::vector<Reach> reaches_;                          ///< beside them too; of persons
  std::vector<std::vector<std::size_t>> decisions_of_;  ///< by list, positions in decisions_
  std::set<std::size_t> lapsed_;                        ///< as far as is known
};

}  // namespace

AwardResult award(const Field& field, const Tally& tally, const Membership& membership,
                  const Actuals& actuals, std::span<const contest::TieDecision> decisions) {
  return Awarding(field, tally, membership, actuals, decisions).run();
}

std::vector<HeldSeat> held_seats(const contest::Contest& contest, const AwardResult& result) {
  std::vector<HeldSeat> held;
  for (const Seat& seat : result.seats) {
    const AwardList& list = result.lists[seat.list];
    if (contest.awards[list.award].of != AwardOf::entrants) continue;
    const auto last = static_cast<RoundNo>(contest.rounds.size() - 1);
    const RoundNo round = only_round(contest, list).value_or(last);
    held.push_back(HeldSeat{list.award, seat.prize, list.persons[seat.rank].person, round});
  }
  return held;
}

}  // namespace quiz::ranking
