// SPDX-License-Identifier: Apache-2.0
#include <quizlib/paper/paper.hpp>

#include <quizlib/bank/bank.hpp>
#include <quizlib/bank/text_order.hpp>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstddef>
#include <map>
#include <numeric>
#include <span>
#include <string>

namespace quiz::paper {
namespace {

/// What is known of an item while a paper is drawn.
enum Mark : std::uint8_t { fresh, seen, taken };

/// The seed with the beginning of every label of the round, so that it is hashed once.
crypto::StreamSeed begin_label(const crypto::Bytes32& seed, const crypto::Bytes32& questions,
                               const RoundId& round) {
  const std::string digest = crypto::hex(questions);
  const std::array<std::string_view, 4> parts{"quiz/1", "paper", digest, round.text};
  return crypto::StreamSeed(seed, parts);
}

bool have_common(const std::vector<ItemNo>& a, const std::vector<ItemNo>& b) {
  return std::ranges::find_first_of(a, b) != a.end();
}

/// Move `count` of the numbers of `from` to the end of `drawn`, or all where there are fewer: a Fisher-Yates
/// shuffle from the last place down that stops when it has enough.
void pick(crypto::Stream& stream, std::vector<ItemNo>& from, std::size_t count, std::vector<ItemNo>& drawn) {
  for (std::size_t left = from.size(); left > 0 && count > 0; --left, --count) {
    std::swap(from[left - 1], from[stream.below(static_cast<std::uint32_t>(left))]);
    drawn.push_back(from[left - 1]);
  }
}

}  // namespace

Drawer::Drawer(const contest::Contest& contest, const contest::Items& items, RoundNo round,
               const crypto::Bytes32& seed, const crypto::Bytes32& questions)
    : labelled_(begin_label(seed, questions, contest.rounds[round].id)) {
  for (const contest::RoundRules& rules : contest.rounds[round].rules.values) {
    const contest::Blueprint& blueprint = rules.paper;
    TrackRules& of_track = rules_.values.emplace_back();
    of_track.shuffle_items = blueprint.shuffle_items;
    std::vector<Pool>& pools = of_track.pools;
    for (const contest::Section& section : blueprint.sections) {
      Pool pool{contest::fitting(items, section), section.draw};
      pool.shares = std::ranges::any_of(
          pools, [&pool](const Pool& earlier) { return have_common(earlier.items, pool.items); });
      std::ranges::sort(pool.items, [&items](ItemNo a, ItemNo b) { return items[a].id < items[b].id; });
      pools.push_back(std::move(pool));
    }
    for (ItemNo item = 0; item < items.size(); ++item) {
      const bool is_sorted =
          items[item].type == bank::ItemType::order || items[item].type == bank::ItemType::match;
      of_track.choices.push_back(is_sorted
                                     ? sorted_of(items[item], items.language(item), blueprint.shuffle_choices)
                                     : choices_of(items[item], blueprint.shuffle_choices));
    }
  }
}

Drawer::Choices Drawer::choices_of(const bank::Item& item, bool shuffle) {
  Choices result;
  result.count = static_cast<std::uint8_t>(item.choices.size());
  for (std::uint8_t place = 0; place < result.count; ++place) {
    result.order[place] = place;
    if (!shuffle || item.choices[place].fixed) continue;
    result.free_places[result.free_count] = place;
    ++result.free_count;
  }
  auto by_id = result.free_places;
  std::ranges::sort(std::span(by_id).first(result.free_count), [&item](std::uint8_t a, std::uint8_t b) {
    return item.choices[a].id < item.choices[b].id;
  });
  for (std::size_t i = 0; i < result.free_count; ++i) result.order[result.free_places[i]] = by_id[i];
  return result;
}

Drawer::Choices Drawer::sorted_of(const bank::Item& item, text::Language language, bool shuffle) {
  const bool has_pairs = item.type == bank::ItemType::match;
  const auto order = has_pairs ? bank::lefts_by_text(item, language) : bank::choices_by_text(item, language);
  const auto rights = has_pairs ? bank::rights_by_text(item, language) : std::vector<std::uint8_t>();
  Choices result;
  result.count = static_cast<std::uint8_t>(order.size());
  std::ranges::copy(order, result.order.begin());
  std::ranges::copy(rights, result.rights.begin());
  if (!shuffle) return result;
  result.free_count = result.count;
  result.free_rights = static_cast<std::uint8_t>(rights.size());
  std::iota(result.free_places.begin(), result.free_places.begin() + result.count, std::uint8_t{0});
  return result;
}

Paper Drawer::draw(std::string_view entrant, TrackNo track, std::uint32_t attempt) const {
  Desk desk;
  Paper paper;
  draw(entrant, track, attempt, desk, paper);
  return paper;
}

void Drawer::draw(std::string_view entrant, TrackNo track, std::uint32_t attempt, Desk& desk,
                  Paper& paper) const {
  assert(attempt >= 1);
  const TrackRules& rules = rules_.of(track);
  desk.marks.assign(rules.choices.size(), Mark::fresh);
  for (std::uint32_t number = 1;; ++number) {
    std::array<char, 10> digits{};
    const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    const std::array<std::string_view, 2> parts{
        entrant, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()))};
    crypto::Stream stream(labelled_, parts);
    draw_items(stream, rules, number == 1, desk);
    if (number == attempt) return draw_choices(stream, rules, desk.drawn, paper);
    for (const ItemNo item : desk.drawn) desk.marks[item] = Mark::seen;
  }
}

void Drawer::draw_items(crypto::Stream& stream, const TrackRules& rules, bool first_attempt, Desk& desk) {
  desk.drawn.clear();
  for (const Pool& pool : rules.pools) {
    const std::size_t begin = desk.drawn.size();
    desk.fresh.clear();
    desk.seen.clear();
    if (first_attempt && !pool.shares) {
      desk.fresh = pool.items;
    } else {
      for (const ItemNo item : pool.items) {
        if (desk.marks[item] == Mark::fresh) desk.fresh.push_back(item);
        if (desk.marks[item] == Mark::seen) desk.seen.push_back(item);
      }
    }
    if (!pool.count && !rules.shuffle_items) {
      desk.drawn.insert(desk.drawn.end(), desk.fresh.begin(), desk.fresh.end());
      desk.drawn.insert(desk.drawn.end(), desk.seen.begin(), desk.seen.end());
    } else {
      const std::size_t wanted = pool.count ? *pool.count : pool.items.size();
      pick(stream, desk.fresh, wanted, desk.drawn);
      pick(stream, desk.seen, wanted - (desk.drawn.size() - begin), desk.drawn);
    }
    const auto section = std::span(desk.drawn).subspan(begin);
    for (const ItemNo item : section) desk.marks[item] = Mark::taken;
    // Within a bank, numbers are in the order of the file.
    if (!rules.shuffle_items) std::ranges::sort(section);
  }
}

void Drawer::draw_choices(crypto::Stream& stream, const TrackRules& rules, const std::vector<ItemNo>& drawn,
                          Paper& paper) {
  paper.items.resize(drawn.size());
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const Choices& choices = rules.choices[drawn[i]];
    PaperItem& item = paper.items[i];
    item.item = drawn[i];
    item.choice_count = choices.count;
    item.choices = choices.order;
    for (std::uint32_t left = choices.free_count; left > 1; --left) {
      std::swap(item.choices[choices.free_places[left - 1]],
                item.choices[choices.free_places[stream.below(left)]]);
    }
    item.rights = choices.rights;
    for (std::uint32_t left = choices.free_rights; left > 1; --left)
      std::swap(item.rights[left - 1], item.rights[stream.below(left)]);
  }
}

crypto::Bytes32 round_questions(const contest::Contest& contest, const std::vector<bank::Bank>& banks,
                                RoundNo round) {
  assert(banks.size() == contest.banks.size());
  std::map<std::string_view, const bank::Bank*> used;
  for (const contest::RoundRules& rules : contest.rounds[round].rules.values) {
    for (const contest::Section& section : rules.paper.sections)
      used.emplace(contest.banks[section.bank].name, &banks[section.bank]);
  }
  crypto::Sha256 digest;
  digest.update(std::string_view("quiz/1 questions\0", 17));
  for (const auto& [name, bank] : used) {
    digest.update(name);
    digest.update(std::string_view("\0", 1));
    digest.update(crypto::hex(bank::question_digest(*bank)));
    digest.update(std::string_view("\0", 1));
  }
  return digest.finish();
}

}  // namespace quiz::paper
