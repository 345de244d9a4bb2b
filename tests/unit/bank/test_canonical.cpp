// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/bank.hpp>

#include <tests/unit/bank/findings.hpp>

#include <doctest/doctest.h>

namespace {

using quiz::bank::canonical;
using quiz::bank::canonical_questions;
using quiz::bank::digest;
using quiz::bank::question_digest;
using quiz::bank::test::bank_of;

/// The bank of docs/formats/bank.md.
const std::string kBank =
    "format: quiz-bank/1\n"
    "id: skills\n"
    "title: Kỹ năng số\n"
    "languages: [vi, en]\n"
    "items:\n"
    "- id: pw\n"
    "  type: single\n"
    "  stem: {vi: \"Mật khẩu \\\"mạnh\\\" nhất?\", en: \"The strongest password?\"}\n"
    "  choices:\n"
    "  - {id: a, text: {vi: \"Câu dài\", en: \"A long phrase\"}, key: true}\n"
    "  - {id: b, text: \"123456\"}\n"
    "  time_limit: 90s\n"
    "- {id: otp, type: truefalse, stem: \"Có nên cho người khác mã OTP?\", key: false, points: 0.50}\n";

/// The same without one of the fields, or with another value.
std::string changed(const std::string& from, const std::string& to) {
  std::string yaml = kBank;
  const std::size_t at = yaml.find(from);
  REQUIRE(at != std::string::npos);
  return yaml.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("the canonical form of a bank is RFC 8785 JSON with every default") {
  CHECK(canonical(bank_of(kBank)) ==
        R"({"format":"quiz-bank/1","id":"skills","items":[)"
        R"({"choices":[{"fixed":false,"id":"a","key":true,"text":{"en":"A long phrase","vi":"Câu dài"}},)"
        R"({"fixed":false,"id":"b","key":false,"text":{"vi":"123456"}}],"id":"pw","points":"1",)"
        R"("status":"active","stem":{"en":"The strongest password?","vi":"Mật khẩu \"mạnh\" nhất?"},)"
        R"("time_limit":"1m30s","type":"single"},)"
        R"({"id":"otp","key":false,"points":"0.5","status":"active",)"
        R"("stem":{"vi":"Có nên cho người khác mã OTP?"},"type":"truefalse"}],)"
        R"("languages":["vi","en"],"title":{"vi":"Kỹ năng số"}})");
  CHECK(quiz::crypto::hex(digest(bank_of(kBank))) ==
        "8313625bf3094841c2d640b86ef8e6a8b245335f6c0789af0e9d9c82d564fdaf");
}

TEST_CASE("the canonical questions hold what an entrant may see and no more") {
  CHECK(canonical_questions(bank_of(kBank)) ==
        R"({"format":"quiz-questions/1","items":[)"
        R"({"id":"otp","points":"0.5","stem":{"vi":"Có nên cho người khác mã OTP?"},"type":"truefalse"},)"
        R"({"choices":[{"en":"A long phrase","vi":"Câu dài"},{"vi":"123456"}],"id":"pw","points":"1",)"
        R"("stem":{"en":"The strongest password?","vi":"Mật khẩu \"mạnh\" nhất?"},)"
        R"("time_limit":"1m30s","type":"single"}]})");
  CHECK(quiz::crypto::hex(question_digest(bank_of(kBank))) ==
        "f4e627edfd2064d0c4a1586b9629eba0e0159b8464b7b517e2fd3ad35d1688d9");
}

TEST_CASE("every field has its place in the canonical form") {
  CHECK(canonical(
            bank_of("format: quiz-bank/1\nid: b\nlanguages: [lo, vi]\nlicense: CC0-1.0\nitems:\n"
                    "- id: q\n  type: multiple\n  stem: {vi: V, lo: L}\n  choices:\n"
                    "  - {id: a, text: A, key: true, rationale: R, fixed: true}\n  - {id: b, text: B}\n"
                    "  rationale: W\n  skills: [f/2, f/1]\n  tags: [t]\n  difficulty: medium\n  points: 2\n"
                    "  time_limit: 30s\n  media: {file: a.png, alt: A}\n  status: retired\n")) ==
        R"({"format":"quiz-bank/1","id":"b","items":[{"choices":[)"
        R"({"fixed":true,"id":"a","key":true,"rationale":{"lo":"R"},"text":{"lo":"A"}},)"
        R"({"fixed":false,"id":"b","key":false,"text":{"lo":"B"}}],"difficulty":"medium","id":"q",)"
        R"("media":{"alt":{"lo":"A"},"file":"a.png"},"points":"2","rationale":{"lo":"W"},)"
        R"("skills":["f/2","f/1"],"status":"retired","stem":{"lo":"L","vi":"V"},"tags":["t"],)"
        R"("time_limit":"30s","type":"multiple"}],"languages":["lo","vi"],"license":"CC0-1.0"})");
}

TEST_CASE("layout, comments, order of fields and defaults written out do not change a bank") {
  const auto same = digest(bank_of(kBank));
  CHECK(digest(bank_of("# a comment\n" + kBank)) == same);
  CHECK(digest(bank_of(
            changed("id: skills\ntitle: Kỹ năng số\n", "title: {vi: 'Kỹ năng số'}\nid: skills\n"))) == same);
  CHECK(digest(bank_of(changed("time_limit: 90s", "status: active\n  points: 1.0\n  time_limit: 1m30s"))) ==
        same);
  CHECK(digest(bank_of(changed("  - {id: b, text: \"123456\"}", "  - {id: b, text: 123456, key: false}"))) ==
        same);
}

TEST_CASE("everything that a bank says changes its digest") {
  const auto other = digest(bank_of(kBank));
  CHECK(digest(bank_of(changed("key: false", "key: true"))) != other);
  CHECK(digest(bank_of(changed("id: b,", "id: c,"))) != other);
  CHECK(digest(bank_of(changed("\"123456\"}", "\"123456\", fixed: true}"))) != other);
  CHECK(digest(bank_of(changed("languages: [vi, en]", "languages: [vi, en, lo]"))) != other);
}

TEST_CASE("no change of key, rationale, tag, difficulty, skill, choice id or order changes the questions") {
  const auto same = question_digest(bank_of(kBank));
  CHECK(question_digest(bank_of(changed("key: false", "key: true"))) == same);
  CHECK(question_digest(
            bank_of(changed("  - {id: a, text: {vi: \"Câu dài\", en: \"A long phrase\"}, key: true}\n"
                            "  - {id: b, text: \"123456\"}\n",
                            "  - {id: d, text: \"123456\", key: true, rationale: R, fixed: true}\n"
                            "  - {id: c, text: {en: \"A long phrase\", vi: \"Câu dài\"}}\n"))) == same);
  CHECK(question_digest(bank_of(changed("time_limit: 90s",
                                        "time_limit: 90s\n  rationale: R\n  tags: [t]\n"
                                        "  skills: [f/1]\n  difficulty: hard"))) == same);
  CHECK(question_digest(
            bank_of(kBank + "- {id: old, type: truefalse, stem: S, key: true, status: retired}\n")) == same);
  CHECK(question_digest(bank_of(changed("id: skills\ntitle: Kỹ năng số", "id: other\ntitle: T"))) == same);
}

TEST_CASE("what an entrant sees changes the questions") {
  const auto other = question_digest(bank_of(kBank));
  CHECK(question_digest(bank_of(changed("\"123456\"", "\"1234567\""))) != other);
  CHECK(question_digest(bank_of(changed("points: 0.50", "points: 1"))) != other);
  CHECK(question_digest(bank_of(changed("time_limit: 90s", "time_limit: 60s"))) != other);
  CHECK(question_digest(bank_of(changed("type: single", "type: multiple"))) != other);
  CHECK(question_digest(bank_of(changed("time_limit: 90s", "media: {file: a.png}\n  time_limit: 90s"))) !=
        other);
}

TEST_CASE("only what is right and why may differ in the same question") {
  const auto differs = [](const std::string& from, const std::string& to) {
    return quiz::bank::changed_questions(bank_of(kBank), bank_of(changed(from, to)));
  };
  CHECK(differs("key: false", "key: true").empty());
  CHECK(differs("time_limit: 90s", "time_limit: 90s\n  rationale: R").empty());
  CHECK(differs("time_limit: 90s", "time_limit: 60s").size() == 1);
  CHECK(differs("time_limit: 90s", "time_limit: 90s\n  tags: [t]").size() == 1);
  CHECK(differs("\"123456\"", "\"1234567\"").size() == 1);
  CHECK(differs("id: b,", "id: c,").size() == 1);
}

TEST_CASE("an order item may have another right order, a match item no other pairs") {
  const auto bank = [](const std::string& items) {
    return bank_of("format: quiz-bank/1\nid: b\nlanguages: [vi]\nlicense: L\nitems:\n" + items);
  };
  const std::string order =
      "- {id: o, type: order, stem: S, choices: [{id: a, text: A}, {id: b, text: B}]}\n";
  const std::string turned =
      "- {id: o, type: order, stem: S, choices: [{id: b, text: B}, {id: a, text: A}]}\n";
  const std::string match =
      "- {id: m, type: match, stem: S, pairs: [{left: 1, right: x}, {left: 2, right: y}]}\n";
  const std::string crossed =
      "- {id: m, type: match, stem: S, pairs: [{left: 1, right: y}, {left: 2, right: x}]}\n";
  using Ids = std::vector<std::string>;
  CHECK(quiz::bank::changed_questions(bank(order), bank(turned)).empty());
  CHECK(quiz::bank::changed_questions(bank(match), bank(crossed)) == Ids{"m"});
  CHECK(quiz::bank::changed_questions(bank(order + match), bank(match + order)) == Ids{"o", "m"});
  CHECK(quiz::bank::changed_questions(bank(order), bank(order + match)) == Ids{"m"});
  CHECK(quiz::bank::changed_questions(bank(order + match), bank(order)) == Ids{"m"});
}

TEST_CASE("texts are written with the escapes that JSON needs and no others") {
  CHECK(canonical(bank_of(changed("\"123456\"", "\"a\\tb\\\\c/<>\\n\""))).find(R"("a\tb\\c/<>\n")") !=
        std::string::npos);
}
