// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/embedded.hpp>
#include <quizlib/roster/exclusions.hpp>
#include <tests/unit/contest/checked.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::tests::Folder;
using quiz::tests::inline_table;
using quiz::tests::Lines;

namespace {

std::string file(std::string_view name) {
  return std::string(quiz::embedded::contest("quizlib/contest/templates/basic/" + std::string(name)));
}

}  // namespace

TEST_CASE("the contest that quiz new writes passes check without findings") {
  const Folder folder{
      file("contest.yaml"), {file("banks/sample.yaml")}, file("groups.csv"), file("entrants.csv")};
  CHECK(check_of(folder) == Lines{});
  quiz::Diagnostics diagnostics;
  const auto groups =
      quiz::roster::read_groups(inline_table("groups.csv", folder.groups), diagnostics).value();
  const auto roster =
      quiz::roster::read_entrants(inline_table("entrants.csv", folder.entrants), groups, diagnostics).value();
  CHECK(quiz::roster::read_exclusions(inline_table("excluded.csv", file("excluded.csv")), diagnostics,
                                      &roster));
  lint(quiz::tests::read_bank_of(folder.banks.front()), diagnostics);
  CHECK(quiz::tests::described(diagnostics) == Lines{});
}
