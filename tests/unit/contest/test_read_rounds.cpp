// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>

using quiz::Milliseconds;
using quiz::contest::Contest;
using quiz::contest::Counter;
using quiz::contest::Keep;
using quiz::contest::Key;
using quiz::contest::Prediction;
using quiz::contest::Round;
using quiz::contest::RoundRules;
using quiz::tests::contest_of;
using quiz::tests::findings_in;
using quiz::tests::kSmallContest;
using quiz::tests::Lines;
using quiz::tests::with;

namespace {

/// The small contest with further fields of its round, from line 9 on.
std::string with_fields(std::string_view lines) {
  return with(kSmallContest, "  opens: ", std::string(lines) + "  opens: ");
}

RoundRules round_with(std::string_view lines) { return contest_of(with_fields(lines)).rounds.at(0).of(0); }

/// The window as `opens closes`, in the contest's time zone.
std::string window(std::string_view opens, std::string_view closes) {
  const std::string yaml = with(with(kSmallContest, "2023-09-10 08:00", opens), "2023-09-30 17:00", closes);
  const Contest contest = contest_of(yaml);
  const quiz::Window window = contest.rounds.at(0).window();
  return contest.zone.format(window.opens) + ' ' + contest.zone.format(window.closes);
}

/// The rule in force for each type of items.
Lines rules_in_force(std::string_view scoring) {
  const quiz::contest::ScoringRule rule = round_with("  scoring: {" + std::string(scoring) + "}\n").scoring;
  Lines rules;
  for (const quiz::bank::ItemType type : quiz::bank::kItemTypes) rules.emplace_back(name(rule.of(type)));
  return rules;
}

Lines not_supported(std::string_view place, std::string_view what) {
  return {
      std::string(place) + ": error: " + std::string(what) + " is not supported yet [contest.not-supported]",
      "help: leave it out; docs/formats/contest.md says what this version carries out"};
}

}  // namespace

TEST_CASE("a round that says no more has the defaults") {
  const Round round = contest_of(kSmallContest).rounds.at(0);
  CHECK(round.id.text == "w1");
  CHECK(round.title.empty());
  CHECK_FALSE(round.rules.varies());
  const RoundRules& rules = round.of(0);
  CHECK_FALSE(rules.time_limit);
  CHECK(rules.grace == Milliseconds{0});
  CHECK(rules.attempts.max == 1);
  CHECK_FALSE(rules.attempts.per_contest);
  CHECK(rules.attempts.keep == Keep::best);
  CHECK(rules.attempts.keys.empty());
  CHECK_FALSE(rules.require_all);
  CHECK(rules.scoring == quiz::contest::ScoringRule{});
  CHECK_FALSE(rules.prediction);
  CHECK(round.place.line == 8);
}

TEST_CASE("times are local, a bare date opens at its midnight and closes at the next") {
  CHECK(window("2023-09-10 00:00", "2023-09-30 24:00") ==
        "2023-09-10T00:00:00+07:00 2023-10-01T00:00:00+07:00");
  CHECK(window("2023-09-10", "2023-09-30") == "2023-09-10T00:00:00+07:00 2023-10-01T00:00:00+07:00");
  CHECK(window("2023-09-10T07:30:15", "2023-09-10") == "2023-09-10T07:30:15+07:00 2023-09-11T00:00:00+07:00");
  CHECK(window("2023-09-10 01:00Z", "2023-09-10 09:00+07:00") ==
        "2023-09-10T08:00:00+07:00 2023-09-10T09:00:00+07:00");
}

TEST_CASE("a round closes after it opens") {
  CHECK(findings_in(with(kSmallContest, "2023-09-30 17:00", "2023-09-10 08:00")) ==
        Lines{"10:11: error: the round does not close after it opens [contest.closes-before-opens]",
              "help: write a later moment; a bare date here is the midnight that ends that day"});
}

TEST_CASE("a moment exists") {
  const std::string help =
      "help: write date and time of the Gregorian calendar, such as 2023-09-10 08:00; 24:00 ends a day";
  CHECK(findings_in(with(kSmallContest, "2023-09-30 17:00", "2023-09-31 17:00")) ==
        Lines{"10:11: error: \"2023-09-31 17:00\" is no moment [contest.not-time]", help});
  CHECK(findings_in(with(kSmallContest, "2023-09-10 08:00", "2023-02-29")) ==
        Lines{"9:10: error: \"2023-02-29\" is no moment [contest.not-time]", help});
  CHECK(findings_in(with(kSmallContest, "2023-09-10 08:00", "10/09/2023")) ==
        Lines{"9:10: error: \"10/09/2023\" is no moment [contest.not-time]", help});
  CHECK(findings_in(with(kSmallContest, "2023-09-10 08:00", "[2023]")) ==
        Lines{"9:10: error: \"opens\" holds no text [contest.not-text]", "help: write one value"});
}

TEST_CASE("a round lacks what has no default") {
  CHECK(findings_in(with(kSmallContest, R"(- id: w1
  opens: 2023-09-10 08:00
  closes: 2023-09-30 17:00
  paper:
    sections:
    - {bank: general, draw: 2}
)",
                         "- title: Vòng 1\n")) ==
        Lines{"8:3: error: \"id\" is missing in a round [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "8:3: error: \"opens\" is missing in a round [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "8:3: error: \"closes\" is missing in a round [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it",
              "8:3: error: \"paper\" is missing in a round [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
}

TEST_CASE("durations have units, a time limit lasts") {
  CHECK(round_with("  time_limit: 1h30m\n").time_limit == Milliseconds{5'400'000});
  CHECK(round_with("  grace: 500ms\n").grace == Milliseconds{500});
  CHECK(round_with("  grace: 0s\n").grace == Milliseconds{0});
  CHECK(findings_in(with_fields("  time_limit: 20\n")) ==
        Lines{"9:15: error: \"20\" is no length of time [contest.not-duration]",
              "help: write hours, minutes and seconds such as 20m, 90s or 1h30m"});
  CHECK(findings_in(with_fields("  time_limit: 0s\n")) ==
        Lines{"9:15: error: \"time_limit\" is less than 1ms [contest.duration-short]",
              "help: write at least 1ms"});
}

TEST_CASE("attempts are some or unlimited, the best or the first counts") {
  const quiz::contest::AttemptPolicy policy =
      round_with("  attempts: {max: unlimited, per: round, keep: first}\n").attempts;
  CHECK(policy.max == std::nullopt);
  CHECK(policy.keep == Keep::first);
  CHECK(round_with("  attempts: {max: 7}\n").attempts.max == 7);
  CHECK(round_with("  attempts: {keep: best}\n").attempts.max == 1);
  const std::string help = "help: write a whole number from 1 to 1000000, or unlimited";
  CHECK(findings_in(with_fields("  attempts: {max: 0}\n")) ==
        Lines{"9:19: error: \"0\" is no number for \"max\" [contest.not-count]", help});
  CHECK(findings_in(with_fields("  attempts: {max: 1000001}\n")) ==
        Lines{"9:19: error: \"1000001\" is no number for \"max\" [contest.not-count]", help});
  CHECK(findings_in(with_fields("  attempts: {max: unlimitd}\n")) ==
        Lines{"9:19: error: \"unlimitd\" is no number for \"max\" [contest.not-count]", help});
  CHECK(findings_in(with_fields("  attempts: {keep: bets}\n")) ==
        Lines{"9:20: error: \"bets\" is no value of \"keep\" [contest.word-unknown]",
              "help: did you mean \"best\"?"});
}

TEST_CASE("the attempts of all rounds that say so are counted together, and the last may count") {
  const quiz::contest::AttemptPolicy policy =
      round_with("  attempts: {max: 2, per: contest, keep: last}\n").attempts;
  CHECK(policy.max == 2);
  CHECK(policy.per_contest);
  CHECK(policy.keep == Keep::last);
  CHECK_FALSE(round_with("  attempts: {per: round}\n").attempts.per_contest);
  CHECK(findings_in(with_fields("  attempts: {per: track}\n")) ==
        Lines{"9:19: error: \"track\" is no value of \"per\" [contest.word-unknown]",
              "help: write one of: round, contest"});
}

TEST_CASE("which attempt counts may be said by keys, but not by the prediction") {
  const quiz::contest::AttemptPolicy policy =
      round_with("  attempts: {max: 3, keep: [correct, submitted desc]}\n").attempts;
  CHECK(policy.keep == Keep::by_keys);
  REQUIRE(policy.keys.size() == 2);
  CHECK(policy.keys[0].key == Key::correct);
  CHECK(policy.keys[0].descending);
  CHECK(policy.keys[1].key == Key::submitted);
  CHECK(policy.keys[1].descending);
  CHECK(policy.keys[1].place.column == 38);
  const std::string help = "help: remove prediction; the prediction of the attempt that is kept counts";
  CHECK(
      findings_in(with_fields("  attempts: {keep: [points, prediction]}\n")) ==
      Lines{"9:29: error: which attempt is kept must not depend on its prediction [contest.keep-prediction]",
            help});
  CHECK(
      findings_in(with_fields("  attempts: {keep: prediction}\n")) ==
      Lines{"9:20: error: which attempt is kept must not depend on its prediction [contest.keep-prediction]",
            help});
  CHECK(findings_in(with_fields("  attempts: {keep: []}\n")) ==
        Lines{"9:20: error: \"keep\" holds nothing [contest.list-empty]",
              "help: write at least one entry, or remove the field"});
  CHECK(
      findings_in(with_fields("  attempts: {keep: [points, points]}\n")) ==
      Lines{"9:29: error: \"points\" stands here twice [contest.duplicate]", "help: remove one of the two"});
}

TEST_CASE("a paper may be submitted early with questions open, unless the round forbids it") {
  CHECK_FALSE(round_with("  require_all: false\n").require_all);
  CHECK(round_with("  require_all: true\n").require_all);
  CHECK(findings_in(with_fields("  require_all: no\n")) ==
        Lines{"9:16: error: \"require_all\" is neither true nor false [contest.not-flag]",
              "help: write true or false without quotes"});
}

TEST_CASE("scoring has shares of an item's points and a floor of the paper") {
  const quiz::contest::ScoringRule rule =
      round_with("  scoring: {rule: all-or-nothing, wrong: -0.25, blank: -0.1, floor: 0}\n").scoring;
  CHECK(format_decimal(rule.wrong) == "-0.25");
  CHECK(format_decimal(rule.blank) == "-0.1");
  CHECK(rule.floor == quiz::Points{});
  CHECK(format_points(round_with("  scoring: {floor: -2.5}\n").scoring.floor) == "-2.5");
  CHECK(findings_in(with_fields("  scoring: {wrong: 1.1}\n")) ==
        Lines{"9:20: error: \"wrong\" is not between -100 and 1 [contest.number-range]",
              "help: write a number from -100 to 1"});
  CHECK(findings_in(with_fields("  scoring: {blank: -1/4}\n")) ==
        Lines{"9:20: error: \"-1/4\" is no number [contest.not-number]",
              "help: write a number with a point before its places, such as -0.25"});
  CHECK(findings_in(with_fields("  scoring: {floor: 0.00001}\n")) ==
        Lines{"9:20: error: \"0.00001\" is no number of points [contest.not-points]",
              "help: write a number with at most four places, such as 2.5"});
}

TEST_CASE("the rule of a type stands in place of the general one, which holds where a type can have it") {
  // In the order of bank::kItemTypes: single multiple truefalse numeric text order match essay.
  CHECK(rules_in_force("") == Lines(8, "all-or-nothing"));
  CHECK(rules_in_force("rule: per-option") == Lines{"per-option", "per-option", "per-option",
                                                    "all-or-nothing", "all-or-nothing", "all-or-nothing",
                                                    "all-or-nothing", "all-or-nothing"});
  CHECK(rules_in_force("rule: per-right") == Lines{"per-right", "per-right", "per-right", "all-or-nothing",
                                                   "all-or-nothing", "per-right", "per-right",
                                                   "all-or-nothing"});
  CHECK(rules_in_force("rule: longest-run, match: per-right, multiple: per-option") ==
        Lines{"all-or-nothing", "per-option", "all-or-nothing", "all-or-nothing", "all-or-nothing",
              "longest-run", "per-right", "all-or-nothing"});
  CHECK(rules_in_force("rule: per-right, order: all-or-nothing").at(5) == "all-or-nothing");
}

TEST_CASE("a type cannot have a rule that says nothing of it") {
  CHECK(findings_in(with_fields("  scoring: {single: longest-run, order: per-option}\n")) ==
        Lines{"9:21: error: \"longest-run\" is no rule for single items [contest.rule-of-type]",
              "help: such items may have: all-or-nothing, per-option, per-right",
              "9:41: error: \"per-option\" is no rule for order items [contest.rule-of-type]",
              "help: such items may have: all-or-nothing, per-right, longest-run"});
  CHECK(findings_in(with_fields("  scoring: {match: longest-run, text: per-right}\n")) ==
        Lines{"9:39: error: \"per-right\" is no rule for text items [contest.rule-of-type]",
              "help: such items may have: all-or-nothing",
              "9:20: error: \"longest-run\" is no rule for match items [contest.rule-of-type]",
              "help: such items may have: all-or-nothing, per-right"});
}

TEST_CASE("a rule is one of four words, a type one of eight") {
  CHECK(findings_in(with_fields("  scoring: {rule: per-options}\n")) ==
        Lines{"9:19: error: \"per-options\" is no value of \"rule\" [contest.word-unknown]",
              "help: did you mean \"per-option\"?"});
  CHECK(findings_in(with_fields("  scoring: {multipel: per-option}\n")) ==
        Lines{"9:13: error: \"multipel\" is not a field of scoring [contest.field-unknown]",
              "help: did you mean \"multiple\"?"});
}

TEST_CASE("a prediction that says no more is of the number of persons in the round") {
  CHECK(round_with("  prediction: {target: all-correct}\n").prediction ==
        Prediction{Counter::all_correct, true, false, false});
  CHECK(findings_in(with_fields("  prediction: {scope: [round]}\n")) ==
        Lines{"9:15: error: \"target\" is missing in prediction [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
}

TEST_CASE("a prediction is of a counter, over a scope, in counts or percent") {
  const auto prediction = [](std::string_view fields) {
    return round_with("  prediction: {" + std::string(fields) + "}\n").prediction;
  };
  CHECK(prediction("target: registered, scope: [round]") ==
        Prediction{Counter::registered, true, false, false});
  CHECK(prediction("target: finished, scope: [round, track]") ==
        Prediction{Counter::finished, true, true, false});
  CHECK(prediction("target: attempts, scope: track, unit: count") ==
        Prediction{Counter::attempts, false, true, false});
  CHECK(prediction("target: all-correct, scope: [], unit: percent") ==
        Prediction{Counter::all_correct, false, false, true});
  CHECK(findings_in(with_fields("  prediction: {target: persons}\n")) ==
        Lines{"9:24: error: \"persons\" is no value of \"target\" [contest.word-unknown]",
              "help: write one of: registered, finished, attempts, all-correct"});
  CHECK(findings_in(with_fields("  prediction: {target: all-correct, scope: [rounds]}\n")) ==
        Lines{"9:45: error: \"rounds\" is no value of \"scope\" [contest.word-unknown]",
              "help: did you mean \"round\"?"});
  CHECK(findings_in(with_fields("  prediction: {target: all-correct, unit: percents}\n")) ==
        Lines{"9:43: error: \"percents\" is no value of \"unit\" [contest.word-unknown]",
              "help: did you mean \"percent\"?"});
}

TEST_CASE("sealed bundles are not supported yet") {
  CHECK(findings_in(with_fields("  bundle: {cutoff: 2023-09-30 11:00, double: hold, forms: 40}\n")) ==
        not_supported("9:11", "\"bundle\""));
}

TEST_CASE("the defaults of rounds hold where a round says nothing, its own fields replace them whole") {
  const std::string defaults = R"(round_defaults:
  time_limit: 20m
  attempts: {max: 3, keep: first}
  scoring: {wrong: -0.5}
)";
  const RoundRules round =
      contest_of(with(with_fields("  attempts: {max: 2}\n"), "rounds:\n", defaults + "rounds:\n"))
          .rounds.at(0)
          .of(0);
  CHECK(round.time_limit == Milliseconds{1'200'000});
  CHECK(format_decimal(round.scoring.wrong) == "-0.5");
  CHECK(round.attempts.max == 2);
  CHECK(round.attempts.keep == Keep::best);
}

TEST_CASE("a round may take its times and its paper from the defaults") {
  const Contest contest = contest_of(with(kSmallContest, R"(rounds:
- id: w1
  opens: 2023-09-10 08:00
  closes: 2023-09-30 17:00
  paper:
    sections:
    - {bank: general, draw: 2}
)",
                                          R"(round_defaults:
  opens: 2023-09-10
  closes: 2023-09-11
  paper: {sections: [{bank: general, draw: all}]}
rounds:
- id: w1
)"));
  CHECK(contest.zone.format(contest.rounds.at(0).window().closes) == "2023-09-12T00:00:00+07:00");
  CHECK_FALSE(contest.rounds.at(0).of(0).paper.sections.at(0).draw);
}

TEST_CASE("what is wrong in the defaults is said once, however many rounds take it") {
  const std::string two = with(kSmallContest, "ranking:",
                               "- id: w2\n  opens: 2023-10-01\n  closes: 2023-10-02\n"
                               "  paper: {sections: [{bank: general, draw: 1}]}\nranking:");
  CHECK(
      findings_in(with(two, "rounds:\n", "round_defaults: {time_limit: 20, id: w0, grade: 1s}\nrounds:\n")) ==
      Lines{"7:34: error: \"id\" is not a field of round_defaults [contest.field-unknown]",
            "help: remove it; docs/formats/contest.md lists the fields",
            "7:42: error: \"grade\" is not a field of round_defaults [contest.field-unknown]",
            "help: did you mean \"grace\"?",
            "7:30: error: \"20\" is no length of time [contest.not-duration]",
            "help: write hours, minutes and seconds such as 20m, 90s or 1h30m"});
  CHECK(findings_in(with(kSmallContest, "rounds:\n", "round_defaults: 20m\nrounds:\n")) ==
        Lines{"7:17: error: round_defaults must have fields [contest.not-mapping]",
              "help: write its fields, each as name: value"});
}

TEST_CASE("rounds stand in the order of the file, each with an id of its own") {
  const std::string further =
      "  opens: 2023-10-01\n  closes: 2023-10-02\n  paper: {sections: [{bank: general, draw: 1}]}\n";
  const Contest contest = contest_of(with(kSmallContest, "ranking:", "- id: w2\n" + further + "ranking:"));
  REQUIRE(contest.rounds.size() == 2);
  CHECK(contest.rounds[1].id.text == "w2");
  CHECK(contest.rounds[1].of(0).paper.sections.at(0).draw == 1);
  CHECK(contest.find_round("w2") == 1);
  CHECK(findings_in(with(kSmallContest, "ranking:", "- id: w1\n" + further + "ranking:")) ==
        Lines{"14:7: error: the id \"w1\" is that of line 8 already [contest.duplicate-id]",
              "help: give each an id of its own"});
}

TEST_CASE("there is at least one round") {
  CHECK(findings_in(with(kSmallContest, R"(rounds:
- id: w1
  opens: 2023-09-10 08:00
  closes: 2023-09-30 17:00
  paper:
    sections:
    - {bank: general, draw: 2}
)",
                         "rounds: []\n")) ==
        Lines{"7:9: error: \"rounds\" holds nothing [contest.list-empty]",
              "help: write at least one entry, or remove the field"});
}
