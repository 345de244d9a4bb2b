// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/columns.hpp>

#include <tests/support/findings.hpp>
#include <tests/support/small_contest.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using quiz::Diagnostics;
using quiz::kNone;
using quiz::response::AnswerForm;
using quiz::response::ColumnMap;
using quiz::response::DateOrder;
using quiz::response::Field;
using quiz::response::Layout;
using quiz::tests::kDrawnContest;
using quiz::tests::kFixedContest;
using quiz::tests::replaced;
using quiz::tests::SmallContest;

using Header = std::vector<std::string_view>;
using Texts = std::vector<std::string>;
using Named = std::vector<std::pair<std::string, std::string>>;
using Registration = std::vector<std::pair<std::string, std::uint32_t>>;

/// Where the columns are: `entrant@0 name@2 small/q1@3`; a column of the n-th item of a paper is `#n`.
std::string shown(const Layout& layout, const quiz::contest::Items& items) {
  std::string text;
  const auto add = [&](std::string_view name, std::uint32_t column) {
    if (!text.empty()) text += ' ';
    text.append(name).append("@").append(std::to_string(column));
  };
  for (std::size_t i = 0; i < layout.fields.size(); ++i) {
    if (layout.fields[i] != kNone) add(quiz::response::kFieldNames[i], layout.fields[i]);
  }
  for (const auto& [name, column] : layout.registration) add(name, column);
  for (std::size_t i = 0; i < layout.items.size(); ++i) {
    const bool by_item = layout.items[i].item != kNone;
    CHECK(by_item != layout.by_position);
    add(by_item ? items.reference(layout.items[i].item) : "#" + std::to_string(i + 1),
        layout.items[i].column);
  }
  return text;
}

/// Findings, one a line.
std::string listed(const Diagnostics& diagnostics) {
  std::string text;
  for (const std::string& line : quiz::tests::findings(diagnostics)) text += line + "\n";
  return text;
}

/// The columns of a header, or what is wrong with it.
std::string columns(const Header& header, std::string_view contest, const ColumnMap* map = nullptr) {
  const SmallContest all(contest);
  Diagnostics diagnostics;
  const auto layout =
      quiz::response::find_columns(header, "sheets.csv", map, all.contest, all.items, diagnostics);
  CHECK(layout.has_value() != diagnostics.has_errors());
  if (!layout) return listed(diagnostics);
  CHECK(layout->width == header.size());
  return shown(*layout, all.items);
}

std::optional<ColumnMap> read_map(std::string_view yaml, Diagnostics& diagnostics) {
  const auto document = quiz::io::parse_yaml("columns.yaml", std::string(yaml), diagnostics);
  return document ? quiz::response::read_column_map(*document, diagnostics) : std::nullopt;
}

std::string findings_in_map(std::string_view yaml) {
  Diagnostics diagnostics;
  const auto map = read_map(yaml, diagnostics);
  CHECK(map.has_value() != diagnostics.has_errors());
  return listed(diagnostics);
}

ColumnMap five_answers() {
  ColumnMap map;
  map.columns = {{"entrant", "Mã dự thi"}, {"submitted_at", "Nộp lúc"}};
  map.items = {"a1", "a2", "a3", "a4", "a5"};
  return map;
}

}  // namespace

TEST_CASE("our own columns are found by name in any order, items by id or with their bank") {
  CHECK(columns({"q3", "submitted_at", "entrant", "small/q1", "prediction"}, kFixedContest) ==
        "entrant@2 submitted_at@1 prediction@4 small/q3@0 small/q1@3");
}

TEST_CASE("all columns but the entrant's may be absent") {
  CHECK(columns({"entrant"}, kFixedContest) == "entrant@0");
  CHECK(columns({"round", "q1"}, kFixedContest) ==
        "sheets.csv:1: error: there is no column \"entrant\" [sheets.entrant-missing]\n");
}

TEST_CASE("names of columns are compared in NFC and without blanks at their ends") {
  CHECK(columns({" entrant", "q1\t"}, kFixedContest) == "entrant@0 small/q1@1");
}

TEST_CASE("with open registration sheets bring the columns of entrants.csv along") {
  CHECK(columns({"name", "entrant", "time_factor", "group"}, kFixedContest) ==
        "entrant@1 name@0 time_factor@2 group@3");
}

TEST_CASE("where a roster decides, sheets bring nothing of registration along") {
  CHECK(columns({"entrant", "name", "group"}, kDrawnContest) ==
        "sheets.csv:1: error: column \"name\" is about registration, which the roster decides in this "
        "contest [sheets.registration-closed]\n"
        "sheets.csv:1: error: column \"group\" is about registration, which the roster decides in this "
        "contest [sheets.registration-closed]\n");
}

TEST_CASE("a column that is neither a field nor an item is an error") {
  CHECK(columns({"entrant", "submited_at", ""}, kFixedContest) ==
        "sheets.csv:1: error: \"submited_at\" is neither a column of sheets nor an item of the contest "
        "[sheets.column-unknown]\n"
        "sheets.csv:1: error: \"\" is neither a column of sheets nor an item of the contest "
        "[sheets.column-unknown]\n");
}

TEST_CASE("an unknown column has the nearest known one as its suggestion") {
  const SmallContest all(kFixedContest);
  Diagnostics diagnostics;
  const Header header{"entrant", "submited_at"};
  CHECK_FALSE(quiz::response::find_columns(header, "s.csv", nullptr, all.contest, all.items, diagnostics));
  REQUIRE(diagnostics.kept().size() == 1);
  CHECK(diagnostics.kept()[0].message ==
        quiz::Message("sheets.column-unknown", {{"column", "submited_at"}, {"suggestion", "submitted_at"}}));
}

TEST_CASE("a column that stands twice is an error, said once") {
  CHECK(columns({"entrant", "q1", "q1", "round", "round "}, kFixedContest) ==
        "sheets.csv:1: error: the column \"q1\" stands twice [sheets.column-twice]\n"
        "sheets.csv:1: error: the column \"round\" stands twice [sheets.column-twice]\n");
}

TEST_CASE("an item that has two columns under two names is an error") {
  CHECK(columns({"entrant", "q1", "small/q1"}, kFixedContest) ==
        "sheets.csv:1: error: item small/q1 has two columns [sheets.item-twice]\n");
  CHECK(columns({"entrant", "2", "q2"}, kFixedContest) ==
        "sheets.csv:1: error: item small/q2 has two columns [sheets.item-twice]\n");
}

TEST_CASE("a header that is no UTF-8 is an error and nothing else is said") {
  CHECK(columns({"m\xe3", "q1", "q1"}, kFixedContest) ==
        "sheets.csv:1: error: the first line is not UTF-8 text [sheets.encoding]\n");
}

TEST_CASE("in a paper that everybody gets a number is the position of an item") {
  // The retired q5 has no position.
  CHECK(columns({"entrant", "1", "2", "3", "4", "5"}, kFixedContest) ==
        "entrant@0 small/q1@1 small/q2@2 small/q3@3 small/q4@4 small/q6@5");
  CHECK(columns({"entrant", "6"}, kFixedContest) ==
        "sheets.csv:1: error: \"6\" is neither a column of sheets nor an item of the contest "
        "[sheets.column-unknown]\n");
  CHECK(columns({"entrant", "0"}, kFixedContest) ==
        "sheets.csv:1: error: \"0\" is neither a column of sheets nor an item of the contest "
        "[sheets.column-unknown]\n");
}

TEST_CASE("positions go on over sections, which share no item") {
  const std::string contest = replaced(kFixedContest, "    - {bank: small, draw: all}\n",
                                       "    - {bank: small, tags: [first], draw: all}\n"
                                       "    - {bank: small, draw: all}\n");
  const std::string bank = replaced(quiz::tests::kBank, "- id: q3\n", "- id: q3\n  tags: [first]\n");
  const SmallContest all(contest, bank);
  Diagnostics diagnostics;
  const Header header{"entrant", "1", "2", "5"};
  const auto layout =
      quiz::response::find_columns(header, "s.csv", nullptr, all.contest, all.items, diagnostics);
  REQUIRE(layout);
  CHECK(shown(*layout, all.items) == "entrant@0 small/q3@1 small/q1@2 small/q6@3");
}

TEST_CASE("where papers differ a number is no position") {
  CHECK(columns({"entrant", "1"}, kDrawnContest) ==
        "sheets.csv:1: error: \"1\" is neither a column of sheets nor an item of the contest "
        "[sheets.column-unknown]\n");
}

TEST_CASE("a mapping names columns, and others are left alone") {
  const ColumnMap map = five_answers();
  CHECK(columns({"", "a1", "a2", "a3", "a4", "a5", "Nộp lúc", "Mã dự thi", "note", "note", ""}, kFixedContest,
                &map) == "entrant@7 submitted_at@6 #1@1 #2@2 #3@3 #4@4 #5@5");
}

TEST_CASE("mapped names are compared in NFC") {
  const ColumnMap map = five_answers();
  CHECK(columns({"Ma\u0303 dư\u0323 thi", "No\u0323\u0302p lu\u0301c", "a1", "a2", "a3", "a4", "a5"},
                kFixedContest, &map) == "entrant@0 submitted_at@1 #1@2 #2@3 #3@4 #4@5 #5@6");
}

TEST_CASE("a mapped column that is missing or stands twice is an error") {
  const ColumnMap map = five_answers();
  CHECK(columns({"Mã dự thi", "Nộp lúc", "a1", "a2", "a3", "a3", "a5"}, kFixedContest, &map) ==
        "sheets.csv:1: error: the column \"a3\" stands twice [sheets.column-twice]\n"
        "sheets.csv:1: error: there is no column \"a4\" [sheets.column-missing]\n");
}

TEST_CASE("a mapping has as many columns of answers as a paper has items") {
  const Header header{"Mã dự thi", "Nộp lúc", "a1", "a2", "a3", "a4", "a5", "a6"};
  ColumnMap map = five_answers();
  map.items.emplace_back("a6");
  CHECK(columns(header, kFixedContest, &map) ==
        "sheets.csv:1: error: 6 columns of answers, but no paper has more than 5 items "
        "[sheets.items-many]\n");
  map.items.resize(4);
  CHECK(columns(header, kFixedContest, &map) ==
        "sheets.csv:1: error: 4 columns of answers, but no paper has fewer than 5 items "
        "[sheets.items-few]\n");
  map.items.resize(3);
  CHECK(columns(header, kDrawnContest, &map) == "entrant@0 submitted_at@1 #1@2 #2@3 #3@4");
}

TEST_CASE("a mapping is read with its forms") {
  Diagnostics diagnostics;
  const auto map = read_map(
      "format: quiz-columns/1\n"
      "columns: {prediction: dự đoán, entrant: entrant_id, group: đơn vị}\n"
      "items: [a1, a2]\n"
      "answers: letters\n"
      "date_order: dmy\n",
      diagnostics);
  REQUIRE(map);
  CHECK(map->columns == Named{{"entrant", "entrant_id"}, {"prediction", "dự đoán"}, {"group", "đơn vị"}});
  CHECK(map->items == Texts{"a1", "a2"});
  CHECK(map->answers == AnswerForm::letters);
  CHECK(map->date_order == DateOrder::dmy);
}

TEST_CASE("without forms a mapping has ids and dates that begin with the year") {
  Diagnostics diagnostics;
  const auto map = read_map("{format: quiz-columns/1, columns: {entrant: id}, items: [a1]}", diagnostics);
  REQUIRE(map);
  CHECK(map->answers == AnswerForm::ids);
  CHECK(map->date_order == DateOrder::ymd);
}

TEST_CASE("every form and order of a mapping is known") {
  const auto read = [](std::string_view form, std::string_view order) {
    Diagnostics diagnostics;
    return read_map("{format: quiz-columns/1, columns: {entrant: id}, items: [a1], answers: " +
                        std::string(form) + ", date_order: " + std::string(order) + "}",
                    diagnostics)
        .value();
  };
  CHECK(read("ids", "ymd").answers == AnswerForm::ids);
  CHECK(read("letters", "ymd").answers == AnswerForm::letters);
  CHECK(read("numbers", "ymd").answers == AnswerForm::numbers);
  CHECK(read("texts", "ymd").answers == AnswerForm::texts);
  CHECK(read("ids", "ymd").date_order == DateOrder::ymd);
  CHECK(read("ids", "dmy").date_order == DateOrder::dmy);
  CHECK(read("ids", "mdy").date_order == DateOrder::mdy);
}

TEST_CASE("everything that is wrong in a mapping is said in one run") {
  CHECK(findings_in_map("format: quiz-columns/2\n"
                        "columns: {group: g, entrent: id}\n"
                        "items: [a1, [a2], a1, g]\n"
                        "answers: letter\n"
                        "date_order: ydm\n"
                        "separator: ;\n") ==
        "columns.yaml:1:9: error: \"quiz-columns/2\" is no value of \"format\" [columns.word-unknown]\n"
        "columns.yaml:2:21: error: \"entrent\" is not a field of the columns of a mapping "
        "[columns.field-unknown]\n"
        "columns.yaml:2:10: error: the mapping does not name the column of entrant ids "
        "[columns.entrant-missing]\n"
        "columns.yaml:3:13: error: \"items\" holds no text [columns.not-text]\n"
        "columns.yaml:3:19: error: the column \"a1\" is used twice [columns.column-twice]\n"
        "columns.yaml:3:23: error: the column \"g\" is used twice [columns.column-twice]\n"
        "columns.yaml:4:10: error: \"letter\" is no value of \"answers\" [columns.word-unknown]\n"
        "columns.yaml:5:13: error: \"ydm\" is no value of \"date_order\" [columns.word-unknown]\n"
        "columns.yaml:6:1: error: \"separator\" is not a field of a mapping of columns "
        "[columns.field-unknown]\n");
}

TEST_CASE("a mapping needs its format, its columns and its items") {
  CHECK(findings_in_map("answers: ids\n") ==
        "columns.yaml:1:1: error: \"format\" is missing in a mapping of columns [columns.field-missing]\n"
        "columns.yaml:1:1: error: \"columns\" is missing in a mapping of columns [columns.field-missing]\n"
        "columns.yaml:1:1: error: \"items\" is missing in a mapping of columns [columns.field-missing]\n");
  CHECK(findings_in_map("{format: quiz-columns/1, columns: [id], items: {a: 1}}") ==
        "columns.yaml:1:35: error: the columns of a mapping must have fields [columns.not-mapping]\n"
        "columns.yaml:1:48: error: \"items\" is no list [columns.not-list]\n");
  CHECK(findings_in_map("[]") ==
        "columns.yaml:1:1: error: a mapping of columns must have fields [columns.not-mapping]\n");
}
