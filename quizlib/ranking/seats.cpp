// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/seats.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace quiz::ranking {
namespace {

using contest::Ties;

/// Persons, each with a step of the filling: a position in the rows.
using Steps = std::unordered_map<PersonNo, std::size_t>;

/// What those hold in awards with a limit, after the step from which on it hangs on decisions to come.
enum class Uncertain {
  hold_nothing,  ///< but for seats from before that step
  hold_a_seat
};

/// Seats of a list that belong to a tie above: of a decided one to those who are next by the decision, else
/// `left` of them, which wait, or fall away where the prize was shared.
struct TiedSeats {
  enum class Kind { open, decided, void_ };

  Kind kind = Kind::open;
  std::uint32_t left = 0;
  std::vector<Rank> tied;  ///< candidates, or who is left by the decision, in its order
};

/// How far a list has come.
struct Progress {
  Rank next = 0;                       ///< the first claim not yet looked at
  TiedSeats tied;                      ///< what comes before that
  bool interrupted = false;            ///< seats with a limit were filled elsewhere since the tie was met
  std::vector<std::size_t> overtaken;  ///< of all skipped: those who would have got the next seat
};

class Filler {
 public:
  Filler(std::span<const SeatList> lists, Uncertain mode, const Steps& uncertain)
      : lists_(lists),
        mode_(mode),
        uncertain_(uncertain) {
    progress_.resize(lists.size());
    result_.ran_out.resize(lists.size());
  }

  /// The next step.
  void fill(const Row& row) {
    ++step_;
    std::uint32_t left = lists_[row.list].places[row.prize];
    if (lists_[row.list].limited && left != 0) interrupt_others(row.list);
    left -= fill_tied(row, left);
    while (left != 0) {
      std::vector<Rank> next = take_next(row.list);
      if (next.empty()) {
        result_.ran_out[row.list] = true;
        result_.vacant.push_back(Vacancy{row.list, row.prize, left});
        return;
      }
      const auto count = static_cast<std::uint32_t>(next.size());
      const bool at_boundary = count > left;
      if (at_boundary) return settle_tie(row, left, std::move(next));
      settle_overtaken(row.list, next.front(), true);
      for (const Rank rank : next) give(row, rank);
      left -= count;
    }
  }

  [[nodiscard]] Filling result() && {
    for (std::uint32_t list = 0; list < lists_.size(); ++list) {
      const TiedSeats& tied = progress_[list].tied;
      if (tied.kind != TiedSeats::Kind::decided) continue;
      for (const Rank rank : tied.tied)
        result_.skipped.push_back(Skip{list, rank, SkipReason::decided, std::nullopt});
    }
    return std::move(result_);
  }

 private:
  /// Use up seats of the row that belong to a tie above; how many.
  std::uint32_t fill_tied(const Row& row, std::uint32_t left) {
    TiedSeats& tied = progress_[row.list].tied;
    if (tied.kind == TiedSeats::Kind::decided) return give_in_order(row, left);
    if (tied.kind == TiedSeats::Kind::open && may_have_left(row.list)) tied.left = 0;
    const std::uint32_t count = std::min(left, tied.left);
    if (count == 0) return 0;
    tied.left -= count;
    if (tied.kind == TiedSeats::Kind::open) {
      add_open(row, count);
    } else {
      result_.fallen.push_back(Vacancy{row.list, row.prize, count});
    }
    return count;
  }

  /// Whether the candidates of the list's tie are taken to have got seats elsewhere since it was met.
  [[nodiscard]] bool may_have_left(std::uint32_t list) const {
    return lists_[list].limited && mode_ == Uncertain::hold_a_seat && progress_[list].interrupted;
  }

  void interrupt_others(std::uint32_t list) {
    for (std::uint32_t other = 0; other < progress_.size(); ++other)
      if (other != list) progress_[other].interrupted = true;
  }

  /// Those who share the next place of the list, in its order; whoever is passed over on the way is written
  /// down. Empty where nobody is left.
  std::vector<Rank> take_next(std::uint32_t list) {
    const std::vector<Claim>& claims = lists_[list].claims;
    Progress& progress = progress_[list];
    std::vector<Rank> group;
    while (progress.next < claims.size() &&
           (group.empty() || claims[progress.next].level == claims[group.front()].level)) {
      const Rank rank = progress.next++;
      if (const std::optional<SkipReason> reason = reason_to_skip(list, claims[rank])) {
        progress.overtaken.push_back(result_.skipped.size());
        result_.skipped.push_back(Skip{list, rank, *reason, std::nullopt});
      } else {
        group.push_back(rank);
      }
    }
    return group;
  }

  /// The next seats of the list belong to `next` and those who are equal. Who was passed over before them
  /// sees `next` in the seat, or nobody where it stays open; who equals them would have got one after them.
  void settle_overtaken(std::uint32_t list, Rank next, bool given) {
    const std::vector<Claim>& claims = lists_[list].claims;
    std::erase_if(progress_[list].overtaken, [&](std::size_t at) {
      Skip& skip = result_.skipped[at];
      if (claims[skip.rank].level == claims[next].level) return false;
      if (given) skip.moved_up = next;
      return true;
    });
  }

  [[nodiscard]] std::optional<SkipReason> reason_to_skip(std::uint32_t list, const Claim& claim) const {
    if (claim.lost) return claim.lost;
    if (lists_[list].limited && holds_a_seat(claim.person)) return SkipReason::holds_seat;
    return std::nullopt;
  }

  [[nodiscard]] bool holds_a_seat(PersonNo person) const {
    const auto held = holders_.find(person);
    const auto since = uncertain_.find(person);
    if (since == uncertain_.end() || step_ <= since->second) return held != holders_.end();
    return mode_ == Uncertain::hold_a_seat || (held != holders_.end() && held->second < since->second);
  }

  void give(const Row& row, Rank rank) {
    const Claim& claim = lists_[row.list].claims[rank];
    result_.seats.push_back(Seat{row.list, row.prize, rank, claim.place, false});
    if (lists_[row.list].limited) holders_.try_emplace(claim.person, step_);
  }

  /// Give up to `most` seats of the row to those who are next by a decision, but for who has got a seat
  /// elsewhere since; how many.
  std::uint32_t give_in_order(const Row& row, std::uint32_t most) {
    const SeatList& list = lists_[row.list];
    std::vector<Rank>& order = progress_[row.list].tied.tied;
    std::vector<std::size_t> passed;  // positions among all skipped
    std::uint32_t given = 0;
    auto next = order.begin();
    for (; next != order.end() && given != most; ++next) {
      if (const std::optional<SkipReason> reason = reason_to_skip(row.list, list.claims[*next])) {
        passed.push_back(result_.skipped.size());
        result_.skipped.push_back(Skip{row.list, *next, *reason, std::nullopt});
        continue;
      }
      for (const std::size_t skip : std::exchange(passed, {})) result_.skipped[skip].moved_up = *next;
      give(row, *next);
      ++given;
    }
    order.erase(order.begin(), next);
    std::vector<std::size_t>& overtaken = progress_[row.list].overtaken;
    overtaken.insert(overtaken.end(), passed.begin(), passed.end());
    return given;
  }

  /// Seats of a row that wait for a decision between the candidates of its list.
  void add_open(const Row& row, std::uint32_t places) {
    const std::vector<Rank>& candidates = progress_[row.list].tied.tied;
    const std::uint32_t place = lists_[row.list].claims[candidates.front()].place;
    result_.open.push_back(OpenTie{row.list, row.prize, places, candidates, place});
  }

  /// More are tied than the row has seats left.
  void settle_tie(const Row& row, std::uint32_t left, std::vector<Rank> tied) {
    const SeatList& list = lists_[row.list];
    const auto beyond = static_cast<std::uint32_t>(tied.size()) - left;
    TiedSeats& seats = progress_[row.list].tied;
    progress_[row.list].interrupted = false;
    if (const std::vector<Rank>* order = find_decision(row.list, tied)) {
      seats = TiedSeats{TiedSeats::Kind::decided, 0, *order};
      settle_overtaken(row.list, order->front(), true);
      give_in_order(row, left);
      return;
    }
    const bool stays_open = list.ties == Ties::report || list.ties == Ties::lot;
    settle_overtaken(row.list, tied.front(), !stays_open);
    if (stays_open) {
      seats = TiedSeats{TiedSeats::Kind::open, beyond, std::move(tied)};
      add_open(row, left);
      return;
    }
    for (const Rank rank : tied) give(row, rank);
    if (list.ties == Ties::share) seats = TiedSeats{TiedSeats::Kind::void_, beyond, {}};
  }

  /// The order that officials have put exactly these in; nullptr where they have not.
  const std::vector<Rank>* find_decision(std::uint32_t list, const std::vector<Rank>& tied) {
    const std::vector<std::vector<Rank>>& decisions = lists_[list].decisions;
    for (std::size_t no = 0; no < decisions.size(); ++no) {
      // Those who are tied are listed in the order of their ranks.
      std::vector<Rank> decided = decisions[no];
      std::ranges::sort(decided);
      if (decided != tied) continue;
      result_.used.push_back(UsedDecision{list, no});
      return &decisions[no];
    }
    return nullptr;
  }

  std::span<const SeatList> lists_;
  Uncertain mode_;
  const Steps& uncertain_;
  std::size_t step_ = 0;  ///< from 1
  std::vector<Progress> progress_;
  Steps holders_;  ///< of seats of awards with a limit per person, from the first of them on
  Filling result_;
};

Filling fill_once(std::span<const SeatList> lists, std::span<const Row> rows, Uncertain mode,
                  const Steps& uncertain) {
  Filler filler(lists, mode, uncertain);
  for (const Row& row : rows) filler.fill(row);
  return std::move(filler).result();
}

auto identity(const Seat& seat) { return std::tuple(seat.list, seat.prize, seat.rank); }

bool before(const Seat& a, const Seat& b) { return identity(a) < identity(b); }

/// Finds the seats that may go elsewhere when open ties of awards with a limit are decided.
class Doubt {
 public:
  Doubt(std::span<const SeatList> lists, std::span<const Row> rows) : lists_(lists), rows_(rows) {}

  void mark(Filling& filling) {
    add_candidates(filling);
    if (since_.empty()) return;
    Filling least;
    Filling most;
    do {
      changed_ = false;
      least = fill_once(lists_, rows_, Uncertain::hold_nothing, since_);
      most = fill_once(lists_, rows_, Uncertain::hold_a_seat, since_);
      std::ranges::sort(least.seats, before);
      std::ranges::sort(most.seats, before);
      add_candidates(least);
      add_candidates(most);
      add_differing(least, most);
    } while (changed_);
    for (Seat& seat : filling.seats)
      seat.depends = !std::ranges::binary_search(least.seats, seat, before) ||
                     !std::ranges::binary_search(most.seats, seat, before);
    for (std::size_t list = 0; list < lists_.size(); ++list)
      filling.ran_out[list] = filling.ran_out[list] || least.ran_out[list] || most.ran_out[list];
  }

 private:
  void add_candidates(const Filling& filling) {
    for (const OpenTie& tie : filling.open)
      for (const Rank rank : tie.candidates) add(tie.list, tie.prize, rank);
  }

  /// Those whose seats are not the same in both. Needs sorted seats.
  void add_differing(const Filling& a, const Filling& b) {
    std::vector<Seat> differing;
    std::ranges::set_symmetric_difference(a.seats, b.seats, std::back_inserter(differing), before);
    for (const Seat& seat : differing) add(seat.list, seat.prize, seat.rank);
  }

  /// Whoever stands there is uncertain from that step on, if not from an earlier one.
  void add(std::uint32_t list, std::uint32_t prize, Rank rank) {
    if (!lists_[list].limited) return;
    const auto row = std::ranges::find_if(
        rows_, [&](const Row& step) { return step.list == list && step.prize == prize; });
    const auto step = static_cast<std::size_t>(row - rows_.begin()) + 1;
    const auto [known, is_new] = since_.try_emplace(lists_[list].claims[rank].person, step);
    changed_ = changed_ || is_new || step < known->second;
    known->second = std::min(known->second, step);
  }

  std::span<const SeatList> lists_;
  std::span<const Row> rows_;
  Steps since_;  ///< of those who are uncertain
  bool changed_ = false;
};

}  // namespace

Filling fill(std::span<const SeatList> lists, std::span<const Row> rows) {
  Filling filling = fill_once(lists, rows, Uncertain::hold_nothing, {});
  Doubt(lists, rows).mark(filling);
  return filling;
}

}  // namespace quiz::ranking
