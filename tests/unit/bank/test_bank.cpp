// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/bank.hpp>

#include <tests/unit/bank/findings.hpp>

#include <doctest/doctest.h>

namespace {

using quiz::Milliseconds;
using quiz::Points;
using quiz::bank::Bank;
using quiz::bank::Item;
using quiz::bank::test::bank_of;
using quiz::bank::test::findings;
using quiz::text::Language;
using Texts = std::vector<std::pair<Language, std::string>>;

/// A file with the items given, the first of which is on line 5.
std::string with_items(const std::string& items) {
  return "format: quiz-bank/1\nid: skills\nlanguages: [vi, en]\nitems:\n" + items;
}

/// A single item on line 5 with two choices, and more fields from line 10 on, indented by two.
std::string with_fields(const std::string& fields) {
  return with_items(
      "- id: pw\n  type: single\n  stem: S\n  choices:\n  - {id: a, text: A, key: true}\n"
      "  - {id: b, text: B}\n" +
      fields);
}

/// An item of the type on line 5 with its choices from line 9 on.
std::string with_choices(const std::string& type, const std::string& choices) {
  return with_items("- id: pw\n  type: " + type + "\n  stem: S\n  choices:\n" + choices);
}

}  // namespace

TEST_CASE("a bank is read with all its fields") {
  const Bank bank = bank_of(
      "format: quiz-bank/1\n"
      "id: digital-skills-citizens\n"
      "title: {vi: \"Kỹ năng số cho người dân\", en: \"Digital skills for citizens\"}\n"
      "languages: [vi, en]\n"
      "license: CC-BY-4.0\n"
      "items:\n"
      "- id: pw-strength\n"
      "  type: single\n"
      "  stem: {vi: \"Mật khẩu nào khó đoán nhất?\", en: \"Which password is hardest to guess?\"}\n"
      "  choices:\n"
      "  - {id: a, text: {vi: \"Câu dài\", en: \"A long phrase\"}, key: true}\n"
      "  - {id: b, text: \"123456\", rationale: \"Ai cũng đoán ra\"}\n"
      "  - {id: d, text: {vi: \"Tất cả\", en: \"All of the above\"}, fixed: true}\n"
      "  rationale: {vi: \"Dài thì khó đoán\", en: \"Length wins\"}\n"
      "  skills: [vn-757-1.0/2.1, digcomp-2.2/4.1]\n"
      "  tags: [safety, mật khẩu]\n"
      "  difficulty: hard\n"
      "  points: 1.25\n"
      "  time_limit: 30s\n"
      "  media: {file: img/pw.png, alt: {vi: \"Ổ khoá\"}}\n"
      "  status: retired\n");
  CHECK(bank.id.text == "digital-skills-citizens");
  CHECK(bank.title.in(Language::en) == "Digital skills for citizens");
  CHECK(bank.languages == std::vector{Language::vi, Language::en});
  CHECK(bank.license == "CC-BY-4.0");
  CHECK(bank.file == "bank.yaml");
  REQUIRE(bank.items.size() == 1);
  const Item& item = bank.items.front();
  CHECK(bank.find("pw-strength") == &item);
  CHECK(bank.find("pw") == nullptr);
  CHECK(item.id.text == "pw-strength");
  CHECK(item.type == quiz::bank::ItemType::single);
  CHECK(item.stem.in(Language::vi) == "Mật khẩu nào khó đoán nhất?");
  REQUIRE(item.choices.size() == 3);
  CHECK(item.choices[0].id == "a");
  CHECK(item.choices[0].key);
  CHECK_FALSE(item.choices[0].fixed);
  CHECK(item.choices[1].text.texts == Texts{{Language::vi, "123456"}});
  CHECK(item.choices[1].rationale.texts == Texts{{Language::vi, "Ai cũng đoán ra"}});
  CHECK_FALSE(item.choices[2].key);
  CHECK(item.choices[2].fixed);
  CHECK(item.key_mask() == 1);
  CHECK(item.rationale.in(Language::en) == "Length wins");
  CHECK(item.skills == std::vector<std::string>{"vn-757-1.0/2.1", "digcomp-2.2/4.1"});
  CHECK(item.tags == std::vector<std::string>{"safety", "mật khẩu"});
  CHECK(item.difficulty == quiz::bank::Difficulty::hard);
  CHECK(item.points == Points{12'500});
  CHECK(item.time_limit == Milliseconds(30'000));
  REQUIRE(item.media.has_value());
  CHECK(item.media->file == "img/pw.png");
  CHECK(item.media->alt.texts == Texts{{Language::vi, "Ổ khoá"}});
  CHECK(item.status == quiz::bank::Status::retired);
  CHECK(item.place.line == 7);
  CHECK(item.place.column == 3);
}

TEST_CASE("what an item does not say is as the format has it") {
  const Item item = bank_of(with_fields("")).items.front();
  CHECK(item.points == Points{Points::kOne});
  CHECK(item.status == quiz::bank::Status::active);
  CHECK_FALSE(item.difficulty.has_value());
  CHECK_FALSE(item.time_limit.has_value());
  CHECK_FALSE(item.media.has_value());
  CHECK(item.rationale.empty());
  CHECK(item.skills.empty());
  CHECK(item.tags.empty());
}

TEST_CASE("a truefalse item has the fixed choices true and false") {
  const Bank bank =
      bank_of(with_items("- {id: a, type: truefalse, stem: S, key: true}\n"
                         "- {id: b, type: truefalse, stem: T, key: false}\n"));
  CHECK(bank.items[0].key_mask() == 1);
  CHECK(bank.items[1].key_mask() == 2);
  REQUIRE(bank.items[0].choices.size() == 2);
  CHECK(bank.items[0].choices[0].id == "true");
  CHECK(bank.items[0].choices[1].id == "false");
  CHECK(bank.items[0].choices[0].fixed);
  CHECK(bank.items[0].choices[1].fixed);
  CHECK(bank.items[0].choices[0].text.empty());
}

TEST_CASE("a multiple item may have any number of keys from one on") {
  CHECK(bank_of(with_choices("multiple",
                             "  - {id: a, text: A, key: true}\n  - {id: b, text: B, key: false}\n"
                             "  - {id: c, text: C, key: true}\n"))
            .items.front()
            .key_mask() == 0b101);
  CHECK(
      findings(with_choices("multiple", "  - {id: a, text: A, key: true}\n  - {id: b, text: B, key: true}\n"))
          .empty());
  CHECK(findings(with_choices("multiple", "  - {id: a, text: A}\n  - {id: b, text: B}\n")) ==
        "error 9:3 bank.key-none type=multiple\n");
}

TEST_CASE("a single item has exactly one key") {
  CHECK(findings(with_choices("single", "  - {id: a, text: A}\n  - {id: b, text: B, key: false}\n")) ==
        "error 9:3 bank.key-none type=single\n");
  CHECK(findings(with_choices("single",
                              "  - {id: a, text: A, key: true}\n  - {id: b, text: B}\n"
                              "  - {id: c, text: C, key: true}\n")) ==
        "error 11:27 bank.key-second line=9\n");
}

TEST_CASE("an item has 2 to 16 choices with ids of their own") {
  CHECK(findings(with_choices("single", "  - {id: a, text: A, key: true}\n")) ==
        "error 9:3 bank.choices-few least=2\n");
  std::string choices = "  - {id: c0, text: T, key: true}\n";
  for (int i = 1; i < 16; ++i) choices += "  - {id: c" + std::to_string(i) + ", text: T}\n";
  CHECK(bank_of(with_choices("single", choices)).items.front().choices.size() == 16);
  CHECK(findings(with_choices("single", choices + "  - {id: c16, text: T}\n  - {id: c17, text: T}\n")) ==
        "error 25:5 bank.choices-many count=18 most=16\n");
  CHECK(findings(with_choices("single",
                              "  - {id: a, text: A, key: true}\n  - {id: b, text: B}\n"
                              "  - {id: a, text: C}\n")) ==
        "error 11:10 bank.choice-duplicate id=a line=9\n");
}

TEST_CASE("ids that differ in capitals are different") {
  CHECK(findings(with_choices("single", "  - {id: a, text: A, key: true}\n  - {id: A, text: B}\n")).empty());
}

TEST_CASE("two items with one id are an error that names the line of the first") {
  CHECK(findings(with_items("- {id: a, type: truefalse, stem: S, key: true}\n"
                            "- {id: b, type: truefalse, stem: T, key: true}\n"
                            "- {id: a, type: truefalse, stem: U, key: true}\n")) ==
        "error 7:8 bank.item-duplicate id=a line=5\n");
}

TEST_CASE("a type must be one of the known words") {
  CHECK(
      findings(with_items("- {id: a, type: singel, stem: S}\n")) ==
      "error 5:17 bank.word-unknown field=type word=singel words=single, multiple, truefalse, numeric, text, "
      "order, match, essay suggestion=single\n");
  CHECK(findings(with_items("- {id: a, stem: S}\n")) ==
        "error 5:3 bank.field-missing field=type thing=(thing.item)\n");
}

TEST_CASE("unknown fields are named with what was probably meant") {
  CHECK(findings(with_fields("  ponits: 2\n")) ==
        "error 11:3 bank.field-unknown field=ponits thing=(thing.item) suggestion=points\n");
  CHECK(findings(
            with_choices("single", "  - {id: a, text: A, key: true}\n  - {id: b, text: B, fix: true}\n")) ==
        "error 10:22 bank.field-unknown field=fix thing=(thing.choice) suggestion=\n");
  CHECK(findings("version: 1\n" + with_fields("")) ==
        "error 1:1 bank.field-unknown field=version thing=(thing.bank) suggestion=\n");
  CHECK(findings(with_fields("  media: {file: a.png, text: T}\n")) ==
        "error 11:24 bank.field-unknown field=text thing=(thing.media) suggestion=\n");
}

TEST_CASE("a field of another type is refused as such") {
  CHECK(findings(with_fields("  key: a\n")) == "error 11:3 bank.key-misplaced field=key type=single\n");
  CHECK(findings(with_fields("  tolerance: 1\n  pairs: []\n")) ==
        "error 11:3 bank.field-of-type field=tolerance type=single\n"
        "error 12:3 bank.field-of-type field=pairs type=single\n");
  CHECK(findings(with_items("- {id: a, type: truefalse, stem: S, key: true, choices: []}\n")) ==
        "error 5:48 bank.field-of-type field=choices type=truefalse\n");
}

TEST_CASE("an item needs id, type, stem and its choices or key") {
  CHECK(findings(with_items("- {type: single}\n- {type: truefalse}\n")) ==
        "error 5:3 bank.field-missing field=id thing=(thing.item)\n"
        "error 5:3 bank.field-missing field=stem thing=(thing.item)\n"
        "error 5:3 bank.field-missing field=choices thing=(thing.item)\n"
        "error 6:3 bank.field-missing field=id thing=(thing.item)\n"
        "error 6:3 bank.field-missing field=stem thing=(thing.item)\n"
        "error 6:3 bank.field-missing field=key thing=(thing.item)\n");
}

TEST_CASE("a choice needs id and text") {
  CHECK(findings(with_choices("single", "  - {key: true}\n  - {id: b, text: B}\n")) ==
        "error 9:5 bank.field-missing field=id thing=(thing.choice)\n"
        "error 9:5 bank.field-missing field=text thing=(thing.choice)\n");
}

TEST_CASE("a bank needs format, id, languages and items") {
  CHECK(findings("format: quiz-bank/1\ntitle: T\n") ==
        "error 1:1 bank.field-missing field=id thing=(thing.bank)\n"
        "error 1:1 bank.field-missing field=languages thing=(thing.bank)\n"
        "error 1:1 bank.field-missing field=items thing=(thing.bank)\n");
  CHECK(findings("id: a\n") == "error 1:1 bank.field-missing field=format thing=(thing.bank)\n");
}

TEST_CASE("another format is the only finding") {
  CHECK(findings("format: quiz-bank/2\nshelves: 4\n") ==
        "error 1:9 bank.format-unknown format=quiz-bank/2 expected=quiz-bank/1\n");
}

TEST_CASE("what is no mapping is said once") {
  CHECK(findings("- a\n") == "error 1:1 bank.not-mapping thing=(thing.bank)\n");
  CHECK(findings(with_items("- text\n")) == "error 5:3 bank.not-mapping thing=(thing.item)\n");
  CHECK(findings(with_choices("single", "  - A\n  - {id: b, text: B, key: true}\n")) ==
        "error 9:5 bank.not-mapping thing=(thing.choice)\n");
  CHECK(findings(with_fields("  media: a.png\n")) == "error 11:10 bank.not-mapping thing=(thing.media)\n");
}

TEST_CASE("items and choices are lists") {
  CHECK(findings("format: quiz-bank/1\nid: a\nlanguages: [vi]\nitems: none\n") ==
        "error 4:8 bank.not-list field=items\n");
  CHECK(findings("format: quiz-bank/1\nid: a\nlanguages: [vi]\nitems: []\n") ==
        "error 4:8 bank.items-none\n");
  CHECK(findings(with_items("- {id: a, type: single, stem: S, choices: A}\n")) ==
        "error 5:43 bank.not-list field=choices\n");
}

TEST_CASE("ids are checked where they stand") {
  CHECK(findings("format: quiz-bank/1\nid: kỹ năng\nlanguages: [vi]\nitems:\n"
                 "- {id: a b, type: truefalse, stem: S, key: true}\n") ==
        "error 2:5 bank.id-invalid field=id value=kỹ năng\n"
        "error 5:8 bank.id-invalid field=id value=a b\n");
  CHECK(findings(with_choices("single", "  - {id: a/1, text: A, key: true}\n  - {id: b, text: B}\n")) ==
        "error 9:10 bank.id-invalid field=id value=a/1\n");
}

TEST_CASE("a flag is true or false without quotes") {
  CHECK(findings(with_items("- {id: a, type: truefalse, stem: S, key: yes}\n"
                            "- {id: b, type: truefalse, stem: S, key: \"true\"}\n")) ==
        "error 5:42 bank.not-flag field=key\n"
        "error 6:42 bank.not-flag field=key\n");
  CHECK(
      findings(with_choices("single", "  - {id: a, text: A, key: true}\n  - {id: b, text: B, fixed: 1}\n")) ==
      "error 10:29 bank.not-flag field=fixed\n");
}

TEST_CASE("points are a decimal from 0 to a million with at most four places") {
  CHECK(bank_of(with_fields("  points: 0\n")).items.front().points == Points{0});
  CHECK(bank_of(with_fields("  points: 0.0001\n")).items.front().points == Points{1});
  CHECK(bank_of(with_fields("  points: 010\n")).items.front().points == Points{100'000});
  CHECK(bank_of(with_fields("  points: 1000000\n")).items.front().points == Points{10'000'000'000});
  for (const std::string bad : {"0.00001", "-1", "1000000.0001", "1e3", "1,5", "\"1\"", "one", "1."}) {
    CAPTURE(bad);
    const std::string value = bad == "\"1\"" ? "1" : bad;
    CHECK(findings(with_fields("  points: " + bad + "\n")) ==
          "error 11:11 bank.points-invalid value=" + value + "\n");
  }
  CHECK(findings(with_fields("  points: [1]\n")) == "error 11:11 bank.points-invalid value=\n");
}

TEST_CASE("a time limit is a length of time above nothing") {
  CHECK(bank_of(with_fields("  time_limit: 1m30s\n")).items.front().time_limit == Milliseconds(90'000));
  for (const std::string bad : {"30", "0s", "30 s", "-5s", "soon"}) {
    CAPTURE(bad);
    CHECK(findings(with_fields("  time_limit: " + bad + "\n")) ==
          "error 11:15 bank.duration-invalid field=time_limit value=" + bad + "\n");
  }
}

TEST_CASE("skills are framework/code, tags are words") {
  CHECK(findings(with_fields("  skills: [a/b/c, digcomp, /4.1, digcomp/, 'a b/c', [x]]\n")) ==
        "error 11:19 bank.skill-invalid value=digcomp\n"
        "error 11:28 bank.skill-invalid value=/4.1\n"
        "error 11:34 bank.skill-invalid value=digcomp/\n"
        "error 11:44 bank.skill-invalid value=a b/c\n"
        "error 11:53 bank.skill-invalid value=\n");
  CHECK(bank_of(with_fields("  tags: safety\n")).items.front().tags == std::vector<std::string>{"safety"});
  CHECK(findings(with_fields("  tags: ['', {a: b}]\n")) ==
        "error 11:10 bank.tag-invalid value=\n"
        "error 11:14 bank.tag-invalid value=\n");
}

TEST_CASE("difficulty and status are known words") {
  CHECK(findings(with_fields("  difficulty: Easy\n  status: old\n")) ==
        "error 11:15 bank.word-unknown field=difficulty word=Easy words=easy, medium, hard suggestion=easy\n"
        "error 12:11 bank.word-unknown field=status word=old words=active, retired suggestion=\n");
}

TEST_CASE("a picture lies inside the folder of the bank") {
  CHECK(bank_of(with_fields("  media: {file: a.b/c-1.png}\n")).items.front().media->file == "a.b/c-1.png");
  for (const std::string bad :
       {"/etc/x.png", "../x.png", "a/../x.png", "a//x.png", "./x.png", "C:x.png", "a\\x.png", "img/"}) {
    CAPTURE(bad);
    CHECK(findings(with_fields("  media:\n    file: " + bad + "\n")) ==
          "error 12:11 bank.media-outside value=" + bad + "\n");
  }
  CHECK(findings(with_fields("  media: {alt: A}\n")) ==
        "error 11:10 bank.field-missing field=file thing=(thing.media)\n");
}

TEST_CASE("texts of items and choices follow the languages of the bank") {
  CHECK(findings(with_items("- id: a\n  type: single\n  stem: {en: S}\n  choices:\n"
                            "  - {id: a, text: {vi: A, lo: B}, key: true}\n  - {id: b, text: ''}\n")) ==
        "error 7:9 bank.default-missing language=vi\n"
        "error 9:27 bank.language-undeclared language=lo\n"
        "error 10:19 bank.text-empty\n");
}

TEST_CASE("all findings of a bank come in one run") {
  CHECK(findings("format: quiz-bank/1\nid: skills\nlanguages: [vi, xx]\nlicense: []\nitems:\n"
                 "- {id: a, type: single, stem: S, choices: [{id: a, text: A}]}\n"
                 "- {id: a, type: essay, stem: S, key: true}\n") ==
        "error 3:17 bank.language-unknown language=xx known=vi, lo, th, en\n"
        "error 4:10 bank.not-text field=license\n"
        "error 6:43 bank.choices-few least=2\n"
        "error 6:43 bank.key-none type=single\n"
        "error 7:33 bank.field-of-type field=key type=essay\n"
        "error 7:8 bank.item-duplicate id=a line=6\n");
}
