// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/items.hpp>

#include <algorithm>
#include <cassert>
#include <tuple>

namespace quiz::contest {
namespace {

/// Whether one of an item's words is among those that a selector names; a selector that names none fits all.
bool selects(const std::vector<std::string>& selector, const std::vector<std::string>& words) {
  return selector.empty() || std::ranges::any_of(words, [&selector](const std::string& word) {
           return std::ranges::find(selector, word) != selector.end();
         });
}

bool fits(const Section& section, const bank::Item& item) {
  const bool right_difficulty = section.difficulty.empty() ||
                                (item.difficulty && std::ranges::find(section.difficulty, *item.difficulty) !=
                                                        section.difficulty.end());
  return item.status == bank::Status::active && right_difficulty && selects(section.skills, item.skills) &&
         selects(section.tags, item.tags);
}

/// An item of a paper with the section that it stands in.
struct Seat {
  ItemNo item;
  const Section* section;
};

/// A paper as good as any of the round: every section takes the first items that are left.
std::vector<Seat> some_paper(const Items& items, const Blueprint& blueprint) {
  std::vector<Seat> paper;
  std::vector<bool> taken(items.size());
  for (const Section& section : blueprint.sections) {
    std::size_t wanted = section.draw ? *section.draw : items.size();
    for (const ItemNo item : fitting(items, section)) {
      if (wanted == 0) break;
      if (taken[item]) continue;
      taken[item] = true;
      paper.push_back(Seat{item, &section});
      --wanted;
    }
  }
  return paper;
}

}  // namespace

Items::Items(const Contest& contest, const std::vector<bank::Bank>& banks) {
  assert(banks.size() == contest.banks.size());
  for (std::uint32_t bank = 0; bank < banks.size(); ++bank) {
    names_.push_back(contest.banks[bank].name);
    banks_.push_back(&banks[bank]);
    first_.push_back(static_cast<ItemNo>(items_.size()));
    for (const bank::Item& item : banks[bank].items) items_.push_back(Entry{&item, bank});
  }
  first_.push_back(static_cast<ItemNo>(items_.size()));
  by_id_.resize(items_.size());
  for (ItemNo no = 0; no < by_id_.size(); ++no) by_id_[no] = no;
  std::ranges::sort(by_id_, [this](ItemNo a, ItemNo b) {
    return std::tie(items_[a].item->id, a) < std::tie(items_[b].item->id, b);
  });
}

std::string Items::reference(ItemNo no) const {
  const Entry& entry = items_[no];
  return names_[entry.bank] + "/" + entry.item->id.text;
}

ItemNo Items::find(std::string_view reference) const {
  // Neither names of banks nor ids hold a slash.
  const std::size_t slash = reference.find('/');
  const bool with_bank = slash != std::string_view::npos;
  const std::string_view bank = with_bank ? reference.substr(0, slash) : std::string_view();
  const std::string_view id = with_bank ? reference.substr(slash + 1) : reference;
  const auto id_of = [this](ItemNo no) { return std::string_view(items_[no].item->id.text); };
  ItemNo found = kNone;
  for (auto no = std::ranges::lower_bound(by_id_, id, {}, id_of); no != by_id_.end() && id_of(*no) == id;
       ++no) {
    if (with_bank && names_[items_[*no].bank] != bank) continue;
    if (found != kNone) return kNone;
    found = *no;
  }
  return found;
}

std::vector<ItemNo> fitting(const Items& items, const Section& section) {
  std::vector<ItemNo> result;
  for (ItemNo no = items.first(section.bank); no < items.first(section.bank + 1); ++no) {
    if (fits(section, items[no])) result.push_back(no);
  }
  return result;
}

bool is_fixed(const Blueprint& blueprint) {
  return !blueprint.shuffle_items && !blueprint.shuffle_choices &&
         std::ranges::none_of(blueprint.sections,
                              [](const Section& section) { return section.draw.has_value(); });
}

bool is_fixed(const Round& round) {
  const Blueprint& first = round.rules.values.front().paper;
  return is_fixed(first) && std::ranges::all_of(round.rules.values, [&](const RoundRules& rules) {
           return rules.paper == first;
         });
}

std::vector<ItemNo> fixed_paper(const Items& items, const Blueprint& blueprint) {
  assert(is_fixed(blueprint));
  std::vector<ItemNo> paper;
  for (const Seat& seat : some_paper(items, blueprint)) paper.push_back(seat.item);
  return paper;
}

std::uint32_t paper_size(const Items& items, const Blueprint& blueprint) {
  return static_cast<std::uint32_t>(some_paper(items, blueprint).size());
}

Points maximum_points(const Items& items, const Blueprint& blueprint) {
  Points sum;
  for (const Seat& seat : some_paper(items, blueprint)) {
    sum = sum + seat.section->points.value_or(items[seat.item].points);
  }
  return sum;
}

}  // namespace quiz::contest
