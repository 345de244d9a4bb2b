// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/table.hpp>

#include <tests/support/errors.hpp>
#include <tests/support/findings.hpp>
#include <tests/support/temporary_folder.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using quiz::Diagnostics;
using quiz::Place;
using quiz::io::read_table;
using quiz::io::Table;
using quiz::tests::TemporaryFolder;

namespace {

/// Needs `content` to be without findings.
Table table_of(std::string_view content) {
  const TemporaryFolder folder;
  Diagnostics findings;
  std::optional<Table> table = read_table(folder.add("t.csv", content), "groups.csv", findings);
  REQUIRE(table.has_value());
  CHECK(findings.kept().empty());
  return *std::move(table);
}

/// The findings, a line each. Nothing may come back if there is one.
std::string wrong(std::string_view content) {
  const TemporaryFolder folder;
  Diagnostics findings;
  const bool is_read = read_table(folder.add("t.csv", content), "t", findings).has_value();
  CHECK(is_read != findings.has_errors());
  std::string lines;
  for (const std::string& line : quiz::tests::findings(findings)) lines += line + '\n';
  return lines;
}

}  // namespace

TEST_CASE("a table holds its cells by columns, with the line of each row") {
  const Table table = table_of("code,name\nBK,Bắc Kạn\n\n\"A,B\",\"x\ny\"\nC,\n");
  CHECK(table.file == "groups.csv");
  CHECK(table.names == std::vector<std::string>{"code", "name"});
  REQUIRE(table.rows() == 3);
  CHECK(table.lines == std::vector<std::uint32_t>{2, 4, 6});
  CHECK(table.columns[0][1] == "A,B");
  CHECK(table.columns[1][0] == "Bắc Kạn");
  CHECK(table.columns[1][1] == "x\ny");
  CHECK(table.columns[1][2].empty());
}

TEST_CASE("a table may have no rows") {
  const Table table = table_of("code;name\n");
  CHECK(table.rows() == 0);
  CHECK(table.names == std::vector<std::string>{"code", "name"});
}

TEST_CASE("names of columns and cells are trimmed, names in lower case") {
  const Table table = table_of(" Code ,\"\tPhone No\"\n BK\t,\" 1 2 \"\n");
  CHECK(table.names == std::vector<std::string>{"code", "phone no"});
  CHECK(table.columns[0][0] == "BK");
  CHECK(table.columns[1][0] == "1 2");
}

TEST_CASE("a column is found by its name") {
  const Table table = table_of("code,name\nBK,x\n");
  REQUIRE(table.find("name") != nullptr);
  CHECK((*table.find("name"))[0] == "x");
  CHECK(table.find("Name") == nullptr);
}

TEST_CASE("a place is a line and a column, or the row as a whole") {
  const Table table = table_of("code,name\nBK,x\n");
  CHECK(table.place(0, "name") == Place{"groups.csv", 2, 0, "", "name"});
  CHECK(table.place(0) == Place{"groups.csv", 2, 0, "", ""});
}

TEST_CASE("a file without a header is refused") {
  CHECK(
      wrong("") ==
      "t: error: the file is empty, though its first line should name the columns [table.header-missing]\n");
  CHECK(
      wrong("\n\r\n") ==
      "t: error: the file is empty, though its first line should name the columns [table.header-missing]\n");
}

TEST_CASE("every column has a name of its own") {
  CHECK(wrong("a,,A ,b,\n1,2,3,4,5\n") ==
        "t:1: error: the column number 2 has no name [table.column-unnamed]\n"
        "t:1: error: the column \"a\" stands twice in the header [table.column-twice]\n"
        "t:1: error: the column number 5 has no name [table.column-unnamed]\n");
}

TEST_CASE("a record has as many cells as the header") {
  CHECK(wrong("a,b\n1\n1,2\n1,2,3\n") ==
        "t:2: error: 1 cell, though the header has 2 [table.cells]\n"
        "t:4: error: 3 cells, though the header has 2 [table.cells]\n");
}

TEST_CASE("a record with broken quotes is refused, in the header too") {
  CHECK(wrong("a,b\n1,\"2\"x\n3,4\n") ==
        "t:2: error: the quotes of this record do not match, or it is over 1 MiB [table.quoting]\n");
  CHECK(wrong("a,\"b\"c\n1,2\n") ==
        "t:1: error: the quotes of this record do not match, or it is over 1 MiB [table.quoting]\n");
}

TEST_CASE("bytes that are no UTF-8 and hostile characters are refused, each with its cell") {
  CHECK(wrong("a,b\n\xE9,\"x\u202Ey\"\nok,\"\x1B\xFF\"\n") ==
        "t:2 (a): error: the byte 0xE9 is no UTF-8 [table.not-utf8]\n"
        "t:2 (b): error: the character U+202E must not stand here [table.character-hostile]\n"
        "t:3 (b): error: the byte 0xFF is no UTF-8 [table.not-utf8]\n"
        "t:3 (b): error: the character U+001B must not stand here [table.character-hostile]\n");
  CHECK(wrong("a\xFF,b\u2066\n") ==
        "t:1: error: the byte 0xFF is no UTF-8 [table.not-utf8]\n"
        "t:1: error: the character U+2066 must not stand here [table.character-hostile]\n");
}

TEST_CASE("a table in UTF-16 is named as such") {
  CHECK(wrong(std::string_view("\xFF\xFE"
                               "a\0,\0b\0\n\0",
                               10)) == "t: error: the file is in UTF-16 [table.utf16]\n");
  CHECK(wrong(std::string_view("\xFE\xFF\0a\0,\0b\0\n", 10)) ==
        "t: error: the file is in UTF-16 [table.utf16]\n");
}

TEST_CASE("a table that cannot be read ends the command") {
  const TemporaryFolder folder;
  Diagnostics findings;
  CHECK(quiz::tests::error_of([&] { (void)read_table(folder / "none.csv", "none.csv", findings); }) ==
        (folder / "none.csv").string() + " cannot be read: there is no such file [file.read-failed]");
}

TEST_CASE("a table of more than one block is read whole") {
  std::string content = "id,n\n";
  for (int i = 0; i < 10'000; ++i) content += "e" + std::to_string(i) + ',' + std::to_string(i % 7) + '\n';
  const Table table = table_of(content);
  REQUIRE(table.rows() == 10'000);
  CHECK(table.columns[0][9999] == "e9999");
  CHECK(table.columns[1][9999] == "3");
  CHECK(table.lines[9999] == 10'001);
}
