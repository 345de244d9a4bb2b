// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/render.hpp>
#include <tests/unit/report/documents.hpp>

#include <doctest/doctest.h>

#include <cstdint>

using quiz::Message;
using quiz::report::Cell;
using quiz::report::Document;
using quiz::report::Format;
using quiz::report::Kind;
using quiz::tests::document;
using quiz::tests::rendered;
using quiz::tests::vietnamese;

namespace {

std::string table(const Document& shown, std::size_t width = 0) {
  return rendered(shown, Format::table, quiz::tests::english(), width);
}

}  // namespace

TEST_CASE("texts stand on the left, numbers on the right, and no line ends in blanks") {
  const auto shown = document({{"entrant"}, {"points", Kind::decimal}, {"name"}},
                              {{"E1", "9.5", "An"}, {"E20", "10", Cell{}}});
  CHECK(table(shown) ==
        "entrant  points  name\n"
        "E1          9.5  An\n"
        "E20          10\n");
}

TEST_CASE("numbers, times, words and flags are written in the language of the reader") {
  const auto shown =
      document({{"rows", Kind::count},
                {"points", Kind::decimal},
                {"submitted_at", Kind::instant},
                {"duration_ms", Kind::duration},
                {"difficulty", Kind::word},
                {"amount", Kind::amount},
                {"depends", Kind::flag},
                {"tags", Kind::list},
                {"reason", Kind::message}},
               {{std::int64_t{21217}, "1234.5", "2023-09-10T08:00:00+07:00", std::int64_t{754'000}, "hard",
                 "3000000 VND", true, std::vector<std::string>{"a", "b"}, Message("word.mean")}});
  CHECK(table(shown) ==
        "  rows   points  submitted                    time taken  difficulty         amount  depends  tags  "
        "reason\n"
        "21,217  1,234.5  10 September 2023, 08:00:00       12:34  hard        3,000,000 VND  yes      a, b  "
        "mean\n");
  CHECK(rendered(shown, Format::table, vietnamese()).find("21.217") != std::string::npos);
}

TEST_CASE("several words are each written in the language of the reader, and cut like a text") {
  const auto shown =
      document({{"name"}, {"evidence", Kind::words}},
               {{"An", std::vector<std::string>{"late", "unheard-of", "over"}}, {"Bo", Cell{}}});
  CHECK(table(shown) ==
        "name  evidence\n"
        "An    late, unheard-of, too many attempts\n"
        "Bo\n");
  CHECK(rendered(shown, Format::table, vietnamese()).find("nộp muộn, unheard-of, vượt số lượt") !=
        std::string::npos);
  CHECK(rendered(shown, Format::csv) ==
        "name,evidence\n"
        "An,late;unheard-of;over\n"
        "Bo,\n");
  CHECK(table(shown, 16) ==
        "name  evidence\n"
        "An    late, unh…\n"
        "Bo\n");
}

TEST_CASE("a word that the catalogue lacks and a time that is none are shown as they are") {
  const auto shown = document({{"status", Kind::word}, {"opens", Kind::instant}}, {{"unheard-of", "soon"}});
  CHECK(table(shown) ==
        "status      opens\n"
        "unheard-of  soon\n");
}

TEST_CASE("a column that organisers named is its own heading, made visible") {
  const auto shown = document({{"school\x1b[31m"}}, {{"x"}});
  CHECK(table(shown) ==
        "school\\x1b[31m\n"
        "x\n");
}

TEST_CASE("columns are aligned by the cells that a terminal takes, not by characters") {
  const auto shown = document({{"name"}, {"points", Kind::decimal}},
                              {{"น้ำใจ", "1"}, {"ທ້າວ ບຸນມີ", "2"}, {"漢字", "3"}, {"Nguyễn Văn An", "4"}});
  CHECK(table(shown) ==
        "name           points\n"
        "น้ำใจ                1\n"
        "ທ້າວ ບຸນມີ             2\n"
        "漢字                3\n"
        "Nguyễn Văn An       4\n");
}

TEST_CASE("a table that is too wide has its widest texts cut, never its numbers") {
  const auto shown = document({{"entrant"}, {"name"}, {"points", Kind::count}},
                              {{"E1", "Công Tằng Tôn Nữ Thị Hoàng Anh", std::int64_t{123456789}}});
  CHECK(table(shown, 40) ==
        "entrant  name                     points\n"
        "E1       Công Tằng Tôn Nữ…   123,456,789\n");
  CHECK(table(shown, 200) == table(shown));
  CHECK(table(shown, 10) ==
        "entrant  name           points\n"
        "E1       Công Tằ…  123,456,789\n");
}

TEST_CASE("hostile characters, tabs and newlines in cells are escapes") {
  const auto shown = document({{"name"}, {"tags", Kind::list}},
                              {{"a\tb\nc\x1b]0;x\x07", std::vector<std::string>{"\xff", "\u202egpj"}}});
  CHECK(table(shown) ==
        "name                 tags\n"
        "a\\tb\\nc\\x1b]0;x\\x07  \\xff, \\u202egpj\n");
}

TEST_CASE("a document about a contest begins with its title, what it is and the counters") {
  auto shown = document({{"place", Kind::count}}, {{std::int64_t{1}}});
  shown.name = "rank";
  shown.contest = "c";
  shown.title.texts = {{quiz::text::Language::vi, "Cuộc thi"}, {quiz::text::Language::en, "Contest"}};
  shown.provisional = true;
  shown.counters = quiz::report::Counters{21217, 20000, 30000, 12};
  CHECK(table(shown) ==
        "Contest: Ranking of entrants (provisional)\n"
        "registered 21,217, finished 20,000, attempts 30,000, all correct 12\n"
        "\n"
        "place\n"
        "    1\n");
}

TEST_CASE("further tables stand below under their names, those without rows not at all") {
  auto shown = document({{"bank"}}, {{"b"}});
  shown.more.push_back(quiz::report::table("skills", {{"skill"}}, {{"s"}}));
  shown.more.push_back(quiz::report::table("tags", {{"tag"}}, {}));
  CHECK(table(shown) ==
        "bank\n"
        "b\n"
        "\n"
        "skills:\n"
        "skill\n"
        "s\n");
}

TEST_CASE("a table without rows says so") {
  CHECK(table(document({{"bank"}, {"item"}}, {})) ==
        "bank  item\n"
        "(nothing to list)\n");
}

TEST_CASE("a record is a line a column, absent values left out and nothing cut") {
  auto shown = document({{"bank"}, {"points", Kind::decimal}, {"media"}}, {{"a bank", "1.5", Cell{}}});
  shown.rows.is_record = true;
  CHECK(table(shown, 5) ==
        "bank     a bank\n"
        "points   1.5\n");
}

TEST_CASE("rows stream: they are asked for twice and never kept") {
  int passes = 0;
  Document shown;
  shown.name = "demo";
  shown.rows = {.name = "rows", .columns = {{"place", Kind::count}}, .each = [&](const auto& sink) {
                  ++passes;
                  for (std::int64_t i = 1; i <= 3; ++i) sink(std::vector<Cell>{i});
                }};
  CHECK(table(shown) == "place\n    1\n    2\n    3\n");
  CHECK(passes == 2);
}
