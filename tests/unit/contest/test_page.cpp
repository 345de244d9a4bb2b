// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/catalogue.hpp>
#include <tests/unit/contest/contests.hpp>
#include <tests/unit/contest/embedded.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using quiz::tests::Lines;

namespace {

std::string_view page() { return quiz::embedded::contest_page("docs/formats/contest.md"); }

/// What stands between the first `begin` and the next `end`.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t first = text.find(begin) + begin.size();
  return text.substr(first, text.find(end, first) - first);
}

/// The codes of findings that the page names.
Lines codes() {
  Lines result;
  std::string_view rest = page();
  for (std::size_t at = rest.find("`contest."); at != std::string_view::npos; at = rest.find("`contest.")) {
    rest.remove_prefix(at);
    const std::string_view code = between(rest, "`", "`");
    rest.remove_prefix(code.size() + 2);
    if (code != "contest.yaml") result.emplace_back(code);
  }
  return result;
}

}  // namespace

TEST_CASE("the example on the page of contest.yaml is a contest") {
  CHECK(quiz::tests::findings_in(between(page(), "```yaml\n", "```")) == Lines{});
}

TEST_CASE("every code on the page of contest.yaml has a sentence and a help line") {
  const quiz::text::Catalogue english(quiz::text::Language::en);
  Lines missing;
  for (const std::string& code : codes())
    if (!english.has(code) || !english.has(code + ".help")) missing.push_back(code);
  CHECK(missing == Lines{});
  CHECK(codes().size() > 70);
}

TEST_CASE("every finding of contests is on the page of contest.yaml") {
  const quiz::text::Catalogue english(quiz::text::Language::en);
  Lines missing;
  for (const std::string_view key : english.keys()) {
    if (!key.starts_with("contest.") || key.ends_with(".help")) continue;
    if (page().find('`' + std::string(key) + '`') == std::string_view::npos) missing.emplace_back(key);
  }
  CHECK(missing == Lines{});
}
