// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/fields.hpp>

#include <tests/support/findings.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using quiz::Diagnostics;
using quiz::io::Fields;
using quiz::io::parse_yaml;
using quiz::io::YamlDocument;
using quiz::io::YamlNode;

namespace {

/// A file of a contest, its fields to be read as those of a round.
struct Round {
  explicit Round(std::string_view source) : document(*parse_yaml("c.yaml", std::string(source), findings)) {}

  /// What was found, a line each, without the name of the file.
  [[nodiscard]] std::string found() const {
    std::string lines;
    for (const std::string& line : quiz::tests::findings(findings)) lines += line.substr(7) + '\n';
    return lines;
  }

  Diagnostics findings;
  YamlDocument document;
  Fields fields{document, document.root, "contest", "round", findings};
};

}  // namespace

TEST_CASE("fields are read by their names, absent ones are nothing") {
  Round round("id: w1\ncount: 010\nopen: true\n");
  CHECK(round.fields.text("id") == "w1");
  CHECK(round.fields.whole("count", 0, 99) == 10);
  CHECK(round.fields.flag("open") == true);
  CHECK(round.fields.text("title") == std::nullopt);
  CHECK(round.fields.flag("closed") == std::nullopt);
  CHECK(round.fields.whole("least", 0, 9) == std::nullopt);
  CHECK(round.fields.word("keep", {"best"}) == std::nullopt);
  CHECK(round.fields.list("tracks").empty());
  CHECK(round.fields.optional("grace") == nullptr);
  round.fields.finish();
  CHECK(round.found() == "");
}

TEST_CASE("a field that is required and absent is named with its thing") {
  Round round("id: w1\n");
  CHECK(round.fields.required("opens") == nullptr);
  CHECK(round.fields.text("title", true) == std::nullopt);
  CHECK(round.fields.list("tracks", true).empty());
  CHECK(round.found() ==
        "1:1: error: \"opens\" is missing in a round [contest.field-missing]\n"
        "1:1: error: \"title\" is missing in a round [contest.field-missing]\n"
        "1:1: error: \"tracks\" is missing in a round [contest.field-missing]\n");
}

TEST_CASE("a field that nobody asks for is unknown, with the nearest of those asked for") {
  Round round("id: w1\nopnes: x\nwhatever: y\n");
  (void)round.fields.text("id");
  (void)round.fields.text("opens");
  (void)round.fields.text("closes");
  round.fields.finish();
  CHECK(round.found() ==
        "2:1: error: \"opnes\" is not a field of a round [contest.field-unknown]\n"
        "3:1: error: \"whatever\" is not a field of a round [contest.field-unknown]\n");
  REQUIRE(round.findings.kept().size() == 2);
  CHECK(round.findings.kept()[0].message ==
        quiz::Message("contest.field-unknown",
                      {{"field", "opnes"}, {"thing", quiz::Term{"thing.round"}}, {"suggestion", "opens"}}));
  CHECK(round.findings.kept()[1].message ==
        quiz::Message("contest.field-unknown",
                      {{"field", "whatever"}, {"thing", quiz::Term{"thing.round"}}, {"suggestion", ""}}));
}

TEST_CASE("what is no mapping is reported once, and has no fields") {
  Round round("[id]\n");
  CHECK(round.fields.text("id", true) == std::nullopt);
  CHECK(round.fields.required("opens") == nullptr);
  round.fields.finish();
  CHECK(round.found() == "1:1: error: a round must have fields [contest.not-mapping]\n");
}

TEST_CASE("a text is one value that is not empty") {
  Round round("a: [x]\nb: {c: d}\ne:\nf: \"\"\ng: \" \"\n");
  for (const std::string_view key : {"a", "b", "e", "f"}) CHECK(round.fields.text(key) == std::nullopt);
  CHECK(round.fields.text("g") == " ");
  CHECK(round.found() ==
        "1:4: error: \"a\" holds no text [contest.not-text]\n"
        "2:4: error: \"b\" holds no text [contest.not-text]\n"
        "3:1: error: \"e\" holds no text [contest.not-text]\n"
        "4:4: error: \"f\" holds no text [contest.not-text]\n");
}

TEST_CASE("a flag is true or false without quotes and nothing else") {
  Round round("a: false\nb: \"true\"\nc: yes\nd: True\ne: [true]\n");
  CHECK(round.fields.flag("a") == false);
  for (const std::string_view key : {"b", "c", "d", "e"}) CHECK(round.fields.flag(key) == std::nullopt);
  CHECK(round.found() ==
        "2:4: error: \"b\" is neither true nor false [contest.not-flag]\n"
        "3:4: error: \"c\" is neither true nor false [contest.not-flag]\n"
        "4:4: error: \"d\" is neither true nor false [contest.not-flag]\n"
        "5:4: error: \"e\" is neither true nor false [contest.not-flag]\n");
}

TEST_CASE("a whole number is of digits without quotes, both bounds included") {
  Round round("a: 2\nb: 5\nc: 1\nd: 6\ne: \"3\"\nf: +3\ng: 3.0\nh: 99999999999999999999\ni: [3]\nj: 0x3\n");
  CHECK(round.fields.whole("a", 2, 5) == 2);
  CHECK(round.fields.whole("b", 2, 5) == 5);
  for (const std::string_view key : {"c", "d", "e", "f", "g", "h", "i", "j"}) {
    CHECK(round.fields.whole(key, 2, 5) == std::nullopt);
  }
  CHECK(round.findings.errors() == 8);
  CHECK(round.found().starts_with("3:4: error: \"c\" is no whole number from 2 to 5 [contest.not-whole]\n"));
}

TEST_CASE("a word is one of those that are known, by its position") {
  Round round("keep: last\nper: Round\nrule: [best]\nties: zzz\n");
  CHECK(round.fields.word("keep", {"best", "first", "last"}) == 2);
  CHECK(round.fields.word("per", {"contest", "round"}) == std::nullopt);
  CHECK(round.fields.word("rule", {"best"}) == std::nullopt);
  CHECK(round.fields.word("ties", {"report", "share"}) == std::nullopt);
  CHECK(round.found() ==
        "2:6: error: \"Round\" is no value of \"per\" [contest.word-unknown]\n"
        "3:7: error: \"\" is no value of \"rule\" [contest.word-unknown]\n"
        "4:7: error: \"zzz\" is no value of \"ties\" [contest.word-unknown]\n");
  CHECK(round.findings.kept()[0].message ==
        quiz::Message(
            "contest.word-unknown",
            {{"field", "per"}, {"word", "Round"}, {"words", "contest, round"}, {"suggestion", "round"}}));
}

TEST_CASE("a list may be written as one value, but not as a mapping or as nothing") {
  Round round("a: [x, y]\nb: z\nc: []\nd: {e: f}\ng:\n");
  const std::vector<const YamlNode*> entries = round.fields.list("a");
  REQUIRE(entries.size() == 2);
  CHECK(entries[1]->text == "y");
  REQUIRE(round.fields.list("b").size() == 1);
  CHECK(round.fields.list("b")[0]->text == "z");
  CHECK(round.fields.list("c").empty());
  CHECK(round.fields.list("d").empty());
  CHECK(round.fields.list("g").empty());
  CHECK(round.found() ==
        "4:4: error: \"d\" is no list [contest.not-list]\n"
        "5:1: error: \"g\" is no list [contest.not-list]\n");
}

TEST_CASE("findings of the caller get the prefix and the place") {
  Round round("id: w1\n");
  round.fields.error(*round.fields.optional("id"), "id-invalid", {{"field", "id"}, {"value", "w1"}});
  round.fields.warning(round.fields.node(), "not-localized");
  REQUIRE(round.findings.kept().size() == 2);
  CHECK(round.findings.kept()[0] ==
        quiz::Diagnostic{quiz::Severity::error,
                         quiz::Message("contest.id-invalid", {{"field", "id"}, {"value", "w1"}}),
                         {"c.yaml", 1, 5, "id: w1", ""}});
  CHECK(round.findings.kept()[1].severity == quiz::Severity::warning);
  CHECK(round.findings.kept()[1].message.code == "contest.not-localized");
}
