// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check.hpp>
#include <tests/unit/contest/checked.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::tests::bank_of;
using quiz::tests::check_of;
using quiz::tests::Folder;
using quiz::tests::kSmallContest;
using quiz::tests::Lines;
using quiz::tests::small_contest_and;
using quiz::tests::with;

namespace {

constexpr std::string_view kSecondRound =
    "- {id: w2, opens: 2023-10-01, closes: 2023-10-02, paper: {sections: [{bank: general, draw: "
    "2}]}}\nranking:";

/// What is found in a contest over two items.
Lines findings_of(std::string contest, std::string groups = "", std::string entrants = "") {
  return check_of(
      {std::move(contest), {bank_of({"id: a", "id: b"})}, std::move(groups), std::move(entrants)});
}

Lines key_idle(std::string_view place, std::string_view key) {
  return {
      std::string(place) + ": warning: nobody can differ in \"" + std::string(key) + "\" [contest.key-idle]",
      "help: remove it from the order; attempts needs more than one attempt, registered the column "
      "registered_at"};
}

Lines prediction_missing(std::string_view place) {
  return {
      std::string(place) +
          ": error: nobody can differ in \"prediction\": no round asks for one [contest.prediction-missing]",
      "help: add prediction to the round, or remove the key"};
}

/// A list of this order on line 16.
std::string award_of(std::string_view fields) {
  return "awards:\n- {id: x, of: entrants, prizes: [{id: p, title: P, places: 1}], " + std::string(fields) +
         "}\n";
}

/// The small contest with groups on line 15 and an award of communes with these fields on line 17.
std::string with_award(std::string_view fields) {
  return small_contest_and(
      "groups: {file: groups.csv, levels: [commune]}\nawards:\n"
      "- {id: x, of: groups, level: commune, prizes: [{id: p, title: P, places: 1}], " +
      std::string(fields) + "}\n");
}

constexpr std::string_view kGroups =
    "code,name,parent,level,kind,headcount,publicity\nX,Xã X,,commune,xa,30,4\nY,Xã Y,,commune,phuong,50,5\n";

Lines findings_of_award(std::string_view fields, std::string_view groups = kGroups) {
  return findings_of(with_award(fields), std::string(groups));
}

}  // namespace

TEST_CASE("nobody can differ in a prediction that no round of a list asks for") {
  const std::string contest = with(kSmallContest, "[points, duration]", "[points, prediction]");
  CHECK(findings_of(contest) == prediction_missing("14:27"));
  const std::string two = with(contest, "ranking:", kSecondRound);
  CHECK(findings_of(two) == prediction_missing("15:27"));
  const std::string one_asks = with(two, "  paper:\n", "  prediction: {target: all-correct}\n  paper:\n");
  CHECK(findings_of(one_asks).empty());
  CHECK(findings_of(one_asks + award_of("rounds: [w1], order: [points, prediction]")).empty());
  CHECK(findings_of(one_asks + award_of("rounds: [w2], order: [points, prediction]")) ==
        prediction_missing("18:95"));
}

TEST_CASE("a prediction that only one track makes is one that persons can differ in") {
  std::string contest = with(kSmallContest, "[points, duration]", "[points, prediction]");
  contest = with(contest, "  paper:\n",
                 "  prediction: {a: {target: all-correct}, b: {target: finished}}\n  paper:\n");
  CHECK(findings_of(contest + "tracks: [{id: a}, {id: b}]\n").empty());
}

TEST_CASE("nobody can differ in attempts where there is one, over several rounds they can") {
  const std::string contest = with(kSmallContest, "[points, duration]", "[points, attempts]");
  CHECK(findings_of(contest) == key_idle("14:27", "attempts"));
  CHECK(findings_of(with(contest, "  paper:\n", "  attempts: {max: 2}\n  paper:\n")).empty());
  const std::string two = with(contest, "ranking:", kSecondRound);
  CHECK(findings_of(two).empty());
  CHECK(findings_of(two + award_of("rounds: [w2], order: [attempts]")) == key_idle("17:87", "attempts"));
}

TEST_CASE("nobody can differ in attempts only where no track has more than one") {
  const std::string contest = with(with(kSmallContest, "[points, duration]", "[points, attempts]"),
                                   "  paper:\n", "  attempts: {max: {a: 1, b: 2}}\n  paper:\n") +
                              "tracks: [{id: a}, {id: b}]\n";
  CHECK(findings_of(contest).empty());
  CHECK(findings_of(with(contest, "{a: 1, b: 2}", "{a: 1, b: 1}")) == key_idle("15:27", "attempts"));
}

TEST_CASE("sheets of a person cannot differ in what is the person's, which is said once for all tracks") {
  const std::string contest =
      with(kSmallContest, "  paper:\n",
           "  attempts: {max: 2, keep: [points, attempts, registered, rounds-at-max]}\n  paper:\n");
  Lines expected = key_idle("11:37", "attempts");
  for (const Lines& more : {key_idle("11:47", "registered"), key_idle("11:59", "rounds-at-max")})
    expected.insert(expected.end(), more.begin(), more.end());
  CHECK(findings_of(contest) == expected);
  const std::string by_track = with(contest, "  attempts:", "  grace: {a: 1s, b: 2s}\n  attempts:");
  for (std::string& line : expected)
    if (line.starts_with("11:")) line.replace(0, 3, "12:");
  CHECK(findings_of(by_track + "tracks: [{id: a}, {id: b}]\n") == expected);
}

TEST_CASE("columns that awards of groups name are those of groups.csv") {
  const std::string help = "help: write a column of the file of groups, or add the column there";
  CHECK(findings_of_award("order: [column:publicity], where: {kind: xa, code: X}").empty());
  CHECK(findings_of_award("where: {knd: xa}") ==
        Lines{"17:87: error: groups.csv has no column \"knd\" [contest.group-column-unknown]",
              "help: did you mean \"kind\"?"});
  CHECK(findings_of_award("order: [column:members, finished]") ==
        Lines{"17:87: error: groups.csv has no column \"members\" [contest.group-column-unknown]", help});
  CHECK(findings_of_award("order: [score], score: [{term: column:publicty}]") ==
        Lines{"17:103: error: groups.csv has no column \"publicty\" [contest.group-column-unknown]",
              "help: did you mean \"publicity\"?"});
  CHECK(findings_of_award("blocks: [{id: a, where: {size: 1..}}]").front() ==
        "17:104: error: groups.csv has no column \"size\" [contest.group-column-unknown]");
}

TEST_CASE("no group is in two blocks, and none in no block") {
  CHECK(findings_of_award(
            "blocks: [{id: small, where: {headcount: ..49}}, {id: large, where: {headcount: 50..}}]")
            .empty());
  CHECK(
      findings_of_award(
          "blocks: [{id: small, where: {headcount: ..50}}, {id: large, where: {headcount: 50..}}]") ==
      Lines{"17:127: error: the group \"Y\" is in the blocks \"small\" and \"large\" [contest.block-overlap]",
            "help: change the conditions so that every group is in just one block"});
  CHECK(findings_of_award(
            "blocks: [{id: small, where: {headcount: ..29}}, {id: large, where: {headcount: 50..}}]") ==
        Lines{"17:127: error: the group \"X\" is in no block of the award \"x\" [contest.block-none]",
              "help: widen the condition of a block, or leave the group out by where of the award"});
  CHECK(findings_of_award("where: {kind: xa}, blocks: [{id: xa, where: {kind: xa}}]").empty());
}

TEST_CASE("blocks by headcount go by the headcounts of the day on which the list's last round closes") {
  const std::string blocks =
      "blocks: [{id: small, where: {headcount: 1..49}}, {id: large, where: {headcount: 50..}}]";
  std::string contest = with_award(blocks);
  contest = with(contest, "levels: [commune]", "levels: [commune, village]");
  // X has no headcount of its own: it is the sum of the villages that are in force. Old is gone by then.
  CHECK(findings_of(contest,
                    "code,name,parent,level,kind,headcount,valid_from,valid_to,successor\n"
                    "X,Xã,,commune,,,,,\nold,Xã cũ,,commune,,,,2023-09-01,X\n"
                    "a,Thôn A,X,village,,40,,2023-09-01,b\nb,Thôn B,X,village,,45,2023-09-02,,\n") ==
        Lines{"17:128: warning: no group of the award belongs to the block \"large\" [contest.block-empty]",
              "help: correct the condition of the block, or remove it; as it is, its prizes stay vacant"});
}

TEST_CASE("an award that no group can win and a term without numbers are reported") {
  CHECK(
      findings_of_award("where: {kind: zzz}") ==
      Lines{"17:3: warning: no group meets the condition of the award \"x\" [contest.award-nobody]",
            "help: correct the condition, or the groups in the file of groups; as it is, nobody can win it"});
  CHECK(
      findings_of_award("order: [score], score: [{term: column:name}]") ==
      Lines{"17:103: warning: 2 of 2 groups have no number in the column \"name\" [contest.column-no-number]",
            "help: fill in the column in the file of groups; a group without a number is unranked"});
}

TEST_CASE("a track that nobody is in is reported, unless nobody has registered at all") {
  const std::string contest = small_contest_and(
      "registration: {mode: roster, file: entrants.csv}\ntracks: [{id: a, where: {kind: x}}, {id: b}]\n");
  CHECK(findings_of(contest, "", "id,name,group,kind\n1,A,,y\n") ==
        Lines{"16:10: warning: nobody is in the track \"a\" [contest.track-empty]",
              "help: change its where, or fill the column track in the file of entrants"});
  CHECK(findings_of(contest, "", "id,name,group,kind\n").empty());
}

TEST_CASE("places beyond the share that may be given are reported, list by list") {
  const std::string contest = small_contest_and(
      "registration: {mode: roster, file: entrants.csv}\ntracks: [{id: a}, {id: b}]\n"
      "awards:\n- {id: x, of: entrants, limit: {share: 50%}, "
      "prizes: [{id: p, title: P, places: 2}, {id: q, title: Q, places: 1}]}\n");
  const std::string entrants = "id,name,group,track\n1,A,,a\n2,B,,a\n3,C,,a\n4,D,,b\n5,E,,b\n";
  const auto beyond = [](int most, int people) {
    return Lines{"18:3: warning: \"x\" has 3 places for " + std::to_string(people) +
                     " entrants, and at most " + std::to_string(most) +
                     " may be given [contest.places-beyond-share]",
                 "help: the last prizes fall away; lower the places or raise limit.share"};
  };
  CHECK(findings_of(contest, "", entrants) == beyond(2, 5));
  CHECK(findings_of(contest, "", entrants + "6,F,,b\n").empty());
  CHECK(findings_of(with(contest, "limit:", "tracks: [a], limit:"), "", entrants) == beyond(1, 3));
  Lines both = beyond(1, 3);
  for (const std::string& line : beyond(1, 2)) both.push_back(line);
  CHECK(findings_of(with(contest, "limit:", "per: [track], limit:"), "", entrants) == both);
}
