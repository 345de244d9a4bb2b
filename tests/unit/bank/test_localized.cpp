// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/localized.hpp>

#include <quizlib/bank/id.hpp>
#include <tests/unit/bank/findings.hpp>

#include <doctest/doctest.h>

namespace {

using quiz::Diagnostics;
using quiz::bank::test::listed;
using quiz::bank::test::parsed;
using quiz::text::Language;
using Languages = std::vector<Language>;
using Texts = std::vector<std::pair<Language, std::string>>;

struct Result {
  Texts texts;
  std::string findings;
};

/// Read the field `title` of a file whose languages are given.
Result title(const std::string& yaml, const Languages& languages, bool required = false) {
  const quiz::io::YamlDocument document = parsed(yaml);
  Diagnostics diagnostics;
  quiz::io::Fields fields(document, document.root, "bank", "bank", diagnostics);
  auto texts = quiz::bank::read_localized(fields, "title", languages, required).texts;
  return {std::move(texts), listed(diagnostics)};
}

struct LanguagesResult {
  Languages languages;
  std::string findings;
};

LanguagesResult languages(const std::string& yaml) {
  const quiz::io::YamlDocument document = parsed(yaml);
  Diagnostics diagnostics;
  quiz::io::Fields fields(document, document.root, "contest", "contest", diagnostics);
  auto result = quiz::bank::read_languages(fields, "languages", true);
  return {std::move(result), listed(diagnostics)};
}

const Languages kBoth{Language::vi, Language::en};

}  // namespace

TEST_CASE("a plain text is in the first language") {
  const Result result = title("title: Kỹ năng số\n", kBoth);
  CHECK(result.texts == Texts{{Language::vi, "Kỹ năng số"}});
  CHECK(result.findings.empty());
}

TEST_CASE("a mapping holds a text for each language, in its own order") {
  const Result result = title("title: {en: Skills, vi: Kỹ năng}\n", kBoth);
  CHECK(result.texts == Texts{{Language::en, "Skills"}, {Language::vi, "Kỹ năng"}});
  CHECK(result.findings.empty());
}

TEST_CASE("a text that may be absent is no finding, one that must be there is") {
  CHECK(title("id: a\n", kBoth).findings.empty());
  CHECK(title("id: a\n", kBoth, true).findings ==
        "error 1:1 bank.field-missing field=title thing=(thing.bank)\n");
}

TEST_CASE("a number or a word like yes is a text like any other") {
  CHECK(title("title: 010\n", kBoth).texts == Texts{{Language::vi, "010"}});
  CHECK(title("title: no\n", kBoth).texts == Texts{{Language::vi, "no"}});
}

TEST_CASE("a text must be there in the first language") {
  const Result result = title("title: {en: Skills}\n", kBoth);
  CHECK(result.findings == "error 1:8 bank.default-missing language=vi\n");
  CHECK(result.texts == Texts{{Language::en, "Skills"}});
}

TEST_CASE("an empty text in the first language is one finding") {
  CHECK(title("title: {vi: ' ', en: Skills}\n", kBoth).findings == "error 1:13 bank.text-empty\n");
}

TEST_CASE("blanks of any kind are no text") {
  CHECK(title("title: ' \u00a0'\n", kBoth).findings == "error 1:8 bank.text-empty\n");
  CHECK(title("title: ''\n", kBoth).findings == "error 1:8 bank.text-empty\n");
}

TEST_CASE("a language must be one that the program knows and that the file declares") {
  CHECK(title("title: {vi: A, fr: B}\n", kBoth).findings ==
        "error 1:16 bank.language-unknown language=fr known=vi, lo, th, en\n");
  CHECK(title("title: {vi: A, lo: B}\n", kBoth).findings ==
        "error 1:16 bank.language-undeclared language=lo\n");
}

TEST_CASE("a list or nothing is no text") {
  CHECK(title("title: [a]\n", kBoth).findings == "error 1:8 bank.not-localized\n");
  CHECK(title("title:\n", kBoth).findings == "error 1:1 bank.not-localized\n");
  CHECK(title("title: {vi: [a]}\n", kBoth).findings == "error 1:13 bank.not-text field=vi\n");
}

TEST_CASE("without declared languages no language of a text is objected to") {
  CHECK(title("title: {lo: A, en: B}\n", {}).findings.empty());
  CHECK(title("title: A\n", {}).findings.empty());
}

TEST_CASE("languages are read in their order") {
  const LanguagesResult result = languages("languages: [lo, en]\n");
  CHECK(result.languages == Languages{Language::lo, Language::en});
  CHECK(result.findings.empty());
}

TEST_CASE("one language needs no brackets") {
  CHECK(languages("languages: th\n").languages == Languages{Language::th});
}

TEST_CASE("languages with an error come back empty, so that texts are not objected to as well") {
  const LanguagesResult result = languages("languages: [vi, fr, vi, [en]]\n");
  CHECK(result.languages.empty());
  CHECK(result.findings ==
        "error 1:17 contest.language-unknown language=fr known=vi, lo, th, en\n"
        "error 1:21 contest.language-duplicate language=vi\n"
        "error 1:25 contest.not-text field=languages\n");
}

TEST_CASE("there is at least one language") {
  CHECK(languages("languages: []\n").findings == "error 1:12 contest.languages-missing\n");
  CHECK(languages("id: a\n").findings ==
        "error 1:1 contest.field-missing field=languages thing=(thing.contest)\n");
  CHECK(languages("languages: {vi: A}\n").findings == "error 1:12 contest.not-list field=languages\n");
}

TEST_CASE("an id is 1 to 64 ASCII letters, digits, hyphens, underscores and dots") {
  CHECK(quiz::bank::is_id("a"));
  CHECK(quiz::bank::is_id("Az09-_."));
  CHECK(quiz::bank::is_id(std::string(64, 'x')));
  CHECK_FALSE(quiz::bank::is_id(""));
  CHECK_FALSE(quiz::bank::is_id(std::string(65, 'x')));
  CHECK_FALSE(quiz::bank::is_id("a b"));
  CHECK_FALSE(quiz::bank::is_id("a/b"));
  CHECK_FALSE(quiz::bank::is_id("a;b"));
  CHECK_FALSE(quiz::bank::is_id("mã"));
}

TEST_CASE("an id that is absent is a finding only where one is needed") {
  const quiz::io::YamlDocument document = parsed("name: x\n");
  Diagnostics diagnostics;
  quiz::io::Fields fields(document, document.root, "contest", "round", diagnostics);
  CHECK_FALSE(quiz::bank::read_id(fields, "id", false).has_value());
  CHECK(listed(diagnostics).empty());
  CHECK_FALSE(quiz::bank::read_id(fields, "id").has_value());
  CHECK(listed(diagnostics) == "error 1:1 contest.field-missing field=id thing=(thing.round)\n");
}
