// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/diagnostics.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <map>
#include <string>

using quiz::Diagnostics;
using quiz::Message;
using quiz::Place;
using quiz::Severity;

namespace {

Place at(std::uint32_t line) { return Place{"bank.yaml", line, 1, "id: a", ""}; }

}  // namespace

TEST_CASE("findings are kept in the order in which they come") {
  Diagnostics found;
  found.warning(at(9), Message("b"));
  found.error(at(3), Message("a", {{"name", "x"}}));
  found.note(at(1), Message("c"));
  REQUIRE(found.kept().size() == 3);
  CHECK(found.kept()[0] == quiz::Diagnostic{Severity::warning, Message("b"), at(9)});
  CHECK(found.kept()[1] == quiz::Diagnostic{Severity::error, Message("a", {{"name", "x"}}), at(3)});
  CHECK(found.kept()[2] == quiz::Diagnostic{Severity::note, Message("c"), at(1)});
}

TEST_CASE("errors and warnings are counted apart, notes are neither") {
  Diagnostics found;
  CHECK_FALSE(found.has_errors());
  found.note(at(1), Message("n"));
  found.warning(at(1), Message("w"));
  CHECK_FALSE(found.has_errors());
  found.error(at(1), Message("e"));
  found.error(at(2), Message("e"));
  CHECK(found.has_errors());
  CHECK(found.errors() == 2);
  CHECK(found.warnings() == 1);
}

TEST_CASE("of each code the first hundred findings are kept and the rest counted") {
  Diagnostics found;
  for (std::uint32_t line = 1; line <= 103; ++line) found.error(at(line), Message("often"));
  for (std::uint32_t line = 1; line <= 100; ++line) found.warning(at(line), Message("just-fits"));
  CHECK(found.kept().size() == 200);
  CHECK(found.kept()[99].place.line == 100);
  CHECK(found.kept()[100].message.code == "just-fits");
  CHECK(found.errors() == 103);
  CHECK(found.warnings() == 100);
  CHECK(found.dropped() == std::map<std::string, std::size_t>{{"often", 3}});
}
