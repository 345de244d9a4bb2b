// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/render.hpp>
#include <tests/support/errors.hpp>
#include <tests/unit/report/documents.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <memory>

using quiz::Message;
using quiz::report::Cell;
using quiz::report::Document;
using quiz::report::Format;
using quiz::report::Kind;
using quiz::tests::document;
using quiz::tests::rendered;

namespace {

/// One row of every kind, and one of absent cells.
Document every_kind() {
  return document(
      {{"name"},
       {"rows", Kind::count},
       {"points", Kind::decimal},
       {"submitted_at", Kind::instant},
       {"duration_ms", Kind::duration},
       {"status", Kind::word},
       {"amount", Kind::amount},
       {"reason", Kind::message},
       {"depends", Kind::flag},
       {"tags", Kind::list}},
      {{"An", std::int64_t{21217}, "-1.5", "2023-09-10T08:00:00+07:00", std::int64_t{754'000}, "late",
        "3000000 VND", Message("response.too-late", {{"by", 3}}), false, std::vector<std::string>{"a", "b"}},
       {Cell{}, Cell{}, Cell{}, Cell{}, Cell{}, Cell{}, Cell{}, Cell{}, Cell{}, Cell{}}});
}

}  // namespace

TEST_CASE("plain has a line a row, machine values between tabs, no headings") {
  CHECK(
      rendered(every_kind(), Format::plain) ==
      "An\t21217\t-1.5\t2023-09-10T08:00:00+07:00\t754000\tlate\t3000000 VND\tresponse.too-late\tfalse\ta;b\n"
      "\t\t\t\t\t\t\t\t\t\n");
}

TEST_CASE("plain keeps a row on its line whatever stands in a cell") {
  CHECK(rendered(document({{"a"}, {"b"}}, {{"x\ty\nz", "\x1b[2J"}}), Format::plain) ==
        "x\\ty\\nz\t\\x1b[2J\n");
}

TEST_CASE("CSV has the names of the columns and machine values, quoted where needed") {
  CHECK(rendered(every_kind(), Format::csv) ==
        "name,rows,points,submitted_at,duration_ms,status,amount,reason,depends,tags\n"
        "An,21217,-1.5,2023-09-10T08:00:00+07:00,754000,late,3000000 VND,response.too-late,false,a;b\n"
        ",,,,,,,,,\n");
  CHECK(rendered(document({{"a"}, {"b"}}, {{"x,y", "say \"hi\""}}), Format::csv) ==
        "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n");
}

TEST_CASE("no text in CSV is a formula to a spreadsheet, and numbers stay numbers") {
  CHECK(rendered(document({{"name"}, {"points", Kind::decimal}}, {{"=1+1", "-1"}, {"-5", "2"}}),
                 Format::csv) == "name,points\n'=1+1,-1\n'-5,2\n");
}

TEST_CASE("a byte order mark comes only when asked for") {
  std::string out;
  quiz::report::render(document({{"a"}}, {{"x"}}), quiz::tests::english(),
                       {.format = Format::csv, .byte_order_mark = true},
                       [&](std::string_view piece) { out += piece; });
  CHECK(out ==
        "\xEF\xBB\xBF"
        "a\nx\n");
}

TEST_CASE("JSON has a row a line, decimals as text, absent cells as null") {
  CHECK(
      rendered(every_kind(), Format::json) ==
      "{\n"
      "  \"schema\": \"quiz/demo/1\",\n"
      "  \"rows\": [\n"
      "    {\"name\": \"An\", \"rows\": 21217, \"points\": \"-1.5\", \"submitted_at\": "
      "\"2023-09-10T08:00:00+07:00\", \"duration_ms\": 754000, \"status\": \"late\", \"amount\": \"3000000 "
      "VND\", \"reason\": \"response.too-late\", \"depends\": false, \"tags\": [\"a\", \"b\"]},\n"
      "    {\"name\": null, \"rows\": null, \"points\": null, \"submitted_at\": null, \"duration_ms\": null, "
      "\"status\": null, \"amount\": null, \"reason\": null, \"depends\": null, \"tags\": null}\n"
      "  ]\n"
      "}\n");
}

TEST_CASE("JSON about a contest has its id, revision and counters before the rows, further tables behind") {
  auto shown = document({{"place", Kind::count}}, {});
  shown.name = "rank";
  shown.contest = "c";
  shown.revision = 7;
  shown.provisional = true;
  shown.counters = quiz::report::Counters{4, 3, 2, 1};
  shown.numbers = {{"cut_equals", 5}};
  shown.more.push_back(quiz::report::table("vacant", {{"award"}}, {{"a"}}));
  CHECK(rendered(shown, Format::json) ==
        "{\n"
        "  \"schema\": \"quiz/rank/1\",\n"
        "  \"contest\": \"c\",\n"
        "  \"revision\": 7,\n"
        "  \"provisional\": true,\n"
        "  \"counters\": {\n"
        "    \"registered\": 4,\n"
        "    \"finished\": 3,\n"
        "    \"attempts\": 2,\n"
        "    \"all_correct\": 1\n"
        "  },\n"
        "  \"cut_equals\": 5,\n"
        "  \"rows\": [],\n"
        "  \"vacant\": [\n"
        "    {\"award\": \"a\"}\n"
        "  ]\n"
        "}\n");
}

TEST_CASE("a document may write fields of its own in place of rows") {
  auto shown = document({{"id"}}, {{"x"}});
  shown.fields = [](quiz::io::JsonWriter& json) {
    json.key("id");
    json.value("x");
  };
  CHECK(rendered(shown, Format::json) == "{\n  \"schema\": \"quiz/demo/1\",\n  \"id\": \"x\"\n}\n");
}

TEST_CASE("large answers go out piece by piece") {
  Document shown;
  shown.name = "demo";
  shown.rows = {.name = "rows", .columns = {{"place", Kind::count}}, .each = [](const auto& sink) {
                  for (std::int64_t i = 0; i < 100'000; ++i) sink(std::vector<Cell>{i});
                }};
  std::size_t pieces = 0;
  std::size_t largest = 0;
  quiz::report::render(shown, quiz::tests::english(), {.format = Format::csv}, [&](std::string_view piece) {
    ++pieces;
    largest = std::max(largest, piece.size());
  });
  CHECK(pieces > 5);
  CHECK(largest < 70'000);
}

TEST_CASE("a file gets the whole answer, and is not replaced unless asked") {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "quiz-unit-render.csv";
  std::filesystem::remove(path);
  const Document shown = document({{"a"}}, {{"x"}});
  const quiz::report::Form form{.format = Format::csv};
  const auto write = [&](bool overwrite) {
    return quiz::tests::error_of(
        [&] { quiz::report::render_file(shown, quiz::tests::english(), form, path, overwrite); });
  };
  CHECK(write(false).empty());
  CHECK(std::filesystem::file_size(path) == 4);
  CHECK(write(false) == path.string() + " exists already [file.exists]");
  CHECK(write(true).empty());
  std::filesystem::remove(path);
}
