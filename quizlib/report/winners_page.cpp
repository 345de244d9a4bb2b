// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/cells.hpp>
#include <quizlib/report/page_parts.hpp>
#include <quizlib/text/collation.hpp>
#include <quizlib/text/numbers.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace quiz::report {
namespace {

/// A person for the index: name, number of the line, prize, and the order in which names stand.
struct Entry {
  std::string key;
  std::uint32_t number = 0;
  std::string_view name;
  std::string_view prize;
};

/// Turns winners into records, numbering their lines through the page.
class Builder {
 public:
  explicit Builder(const text::Catalogue& catalogue)
      : catalogue_(catalogue),
        collator_(catalogue.language()) {}

  Record award(const AwardLists& award) {
    std::vector<Record> lists;
    for (const PrizeList& list : award.lists) lists.push_back(prize_list(list, award.to_persons));
    return {{{"title", award.title}, {"kind", award.to_persons ? "persons" : "groups"}},
            {{"lists", records(std::move(lists))}}};
  }

  /// The persons that have been turned, by name.
  Records index() {
    std::ranges::sort(entries_, {}, [](const Entry& entry) { return std::tie(entry.key, entry.number); });
    std::vector<Record> lines;
    for (const Entry& entry : entries_) {
      lines.push_back({{{"name", std::string(entry.name)},
                        {"prize", std::string(entry.prize)},
                        {"number", text::format_count(catalogue_.language(), entry.number)}}});
    }
    return records(std::move(lines));
  }

  [[nodiscard]] bool has_index() const { return !entries_.empty(); }
  /// Whether a prize of somebody depends on open ties.
  [[nodiscard]] bool has_dependent() const { return has_dependent_; }

  [[nodiscard]] Record skips(const AwardLists& award, const PrizeList& list) const {
    std::vector<Record> lines;
    for (const PassedOver& passed : list.passed_over) {
      lines.push_back(
          {{{"reason", shown_cell(passed.reason, Kind::word, catalogue_)}, {"moved_up", passed.moved_up}},
           {{"cells", cells(list.passed_columns, passed.who.cells, catalogue_)}}});
    }
    Record record = part(list);
    record.fields.emplace_back("title", award.title);
    record.lists.emplace_back("headings", headings(list.passed_columns, catalogue_));
    record.lists.emplace_back("passed_over", records(std::move(lines)));
    return record;
  }

 private:
  [[nodiscard]] static Record part(const PrizeList& list) {
    const bool both = !list.round.empty() && !list.track.empty();
    const std::string title = list.round + (both ? " – " : "") + list.track;
    return {{{"part", title}}, {{"with_part", when(!title.empty())}}};
  }

  Record prize_list(const PrizeList& list, bool to_persons) {
    std::vector<Record> prizes;
    for (const PrizeOutcome& outcome : list.prizes) prizes.push_back(prize(outcome, list, to_persons));
    Record record = part(list);
    record.lists.emplace_back("headings", headings(list.columns, catalogue_));
    record.lists.emplace_back("prizes", records(std::move(prizes)));
    return record;
  }

  Record prize(const PrizeOutcome& outcome, const PrizeList& list, bool to_persons) {
    std::vector<Record> winners;
    for (const Honoree& winner : outcome.winners) {
      ++number_;
      winners.push_back(line(winner, list, text::format_count(catalogue_.language(), number_)));
      if (to_persons && !winner.name.empty()) {
        entries_.push_back({collator_.name_key(winner.name), number_, winner.name, outcome.title});
      }
    }
    std::vector<Record> candidates;
    for (const Honoree& candidate : outcome.candidates) candidates.push_back(line(candidate, list, {}));
    return {
        {{"title", outcome.title},
         {"amount", sentence("page.amount", "amount", shown_cell(outcome.amount, Kind::amount, catalogue_))},
         {"places", sentence("page.places", "count", std::int64_t{outcome.places})},
         {"tie", sentence("page.tie", "count", std::int64_t{outcome.open})},
         {"vacancy", sentence("page.vacancy", "count", std::int64_t{outcome.vacant})},
         {"span", std::to_string(list.columns.size() + 1)}},
        {{"with_amount", when(!outcome.amount.empty())},
         {"winners", records(std::move(winners))},
         {"with_tie", when(outcome.open != 0)},
         {"candidates", records(std::move(candidates))},
         {"with_vacancy", when(outcome.vacant != 0)}}};
  }

  Record line(const Honoree& who, const PrizeList& list, std::string number) {
    has_dependent_ = has_dependent_ || who.depends;
    return {{{"number", std::move(number)}},
            {{"with_depends", when(who.depends)}, {"cells", cells(list.columns, who.cells, catalogue_)}}};
  }

  template <class Value>
  [[nodiscard]] std::string sentence(std::string_view key, std::string_view name, Value value) const {
    return catalogue_.format(Message(key, {{name, value}}));
  }

  const text::Catalogue& catalogue_;
  text::Collator collator_;
  std::uint32_t number_ = 0;
  std::vector<Entry> entries_;
  bool has_dependent_ = false;
};

/// How many places wait for a decision.
std::int64_t open_places(const Winners& winners) {
  std::int64_t open = 0;
  for (const AwardLists& award : winners.awards) {
    for (const PrizeList& list : award.lists) {
      for (const PrizeOutcome& prize : list.prizes) open += prize.open;
    }
  }
  return open;
}

}  // namespace

Shape winners_shape() {
  const Shape line{{"number"}, {{"with_depends", {}}, {"cells", cell_shape()}}};
  const Shape prize{
      {"title", "amount", "places", "tie", "vacancy", "span"},
      {{"with_amount", {}}, {"winners", line}, {"with_tie", {}}, {"candidates", line}, {"with_vacancy", {}}}};
  const Shape list{{"part"}, {{"with_part", {}}, {"headings", heading_shape()}, {"prizes", prize}}};
  const Shape passed_over{{"reason", "moved_up"}, {{"cells", cell_shape()}}};
  const Shape skips{{"title", "part"},
                    {{"with_part", {}}, {"headings", heading_shape()}, {"passed_over", passed_over}}};
  Shape page = page_shape();
  page.fields.insert(page.fields.end(), {"organizer", "open"});
  page.lists.push_back({"with_open", {}});
  page.lists.push_back({"any_depends", {}});
  page.lists.push_back({"awards", {{"title", "kind"}, {{"lists", list}}}});
  page.lists.push_back({"with_skips", {}});
  page.lists.push_back({"skips", skips});
  page.lists.push_back({"with_index", {}});
  page.lists.push_back({"index", {{"name", "prize", "number"}}});
  return page;
}

Record winners_record(const Document& document, const Winners& winners, const text::Catalogue& catalogue) {
  Builder builder(catalogue);
  std::vector<Record> awards;
  std::vector<Record> skips;
  for (const AwardLists& award : winners.awards) {
    awards.push_back(builder.award(award));
    for (const PrizeList& list : award.lists) {
      if (!list.passed_over.empty()) skips.push_back(builder.skips(award, list));
    }
  }
  const std::int64_t open = open_places(winners);
  Record record = page_record(document, catalogue);
  record.fields.emplace_back("organizer", winners.organizer);
  record.fields.emplace_back("open", catalogue.format(Message("page.open", {{"count", open}})));
  record.lists.emplace_back("with_open", when(open != 0));
  record.lists.emplace_back("awards", records(std::move(awards)));
  record.lists.emplace_back("with_skips", when(!skips.empty()));
  record.lists.emplace_back("skips", records(std::move(skips)));
  record.lists.emplace_back("with_index", when(builder.has_index()));
  record.lists.emplace_back("any_depends", when(builder.has_dependent()));
  record.lists.emplace_back("index", builder.index());
  return record;
}

}  // namespace quiz::report
