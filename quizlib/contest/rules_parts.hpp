// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/contest/award.hpp>
#include <quizlib/contest/phrases.hpp>
#include <quizlib/contest/ranking_key.hpp>
#include <quizlib/contest/round.hpp>
#include <quizlib/contest/rules_text.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The parts of rules_text. Marks are not set yet, of points neither; an empty part is left out.
namespace quiz::contest {

using Paragraphs = std::vector<RulesParagraph>;

[[nodiscard]] Paragraphs general_rules(const Phrases& phrases);
[[nodiscard]] Paragraphs entrant_rules(const Phrases& phrases);
/// Who may not enter or not win. Empty where nobody is barred.
[[nodiscard]] Paragraphs barred_rules(const Phrases& phrases);
[[nodiscard]] Paragraphs time_rules(const Phrases& phrases);
[[nodiscard]] Paragraphs attempt_rules(const Phrases& phrases);
[[nodiscard]] Paragraphs paper_rules(const Phrases& phrases);
[[nodiscard]] Paragraphs scoring_rules(const Phrases& phrases);
/// Empty where no round asks for a prediction.
[[nodiscard]] Paragraphs prediction_rules(const Phrases& phrases);
[[nodiscard]] Paragraphs ranking_rules(const Phrases& phrases);
[[nodiscard]] Paragraphs entrant_award_rules(const Phrases& phrases, const Award& award);
[[nodiscard]] Paragraphs group_award_rules(const Phrases& phrases, const Award& award);
[[nodiscard]] Paragraphs publication_rules(const Phrases& phrases);
[[nodiscard]] Paragraphs sealing_rules(const Phrases& phrases);
/// What ids in lists and files stand for.
[[nodiscard]] Paragraphs code_rules(const Phrases& phrases);

/// A text with a list below it.
[[nodiscard]] RulesParagraph paragraph(std::string text, Strings points = {});
/// A list of one is part of the sentence: `text` and then the point.
[[nodiscard]] RulesParagraph paragraph_or_sentence(const Phrases& phrases, std::string text, Strings points);

/// What a round says to the entrants of a track; nothing where it says nothing of the matter.
using Statement = std::optional<RulesParagraph> (*)(const Phrases&, const RoundRules&, TrackNo);

/// Adds a statement of all rounds and tracks: what is the same for all is said once, else each text with the
/// rounds and tracks that it is for, in the order of the file.
void add_stated(const Phrases& phrases, Statement statement, Paragraphs& to);
/// The texts of one round, with the tracks that each is for where they differ.
[[nodiscard]] Strings stated_by_track(const Phrases& phrases, RoundNo round,
                                      const std::function<std::string(const RoundRules&)>& text);

/// `more points`, `shorter duration`
[[nodiscard]] std::string key_phrase(const Phrases& phrases, const RankingKey& key);
[[nodiscard]] Strings key_phrases(const Phrases& phrases, std::span<const RankingKey> order);

/// The prizes of an award with their places and amounts, then the totals.
[[nodiscard]] Paragraphs prize_rules(const Phrases& phrases, const Award& award);
/// What becomes of ties at a boundary.
[[nodiscard]] RulesParagraph tie_rule(const Phrases& phrases, const Award& award);
/// Which rounds an award is given for, as arguments `which` (`one`, `all`, `some`) and `rounds`.
[[nodiscard]] std::vector<Argument> rounds_of_award(const Phrases& phrases, const Award& award);
/// Whether its lists bring several rounds together.
[[nodiscard]] bool combines_rounds(const Award& award);

}  // namespace quiz::contest
