// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using quiz::contest::AcrossRounds;
using quiz::contest::Award;
using quiz::contest::PersonLimit;
using quiz::contest::Ties;
using quiz::tests::contest_of;
using quiz::tests::findings_in;
using quiz::tests::Lines;
using quiz::tests::small_contest_and;
using quiz::tests::with;

namespace {

/// The small contest, with two tracks, and an award of entrants with these fields on line 17.
std::string with_award(std::string_view fields) {
  return small_contest_and("tracks: [{id: officials}, {id: people}]\nawards:\n- {id: x, of: entrants, " +
                           std::string(fields) + "}\n");
}

Award award_with(std::string_view fields) { return contest_of(with_award(fields)).awards.at(0); }
Lines findings_of(std::string_view fields) { return findings_in(with_award(fields)); }

constexpr std::string_view kPrizes = "prizes: [{id: p, places: 1}]";

/// The keys of an award's order, each with its direction where that is not its own.
Lines keys(const Award& award) {
  Lines result;
  for (const quiz::contest::RankingKey& key : award.order) {
    const bool turned = key.descending != more_is_better(key.key);
    result.push_back(std::string(name(key.key)) + (!turned ? "" : key.descending ? " desc" : " asc"));
  }
  return result;
}

std::string and_prizes(std::string_view fields) { return std::string(kPrizes) + ", " + std::string(fields); }

}  // namespace

TEST_CASE("an award of entrants that says no more is one list without minimum or limit") {
  const Award award = award_with(kPrizes);
  CHECK(award.id.text == "x");
  CHECK(award.title.empty());
  CHECK(award.of == quiz::contest::AwardOf::entrants);
  CHECK_FALSE(award.per_round);
  CHECK_FALSE(award.per_track);
  CHECK(award.person_limit == PersonLimit::none);
  CHECK_FALSE(award.share);
  CHECK_FALSE(award.minimum_points);
  CHECK(award.ties == Ties::report);
  CHECK(award.rounds == std::vector<quiz::RoundNo>{0});
  CHECK(award.tracks == std::vector<quiz::TrackNo>{0, 1});
  CHECK(award.where.empty());
  CHECK(keys(award) == Lines{"points", "duration"});
  CHECK(award.across_rounds == AcrossRounds::sum);
  CHECK(award.place.line == 17);
  REQUIRE(award.prizes.size() == 1);
  CHECK(award.prizes[0].id.text == "p");
  CHECK(award.prizes[0].places.values == std::vector<std::uint32_t>{1});
  CHECK_FALSE(award.prizes[0].amount);
}

TEST_CASE("an award has one list, or one a round, a track, or both") {
  CHECK(award_with(and_prizes("per: [round]")).per_round);
  CHECK_FALSE(award_with(and_prizes("per: [round]")).per_track);
  CHECK(award_with(and_prizes("per: track")).per_track);
  CHECK(award_with(and_prizes("per: [round, track]")).per_round);
  CHECK(award_with(and_prizes("per: [round, track]")).per_track);
  CHECK_FALSE(award_with(and_prizes("per: []")).per_round);
  CHECK(findings_of(and_prizes("per: [level]")) ==
        Lines{"17:61: error: \"level\" is no value of \"per\" [contest.word-unknown]",
              "help: write one of: round, track"});
}

TEST_CASE("a prize has places and perhaps an amount, one or one a track") {
  const Award award = award_with(
      "prizes: [{id: a, title: Giải Nhất, places: 2, amount: {people: 2000000 VND, officials: 3000000 VND}},"
      " {id: b, places: 50, amount: 500000 LAK}]");
  REQUIRE(award.prizes.size() == 2);
  CHECK(award.prizes[0].title.in(quiz::text::Language::vi) == "Giải Nhất");
  CHECK(award.prizes[0].places.values == std::vector<std::uint32_t>{2});
  REQUIRE(award.prizes[0].amount);
  CHECK(award.prizes[0].amount->of(0).value == 3'000'000);
  CHECK(award.prizes[0].amount->of(1).value == 2'000'000);
  CHECK(award.prizes[0].amount->of(1).currency == "VND");
  REQUIRE(award.prizes[1].amount);
  CHECK_FALSE(award.prizes[1].amount->varies());
  CHECK(award.prizes[1].amount->of(1).currency == "LAK");
}

TEST_CASE("there is at least one prize, each has an id of its own and at least one place") {
  CHECK(findings_of("per: []") ==
        Lines{"17:3: error: \"prizes\" is missing in an award of entrants [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
  CHECK(findings_of("prizes: []") == Lines{"17:33: error: \"prizes\" holds nothing [contest.list-empty]",
                                           "help: write at least one entry, or remove the field"});
  CHECK(findings_of("prizes: [{id: p, places: 1}, {id: p, places: 2}]") ==
        Lines{"17:59: error: the id \"p\" is that of line 17 already [contest.duplicate-id]",
              "help: give each an id of its own"});
  CHECK(findings_of("prizes: [{id: p, places: 0}]") ==
        Lines{"17:50: error: \"places\" is no whole number from 1 to 1,000,000 [contest.not-whole]",
              "help: write digits only"});
  CHECK(findings_of("prizes: [{id: p}]") ==
        Lines{"17:34: error: \"places\" is missing in a prize [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
}

TEST_CASE("an amount is whole units, a blank and a currency") {
  const std::string help =
      "help: write whole units without marks between the digits, a blank and three capitals: 3000000 VND";
  const auto findings_of_amount = [](std::string_view amount) {
    return findings_of("prizes: [{id: p, places: 1, amount: " + std::string(amount) + "}]");
  };
  const auto report = [&](std::string_view amount) {
    return Lines{"17:61: error: \"" + std::string(amount) + "\" is no amount of money [contest.not-amount]",
                 help};
  };
  CHECK(findings_of_amount("0 VND").empty());
  CHECK(findings_of_amount("999999999999999 VND").empty());
  CHECK(findings_of_amount("3.000.000 VND") == report("3.000.000 VND"));
  CHECK(findings_of_amount("3000000") == report("3000000"));
  CHECK(findings_of_amount("3000000 đồng") == report("3000000 đồng"));
  CHECK(findings_of_amount("3000000  VND") == report("3000000  VND"));
  CHECK(findings_of_amount("-1 VND") == report("-1 VND"));
  CHECK(findings_of_amount("1000000000000000 VND") == report("1000000000000000 VND"));
  CHECK(findings_of_amount("{people: 1 VND}") ==
        Lines{"17:61: error: there is no value for the track \"officials\" [contest.track-missing]",
              "help: add it: each track needs its value"});
}

TEST_CASE("winners reach a number of points or a percentage of the maximum") {
  const auto minimum = [](std::string_view points) {
    const Award award = award_with(and_prizes("minimum: {points: " + std::string(points) + "}"));
    return format_decimal(award.minimum_points->value) + (award.minimum_points->percent ? "%" : "");
  };
  CHECK(minimum("50%") == "50%");
  CHECK(minimum("66.67%") == "66.67%");
  CHECK(minimum("100%") == "100%");
  CHECK(minimum("0") == "0");
  CHECK(minimum("7.5") == "7.5");
  CHECK(findings_of(and_prizes("minimum: {points: 100.1%}")) ==
        Lines{"17:73: error: nobody can reach 100.1% of the maximum [contest.minimum-beyond-all]",
              "help: write at most 100%"});
  const std::string help = "help: write a number of points such as 5, or a percentage such as 50%";
  CHECK(findings_of(and_prizes("minimum: {points: -1}")) ==
        Lines{"17:73: error: \"-1\" is no minimum of points [contest.not-minimum]", help});
  CHECK(findings_of(and_prizes("minimum: {points: 50 %}")) ==
        Lines{"17:73: error: \"50 %\" is no minimum of points [contest.not-minimum]", help});
  CHECK(findings_of(and_prizes("minimum: {finished: 3}")) ==
        Lines{"17:65: error: \"finished\" is not a field of the minimum of an award of entrants "
              "[contest.field-unknown]",
              "help: remove it; docs/formats/contest.md lists the fields"});
}

TEST_CASE("a person holds one seat: the highest, or the one won first") {
  CHECK(award_with(and_prizes("limit: {per_person: highest}")).person_limit == PersonLimit::highest);
  CHECK(award_with(and_prizes("limit: {per_person: first}")).person_limit == PersonLimit::first);
  CHECK(findings_of(and_prizes("limit: {per_person: higest}")) ==
        Lines{"17:75: error: \"higest\" is no value of \"per_person\" [contest.word-unknown]",
              "help: did you mean \"highest\"?"});
}

TEST_CASE("no more prizes are given than a share of those who finished") {
  const Award award = award_with(and_prizes("limit: {share: 33.5%}"));
  CHECK(award.person_limit == PersonLimit::none);
  CHECK(format_decimal(award.share.value()) == "33.5");
  CHECK(format_decimal(award_with(and_prizes("limit: {share: 100%}")).share.value()) == "100");
  const auto not_share = [](std::string_view value) {
    return Lines{"17:70: error: \"" + std::string(value) + "\" is no share [contest.not-share]",
                 "help: write a percentage above 0 up to 100%, such as 50%"};
  };
  CHECK(findings_of(and_prizes("limit: {share: 50}")) == not_share("50"));
  CHECK(findings_of(and_prizes("limit: {share: 0%}")) == not_share("0%"));
  CHECK(findings_of(and_prizes("limit: {share: 100.1%}")) == not_share("100.1%"));
  CHECK(findings_of(and_prizes("limit: {share: half}")) == not_share("half"));
}

TEST_CASE("ties are reported, shared, extended or drawn") {
  CHECK(award_with(and_prizes("ties: report")).ties == Ties::report);
  CHECK(award_with(and_prizes("ties: share")).ties == Ties::share);
  CHECK(award_with(and_prizes("ties: extend")).ties == Ties::extend);
  CHECK(award_with(and_prizes("ties: lot")).ties == Ties::lot);
  CHECK(findings_of(and_prizes("ties: lots")) ==
        Lines{"17:61: error: \"lots\" is no value of \"ties\" [contest.word-unknown]",
              "help: did you mean \"lot\"?"});
}

TEST_CASE("an award may be of some rounds and tracks, in whatever order it names them") {
  const std::string two_rounds =
      with(with_award(and_prizes("rounds: [w2, w1], tracks: people")), "tracks: [{id: officials}",
           "round_defaults: {opens: 2023-09-10, closes: 2023-09-11}\ntracks: [{id: officials}");
  const Award award = contest_of(with(two_rounds, "ranking:",
                                      "- {id: w2, paper: {sections: [{bank: general, draw: 1}]}}\n"
                                      "- {id: w3, paper: {sections: [{bank: general, draw: 1}]}}\nranking:"))
                          .awards.at(0);
  CHECK(award.rounds == std::vector<quiz::RoundNo>{0, 1});
  CHECK(award.tracks == std::vector<quiz::TrackNo>{1});
}

TEST_CASE("an award is narrowed to rounds and tracks that the contest has") {
  CHECK(findings_of(and_prizes("rounds: [w1, w0]")) ==
        Lines{"17:68: error: the contest has no round \"w0\" [contest.award-round-unknown]",
              "help: write the ids of the rounds"});
  CHECK(findings_of(and_prizes("rounds: [first]")) ==
        Lines{"17:64: error: the contest has no round \"first\" [contest.award-round-unknown]",
              "help: write the ids of the rounds"});
  CHECK(findings_of(and_prizes("tracks: [peple]")) ==
        Lines{"17:64: error: the contest has no track \"peple\" [contest.track-unknown]",
              "help: did you mean \"people\"?"});
  CHECK(findings_of(and_prizes("rounds: []")) ==
        Lines{"17:63: error: \"rounds\" holds nothing [contest.list-empty]",
              "help: write at least one entry, or remove the field"});
  CHECK(
      findings_of(and_prizes("tracks: [people, people]")) ==
      Lines{"17:72: error: \"people\" stands here twice [contest.duplicate]", "help: remove one of the two"});
}

TEST_CASE("an award may be for those who meet a condition") {
  const Award award = award_with(and_prizes("where: {kind: [army, police], age: 60..}"));
  REQUIRE(award.where.tests.size() == 2);
  CHECK(award.where.tests[0].any_of == Lines{"army", "police"});
  CHECK(format_decimal(award.where.tests[1].low.value()) == "60");
  CHECK(findings_of(and_prizes("where: army")) ==
        Lines{"17:62: error: a condition must have fields [contest.not-mapping]",
              "help: write its fields, each as name: value"});
}

TEST_CASE("an award may have its own order and its own way over rounds") {
  const Award award = award_with(and_prizes("order: [correct asc, submitted], across_rounds: best"));
  CHECK(keys(award) == Lines{"correct asc", "submitted"});
  CHECK(award.across_rounds == AcrossRounds::best);
  const std::string best = with(with_award(kPrizes), "{order: [points, duration]}",
                                "{order: [points, duration], across_rounds: best}");
  CHECK(contest_of(best).awards.at(0).across_rounds == AcrossRounds::best);
  CHECK(contest_of(with(best, "prizes:", "across_rounds: sum, prizes:")).awards.at(0).across_rounds ==
        AcrossRounds::sum);
  CHECK(findings_of(and_prizes("order: []")) ==
        Lines{"17:62: error: \"order\" holds nothing [contest.list-empty]",
              "help: write at least one entry, or remove the field"});
  CHECK(findings_of(and_prizes("across_rounds: mean")) ==
        Lines{"17:70: error: \"mean\" is no value of \"across_rounds\" [contest.word-unknown]",
              "help: write one of: sum, best"});
}

TEST_CASE("a field of awards of groups is none of an award of entrants") {
  CHECK(findings_of(and_prizes("level: commune, blocks: []")) ==
        Lines{"17:55: error: \"level\" is not a field of an award of entrants [contest.field-unknown]",
              "help: remove it; docs/formats/contest.md lists the fields",
              "17:71: error: \"blocks\" is not a field of an award of entrants [contest.field-unknown]",
              "help: remove it; docs/formats/contest.md lists the fields"});
}

TEST_CASE("awards have ids of their own and go to entrants or groups") {
  CHECK(findings_in(small_contest_and("awards:\n"
                                      "- {id: a, of: entrants, prizes: [{id: p, places: 1}]}\n"
                                      "- {id: a, of: entrants, prizes: [{id: p, places: 1}]}\n")) ==
        Lines{"17:8: error: the id \"a\" is that of line 16 already [contest.duplicate-id]",
              "help: give each an id of its own"});
  CHECK(findings_in(small_contest_and("awards:\n- {id: a, level: x, prizes: [{id: p, places: 1}]}\n")) ==
        Lines{"16:3: error: \"of\" is missing in an award [contest.field-missing]",
              "help: add the field as docs/formats/contest.md describes it"});
  CHECK(findings_in(small_contest_and("awards:\n- {id: a, of: group, prizes: [{id: p, places: 1}]}\n")) ==
        Lines{"16:15: error: \"group\" is no value of \"of\" [contest.word-unknown]",
              "help: did you mean \"groups\"?"});
  CHECK(contest_of(small_contest_and("awards: []\n")).awards.empty());
}

TEST_CASE("an award that is no mapping is reported once") {
  CHECK(findings_in(small_contest_and("awards: [individual]\n")) ==
        Lines{"15:10: error: an award must have fields [contest.not-mapping]",
              "help: write its fields, each as name: value"});
}
