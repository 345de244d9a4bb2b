// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_parts.hpp>

#include <quizlib/bank/item.hpp>
#include <quizlib/contest/words.hpp>

#include <algorithm>

namespace quiz::contest {
namespace {

bool has_one_bank(const Blueprint& paper) {
  return std::ranges::all_of(
      paper.sections, [&](const Section& section) { return section.bank == paper.sections.front().bank; });
}

/// How many items a section brings into a paper.
std::uint32_t section_size(const Items& items, const Blueprint& paper, std::size_t section) {
  Blueprint before = paper;
  before.sections.resize(section);
  Blueprint with = paper;
  with.sections.resize(section + 1);
  return paper_size(items, with) - paper_size(items, before);
}

/// What its questions are worth.
std::string worth(const Phrases& phrases, const Section& section) {
  if (section.points) return phrases.say("section.points", {{"points", phrases.points(*section.points)}});
  std::vector<Points> worths;
  for (const ItemNo item : fitting(phrases.items(), section)) worths.push_back(phrases.items()[item].points);
  const auto [least, most] = std::ranges::minmax(worths);
  if (least == most) return phrases.say("section.points", {{"points", phrases.points(least)}});
  return phrases.say("section.own-points",
                     {{"least", phrases.points(least)}, {"most", phrases.points(most)}});
}

/// Which questions it draws from.
std::string pool(const Phrases& phrases, const Section& section, bool with_bank) {
  const auto list = [&](const Strings& words) {
    return words.empty() ? std::string() : phrases.one_of(words);
  };
  Strings difficulty;
  for (const bank::Difficulty level : section.difficulty)
    difficulty.push_back(phrases.say("difficulty." + std::string(bank::name(level))));
  Strings skills;
  for (const std::string& skill : section.skills) skills.push_back(phrases.quoted(skill));
  Strings tags;
  for (const std::string& tag : section.tags) tags.push_back(phrases.quoted(tag));
  const bool whole = difficulty.empty() && skills.empty() && tags.empty() && !with_bank;
  return phrases.say("pool", {choice("whole", whole),
                              choice("by_difficulty", !difficulty.empty()),
                              {"difficulty", list(difficulty)},
                              choice("by_skill", !skills.empty()),
                              {"skills", list(skills)},
                              choice("by_tag", !tags.empty()),
                              {"tags", list(tags)},
                              choice("with_bank", with_bank),
                              {"bank", with_bank ? phrases.bank(section.bank) : std::string()}});
}

std::optional<RulesParagraph> sections(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const Blueprint& paper = rules.paper;
  const bool with_bank = !has_one_bank(paper);
  Strings points;
  for (std::size_t i = 0; i < paper.sections.size(); ++i) {
    const Section& section = paper.sections[i];
    points.push_back(phrases.say("section", {{"count", section_size(phrases.items(), paper, i)},
                                             choice("drawn", section.draw.has_value()),
                                             {"pool", pool(phrases, section, with_bank)},
                                             {"worth", worth(phrases, section)}}));
  }
  return paragraph_or_sentence(
      phrases,
      phrases.say("paper", {{"count", paper_size(phrases.items(), paper)},
                            {"points", phrases.points(maximum_points(phrases.items(), paper))},
                            {"sections", paper.sections.size()}}),
      std::move(points));
}

std::optional<RulesParagraph> bank(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const Blueprint& paper = rules.paper;
  if (!has_one_bank(paper)) return std::nullopt;
  return paragraph(phrases.say("paper.bank", {{"bank", phrases.bank(paper.sections.front().bank)}}));
}

std::optional<RulesParagraph> shuffling(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const Blueprint& paper = rules.paper;
  const std::string_view what = paper.shuffle_items && paper.shuffle_choices ? "both"
                                : paper.shuffle_items                        ? "items"
                                : paper.shuffle_choices                      ? "choices"
                                                                             : "nothing";
  return paragraph(phrases.say("shuffle", {{"what", what}}));
}

/// A later attempt has new questions only where there is a choice.
std::optional<RulesParagraph> retakes(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const bool draws = std::ranges::any_of(rules.paper.sections,
                                         [](const Section& section) { return section.draw.has_value(); });
  if (!draws || rules.attempts.max == 1U) return std::nullopt;
  return paragraph(phrases.say("paper.retakes"));
}

std::optional<RulesParagraph> completeness(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  return paragraph(phrases.say("require-all", {choice("required", rules.require_all)}));
}

std::optional<RulesParagraph> prediction(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const std::optional<Prediction>& asked = rules.prediction;
  if (!asked) return std::nullopt;
  const std::string counter =
      phrases.say("counter." + std::string(kCounterWords.at(static_cast<std::size_t>(asked->target))));
  return paragraph(phrases.say("prediction", {{"counter", counter},
                                              choice("percent", asked->percent),
                                              {"period", asked->of_round ? "round" : "contest"},
                                              {"people", !phrases.contest().has_tracks() ? "contest"
                                                         : asked->of_track               ? "track"
                                                                                         : "tracks"}}));
}

}  // namespace

Paragraphs paper_rules(const Phrases& phrases) {
  Paragraphs result;
  for (const Statement statement : {sections, bank, shuffling, retakes, completeness})
    add_stated(phrases, statement, result);
  return result;
}

Paragraphs prediction_rules(const Phrases& phrases) {
  Paragraphs result;
  add_stated(phrases, prediction, result);
  if (result.empty()) return result;
  result.push_back(paragraph(phrases.say("prediction.distance")));
  result.push_back(paragraph(phrases.say("prediction.actual")));
  return result;
}

}  // namespace quiz::contest
