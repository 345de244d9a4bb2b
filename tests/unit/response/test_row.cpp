// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/row.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/paper/paper.hpp>

#include <tests/support/sentence.hpp>
#include <tests/support/small_contest.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using quiz::Diagnostics;
using quiz::kMissing;
using quiz::kNone;
using quiz::response::AnswerCode;
using quiz::response::ColumnMap;
using quiz::response::Layout;
using quiz::response::RowReader;
using quiz::response::SheetHead;
using quiz::tests::kDrawnContest;
using quiz::tests::kFixedContest;
using quiz::tests::replaced;
using quiz::tests::sentence;
using quiz::tests::SmallContest;

using std::string_view_literals::operator""sv;

using Cells = std::vector<std::string_view>;
using Codes = std::vector<AnswerCode>;

/// Reads rows under one header.
class Rows {
 public:
  explicit Rows(const Cells& header, std::string_view contest = kFixedContest, const ColumnMap* map = nullptr,
                quiz::RoundNo only = kNone, std::string_view bank = quiz::tests::kBank)
      : all_(contest, bank),
        layout_(find(header, map)),
        reader_(all_.contest, all_.items, layout_, only) {}

  /// Why the row is refused, `none` where it is not.
  [[nodiscard]] std::string refusal(const Cells& row) const {
    SheetHead head;
    return sentence(head_of(row, head));
  }
  /// The head of a good row.
  [[nodiscard]] SheetHead head(const Cells& row) const {
    SheetHead head;
    const auto reason = head_of(row, head);
    CHECK(sentence(reason) == "none");
    return head;
  }
  /// The codes of a row on a paper of these items, choices in the order of the bank, or why it is refused.
  [[nodiscard]] std::string answers(const Cells& row, const std::vector<std::string_view>& paper) const {
    quiz::paper::Paper shown;
    for (const std::string_view item : paper) {
      quiz::paper::PaperItem& at = shown.items.emplace_back();
      at.item = all_.items.find(item);
      const quiz::bank::Item& item_shown = all_.items[at.item];
      at.choice_count =
          static_cast<std::uint8_t>(std::max(item_shown.choices.size(), item_shown.pairs.size()));
      for (std::uint8_t n = 0; n < at.choice_count; ++n) at.choices[n] = at.rights[n] = n;
    }
    Codes codes(paper.size(), 0xffff);
    quiz::TextColumn listed;
    if (const auto reason = reader_.answers(kept(row), shown, codes, listed)) return sentence(*reason);
    std::string text;
    for (const AnswerCode code : codes) text += (text.empty() ? "" : " ") + std::to_string(code);
    for (std::size_t i = 0; i < listed.size(); ++i) text.append(" | ").append(listed[i]);
    return text;
  }
  [[nodiscard]] std::string registration(const Cells& row) const {
    std::string packed = "what was there before";
    reader_.registration(kept(row), packed);
    return packed;
  }
  [[nodiscard]] std::string entrant(const Cells& row) const {
    return std::string(reader_.entrant(kept(row)));
  }

 private:
  Layout find(const Cells& header, const ColumnMap* map) const {
    Diagnostics diagnostics;
    return quiz::response::find_columns(header, "s.csv", map, all_.contest, all_.items, diagnostics).value();
  }
  [[nodiscard]] std::optional<quiz::Message> head_of(const Cells& row, SheetHead& head) const {
    return reader_.head(kept(row), head);
  }
  /// The cells of a record stand in one buffer.
  [[nodiscard]] Cells kept(const Cells& row) const {
    buffer_.clear();
    for (const std::string_view cell : row) buffer_.append(cell).append(",");
    Cells cells;
    std::size_t at = 0;
    for (const std::string_view cell : row) {
      cells.push_back(std::string_view(buffer_).substr(at, cell.size()));
      at += cell.size() + 1;
    }
    return cells;
  }

  SmallContest all_;
  Layout layout_;
  RowReader reader_;
  mutable std::string buffer_;
};

/// Milliseconds of a moment on the day of the contest, in its zone.
std::int64_t at(int hours, int minutes, int seconds = 0) {
  constexpr std::int64_t kMidnight = 1'694'278'800'000;  // 2023-09-10T00:00+07:00
  return kMidnight + (std::int64_t{hours} * 3'600 + minutes * 60 + seconds) * 1'000;
}

const Cells kTimes{"entrant", "started_at", "submitted_at", "duration_ms"};

const std::vector<std::string_view> kPaper{"q1", "q2", "q3", "q4", "q6"};

}  // namespace

TEST_CASE("a row says round, attempt, times, duration and prediction") {
  const Rows rows({"prediction", "duration_ms", "submitted_at", "started_at", "attempt", "round", "entrant"});
  const SheetHead head =
      rows.head({"1200", "300000", "2023-09-10T09:05:00+07:00", " 2023-09-10 09:00 ", "2", "w1", " E1 "});
  CHECK(head.round == 0);
  CHECK(head.attempt == 2);
  CHECK(head.started == at(9, 0));
  CHECK(head.submitted == at(9, 5));
  CHECK(head.duration == 300'000);
  CHECK(head.prediction == 1'200);
  CHECK_FALSE(head.prediction_unreadable);
  CHECK_FALSE(head.duration_contradicts);
}

TEST_CASE("what a row leaves empty is missing") {
  const Rows rows({"entrant", "round", "attempt", "started_at", "submitted_at", "duration_ms", "prediction"});
  const SheetHead head = rows.head({"E1", "", "", "", " ", "", ""});
  CHECK(head.round == 0);
  CHECK(head.attempt == 0);
  CHECK(head.started == kMissing);
  CHECK(head.submitted == kMissing);
  CHECK(head.duration == kMissing);
  CHECK(head.prediction == kMissing);
  CHECK_FALSE(head.prediction_unreadable);
}

TEST_CASE("a row with more or fewer cells than the header is refused") {
  const Rows rows({"entrant", "q1"});
  CHECK(rows.refusal({"E1"}) == "the row has 1 cells, the header 2 [intake.cells]");
  CHECK(rows.refusal({"E1", "a", ""}) == "the row has 3 cells, the header 2 [intake.cells]");
  CHECK(rows.entrant({}) == "");
}

TEST_CASE("a row that is no UTF-8 is refused, in whichever cell") {
  const Rows rows({"entrant", "q1"});
  CHECK(rows.refusal({"E1", "\xff"}) == "the row is not UTF-8 text [intake.encoding]");
  CHECK(rows.refusal({"\xe1\xba", "a"}) == "the row is not UTF-8 text [intake.encoding]");
  CHECK(rows.refusal({"Đỗ", "a"}) == "none");
}

TEST_CASE("a row with a character that no file may hold is refused, in whichever cell") {
  const Rows rows({"entrant", "q1"});
  const auto refused = [](std::string_view character) {
    return "the character " + std::string(character) + " must not stand in a row [intake.character]";
  };
  CHECK(rows.refusal({"E\0"sv, "a"}) == refused("U+0000"));
  CHECK(rows.refusal({"E1", "\x1b[31m"}) == refused("U+001B"));
  CHECK(rows.refusal({"E1", "a\x7f"}) == refused("U+007F"));
  CHECK(rows.refusal({"a long name \u202eE1", "a"}) == refused("U+202E"));
  CHECK(rows.refusal({"E\n1\t", "a"}) == "none");
}

TEST_CASE("a character cut in two by cells is no UTF-8") {
  // The bytes of both cells together, with the comma between them left out, would be one character.
  const Rows rows({"entrant", "q1"});
  CHECK(rows.refusal({"\xc4", "\x90"}) == "the row is not UTF-8 text [intake.encoding]");
}

TEST_CASE("a row without an entrant is refused") {
  const Rows rows({"entrant", "q1"});
  CHECK(rows.refusal({"", "a"}) == "the row names no entrant [intake.entrant-empty]");
  CHECK(rows.refusal({" \t", "a"}) == "the row names no entrant [intake.entrant-empty]");
}

TEST_CASE("a row of an unknown round is refused") {
  const Rows rows({"entrant", "round"});
  CHECK(rows.refusal({"E1", "w2"}) == "there is no round \"w2\" [intake.round-unknown]");
  CHECK(rows.refusal({"E1", "W1"}) == "there is no round \"W1\" [intake.round-unknown]");
}

TEST_CASE("with --round the rows are of that round and may leave it out") {
  const Rows rows({"entrant", "round"}, kFixedContest, nullptr, 0);
  CHECK(rows.head({"E1", ""}).round == 0);
  CHECK(rows.head({"E1", "w1"}).round == 0);
}

TEST_CASE("where several rounds are possible a row must say which") {
  SmallContest all(kFixedContest);
  all.contest.rounds.push_back(all.contest.rounds.front());
  all.contest.rounds.back().id.text = "w2";
  Diagnostics diagnostics;
  const Cells header{"entrant", "round"};
  const auto layout =
      quiz::response::find_columns(header, "s.csv", nullptr, all.contest, all.items, diagnostics);
  REQUIRE(layout);
  constexpr std::string_view kRecord = "E1,w1,w2";  // the cells of a record stand in one buffer
  const Cells silent{kRecord.substr(0, 2), kRecord.substr(3, 0)};
  const Cells first{kRecord.substr(0, 2), kRecord.substr(3, 2)};
  const Cells other{kRecord.substr(0, 2), kRecord.substr(6, 2)};
  SheetHead head;
  const RowReader any(all.contest, all.items, *layout, kNone);
  CHECK(sentence(any.head(silent, head)) ==
        "the row does not say which round it belongs to [intake.round-missing]");
  CHECK(sentence(any.head(other, head)) == "none");
  CHECK(head.round == 1);
  const RowReader second(all.contest, all.items, *layout, 1);
  CHECK(sentence(second.head(silent, head)) == "none");
  CHECK(head.round == 1);
  CHECK(sentence(second.head(first, head)) ==
        "the row belongs to round \"w1\", not to the one asked for [intake.round-other]");
}

TEST_CASE("attempts are 1 to 1000") {
  const Rows rows({"entrant", "attempt"});
  CHECK(rows.head({"E1", "1"}).attempt == 1);
  CHECK(rows.head({"E1", "1000"}).attempt == 1'000);
  for (const std::string_view bad : {"0", "1001", "-1", "first", "1.0", "4294967297"}) {
    CHECK(rows.refusal({"E1", bad}) ==
          "\"" + std::string(bad) + "\" is not an attempt number from 1 to 1000 [intake.attempt]");
  }
}

TEST_CASE("a time that is none is refused and says its column") {
  const Rows rows(kTimes);
  CHECK(rows.refusal({"E1", "10/09/2023 09:00", "", ""}) ==
        "\"10/09/2023 09:00\" in started_at is not a date and time [intake.time]");
  CHECK(rows.refusal({"E1", "", "2023-09-10", ""}) ==
        "\"2023-09-10\" in submitted_at is not a date and time [intake.time]");
}

TEST_CASE("a sheet from before the opening is refused, at the opening it is not") {
  const Rows rows(kTimes);
  CHECK(rows.refusal({"E1", "2023-09-10 07:59:59.999", "", ""}) ==
        "this is before the round opens [intake.before-opening]");
  CHECK(rows.refusal({"E1", "", "2023-09-10 07:59:59", ""}) ==
        "this is before the round opens [intake.before-opening]");
  CHECK(rows.head({"E1", "2023-09-10 08:00", "2023-09-10 08:00", ""}).started == at(8, 0));
}

TEST_CASE("a sheet submitted before it was started is refused") {
  const Rows rows(kTimes);
  CHECK(rows.refusal({"E1", "2023-09-10 09:00:01", "2023-09-10 09:00", ""}) ==
        "the sheet was submitted before it was started [intake.submitted-before-started]");
  CHECK(rows.refusal({"E1", "2023-09-10 09:00", "2023-09-10 09:00", ""}) == "none");
}

TEST_CASE("a duration is whole milliseconds and not beyond ten years") {
  const Rows rows(kTimes);
  CHECK(rows.head({"E1", "", "", "0"}).duration == 0);
  CHECK(rows.head({"E1", "", "", "315360000000"}).duration == 315'360'000'000);
  for (const std::string_view bad : {"-1", "315360000001", "1.5", "5m", "99999999999999999999"}) {
    CHECK(rows.refusal({"E1", "", "", bad}) ==
          "\"" + std::string(bad) + "\" is not a duration in milliseconds [intake.duration]");
  }
}

TEST_CASE("a duration contradicts the times when it is over a second away") {
  const Rows rows(kTimes);
  const auto contradicts = [&](std::string_view duration) {
    return rows.head({"E1", "2023-09-10 09:00", "2023-09-10 09:01", duration}).duration_contradicts;
  };
  CHECK_FALSE(contradicts("60000"));
  CHECK_FALSE(contradicts("61000"));
  CHECK_FALSE(contradicts("59000"));
  CHECK(contradicts("61001"));
  CHECK(contradicts("58999"));
  CHECK_FALSE(rows.head({"E1", "", "2023-09-10 09:01", "5"}).duration_contradicts);
}

TEST_CASE("a prediction that is no count leaves the sheet without one") {
  const Rows rows({"entrant", "prediction"});
  CHECK(rows.head({"E1", "0"}).prediction == 0);
  CHECK(rows.head({"E1", "21.217"}).prediction == 21'217);
  CHECK(rows.head({"E1", "21 217"}).prediction == 21'217);
  CHECK(rows.head({"E1", "5000000000"}).prediction == 5'000'000'000);
  for (const std::string_view bad : {"-5", "1.5", "many", "12,34"}) {
    const SheetHead head = rows.head({"E1", bad});
    CHECK(head.prediction == kMissing);
    CHECK(head.prediction_unreadable);
  }
}

TEST_CASE("extra time is a whole percentage from 100 to 400") {
  const Rows rows({"entrant", "time_factor"});
  CHECK(rows.refusal({"E1", ""}) == "none");
  CHECK(rows.refusal({"E1", "100"}) == "none");
  CHECK(rows.refusal({"E1", " 400 "}) == "none");
  for (const std::string_view bad : {"99", "401", "1.5", "150%"}) {
    CHECK(rows.refusal({"E1", bad}) ==
          "\"" + std::string(bad) + "\" is not a whole percentage from 100 to 400 [intake.time-factor]");
  }
}

TEST_CASE("answers are read in the order of the paper, whatever that of the columns") {
  const Rows rows({"q6", "entrant", "q3", "q1", "q2", "q4"});
  CHECK(rows.answers({"a", "E1", "false", "b", "a;c", ""}, kPaper) == "2 5 2 0 1");
  CHECK(rows.answers({"a", "E1", "false", "b", "a;c", ""}, {"q6", "q1", "q3", "q2"}) == "1 2 2 5");
}

TEST_CASE("an item that has no column is blank") {
  const Rows rows({"entrant", "q2"});
  CHECK(rows.answers({"E1", "d"}, kPaper) == "0 8 0 0 0");
}

TEST_CASE("an answer that is none of the choices refuses the row") {
  const Rows rows({"entrant", "q1", "q2"});
  CHECK(rows.answers({"E1", "d", ""}, kPaper) ==
        "\"d\" is not an answer to item small/q1 [intake.answer-unknown]");
  CHECK(rows.answers({"E1", "", "a;e"}, kPaper) ==
        "\"a;e\" is not an answer to item small/q2 [intake.answer-unknown]");
}

TEST_CASE("several answers where one is asked for refuse the row") {
  const Rows rows({"entrant", "q1", "q3"});
  CHECK(rows.answers({"E1", "a;b", ""}, kPaper) ==
        "item small/q1 has one answer, but \"a;b\" names several [intake.answer-several]");
  CHECK(rows.answers({"E1", "", "true;false"}, kPaper) ==
        "item small/q3 has one answer, but \"true;false\" names several [intake.answer-several]");
  CHECK(rows.answers({"E1", "b;b", ""}, kPaper) == "2 0 0 0 0");
}

TEST_CASE("an answer to an item that is not in the paper refuses the row") {
  const Rows rows({"entrant", "q1", "q4"});
  CHECK(rows.answers({"E1", "b", "d"}, {"q1", "q2"}) ==
        "item small/q4 is not in the paper of this attempt [intake.item-not-in-paper]");
  CHECK(rows.answers({"E1", "b", " "}, {"q1", "q2"}) == "2 0");
}

TEST_CASE("an answer to a retired item refuses the row") {
  const Rows rows({"entrant", "q1", "q5"});
  CHECK(rows.answers({"E1", "b", "a"}, kPaper) ==
        "item small/q5 is not in the paper of this attempt [intake.item-not-in-paper]");
  CHECK(rows.answers({"E1", "b", ""}, kPaper) == "2 0 0 0 0");
}

TEST_CASE("a mapped table has its answers in the order of the paper") {
  ColumnMap map;
  map.columns = {{"entrant", "id"}};
  map.items = {"a3", "a2", "a1"};
  map.answers = quiz::response::AnswerForm::letters;
  const Rows rows({"id", "a1", "a2", "a3"}, kDrawnContest, &map);
  CHECK(rows.answers({"E1", "A", "BC", "D"}, {"q4", "q2", "q1"}) == "8 6 1");
  CHECK(rows.answers({"E1", "", "", "D"}, {"q4", "q2", "q1"}) == "8 0 0");
}

TEST_CASE("answers beyond the items of a mapped paper refuse the row") {
  ColumnMap map;
  map.columns = {{"entrant", "id"}};
  map.items = {"a1", "a2", "a3"};
  const Rows rows({"id", "a1", "a2", "a3"}, kDrawnContest, &map);
  CHECK(rows.answers({"E1", "a", "a", ""}, {"q1", "q2"}) == "1 1");
  CHECK(rows.answers({"E1", "a", "", "a"}, {"q1", "q2"}) ==
        "there are answers beyond the 2 items of the paper [intake.too-many-answers]");
}

TEST_CASE("a row registers its id in NFC and its filled columns in their fixed order") {
  const Rows rows({"time_factor", "group", "entrant", "name", "phone"});
  CHECK(rows.registration({"150", "BK-01", " Đo\u0302\u0303 ", " Nguyễn An ", ""}) ==
        "Đỗ\0aNguyễn An\0bBK-01\0k150"sv);
  CHECK(rows.registration({"", "", "E1", "", ""}) == "E1");
}

TEST_CASE("a row of a roster registers its id alone") {
  const Rows rows({"entrant", "q1"}, kDrawnContest);
  CHECK(rows.registration({"E1", "a"}) == "E1");
}

namespace {

/// Rows of a contest with items of each type.
Rows rows_of_types(const ColumnMap* map = nullptr) {
  static const Cells header{"entrant", "pi", "capital", "water", "states", "letter", "sun"};
  return Rows(header, kFixedContest, map, kNone, quiz::tests::kTypesBank);
}

const std::vector<std::string_view> kTypes{"pi", "capital", "water", "states", "letter", "sun"};

}  // namespace

TEST_CASE("answers that belong into lists have the code 1 and their texts in the order of the paper") {
  const Rows rows = rows_of_types();
  CHECK(rows.answers({"E1", "3,14", "hà  nội", "s; r", "3=1;1=2", "Dear Bob,\nhello", "true"}, kTypes) ==
        "1 1 1 1 1 1 | 3,14 | hà  nội | s;r | 1=2;3=1 | Dear Bob,\nhello");
  CHECK(rows.answers({"E1", "", " x ", "", "", "", "false"}, kTypes) == "0 1 0 0 0 2 | x");
  CHECK(rows.answers({"E1", "3", "", "", "", "e", ""}, {"letter", "sun", "pi"}) == "1 0 1 | e | 3");
}

TEST_CASE("a typed answer is never refused for what it says") {
  const Rows rows = rows_of_types();
  CHECK(rows.answers({"E1", "about three", "?", "", "", "=1+1", ""}, kTypes) ==
        "1 1 0 0 1 0 | about three | ? | =1+1");
}

TEST_CASE("an order or pairs that are none, or name something twice, refuse the row") {
  const Rows rows = rows_of_types();
  CHECK(rows.answers({"E1", "", "", "r;x", "", "", ""}, kTypes) ==
        "\"r;x\" is not an answer to item small/water [intake.answer-unknown]");
  CHECK(rows.answers({"E1", "", "", "r;v;r", "", "", ""}, kTypes) ==
        "\"r;v;r\" names something twice as an answer to item small/water [intake.answer-twice]");
  CHECK(rows.answers({"E1", "", "", "", "1-1", "", ""}, kTypes) ==
        "\"1-1\" is not an answer to item small/states [intake.answer-unknown]");
  CHECK(rows.answers({"E1", "", "", "", "1=1;1=2", "", ""}, kTypes) ==
        "\"1=1;1=2\" names something twice as an answer to item small/states [intake.answer-twice]");
  CHECK(rows.answers({"E1", "", "", "", "1=2;2=2", "", ""}, kTypes) == "0 0 0 1 0 0 | 1=2;2=2");
}

TEST_CASE("a typed answer has at most 64 KiB") {
  const Rows rows = rows_of_types();
  const std::string longest(std::size_t{64} * 1024, 'x');
  CHECK(rows.answers({"E1", "", "", "", "", longest, ""}, kTypes) == "0 0 0 0 1 0 | " + longest);
  const std::string longer = longest + "x";
  CHECK(rows.answers({"E1", "", "", "", "", longer, ""}, kTypes) ==
        "the answer to item small/letter has 65,537 bytes, more than the 65,536 that are possible "
        "[intake.answer-long]");
}

TEST_CASE("hostile characters in a typed answer refuse the row") {
  CHECK(rows_of_types().refusal({"E1", "3", "a\u202Eb", "", "", "", ""}) ==
        "the character U+202E must not stand in a row [intake.character]");
}

TEST_CASE("a mapping's form of answers is that of orders and pairs too, and leaves typed ones alone") {
  ColumnMap map;
  map.columns = {{"entrant", "entrant"}};
  map.items = {"pi", "capital", "water", "states", "letter", "sun"};
  map.answers = quiz::response::AnswerForm::letters;
  const Rows rows = rows_of_types(&map);
  CHECK(rows.answers({"E1", "3", "Hue", "CAB", "A=B;B=A", "B", "B"}, kTypes) ==
        "1 1 1 1 1 2 | 3 | Hue | s;r;v | 1=2;2=1 | B");
}
