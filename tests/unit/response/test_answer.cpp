// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/answer.hpp>

#include <tests/support/small_contest.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using quiz::Hash128;
using quiz::HashKey;
using quiz::ItemNo;
using quiz::kMissing;
using quiz::bank::Item;
using quiz::response::AnswerCode;
using quiz::response::AnswerForm;
using quiz::response::sheet_digest;

/// Reads answers to the items of the small bank.
class Answers {
 public:
  explicit Answers(std::string_view bank = quiz::tests::kBank) : all_(quiz::tests::kFixedContest, bank) {}

  /// The ids of the choices that `text` names, or `none` where it is no answer. `shown`: the ids in
  /// the order in which the entrant saw them, empty for that of the bank.
  std::string operator()(std::string_view item, std::string_view text, AnswerForm form,
                         std::string_view shown = {}) const {
    const ItemNo no = all_.items.find(item);
    const auto code = parse_answer(text, all_.items[no], paper_item(no, shown), form);
    return code == 0 ? "none" : chosen(all_.items[no], code);
  }

 private:
  quiz::paper::PaperItem paper_item(ItemNo no, std::string_view shown) const {
    const Item& item = all_.items[no];
    quiz::paper::PaperItem result;
    result.item = no;
    result.choice_count = static_cast<std::uint8_t>(item.choices.size());
    for (std::size_t n = 0; n < item.choices.size(); ++n) {
      std::size_t choice = n;
      while (!shown.empty() && item.choices[choice].id != shown.substr(n, 1))
        choice = (choice + 1) % item.choices.size();
      result.choices[n] = static_cast<std::uint8_t>(choice);
    }
    return result;
  }

  static std::string chosen(const Item& item, AnswerCode code) {
    std::string ids;
    for (std::size_t i = 0; i < item.choices.size(); ++i) {
      if ((code >> i & 1) != 0) ids += (ids.empty() ? "" : ";") + item.choices[i].id;
    }
    return ids;
  }

  quiz::tests::SmallContest all_;
};

constexpr HashKey kKey{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

}  // namespace

TEST_CASE("ids name choices whatever order they were shown in") {
  const Answers answer;
  CHECK(answer("q1", "b", AnswerForm::ids) == "b");
  CHECK(answer("q1", "b", AnswerForm::ids, "cba") == "b");
  CHECK(answer("q2", "a;c", AnswerForm::ids) == "a;c");
  CHECK(answer("q2", "c;a", AnswerForm::ids) == "a;c");
  CHECK(answer("q2", " a ; d ", AnswerForm::ids) == "a;d");
  CHECK(answer("q2", "a;a", AnswerForm::ids) == "a");
  CHECK(answer("q3", "true", AnswerForm::ids) == "true");
  CHECK(answer("q3", "false", AnswerForm::ids) == "false");
}

TEST_CASE("true and false may have the capitals that spreadsheets give them") {
  const Answers answer;
  CHECK(answer("q3", "TRUE", AnswerForm::ids) == "true");
  CHECK(answer("q3", "FALSE", AnswerForm::ids) == "false");
  CHECK(answer("q1", "B", AnswerForm::ids) == "none");
}

TEST_CASE("what is no id of the item is no answer") {
  const Answers answer;
  CHECK(answer("q1", "d", AnswerForm::ids) == "none");
  CHECK(answer("q1", "ab", AnswerForm::ids) == "none");
  CHECK(answer("q2", "a;x", AnswerForm::ids) == "none");
  CHECK(answer("q2", "a,c", AnswerForm::ids) == "none");
  CHECK(answer("q2", "a;", AnswerForm::ids) == "none");
  CHECK(answer("q2", ";", AnswerForm::ids) == "none");
  CHECK(answer("q3", "a", AnswerForm::ids) == "none");
}

TEST_CASE("letters count choices as the entrant saw them") {
  const Answers answer;
  CHECK(answer("q1", "A", AnswerForm::letters) == "a");
  CHECK(answer("q1", "A", AnswerForm::letters, "cab") == "c");
  CHECK(answer("q1", "b", AnswerForm::letters, "cab") == "a");
  CHECK(answer("q3", "A", AnswerForm::letters) == "true");
  CHECK(answer("q3", "B", AnswerForm::letters) == "false");
}

TEST_CASE("several letters stand together or are joined by semicolons, commas and blanks") {
  const Answers answer;
  CHECK(answer("q2", "AC", AnswerForm::letters) == "a;c");
  CHECK(answer("q2", "A;C", AnswerForm::letters) == "a;c");
  CHECK(answer("q2", "A, c", AnswerForm::letters) == "a;c");
  CHECK(answer("q2", "c a", AnswerForm::letters) == "a;c");
  CHECK(answer("q2", "AC", AnswerForm::letters, "dcba") == "b;d");
  CHECK(answer("q2", "ABCD", AnswerForm::letters) == "a;b;c;d");
  CHECK(answer("q2", "A;", AnswerForm::letters) == "a");
}

TEST_CASE("letters beyond the choices and signs alone are no answer") {
  const Answers answer;
  CHECK(answer("q1", "D", AnswerForm::letters) == "none");
  CHECK(answer("q2", "AE", AnswerForm::letters) == "none");
  CHECK(answer("q2", "A.", AnswerForm::letters) == "none");
  CHECK(answer("q2", ";", AnswerForm::letters) == "none");
  CHECK(answer("q2", "Á", AnswerForm::letters) == "none");
  CHECK(answer("q2", "1", AnswerForm::letters) == "none");
}

TEST_CASE("numbers count choices as the entrant saw them, from 1") {
  const Answers answer;
  CHECK(answer("q1", "1", AnswerForm::numbers) == "a");
  CHECK(answer("q1", "3", AnswerForm::numbers, "cab") == "b");
  CHECK(answer("q2", "1;3", AnswerForm::numbers) == "a;c");
  CHECK(answer("q2", "4; 1", AnswerForm::numbers, "dcba") == "a;d");
}

TEST_CASE("numbers beyond the choices are no answer") {
  const Answers answer;
  CHECK(answer("q1", "0", AnswerForm::numbers) == "none");
  CHECK(answer("q1", "4", AnswerForm::numbers) == "none");
  CHECK(answer("q1", "-1", AnswerForm::numbers) == "none");
  CHECK(answer("q1", "1.0", AnswerForm::numbers) == "none");
  CHECK(answer("q1", "99999999999999999999", AnswerForm::numbers) == "none");
  CHECK(answer("q2", "1,3", AnswerForm::numbers) == "none");
}

TEST_CASE("texts name choices in any language of the bank, capitals and blanks apart") {
  const Answers answer;
  CHECK(answer("q1", "Bốn", AnswerForm::texts) == "b");
  CHECK(answer("q1", "  bỐN ", AnswerForm::texts) == "b");
  CHECK(answer("q1", "four", AnswerForm::texts, "cba") == "b");
  CHECK(answer("q2", "one;BA", AnswerForm::texts) == "a;c");
  CHECK(answer("q1", "bon", AnswerForm::texts) == "none");
  CHECK(answer("q1", "six", AnswerForm::texts) == "none");
}

TEST_CASE("a text in the decomposed form is the same text") {
  const Answers answer;
  CHECK(answer("q1", "Bo\u0302\u0301n", AnswerForm::texts) == "b");
}

TEST_CASE("a text that holds a semicolon is one choice") {
  const Answers answer;
  CHECK(answer("q2", "bốn; tư", AnswerForm::texts) == "d");
  CHECK(answer("q2", "một;four", AnswerForm::texts) == "a;d");
}

TEST_CASE("the words for true and false are known in four languages") {
  const Answers answer;
  for (const char* word : {"true", "TRUE", "đúng", "Đúng", "ĐÚNG", "ถูก", "ຖືກ"})
    CHECK(answer("q3", word, AnswerForm::texts) == "true");
  for (const char* word : {"false", "sai", "Sai", "ผิด", "ຜິດ"})
    CHECK(answer("q3", word, AnswerForm::texts) == "false");
  CHECK(answer("q3", "dung", AnswerForm::texts) == "none");
  CHECK(answer("q3", "true;false", AnswerForm::texts) == "true;false");
}

TEST_CASE("capitals decide between choices that differ in nothing else, or nothing does") {
  const Answers answer(quiz::tests::replaced(quiz::tests::kBank, R"({id: b, text: "100"})",
                                             R"({id: b, text: {vi: "HTTP", en: "sixty"}}
  - {id: c, text: {vi: "http", en: "Sixty"}})"));
  CHECK(answer("q6", "http", AnswerForm::texts) == "c");
  CHECK(answer("q6", "HTTP", AnswerForm::texts) == "b");
  CHECK(answer("q6", "Http", AnswerForm::texts) == "none");
  CHECK(answer("q6", "sixty", AnswerForm::texts) == "b");
}

TEST_CASE("a text that stands for two choices in two languages names neither") {
  const Answers answer(quiz::tests::replaced(quiz::tests::kBank, R"({id: b, text: "100"})",
                                             R"({id: b, text: {vi: "sai", en: "no"}}
  - {id: c, text: {vi: "no", en: "full"}})"));
  CHECK(answer("q6", "no", AnswerForm::texts) == "none");
  CHECK(answer("q6", "full", AnswerForm::texts) == "c");
}

// The digests below were made by another implementation of SipHash from the definition in
// docs/formats/store.md.
TEST_CASE("a sheet digest is over entrant, round, submission, items and codes") {
  const std::vector<AnswerCode> fixed{2, 5, 1, 0, 1};
  CHECK(sheet_digest(kKey, "E1", "w1", 1'694'307'600'000, {}, fixed) ==
        Hash128{0x8714802fdf2f86dd, 0x73cd475af806f692});
  const std::vector<ItemNo> items{3, 0, 5};
  const std::vector<AnswerCode> codes{8, 2, 1};
  CHECK(sheet_digest(kKey, "E1", "w1", kMissing, items, codes) ==
        Hash128{0xe4342d924702b592, 0x3fda88e06e237484});
}

TEST_CASE("a sheet digest is over the texts of answers in lists, not over their codes") {
  const std::vector<AnswerCode> codes{2, 5, 1, 0, 1, 1, 1};
  quiz::TextColumn listed;
  listed.push_back("of a sheet before");
  listed.push_back("Hà Nội");
  listed.push_back("2=1");
  const Hash128 digest = sheet_digest(kKey, "E1", "w1", 1'694'307'600'000, {}, codes, listed, 1);
  CHECK(digest == Hash128{0x7748271ea05b4be6, 0xb1d80a5f54a193a2});
  CHECK(digest != sheet_digest(kKey, "E1", "w1", 1'694'307'600'000, {}, codes, listed, 0));
  quiz::TextColumn shifted;
  shifted.push_back("Hà Nội2");
  shifted.push_back("=1");
  CHECK(digest != sheet_digest(kKey, "E1", "w1", 1'694'307'600'000, {}, codes, shifted, 0));
}

TEST_CASE("sheets that differ in any part of their digest are two") {
  const std::vector<AnswerCode> codes{1, 2};
  const std::vector<AnswerCode> others{1, 3};
  const Hash128 digest = sheet_digest(kKey, "E1", "w1", 5, {}, codes);
  CHECK(digest == sheet_digest(kKey, "E1", "w1", 5, {}, codes));
  CHECK(digest != sheet_digest(kKey, "E2", "w1", 5, {}, codes));
  CHECK(digest != sheet_digest(kKey, "E1", "w2", 5, {}, codes));
  CHECK(digest != sheet_digest(kKey, "E1w", "1", 5, {}, codes));
  CHECK(digest != sheet_digest(kKey, "E1", "w1", 6, {}, codes));
  CHECK(digest != sheet_digest(kKey, "E1", "w1", 5, {}, others));
  CHECK(digest != sheet_digest(HashKey{}, "E1", "w1", 5, {}, codes));
}
