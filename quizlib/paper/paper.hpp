// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/crypto/stream.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace quiz::paper {

/// Positions of choices or pairs in their item.
using Positions = std::array<std::uint8_t, bank::Item::kMostChoices>;

/// One item of a paper as the entrant sees it.
struct PaperItem {
  ItemNo item = kNone;
  std::uint8_t choice_count = 0;  ///< choices, or pairs
  Positions choices{};            ///< of the choice, or the pair whose left side, is shown n-th
  Positions rights{};             ///< match: of the pair whose right side is shown n-th

  friend bool operator==(const PaperItem&, const PaperItem&) = default;
};

/// One entrant's drawn, ordered copy.
struct Paper {
  std::vector<PaperItem> items;

  friend bool operator==(const Paper&, const Paper&) = default;
};

/// The memory that drawing works with. Whoever draws many papers keeps one for each thread.
struct Desk {
  std::vector<ItemNo> drawn;
  std::vector<ItemNo> fresh;
  std::vector<ItemNo> seen;
  std::vector<std::uint8_t> marks;
};

/// What all papers of a round share: the secret, the digest pinned at sealing, and per track and section the
/// items that fit. Needs neither the contest nor the items once it is made; may be used by several threads.
class Drawer {
 public:
  /// `questions` is the round's question digest as pinned at sealing.
  Drawer(const contest::Contest& contest, const contest::Items& items, RoundNo round,
         const crypto::Bytes32& seed, const crypto::Bytes32& questions);

  /// The paper of an entrant's attempt (1, 2, …), as docs/formats/paper.md defines it: the same for ever. A
  /// later attempt prefers items that were in none of the papers of the attempts before it. A section with
  /// fewer items than it draws takes all of them (`contest::check` reports it).
  [[nodiscard]] Paper draw(std::string_view entrant, TrackNo track, std::uint32_t attempt) const;

  /// The same into `paper`, in place of what it holds, for thousands of papers in a row.
  void draw(std::string_view entrant, TrackNo track, std::uint32_t attempt, Desk& desk, Paper& paper) const;

 private:
  /// A section of the blueprint for one track.
  struct Pool {
    std::vector<ItemNo> items;           ///< those that fit, sorted by id
    std::optional<std::uint32_t> count;  ///< how many are drawn; nothing: all
    bool shares = false;                 ///< whether an earlier section may have taken some of them
  };

  /// How the choices or pairs of an item are put in order: `order` and `rights` are what stands before
  /// shuffling, choices that move sorted by id over the places that they share, all else whose order in the
  /// file would tell what is right sorted by text.
  struct Choices {
    std::uint8_t count = 0;
    std::uint8_t free_count = 0;
    std::uint8_t free_rights = 0;
    Positions order{};
    Positions free_places{};
    Positions rights{};
  };

  static Choices choices_of(const bank::Item& item, bool shuffle);
  static Choices sorted_of(const bank::Item& item, text::Language language, bool shuffle);

  /// What the papers of a track are drawn from.
  struct TrackRules {
    std::vector<Pool> pools;       ///< by section
    std::vector<Choices> choices;  ///< by item
    bool shuffle_items = true;
  };

  static void draw_items(crypto::Stream& stream, const TrackRules& rules, bool first_attempt, Desk& desk);
  static void draw_choices(crypto::Stream& stream, const TrackRules& rules, const std::vector<ItemNo>& drawn,
                           Paper& paper);

  crypto::StreamSeed labelled_;  ///< has taken what the labels of all papers begin with
  contest::PerTrack<TrackRules> rules_;
};

/// The question digest of a round: SHA-256 over the question digests of the banks its sections draw from
/// (docs/formats/paper.md). Needs `banks` beside `contest.banks`.
[[nodiscard]] crypto::Bytes32 round_questions(const contest::Contest& contest,
                                              const std::vector<bank::Bank>& banks, RoundNo round);

}  // namespace quiz::paper
