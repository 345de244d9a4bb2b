// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/group_condition.hpp>

#include <tests/support/inline_table.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

using quiz::Decimal;
using quiz::contest::Condition;
using quiz::contest::Fits;
using quiz::contest::Test;
using quiz::roster::GroupTree;

namespace {

GroupTree groups_of(const std::string& csv) {
  quiz::Diagnostics diagnostics;
  return quiz::roster::read_groups(quiz::tests::inline_table("groups.csv", csv), diagnostics).value();
}

Test one_of(const std::string& column, const std::vector<std::string>& values) {
  Test test;
  test.column = column;
  test.any_of = values;
  return test;
}

Test range(const std::string& column, std::optional<std::int64_t> low, std::optional<std::int64_t> high) {
  Test test;
  test.column = column;
  if (low) test.low = Decimal{*low * Decimal::kOne};
  if (high) test.high = Decimal{*high * Decimal::kOne};
  return test;
}

/// Whether each group meets a condition of these tests.
std::vector<Fits> judge(const std::vector<Test>& tests, const GroupTree& groups) {
  std::vector<Fits> result;
  for (quiz::GroupNo no = 0; no < groups.size(); ++no)
    result.push_back(quiz::contest::fits(Condition{tests}, groups, no));
  return result;
}

const std::string kGroups =
    "code,name,parent,level,kind,headcount,zone\n"
    "T,Tỉnh,,province,territory,,\n"
    "X,Xã X,T,commune,Biên  Giới,49,I\n"
    "Y,Xã Y,T,commune,territory,50,1.5\n";

}  // namespace

TEST_CASE("a group fits a value or one of a list, compared folded, in any column of the file") {
  const GroupTree groups = groups_of(kGroups);
  CHECK(judge({one_of("kind", {"biên giới"})}, groups) == std::vector<Fits>{Fits::no, Fits::yes, Fits::no});
  CHECK(judge({one_of("zone", {"ii", "i"})}, groups) ==
        std::vector<Fits>{Fits::unknown, Fits::yes, Fits::no});
  CHECK(judge({one_of("parent", {"t"})}, groups) == std::vector<Fits>{Fits::unknown, Fits::yes, Fits::yes});
  CHECK(judge({one_of("nothing", {"x"})}, groups) ==
        std::vector<Fits>{Fits::unknown, Fits::unknown, Fits::unknown});
}

TEST_CASE("a group fits a range by a number, both ends included; what is no number is unknown") {
  const GroupTree groups = groups_of(kGroups);
  CHECK(judge({range("headcount", 50, {})}, groups) == std::vector<Fits>{Fits::yes, Fits::no, Fits::yes});
  CHECK(judge({range("headcount", {}, 49)}, groups) == std::vector<Fits>{Fits::no, Fits::yes, Fits::no});
  CHECK(judge({range("zone", 1, 2)}, groups) == std::vector<Fits>{Fits::unknown, Fits::unknown, Fits::yes});
}

TEST_CASE("all tests must hold: one that fails decides before one that is unknown") {
  const GroupTree groups = groups_of(kGroups);
  CHECK(judge({}, groups) == std::vector<Fits>{Fits::yes, Fits::yes, Fits::yes});
  CHECK(judge({one_of("zone", {"I"}), one_of("level", {"commune"})}, groups) ==
        std::vector<Fits>{Fits::no, Fits::yes, Fits::no});
}

TEST_CASE("the headcount is the one in force: a sum as of a day, where groups are dated") {
  const GroupTree groups = groups_of(
      "code,name,parent,level,kind,headcount,valid_from,valid_to,successor\n"
      "T,,,province,,,,,\n"
      "X,,T,commune,,40,,2025-06-30,Y\n"
      "Y,,T,commune,,60,2025-07-01,,\n");
  using std::chrono_literals::operator""y;
  const std::vector<Test> at_least_50{range("headcount", 50, {})};
  CHECK(judge(at_least_50, groups).front() == Fits::unknown);
  CHECK(judge(at_least_50, groups.on(2025y / 6 / 30)).front() == Fits::no);
  CHECK(judge(at_least_50, groups.on(2025y / 7 / 1)).front() == Fits::yes);
}
