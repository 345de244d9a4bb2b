// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/columns.hpp>

#include <quizlib/text/catalogue.hpp>

#include <tests/support/small_contest.hpp>
#include <tests/unit/response/embedded.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string_view page() { return quiz::embedded::response_page("docs/formats/sheets.md"); }

/// What stands between the first `begin` and the next `end`.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t first = text.find(begin) + begin.size();
  return text.substr(first, text.find(end, first) - first);
}

bool is_about_sheets(std::string_view key) {
  const bool has_module =
      key.starts_with("sheets.") || key.starts_with("columns.") || key.starts_with("intake.");
  return has_module && !key.ends_with(".help");
}

}  // namespace

TEST_CASE("the page of sheets names every code that there is a sentence for") {
  const quiz::text::Catalogue english(quiz::text::Language::en);
  std::string missing;
  for (const std::string_view key : english.keys()) {
    const std::string quoted = "`" + std::string(key) + "`";
    if (is_about_sheets(key) && page().find(quoted) == std::string_view::npos) missing += quoted;
  }
  CHECK(missing == "");
}

TEST_CASE("there is a sentence for every code that the page of sheets names") {
  const quiz::text::Catalogue english(quiz::text::Language::en);
  std::string missing;
  std::size_t codes = 0;
  for (const std::string_view module : {"`sheets.", "`columns.", "`intake."}) {
    std::string_view rest = page();
    for (std::size_t at = rest.find(module); at != std::string_view::npos; at = rest.find(module)) {
      rest.remove_prefix(at + 1);
      const std::string_view code = rest.substr(0, rest.find('`'));
      ++codes;
      if (!english.has(code)) missing += std::string(code) + " ";
    }
  }
  CHECK(missing == "");
  CHECK(codes > 40);
}

TEST_CASE("the mapping on the page of sheets is one") {
  quiz::Diagnostics diagnostics;
  const auto document =
      quiz::io::parse_yaml("columns.yaml", std::string(between(page(), "```yaml\n", "```")), diagnostics);
  REQUIRE(document);
  CHECK(quiz::response::read_column_map(*document, diagnostics));
  CHECK(quiz::tests::codes_of(diagnostics).empty());
}
