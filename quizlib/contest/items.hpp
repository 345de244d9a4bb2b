// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/contest/contest.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::contest {

/// All items of a contest's banks under one numbering: bank after bank in the order of contest.yaml, items in
/// the order of their file. Keeps views of the banks.
class Items {
 public:
  /// `banks` beside `contest.banks`.
  Items(const Contest& contest, const std::vector<bank::Bank>& banks);

  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] const bank::Item& operator[](ItemNo no) const { return *items_[no].item; }
  /// The first language of the item's bank, in which all of its texts are. Needs a bank that has one.
  [[nodiscard]] text::Language language(ItemNo no) const {
    return banks_[items_[no].bank]->languages.front();
  }
  /// `BANK/ITEM`
  [[nodiscard]] std::string reference(ItemNo no) const;
  /// By `BANK/ITEM`, or by an item id that only one bank has; kNone otherwise.
  [[nodiscard]] ItemNo find(std::string_view reference) const;
  /// The items of a bank are numbered [first(bank), first(bank + 1)). Needs at most the number of banks.
  [[nodiscard]] ItemNo first(std::uint32_t bank) const { return first_[bank]; }

 private:
  struct Entry {
    const bank::Item* item;
    std::uint32_t bank;
  };
  std::vector<std::string> names_;
  std::vector<const bank::Bank*> banks_;
  std::vector<Entry> items_;
  std::vector<ItemNo> first_;
  std::vector<ItemNo> by_id_;  ///< by item id, then number
};

/// The items that fit a section, in the order of the bank: active ones that match at least one
/// entry of each selector given.
[[nodiscard]] std::vector<ItemNo> fitting(const Items& items, const Section& section);

/// Whether every entrant with this blueprint gets the same paper: everything drawn, nothing shuffled.
[[nodiscard]] bool is_fixed(const Blueprint& blueprint);
/// Whether every entrant of a round gets the same paper, whatever the track.
[[nodiscard]] bool is_fixed(const Round& round);

/// The paper that everybody gets: its items in order. Needs a blueprint that `is_fixed`.
[[nodiscard]] std::vector<ItemNo> fixed_paper(const Items& items, const Blueprint& blueprint);

/// The number of items in a paper. Needs sections with enough items, and before a section that draws all only
/// ones whose items all fit it, or none (`check` reports the others).
[[nodiscard]] std::uint32_t paper_size(const Items& items, const Blueprint& blueprint);

/// The points of a faultless paper: the sum over its sections. Needs what `paper_size` needs, and equal
/// points within a section that draws fewer items than fit (`check` reports the others).
[[nodiscard]] Points maximum_points(const Items& items, const Blueprint& blueprint);

}  // namespace quiz::contest
