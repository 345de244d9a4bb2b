// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/set_aside.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using quiz::Argument;
using quiz::Hash128;
using quiz::Message;
using quiz::response::Verdict;
using quiz::store::SetAside;
using quiz::workflow::record_text;

using Cells = std::vector<std::string_view>;

SetAside kept(const Message& reason) {
  return quiz::workflow::set_aside(Verdict::refused, "sheets.csv", 7, "E1", reason, "E1,a", Hash128{1, 2});
}

}  // namespace

TEST_CASE("a record is kept as one line of CSV") {
  CHECK(record_text(Cells{"E1", "", "a;b"}) == "E1,,a;b");
  CHECK(record_text(Cells{"a,b", "say \"no\"", "two\nlines"}) == "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"");
  CHECK(record_text(Cells{""}) == "\"\"");
}

TEST_CASE("cells that a spreadsheet would compute are kept as they are") {
  CHECK(record_text(Cells{"=1+1", "-5", "@x"}) == "=1+1,-5,@x");
}

TEST_CASE("a record is known by its text, under the contest's key") {
  const quiz::HashKey key{1};
  CHECK(quiz::workflow::record_digest(key, "E1,a") == quiz::keyed_hash(key, "E1,a"));
  CHECK(quiz::workflow::record_digest(key, "E1,a") != quiz::workflow::record_digest(key, "E1,b"));
  CHECK(quiz::workflow::record_digest(key, "E1,a") != quiz::workflow::record_digest({}, "E1,a"));
}

TEST_CASE("a row is set aside with what is needed to find it and its reason") {
  const SetAside row = kept(Message("intake.cells", {{"found", 3}, {"expected", 5}}));
  CHECK(row.digest == Hash128{1, 2});
  CHECK(row.verdict == Verdict::refused);
  CHECK(row.file == "sheets.csv");
  CHECK(row.line == 7);
  CHECK(row.entrant == "E1");
  CHECK(row.reason == "intake.cells");
  CHECK(row.arguments == std::string_view("found#3\0expected#5\0", 19));
  CHECK(row.record == "E1,a");
}

TEST_CASE("the reason of a row comes back with its texts and numbers") {
  const Message reasons[] = {
      Message("intake.encoding"),
      Message("intake.cells", {{"found", 3}, {"expected", -5}}),
      Message("intake.time", {{"column", "submitted_at"}, {"value", "a=b#c, \"d\"\n"}}),
      Message("intake.time", {{"column", "submitted_at"}, {"value", ""}}),
  };
  for (const Message& reason : reasons) CHECK(quiz::workflow::reason_of(kept(reason)) == reason);
}
