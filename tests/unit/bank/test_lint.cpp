// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/bank.hpp>

#include <tests/unit/bank/findings.hpp>

#include <doctest/doctest.h>

namespace {

using quiz::bank::test::lint_of;

/// What a bank of items without rationales, difficulties and skills ends with.
std::string incomplete(int items) {
  const std::string count = std::to_string(items);
  return "note - bank.incomplete items=" + count + " rationales=" + count + " difficulties=" + count +
         " skills=" + count + "\n";
}

std::string bank(const std::string& languages, const std::string& items) {
  return "format: quiz-bank/1\nid: skills\nlanguages: [" + languages + "]\nitems:\n" + items;
}

/// A single item with these choices, written `a: text` one after the other; `key` is the id of the right one.
std::string single(const std::string& id, const std::vector<std::string>& texts, std::size_t key) {
  std::string item = "- {id: " + id + ", type: single, stem: Question " + id + ", choices: [";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    item += std::string(i == 0 ? "" : ", ") + "{id: c" + std::to_string(i) + ", text: \"" + texts[i] + "\"" +
            (i == key ? ", key: true}" : "}");
  }
  return item + "]}\n";
}

/// `count` single items of four choices, all of one length, whose keys go round the first `positions`.
std::string rounds(int count, int positions) {
  std::string items;
  for (int i = 0; i < count; ++i) {
    items +=
        single("q" + std::to_string(i), {"AA", "BB", "CC", "DD"}, static_cast<std::size_t>(i % positions));
  }
  return items;
}

const std::string kComplete = ", rationale: R, difficulty: easy, skills: [f/1]}\n";

}  // namespace

TEST_CASE("a bank in order has no findings") {
  CHECK(lint_of(bank("vi", "- {id: a, type: truefalse, stem: S, key: true" + kComplete)).empty());
}

TEST_CASE("every text that lacks a language of the bank is named at its item") {
  CHECK(lint_of("format: quiz-bank/1\nid: skills\ntitle: Kỹ năng\nlanguages: [vi, lo, en]\nitems:\n"
                "- id: a\n"
                "  type: single\n"
                "  stem: {vi: S, en: S}\n"
                "  choices:\n"
                "  - {id: x, text: {vi: A, lo: A, en: A}, key: true, rationale: {vi: R, en: R}}\n"
                "  - {id: y, text: {vi: B, en: B}}\n"
                "  rationale: {vi: R, en: R}\n"
                "  difficulty: easy\n"
                "  skills: [f/1]\n"
                "  media: {file: a.png, alt: {vi: A, en: A}}\n") ==
        "warning - bank.title-untranslated field=title language=lo\n"
        "warning - bank.title-untranslated field=title language=en\n"
        "warning 6:3 bank.translation-missing field=stem language=lo item=a\n"
        "warning 6:3 bank.translation-missing field=choices/x/rationale language=lo item=a\n"
        "warning 6:3 bank.translation-missing field=choices/y/text language=lo item=a\n"
        "warning 6:3 bank.translation-missing field=rationale language=lo item=a\n"
        "warning 6:3 bank.translation-missing field=media/alt language=lo item=a\n");
}

TEST_CASE("a text without letters needs no translation") {
  CHECK(lint_of(bank("vi, en", single("a", {"123456", "3/4 + 2.5"}, 0))) ==
        "warning 5:3 bank.translation-missing field=stem language=en item=a\n" + incomplete(1));
  CHECK(lint_of(bank("vi, en", "- {id: a, type: truefalse, stem: 1 + 1 = 2?, key: true" + kComplete)) ==
        "warning 5:3 bank.translation-missing field=rationale language=en item=a\n");
}

TEST_CASE("a picture without a description is a warning") {
  CHECK(lint_of(bank("vi", "- {id: a, type: truefalse, stem: S, key: true, media: {file: a.png}" +
                               kComplete)) == "warning 5:3 bank.alt-missing item=a\n");
}

TEST_CASE("items with the same stem but for capitals, blanks and composition are named with the first") {
  CHECK(lint_of(bank(
            "vi", "- {id: a, type: truefalse, stem: Mật khẩu  mạnh?, key: true" + kComplete +
                      "- {id: b, type: truefalse, stem: Khác?, key: true" + kComplete +
                      "- {id: c, type: truefalse, stem: 'mật khẩu mạnh? ', key: true" + kComplete +
                      "- {id: d, type: truefalse, stem: \"Ma\\u0302\\u0323t kh\\u1ea9u mạnh?\", key: true" +
                      kComplete)) ==
        "warning 7:3 bank.stem-duplicate item=c first=a line=5\n"
        "warning 8:3 bank.stem-duplicate item=d first=a line=5\n");
}

TEST_CASE("stems are compared within a language, and one finding names an item") {
  CHECK(lint_of(bank("vi, en",
                     "- {id: a, type: truefalse, stem: {vi: A, en: B}, key: true, rationale: '1', "
                     "difficulty: easy, skills: [f/1]}\n"
                     "- {id: b, type: truefalse, stem: {vi: B, en: A}, key: true, rationale: '1', "
                     "difficulty: easy, skills: [f/1]}\n"
                     "- {id: c, type: truefalse, stem: {vi: A, en: B}, key: true, rationale: '1', "
                     "difficulty: easy, skills: [f/1]}\n")) ==
        "warning 7:3 bank.stem-duplicate item=c first=a line=5\n");
}

TEST_CASE("retired items are not looked at") {
  CHECK(lint_of(bank("vi", "- {id: a, type: truefalse, stem: S, key: true" + kComplete +
                               "- {id: b, type: truefalse, stem: S, key: true, status: retired}\n"))
            .empty());
}

TEST_CASE("choices with the same text are an error, nearly the same a warning") {
  CHECK(lint_of(bank("vi", single("a", {"Có", "Co\\u0301", "Không", "CÓ"}, 0))) ==
        "error 5:3 bank.choices-same item=a choice=c1 first=c0\n"
        "warning 5:3 bank.choices-alike item=a choice=c3 first=c0\n" +
            incomplete(1));
}

TEST_CASE("choices are compared as a reader of each language sees them") {
  CHECK(lint_of(bank("vi, en",
                     "- id: a\n  type: single\n  stem: '?'\n  choices:\n"
                     "  - {id: x, text: {vi: Có, en: 'OK'}, key: true}\n  - {id: y, text: OK}\n"
                     "  rationale: '1'\n  difficulty: easy\n  skills: [f/1]\n")) ==
        "warning 5:3 bank.translation-missing field=choices/y/text language=en item=a\n"
        "error 5:3 bank.choices-same item=a choice=y first=x\n");
}

TEST_CASE("the longest choice may be the key in half of the single items and no more, from ten items on") {
  const auto items = [](int count, int longest) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      const std::string id = "q" + std::to_string(i);
      text += i < longest ? single(id, {"A", "BBBB", "C"}, 1) : single(id, {"A", "BBBB", "C"}, 0);
    }
    return bank("vi", text);
  };
  CHECK(lint_of(items(10, 6)) == "warning - bank.longest-is-key count=6 items=10\n" + incomplete(10));
  CHECK(lint_of(items(10, 5)) == incomplete(10));
  CHECK(lint_of(items(9, 9)) == incomplete(9));
}

TEST_CASE("a key as long as another choice is not the longest; length is counted in characters") {
  std::string items;
  for (int i = 0; i < 10; ++i) items += single("q" + std::to_string(i), {"ắắắ", "bbb", "c"}, 0);
  CHECK(lint_of(bank("vi", items)) == incomplete(10));
}

TEST_CASE("a position may hold two fifths of the keys of four choices and no more, from twenty items on") {
  CHECK(lint_of(bank("vi", rounds(20, 4))) == incomplete(20));
  CHECK(lint_of(bank("vi", rounds(20, 2))) ==
        "warning - bank.key-position position=1 count=10 items=20\n"
        "warning - bank.key-position position=2 count=10 items=20\n" +
            incomplete(20));
  CHECK(lint_of(bank("vi", rounds(19, 1))) == incomplete(19));
  // 8 of 20 are exactly 40 %.
  std::string items = rounds(16, 4);
  for (int i = 16; i < 20; ++i) items += single("q" + std::to_string(i), {"AA", "BB", "CC", "DD"}, 2);
  CHECK(lint_of(bank("vi", items)) == incomplete(20));
  items = rounds(15, 3);
  for (int i = 15; i < 20; ++i) items += single("q" + std::to_string(i), {"AA", "BB", "CC", "DD"}, 3);
  CHECK(lint_of(bank("vi", items)) == incomplete(20));
}

TEST_CASE("items of fewer than four choices say nothing of key positions") {
  std::string items;
  for (int i = 0; i < 30; ++i) items += single("q" + std::to_string(i), {"AA", "BB", "CC"}, 0);
  CHECK(lint_of(bank("vi", items)) == incomplete(30));
}

TEST_CASE("what items lack is one note with its counts; a choice's rationale explains its item") {
  CHECK(lint_of(bank("vi", "- {id: a, type: truefalse, stem: S, key: true" + kComplete +
                               "- {id: b, type: truefalse, stem: T, key: true, difficulty: hard}\n"
                               "- id: c\n  type: single\n  stem: U\n  choices:\n"
                               "  - {id: x, text: A, key: true, rationale: R}\n  - {id: y, text: B}\n"
                               "  skills: [f/1]\n")) ==
        "note - bank.incomplete items=3 rationales=1 difficulties=1 skills=1\n");
}
