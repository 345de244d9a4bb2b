// SPDX-License-Identifier: Apache-2.0
#include <quizlib/scoring/score.hpp>

#include <quizlib/base/points.hpp>

#include <tests/support/failure.hpp>
#include <tests/support/small_contest.hpp>

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using quiz::ItemNo;
using quiz::Points;
using quiz::response::AnswerCode;
using quiz::scoring::Outcome;
using quiz::scoring::PointsTable;
using quiz::scoring::Score;
using quiz::tests::kBank;
using quiz::tests::kFixedContest;
using quiz::tests::replaced;
using quiz::tests::SmallContest;

/// The right answers to q1, q2, q3, q4 and q6.
const std::vector<AnswerCode> kRight{2, 5, 1, 8, 1};
const std::vector<AnswerCode> kWrong{1, 1, 2, 4, 2};
const std::vector<AnswerCode> kBlank(5);

/// The fixed contest with a scoring rule and sections of its own.
std::string contest(std::string_view scoring,
                    std::string_view sections = "    - {bank: small, draw: all}\n") {
  return replaced(replaced(kFixedContest, "    - {bank: small, draw: all}\n", sections),
                  "  attempts:", "  scoring: {" + std::string(scoring) + "}\n  attempts:");
}

/// The points table of a contest of one round.
class Table {
 public:
  explicit Table(std::string_view contest, std::string_view bank = kBank)
      : all_(contest, bank),
        table_(all_.items, all_.contest.rounds.front().of(0),
               quiz::response::AnswerLists(all_.items.size())) {}

  /// `points correct answered` of the codes on q1, q2, q3, q4 and q6, or the first of them.
  [[nodiscard]] std::string score(const std::vector<AnswerCode>& codes) const {
    static constexpr std::array<ItemNo, 5> kPaper{0, 1, 2, 3, 5};
    const Score got = table_.score(std::span(kPaper).first(codes.size()), codes);
    return format_points(got.points) + ' ' + std::to_string(got.correct) + ' ' + std::to_string(got.answered);
  }
  [[nodiscard]] const PointsTable& operator*() const { return table_; }

 private:
  SmallContest all_;
  PointsTable table_;
};

}  // namespace

TEST_CASE("an item gives its points for exactly the key and nothing for anything else") {
  const Table table(kFixedContest);
  CHECK(table.score(kRight) == "5 5 5");
  CHECK(table.score(kWrong) == "0 0 5");
  CHECK(table.score(kBlank) == "0 0 0");
  CHECK(table.score({2, 5, 0, 4, 1}) == "3 3 4");
  CHECK(table.score({}) == "0 0 0");
}

TEST_CASE("of several right choices all must be chosen and no other") {
  const Table table(kFixedContest);
  CHECK((*table).outcome(1, 0b0101) == Outcome::right);
  CHECK((*table).outcome(1, 0b0001) == Outcome::wrong);
  CHECK((*table).outcome(1, 0b0111) == Outcome::wrong);
  CHECK((*table).outcome(1, 0) == Outcome::blank);
}

TEST_CASE("an item has its own points where the section has none") {
  const Table table(kFixedContest, replaced(kBank, "- id: q4\n", "- id: q4\n  points: 2.5\n"));
  CHECK(table.score(kRight) == "6.5 5 5");
  CHECK((*table).item_points(3) == Points{25'000});
}

TEST_CASE("a section's points stand in place of the items' own") {
  const std::string bank =
      replaced(replaced(kBank, "- id: q4\n", "- id: q4\n  points: 2.5\n  tags: [late]\n"), "- id: q6\n",
               "- id: q6\n  points: 7\n");
  const Table table(contest("rule: all-or-nothing",
                            "    - {bank: small, tags: [late], draw: all}\n"
                            "    - {bank: small, draw: all, points: 0.25}\n"),
                    bank);
  CHECK((*table).item_points(3) == Points{25'000});
  CHECK((*table).item_points(5) == Points{2'500});
  CHECK(table.score(kRight) == "3.5 5 5");
}

TEST_CASE("wrong and blank answers are worth shares of an item's points") {
  const Table table(contest("wrong: -0.25, blank: 0.1, floor: -100"),
                    replaced(kBank, "- id: q4\n", "- id: q4\n  points: 3\n"));
  CHECK(table.score(kWrong) == "-1.75 0 5");
  CHECK(table.score(kBlank) == "0.7 0 0");
  // q1 and q2 right, q3 wrong, q4 blank, q6 right.
  CHECK(table.score({2, 5, 2, 0, 1}) == "3.05 3 4");
}

TEST_CASE("a paper gets the floor where it has less") {
  const Table table(contest("wrong: -1, floor: -2.5"));
  CHECK(table.score(kWrong) == "-2.5 0 5");
  CHECK(table.score({1, 1}) == "-2 0 2");
  CHECK(Table(contest("wrong: -1")).score({2, 1, 1, 0, 0}) == "1 2 3");
  CHECK(Table(contest("wrong: -1")).score({2, 1, 2, 0, 0}) == "0 1 3");
  CHECK(Table(contest("floor: 1.5")).score(kBlank) == "1.5 0 0");
}

TEST_CASE("only the sum is rounded, half to even, to ten-thousandths") {
  // Five times -0.333333333 is -1.666666665; five roundings would give -1.6665.
  CHECK(Table(contest("wrong: -0.333333333, floor: -9")).score(kWrong) == "-1.6667 0 5");
  CHECK(Table(contest("wrong: -0.333333333, floor: -9")).score({1}) == "-0.3333 0 1");
  // Two times 0.00005 is exact, once is half a ten-thousandth: to the even one, which is 0.
  CHECK(Table(contest("blank: 0.00005")).score({0}) == "0 0 0");
  CHECK(Table(contest("blank: 0.00005")).score({0, 0}) == "0.0001 0 0");
  CHECK(Table(contest("blank: 0.00005")).score({0, 0, 0}) == "0.0002 0 0");
  CHECK(Table(contest("wrong: -0.00005, floor: -9")).score({1}) == "0 0 1");
  CHECK(Table(contest("wrong: -0.00005, floor: -9")).score({1, 1, 2}) == "-0.0002 0 3");
  CHECK(Table(contest("wrong: -0.000050001, floor: -9")).score({1}) == "-0.0001 0 1");
  CHECK(Table(contest("wrong: -0.000049999, floor: -9")).score({1}) == "0 0 1");
}

TEST_CASE("the share of an answer is exact, whatever the points are kept in") {
  const Table table(contest("wrong: -0.333333333, blank: 0.5, floor: -9"));
  const PointsTable& points = *table;
  REQUIRE(points.denominator() == 100'000);
  CHECK(points.share(0, 0b010).fraction() == "1");
  CHECK(points.share(0, 0b001).fraction() == "-333333333/1000000000");
  CHECK(points.share(0, 0).fraction() == "1/2");
}

TEST_CASE("shares without a fraction of a ten-thousandth need no denominator") {
  CHECK((*Table(kFixedContest)).denominator() == 1);
  CHECK((*Table(contest("wrong: -0.25"))).denominator() == 1);
}

TEST_CASE("a share of 1 makes a wrong answer worth the points, but not correct") {
  CHECK(Table(contest("wrong: 1")).score(kWrong) == "5 0 5");
}

TEST_CASE("points that cannot be added up exactly in 64 bits are refused") {
  const std::string rules =
      contest("wrong: -0.333333333", "    - {bank: small, draw: all, points: 899999999.9999}\n");
  CHECK(
      quiz::tests::failure([&] { const Table table(rules); }) ==
      "failed: the points of item small/q1 cannot be added up exactly: they are too large or the shares have "
      "too many places [scoring.too-fine]");
}

TEST_CASE("great points add up where the shares allow it") {
  const Table table(
      contest("wrong: -1, floor: -9", "    - {bank: small, draw: all, points: 899999999.9999}\n"));
  CHECK(table.score(kRight) == "4499999999.9995 5 5");
}
