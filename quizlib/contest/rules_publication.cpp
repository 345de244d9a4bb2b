// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_parts.hpp>

#include <algorithm>

namespace quiz::contest {
namespace {

Strings columns(const Phrases& phrases, const Strings& names) {
  Strings result;
  for (const std::string& name : names) result.push_back(phrases.column(name, ColumnOf::lists));
  return result;
}

/// Telephone numbers and personal ids are masked in any case.
Strings masked(const Contest& contest) {
  Strings names{"phone", "national_id"};
  for (const std::string& name : contest.publish.mask)
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  return names;
}

/// `100%`, `from 75% to below 100%`, …, `below 25%`
Strings bands(const Phrases& phrases, const std::vector<Decimal>& from) {
  Strings result;
  const Decimal all{100 * Decimal::kOne};
  for (std::size_t i = 0; i < from.size(); ++i)
    result.push_back(phrases.say("band", {{"which", from[i] == all ? "full"
                                                    : i == 0       ? "first"
                                                                   : "other"},
                                          {"from", phrases.percent(from[i])},
                                          {"below", i == 0 ? "" : phrases.percent(from[i - 1])}}));
  result.push_back(phrases.say("band.below", {{"below", phrases.percent(from.back())}}));
  return result;
}

/// A line for each id.
class Codes {
 public:
  explicit Codes(const Phrases& phrases) : phrases_(phrases) {
    table_.columns = {{phrases.say("code")}, {phrases.say("code.meaning")}};
  }

  void add(const std::string& code, std::string_view kind, const std::string& what,
           const std::string& of = {}) {
    table_.rows.push_back({code, phrases_.say("code." + std::string(kind), {{"what", what}, {"of", of}})});
  }

  [[nodiscard]] RulesTable take() { return std::move(table_); }

 private:
  const Phrases& phrases_;
  RulesTable table_;
};

void add_awards(const Phrases& phrases, Codes& codes) {
  for (const Award& award : phrases.contest().awards) {
    codes.add(award.id.text, "award", phrases.award(award));
    for (const Prize& prize : award.prizes)
      codes.add(prize.id.text, "prize", phrases.quoted(phrases.prize(prize)), phrases.award(award));
    for (const Block& block : award.blocks)
      codes.add(block.id, "block", phrases.title(block.title, block.id), phrases.award(award));
  }
}

}  // namespace

Paragraphs publication_rules(const Phrases& phrases) {
  const Publish& publish = phrases.contest().publish;
  Paragraphs result{paragraph(phrases.say("provisional"))};
  if (!publish.columns.empty())
    result.push_back(paragraph(
        phrases.say("publish.columns", {{"columns", phrases.all_of(columns(phrases, publish.columns))}})));
  result.push_back(paragraph(phrases.say(
      "publish.mask", {{"columns", phrases.all_of(columns(phrases, masked(phrases.contest())))}})));
  if (!publish.bands.empty())
    result.push_back(
        paragraph(phrases.say("publish.bands", {{"bands", phrases.all_of(bands(phrases, publish.bands))}})));
  return result;
}

Paragraphs sealing_rules(const Phrases& phrases) {
  Strings banks;
  for (std::uint32_t bank = 0; bank < phrases.contest().banks.size(); ++bank)
    banks.push_back(phrases.bank(bank));
  return {paragraph(phrases.say("sealing", {{"count", banks.size()}, {"banks", phrases.all_of(banks)}})),
          paragraph(phrases.say("sealing.after"))};
}

Paragraphs code_rules(const Phrases& phrases) {
  const Contest& contest = phrases.contest();
  Codes codes(phrases);
  codes.add(contest.id, "contest", {});
  if (contest.has_tracks())
    for (TrackNo track = 0; track < contest.tracks.size(); ++track)
      codes.add(contest.tracks[track].id.text, "track", phrases.track(track));
  for (RoundNo round = 0; round < contest.rounds.size(); ++round)
    codes.add(contest.rounds[round].id.text, "round", phrases.round(round));
  add_awards(phrases, codes);
  for (std::uint32_t bank = 0; bank < contest.banks.size(); ++bank)
    codes.add(contest.banks[bank].name, "bank", phrases.bank(bank), contest.banks[bank].file);
  if (!contest.groups_file.empty()) codes.add(contest.groups_file, "groups-file", {});
  if (!contest.entrants_file.empty()) codes.add(contest.entrants_file, "entrants-file", {});
  if (!contest.excluded_file.empty()) codes.add(contest.excluded_file, "excluded-file", {});
  RulesParagraph result = paragraph(phrases.say("codes"));
  result.table = codes.take();
  return {result};
}

}  // namespace quiz::contest
