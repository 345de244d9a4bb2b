// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/csv.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using quiz::io::CsvWriter;

namespace {

/// One record of text cells.
std::string written(const std::vector<std::string_view>& cells) {
  std::string out;
  CsvWriter writer([&](std::string_view text) { out += text; });
  for (const std::string_view cell : cells) writer.text(cell);
  writer.end_record();
  return out;
}

}  // namespace

TEST_CASE("cells are written with commas between them and a line feed after them") {
  CHECK(written({"a", "b", ""}) == "a,b,\n");
  CHECK(written({"", ""}) == ",\n");
}

TEST_CASE("a record of one empty cell is told from an empty line") { CHECK(written({""}) == "\"\"\n"); }

TEST_CASE("a cell is put in quotes where it needs them and only there") {
  CHECK(written({"a,b", "say \"hi\"", "one\ntwo", "c\rd"}) ==
        "\"a,b\",\"say \"\"hi\"\"\",\"one\ntwo\",\"c\rd\"\n");
  CHECK(written({" a", "b ", "c\t"}) == "\" a\",\"b \",\"c\t\"\n");
  CHECK(written({"a b", "c;d", "Nguyễn Thị Mỹ"}) == "a b,c;d,Nguyễn Thị Mỹ\n");
}

TEST_CASE("a text that a spreadsheet would calculate gets an apostrophe") {
  CHECK(written({"=1+1", "+84", "-5", "@x"}) == "'=1+1,'+84,'-5,'@x\n");
  CHECK(written({"\tx", "\rx"}) == "'\tx,\"'\rx\"\n");
  CHECK(written({"＝1", "＋1", "－1", "＠x"}) == "'＝1,'＋1,'－1,'＠x\n");
  CHECK(written({"=\"a\",b"}) == "\"'=\"\"a\"\",b\"\n");
  CHECK(written({"a=b", "1-2"}) == "a=b,1-2\n");
}

TEST_CASE("a number is written as it is") {
  std::string out;
  CsvWriter writer([&](std::string_view text) { out += text; });
  writer.verbatim("-5");
  writer.verbatim("3.25");
  writer.verbatim("");
  writer.end_record();
  writer.text("x");
  writer.end_record();
  CHECK(out == "-5,3.25,\nx\n");
}

TEST_CASE("a text for programs is put in quotes where it needs them but gets no apostrophe") {
  std::string out;
  CsvWriter writer([&](std::string_view text) { out += text; });
  writer.verbatim("=1+1");
  writer.verbatim("a,b");
  writer.end_record();
  CHECK(out == "=1+1,\"a,b\"\n");
}

TEST_CASE("a byte order mark comes first, once") {
  std::string out;
  CsvWriter writer([&](std::string_view text) { out += text; }, true);
  writer.text("");
  writer.end_record();
  writer.text("b");
  writer.end_record();
  CHECK(out == "\xEF\xBB\xBF\"\"\nb\n");
}
