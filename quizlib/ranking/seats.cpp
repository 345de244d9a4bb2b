// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/seats.hpp>

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace quiz::ranking {
namespace {

/// What candidates of open seats of an award with a limit per person hold until somebody decides.
enum class Candidates { hold_nothing, hold_a_seat };

/// How far a list has come.
struct Progress {
  Rank next = 0;                       ///< the first claim not yet looked at
  std::uint32_t still_open = 0;        ///< how many seats to come belong to the tie below
  std::vector<Rank> candidates;        ///< of the last tie at a boundary
  std::vector<std::size_t> overtaken;  ///< of all skipped: those who would have got the next seat
};

class Filler {
 public:
  Filler(std::span<const SeatList> lists, Candidates candidates) : lists_(lists), candidates_(candidates) {
    progress_.resize(lists.size());
    result_.ran_out.resize(lists.size());
  }

  void fill(const Row& row) {
    Progress& progress = progress_[row.list];
    std::uint32_t left = lists_[row.list].places[row.prize];
    if (const std::uint32_t open = std::min(left, progress.still_open); open != 0) {
      progress.still_open -= open;
      left -= open;
      add_open(row, open);
    }
    while (left != 0) {
      std::vector<Rank> next = take_next(row.list);
      if (next.empty()) {
        result_.ran_out[row.list] = true;
        result_.vacant.push_back(Vacancy{row.list, row.prize, left});
        return;
      }
      const auto count = static_cast<std::uint32_t>(next.size());
      settle_overtaken(row.list, next.front(), count <= left);
      if (count > left) {
        leave_open(row, left, std::move(next));
        return;
      }
      for (const Rank rank : next) give(row, rank);
      left -= count;
    }
  }

  [[nodiscard]] Filling result() && { return std::move(result_); }

 private:
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
    if (lists_[list].limited && holders_.contains(claim.person)) return SkipReason::holds_seat;
    return std::nullopt;
  }

  void give(const Row& row, Rank rank) {
    const Claim& claim = lists_[row.list].claims[rank];
    result_.seats.push_back(Seat{row.list, row.prize, rank, claim.place, false});
    if (lists_[row.list].limited) holders_.insert(claim.person);
  }

  /// Seats of a row that wait for a decision between the candidates of its list.
  void add_open(const Row& row, std::uint32_t places) {
    const std::vector<Rank>& candidates = progress_[row.list].candidates;
    const std::uint32_t place = lists_[row.list].claims[candidates.front()].place;
    result_.open.push_back(OpenTie{row.list, row.prize, places, candidates, place});
  }

  void leave_open(const Row& row, std::uint32_t left, std::vector<Rank> tied) {
    Progress& progress = progress_[row.list];
    progress.still_open = static_cast<std::uint32_t>(tied.size()) - left;
    progress.candidates = std::move(tied);
    add_open(row, left);
    if (!lists_[row.list].limited || candidates_ == Candidates::hold_nothing) return;
    for (const Rank rank : progress.candidates) holders_.insert(lists_[row.list].claims[rank].person);
  }

  std::span<const SeatList> lists_;
  Candidates candidates_;
  std::vector<Progress> progress_;
  std::unordered_set<PersonNo> holders_;  ///< of a seat of an award with a limit per person
  Filling result_;
};

Filling fill_once(std::span<const SeatList> lists, std::span<const Row> rows, Candidates candidates) {
  Filler filler(lists, candidates);
  for (const Row& row : rows) filler.fill(row);
  return std::move(filler).result();
}

auto identity(const Seat& seat) { return std::tuple(seat.list, seat.prize, seat.rank); }

bool before(const Seat& a, const Seat& b) { return identity(a) < identity(b); }

}  // namespace

Filling fill(std::span<const SeatList> lists, std::span<const Row> rows) {
  Filling filling = fill_once(lists, rows, Candidates::hold_nothing);
  const auto matters = [&](const OpenTie& tie) { return lists[tie.list].limited; };
  if (std::ranges::none_of(filling.open, matters)) return filling;

  // Whatever is decided, no more than all candidates will hold a seat. What both extremes agree on stays.
  Filling other = fill_once(lists, rows, Candidates::hold_a_seat);
  std::ranges::sort(other.seats, before);
  for (Seat& seat : filling.seats) seat.depends = !std::ranges::binary_search(other.seats, seat, before);
  for (std::size_t list = 0; list < lists.size(); ++list)
    filling.ran_out[list] = filling.ran_out[list] || other.ran_out[list];
  return filling;
}

}  // namespace quiz::ranking
