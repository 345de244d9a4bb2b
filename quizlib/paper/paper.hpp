// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/crypto/digest.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::paper {

/// One item of a paper as the entrant sees it.
struct PaperItem {
  ItemNo item = kNone;
  std::uint8_t choice_count = 0;
  std::array<std::uint8_t, bank::Item::kMostChoices> choices{};  ///< position in the item of the choice shown n-th
};

/// One entrant's drawn, ordered copy.
struct Paper {
  std::vector<PaperItem> items;
};

/// What all papers of a round share: the secret, the digest pinned at sealing, and per track and section the
/// items that fit. Keeps views of the items.
class Drawer {
 public:
  /// `questions` is the round's question digest as pinned at sealing.
  Drawer(const contest::Contest& contest, const contest::Items& items, RoundNo round, const crypto::Bytes32& seed,
         const crypto::Bytes32& questions);

  /// The paper of an entrant's attempt (1, 2, …), as docs/formats/paper.md defines it: the same for ever. A
  /// later attempt prefers items that were in none of the papers of the attempts before it.
  [[nodiscard]] Paper draw(std::string_view entrant, TrackNo track, std::uint32_t attempt) const;

 private:
  const contest::Contest& contest_;
  const contest::Items& items_;
  RoundNo round_;
  crypto::Bytes32 seed_;
  std::string questions_;                            ///< hex
  std::vector<std::vector<std::vector<ItemNo>>> pools_;  ///< by track, section: by id
};

/// The question digest of a round: SHA-256 over the question digests of the banks its sections draw from
/// (docs/formats/paper.md).
[[nodiscard]] crypto::Bytes32 round_questions(const contest::Contest& contest, const std::vector<bank::Bank>& banks,
                                              RoundNo round);

}  // namespace quiz::paper
