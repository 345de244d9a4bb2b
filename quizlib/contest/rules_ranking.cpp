// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_parts.hpp>

namespace quiz::contest {

std::string key_phrase(const Phrases& phrases, const RankingKey& key) {
  const std::string code = "key." + std::string(name(key.key));
  // The nearer prediction is always better.
  if (key.key == Key::prediction) return phrases.say(code);
  return phrases.say(code, {choice("more", key.descending)});
}

Strings key_phrases(const Phrases& phrases, std::span<const RankingKey> order) {
  Strings result;
  for (const RankingKey& key : order) result.push_back(key_phrase(phrases, key));
  return result;
}

Paragraphs ranking_rules(const Phrases& phrases) {
  const Contest& contest = phrases.contest();
  Paragraphs result{
      paragraph(phrases.say("order"), key_phrases(phrases, contest.order)),
      paragraph(phrases.say("order.equals")), paragraph(phrases.say("order.missing")),
      paragraph(phrases.say("resolution", {{"resolution", phrases.duration(contest.resolution)}}))};
  if (contest.rounds.size() > 1)
    result.push_back(paragraph(phrases.say("across." + std::string(name(contest.across_rounds)))));
  return result;
}

}  // namespace quiz::contest
