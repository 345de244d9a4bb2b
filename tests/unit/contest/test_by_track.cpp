// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using quiz::Milliseconds;
using quiz::Points;
using quiz::bank::Difficulty;
using quiz::contest::Contest;
using quiz::contest::Counter;
using quiz::contest::Keep;
using quiz::contest::Key;
using quiz::contest::PartialCredit;
using quiz::contest::Prize;
using quiz::contest::Round;
using quiz::contest::Section;
using quiz::tests::contest_of;
using quiz::tests::findings_in;
using quiz::tests::kSmallContest;
using quiz::tests::Lines;
using quiz::tests::with;

namespace {

/// The small contest with the tracks officials and people, two banks, and these fields of its round on the
/// lines from 10 on, all but opens, closes and paper.
std::string with_fields(std::string_view lines) {
  const std::string yaml =
      with(kSmallContest, "{general: banks/general.yaml}", "{general: g.yaml, officials: o.yaml}");
  return with(with(yaml, "rounds:\n", "tracks: [{id: officials}, {id: people}]\nrounds:\n"),
              "  opens: ", std::string(lines) + "  opens: ");
}

Round round_with(std::string_view lines) { return contest_of(with_fields(lines)).rounds.at(0); }

/// The same with this section on line 14.
std::string with_section(std::string_view section) {
  return with(with_fields(""), "{bank: general, draw: 2}", "{" + std::string(section) + "}");
}

const Section& section(const Round& round, quiz::TrackNo track) {
  return round.of(track).paper.sections.at(0);
}

/// The same with an award of one list a track, on line 16, that gives this prize.
std::string with_prize(std::string_view prize, std::string_view per = "track") {
  return with_fields("") + "awards: [{id: x, of: entrants, per: [" + std::string(per) + "], prizes: [{" +
         std::string(prize) + "}]}]\n";
}

Prize prize_with(std::string_view fields) { return contest_of(with_prize(fields)).awards.at(0).prizes.at(0); }

}  // namespace

TEST_CASE("what is the same for every track is held once") {
  const Round round = round_with("  time_limit: {officials: 10m, people: 10m}\n");
  CHECK_FALSE(round.rules.varies());
  CHECK(round.of(1).time_limit == Milliseconds{600'000});
}

TEST_CASE("a round may open and close at other times for each track, in the order of the tracks") {
  const Contest contest = contest_of(
      with(with(with_fields(""), "2023-09-10 08:00", "{people: 2023-09-09, officials: 2023-09-10 08:00}"),
           "2023-09-30 17:00", "{officials: 2023-10-01, people: 2023-09-30}"));
  const Round& round = contest.rounds.at(0);
  const auto window = [&](const quiz::Window& times) {
    return contest.zone.format(times.opens) + " " + contest.zone.format(times.closes);
  };
  CHECK(window(round.of(0).window) == "2023-09-10T08:00:00+07:00 2023-10-02T00:00:00+07:00");
  CHECK(window(round.of(1).window) == "2023-09-09T00:00:00+07:00 2023-10-01T00:00:00+07:00");
  CHECK(window(round.window()) == "2023-09-09T00:00:00+07:00 2023-10-02T00:00:00+07:00");
}

TEST_CASE("time limit and grace may differ between tracks") {
  const Round round =
      round_with("  time_limit: {people: 20m, officials: 10m}\n  grace: {people: 5s, officials: 10s}\n");
  CHECK(round.of(0).time_limit == Milliseconds{600'000});
  CHECK(round.of(1).time_limit == Milliseconds{1'200'000});
  CHECK(round.of(0).grace == Milliseconds{10'000});
  CHECK(round.of(1).grace == Milliseconds{5'000});
}

TEST_CASE("attempts may differ between tracks, as a whole or in a part") {
  const Round whole = round_with(
      "  attempts: {people: {max: unlimited, per: contest, keep: [points, submitted]}, officials: {max: "
      "2}}\n");
  CHECK(whole.of(0).attempts.max == 2);
  CHECK(whole.of(0).attempts.keep == Keep::best);
  CHECK_FALSE(whole.of(1).attempts.max);
  CHECK(whole.of(1).attempts.per_contest);
  CHECK(whole.of(1).attempts.keep == Keep::by_keys);
  const Round parts = round_with(
      "  attempts: {max: {officials: 2, people: 3}, per: {officials: round, people: contest}, keep: "
      "{officials: "
      "first, people: [duration]}}\n");
  CHECK(parts.of(0).attempts.max == 2);
  CHECK(parts.of(1).attempts.max == 3);
  CHECK_FALSE(parts.of(0).attempts.per_contest);
  CHECK(parts.of(1).attempts.per_contest);
  CHECK(parts.of(0).attempts.keep == Keep::first);
  REQUIRE(parts.of(1).attempts.keys.size() == 1);
  CHECK(parts.of(1).attempts.keys[0].key == Key::duration);
}

TEST_CASE("whether every question must be answered may differ between tracks") {
  const Round round = round_with("  require_all: {officials: true, people: false}\n");
  CHECK(round.of(0).require_all);
  CHECK_FALSE(round.of(1).require_all);
}

TEST_CASE("scoring may differ between tracks, as a whole or in a part") {
  const Round whole =
      round_with("  scoring: {officials: {wrong: -0.5}, people: {rule: per-option, floor: -1}}\n");
  CHECK(format_decimal(whole.of(0).scoring.wrong) == "-0.5");
  CHECK(whole.of(0).scoring.rule == PartialCredit::all_or_nothing);
  CHECK(whole.of(1).scoring.wrong == quiz::Decimal{});
  CHECK(whole.of(1).scoring.rule == PartialCredit::per_option);
  CHECK(whole.of(1).scoring.floor == Points{-10'000});
  const Round parts = round_with(
      "  scoring: {rule: {officials: per-right, people: all-or-nothing}, order: {officials: all-or-nothing, "
      "people: "
      "longest-run}, wrong: {officials: -0.25, people: 0}, blank: {officials: 0, people: 0.1}, floor: "
      "{officials: 0, "
      "people: -2}}\n");
  CHECK(parts.of(0).scoring.rule == PartialCredit::per_right);
  CHECK(parts.of(1).scoring.of(quiz::bank::ItemType::order) == PartialCredit::longest_run);
  CHECK(format_decimal(parts.of(0).scoring.wrong) == "-0.25");
  CHECK(format_decimal(parts.of(1).scoring.blank) == "0.1");
  CHECK(format_points(parts.of(1).scoring.floor) == "-2");
}

TEST_CASE("the prediction may differ between tracks, as a whole or in a part") {
  const Round whole = round_with(
      "  prediction: {officials: {target: finished}, people: {target: all-correct, scope: [track]}}\n");
  CHECK(whole.of(0).prediction->target == Counter::finished);
  CHECK_FALSE(whole.of(0).prediction->of_track);
  CHECK(whole.of(1).prediction->of_track);
  const Round parts = round_with(
      "  prediction: {target: {officials: finished, people: attempts}, scope: {officials: [], people: "
      "[track]}, unit: "
      "{officials: percent, people: percent}}\n");
  CHECK(parts.of(0).prediction->target == Counter::finished);
  CHECK(parts.of(1).prediction->target == Counter::attempts);
  CHECK_FALSE(parts.of(0).prediction->of_track);
  CHECK(parts.of(1).prediction->of_track);
  CHECK_FALSE(parts.of(0).prediction->of_round);
  CHECK(parts.of(1).prediction->percent);
}

TEST_CASE("the unit of predictions is the same for all tracks: sheets are read before a track is known") {
  CHECK(findings_in(
            with_fields("  prediction: {target: finished, unit: {officials: count, people: percent}}\n")) ==
        Lines{"10:15: error: some tracks predict a count and others a percentage "
              "[contest.prediction-units]",
              "help: write the same unit for all tracks of the round"});
}

TEST_CASE("papers may differ between tracks, as a whole, in their sections or in what is shuffled") {
  const Round whole =
      contest_of(with(with_fields(""), "paper:\n    sections:\n    - {bank: general, draw: 2}\n",
                      "paper:\n    officials: {sections: [{bank: officials, draw: 1}, {bank: "
                      "general, draw: 1}], shuffle: []}\n    people: {sections: [{bank: general, "
                      "draw: all}]}\n"))
          .rounds.at(0);
  CHECK(whole.of(0).paper.sections.size() == 2);
  CHECK_FALSE(whole.of(0).paper.shuffle_items);
  CHECK(whole.of(1).paper.sections.size() == 1);
  CHECK(whole.of(1).paper.shuffle_items);
  const Round parts =
      contest_of(
          with(with_fields(""), "sections:\n    - {bank: general, draw: 2}\n",
               "{sections: {officials: [{bank: officials, draw: 1}], people: [{bank: general, draw: 2}]}, "
               "shuffle: {officials: [items], people: [choices]}}\n"))
          .rounds.at(0);
  CHECK(section(parts, 0).bank == 1);
  CHECK(section(parts, 1).bank == 0);
  CHECK(parts.of(0).paper.shuffle_items);
  CHECK_FALSE(parts.of(0).paper.shuffle_choices);
  CHECK(parts.of(1).paper.shuffle_choices);
}

TEST_CASE("every field of a section may differ between tracks") {
  const Round round =
      contest_of(with_section(
                     "bank: {people: general, officials: officials}, skills: {people: [a], officials: [b, "
                     "c]}, tags: {people: d, officials: e}, difficulty: {people: [easy], officials: [hard]}, "
                     "draw: {people: all, officials: 2}, points: {people: 2, officials: 1.5}"))
          .rounds.at(0);
  CHECK(section(round, 0).bank == 1);
  CHECK(section(round, 1).bank == 0);
  CHECK(section(round, 0).skills == Lines{"b", "c"});
  CHECK(section(round, 1).skills == Lines{"a"});
  CHECK(section(round, 0).tags == Lines{"e"});
  CHECK(section(round, 1).tags == Lines{"d"});
  CHECK(section(round, 0).difficulty == std::vector{Difficulty::hard});
  CHECK(section(round, 1).difficulty == std::vector{Difficulty::easy});
  CHECK(section(round, 0).draw == 2);
  CHECK_FALSE(section(round, 1).draw);
  CHECK(section(round, 0).points == Points{15'000});
  CHECK(section(round, 1).points == Points{20'000});
}

TEST_CASE("the defaults of rounds may differ between tracks, too") {
  const Round round =
      contest_of(with(with_fields(""), "rounds:\n",
                      "round_defaults: {time_limit: {officials: 10m, people: 20m}}\nrounds:\n"))
          .rounds.at(0);
  CHECK(round.of(0).time_limit == Milliseconds{600'000});
  CHECK(round.of(1).time_limit == Milliseconds{1'200'000});
}

TEST_CASE("places and amounts of a prize may differ between tracks") {
  const Prize prize =
      prize_with("id: p, places: {people: 3, officials: 2}, amount: {people: 5 LAK, officials: 7 VND}");
  CHECK(prize.places.of(0) == 2);
  CHECK(prize.places.of(1) == 3);
  CHECK(prize.amount->of(0).value == 7);
  CHECK(prize.amount->of(1).currency == "LAK");
}

TEST_CASE("places differ between tracks only where each track has its list") {
  CHECK(findings_in(with_prize("id: p, places: {people: 3, officials: 2}", "round")) ==
        Lines{"16:71: error: places differ between tracks, and the list holds all of them "
              "[contest.places-by-track]",
              "help: add per: [track], or write one number"});
}
