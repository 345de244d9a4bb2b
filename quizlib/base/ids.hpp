// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace quiz {

/// An identifier as it stands in an organiser's file. Two ids are equal when their bytes are; their order
/// is the order of their bytes, which is how equals are listed.
template <class Tag>
struct Id {
  std::string text;

  friend auto operator<=>(const Id&, const Id&) = default;
};

using BankId = Id<struct BankTag>;
using ItemId = Id<struct ItemTag>;  ///< unique within its bank only
using EntrantId = Id<struct EntrantTag>;
using GroupId = Id<struct GroupTag>;
using RoundId = Id<struct RoundTag>;
using TrackId = Id<struct TrackTag>;
using AwardId = Id<struct AwardTag>;
using PrizeId = Id<struct PrizeTag>;

/// Positions in columns. They differ with the order in which files were read and never decide an order.
using EntrantNo = std::uint32_t;  ///< a registration's position in its roster
using PersonNo = std::uint32_t;   ///< a human's position among the persons of a contest
using GroupNo = std::uint32_t;    ///< a group's position in groups.csv
using ItemNo = std::uint32_t;     ///< an item's position among all items of a contest
using TrackNo = std::uint32_t;    ///< a track's position in contest.yaml
using RoundNo = std::uint32_t;    ///< a round's position in contest.yaml
using SheetNo = std::uint32_t;    ///< a response sheet's position in the store, in order of arrival

/// "No such thing" for any of the positions above.
inline constexpr std::uint32_t kNone = 0xffffffff;

}  // namespace quiz
