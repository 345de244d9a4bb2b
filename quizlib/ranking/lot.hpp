// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/crypto/digest.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::ranking {

/// What a lot is drawn for: `quiz/1 lot`, contest, award, round, track, block, empty where a list is not of
/// one.
struct LotSubject {
  std::string contest;
  std::string award;
  std::string round;
  std::string track;
  std::string block;
};

/// A lot with everything that is needed to draw it again (docs/formats/lot.md).
struct Lot {
  std::vector<std::string> candidates;  ///< in the order of the bytes of their ids
  crypto::Bytes32 root{};               ///< the Merkle root over them, which can be published beforehand
  std::vector<std::string> sources;
  crypto::Bytes32 seed{};
  std::vector<std::uint32_t> steps;  ///< what place size-1, size-2, … 1 was swapped with
  std::vector<std::string> order;    ///< the candidates as drawn: who comes first gets the first seat
};

/// The Merkle tree hash of RFC 6962, section 2.1, over the texts; of nothing it is the hash of nothing.
[[nodiscard]] crypto::Bytes32 merkle_root(std::span<const std::string> texts);

/// Draw the candidates, in whatever order they come, by public sources of chance. Needs sources without line
/// ends.
[[nodiscard]] Lot draw_lot(const LotSubject& subject, std::vector<std::string> candidates,
                           std::vector<std::string> sources);

}  // namespace quiz::ranking
