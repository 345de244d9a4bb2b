// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/csv.hpp>

#include <tests/support/temporary_folder.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using quiz::io::CsvBlock;
using quiz::io::CsvReader;
using quiz::io::InputFile;
using quiz::tests::TemporaryFolder;

namespace {

/// A record as the tests compare it: its line, `!` where it is malformed, its cells between bars.
std::string shown(const CsvBlock& block, std::size_t i) {
  std::string text =
      std::to_string(block.lines[i]) + (block.malformed[i] != quiz::io::Malformed::no ? "!" : "") + '|';
  for (const std::string_view cell : block.record(i)) text += std::string(cell) + '|';
  return text;
}

std::vector<std::string> records_of(std::string_view content, std::size_t most = 4096) {
  const TemporaryFolder folder;
  CsvReader reader{InputFile(folder.add("table.csv", content))};
  std::vector<std::string> records;
  CsvBlock block;
  while (reader.next(block, most)) {
    CHECK(block.size() <= most);
    for (std::size_t i = 0; i < block.size(); ++i) records.push_back(shown(block, i));
  }
  CHECK(reader.position() == content.size());
  return records;
}

char separator_of(std::string_view content) {
  const TemporaryFolder folder;
  return CsvReader(InputFile(folder.add("table.csv", content))).separator();
}

using Records = std::vector<std::string>;

/// The rules once more, a character at a time and with the whole file in hand.
class PlainReader {
 public:
  explicit PlainReader(std::string_view text) : text_(text) {}

  Records read() {
    while (at_ < text_.size()) {
      const std::size_t newline = std::min(text_.find('\n', at_), text_.size());
      if (without_return(text_.substr(at_, newline - at_)).empty()) {
        ++line_;
        at_ = newline + 1;
      } else if (!read_record()) {
        read_broken(newline);
      }
    }
    return std::move(records_);
  }

 private:
  static std::string_view without_return(std::string_view text) {
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    return text;
  }

  bool read_record() {
    std::string record = std::to_string(line_) + '|';
    std::size_t at = at_;
    while (true) {
      std::string cell;
      if (at < text_.size() && text_[at] == '"') {
        for (++at; at < text_.size(); ++at) {
          if (text_[at] == '"' && !text_.substr(at + 1).starts_with('"')) break;
          if (text_[at] == '"') ++at;
          cell += text_[at];
        }
        if (at >= text_.size()) return false;
        ++at;
      } else {
        while (at < text_.size() && text_[at] != ',' && text_[at] != '\n') cell += text_[at++];
        if (cell.find('"') != std::string::npos) return false;
        if (at == text_.size() || text_[at] == '\n') cell = without_return(cell);
      }
      record += cell + '|';
      if (at < text_.size() && text_[at] == ',') {
        ++at;
        continue;
      }
      if (text_.substr(at).starts_with("\r\n") || text_.substr(at) == "\r") ++at;
      if (at < text_.size() && text_[at] != '\n') return false;
      at = std::min(at + 1, text_.size());
      for (; at_ < at; ++at_) line_ += text_[at_] == '\n' ? 1U : 0U;
      records_.push_back(std::move(record));
      return true;
    }
  }

  void read_broken(std::size_t newline) {
    std::string record = std::to_string(line_++) + "!|";
    for (const char c : without_return(text_.substr(at_, newline - at_))) record += c == ',' ? '|' : c;
    records_.push_back(record + '|');
    at_ = newline + 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  Records records_;
};

/// Text of the characters that matter, the same in every run; `plain` letters to each of the others.
std::string made_up(std::uint32_t seed, std::size_t size, std::uint32_t plain) {
  constexpr std::string_view kMarks = ",,,\n\r\"";
  std::string text = "a,b\n";
  while (text.size() < size) {
    seed = seed * 1664525 + 1013904223;
    const std::uint32_t draw = (seed >> 8U) % (plain + static_cast<std::uint32_t>(kMarks.size()));
    text += draw < kMarks.size() ? kMarks[draw] : 'x';
  }
  return text;
}

/// The first record that the two do not share, both times; empty: they are equal.
std::string first_difference(const Records& found, const Records& expected) {
  const auto [a, b] = std::ranges::mismatch(found, expected);
  if (a == found.end() && b == expected.end()) return {};
  return (a == found.end() ? "none" : *a) + " instead of " + (b == expected.end() ? "none" : *b);
}

}  // namespace

TEST_CASE("records are lines and cells stand between commas") {
  CHECK(records_of("a,b,c\n1,,3\n,,\n") == Records{"1|a|b|c|", "2|1||3|", "3||||"});
}

TEST_CASE("an empty file has no records") { CHECK(records_of("").empty()); }

TEST_CASE("the last line needs no line end") {
  CHECK(records_of("a,b\n1,2") == Records{"1|a|b|", "2|1|2|"});
  CHECK(records_of("a,b\n1,") == Records{"1|a|b|", "2|1||"});
  CHECK(records_of("a,b\n1,\"2\"") == Records{"1|a|b|", "2|1|2|"});
  CHECK(records_of("a,b\r\n1,2\r") == Records{"1|a|b|", "2|1|2|"});
}

TEST_CASE("line ends may be LF and CR LF in one file") {
  CHECK(records_of("a,b\r\n1,2\n\"3\",\"4\"\r\n5,6\r\n") == Records{"1|a|b|", "2|1|2|", "3|3|4|", "4|5|6|"});
}

TEST_CASE("a CR within a line is text") { CHECK(records_of("a\rb,c\n") == Records{"1|a\rb|c|"}); }

TEST_CASE("empty lines are no records, but count as lines") {
  CHECK(records_of("\n\r\na,b\n\n\n1,2\n\r\n") == Records{"3|a|b|", "6|1|2|"});
  CHECK(records_of("\n\n\n").empty());
}

TEST_CASE("a line of blanks or of an empty text in quotes is a record") {
  CHECK(records_of("a\n  \n\"\"\n") == Records{"1|a|", "2|  |", "3||"});
}

TEST_CASE("a byte order mark is no text") {
  CHECK(records_of("\xEF\xBB\xBF"
                   "a,b\n") == Records{"1|a|b|"});
  CHECK(records_of("\xEF\xBB\xBF").empty());
}

TEST_CASE("a cell in quotes holds separators, line ends and doubled quotes") {
  CHECK(records_of("\"a,b\",\"c\nd\",\"say \"\"hi\"\"\"\nx,y,z\n") ==
        Records{"1|a,b|c\nd|say \"hi\"|", "3|x|y|z|"});
  CHECK(records_of("\"\"\"\",\"\"\"\"\"\",a\n") == Records{"1|\"|\"\"|a|"});
  CHECK(records_of("a,\"x\r\ny\"\r\n1,2\n") == Records{"1|a|x\r\ny|", "3|1|2|"});
}

TEST_CASE("blanks around cells are kept") { CHECK(records_of("a, b ,c\n") == Records{"1|a| b |c|"}); }

TEST_CASE("a quote inside of a cell without quotes breaks its record only") {
  CHECK(records_of("a,b\n5\" disk,1\n2,3\n") == Records{"1|a|b|", "2!|5\" disk|1|", "3|2|3|"});
  CHECK(records_of("a,b\n1, \"2\"\n2,3\n") == Records{"1|a|b|", "2!|1| \"2\"|", "3|2|3|"});
}

TEST_CASE("text after a closing quote breaks its record only") {
  CHECK(records_of("a,b\n\"1\"x,2\n3,4\n") == Records{"1|a|b|", "2!|\"1\"x|2|", "3|3|4|"});
  CHECK(records_of("a,b\n\"1\" ,2\n3,4\n") == Records{"1|a|b|", "2!|\"1\" |2|", "3|3|4|"});
  CHECK(records_of("a,b\n\"1\"\r,2\n3,4\n") == Records{"1|a|b|", "2!|\"1\"\r|2|", "3|3|4|"});
}

TEST_CASE("a quote that is never closed breaks one line, not all that follow") {
  CHECK(records_of("a,b\n1,\"2\n3,4\n5,6") == Records{"1|a|b|", "2!|1|\"2|", "3|3|4|", "4|5|6|"});
  CHECK(records_of("a,b\n1,\"2\n3,\"4\"\n5,6\n") == Records{"1|a|b|", "2!|1|\"2|", "3|3|4|", "4|5|6|"});
  CHECK(records_of("a\n\"") == Records{"1|a|", "2!|\"|"});
}

TEST_CASE("the separator is the most frequent of comma, semicolon and tab in the first line") {
  CHECK(separator_of("a,b;c\n") == ',');
  CHECK(separator_of("a;b;c,d\n") == ';');
  CHECK(separator_of("a\tb\n") == '\t');
  CHECK(separator_of("a\n1;2\n") == ',');
  CHECK(separator_of("") == ',');
  CHECK(separator_of("\r\n\na;b\n") == ';');
}

TEST_CASE("what stands in quotes does not decide the separator") {
  CHECK(separator_of("\"a,b,c\";\"d,\n,,,e\";f\n") == ';');
}

TEST_CASE("cells are cut at the separator found") {
  CHECK(records_of("a;b\n1,5;\"2;3\"\n") == Records{"1|a|b|", "2|1,5|2;3|"});
  CHECK(records_of("a\tb\n1\t\n") == Records{"1|a|b|", "2|1||"});
}

TEST_CASE("bytes that are no UTF-8 and zero bytes pass through") {
  CHECK(records_of(std::string_view("a,b\n\xFF\0,\xC3\n", 9)) ==
        Records{"1|a|b|", std::string("2|\xFF\0|\xC3|", 7)});
}

TEST_CASE("a block has at most as many records as are asked for") {
  const Records all{"1|a|", "2|b|", "3|c|", "4|d|", "5|e|"};
  CHECK(records_of("a\nb\nc\nd\ne\n", 1) == all);
  CHECK(records_of("a\nb\nc\nd\ne\n", 2) == all);
  CHECK(records_of("a\nb\nc\nd\ne", 5) == all);
}

TEST_CASE("a block that is moved keeps its cells") {
  const TemporaryFolder folder;
  CsvReader reader{InputFile(folder.add("table.csv", "a,b\n"))};
  CsvBlock block;
  REQUIRE(reader.next(block));
  const CsvBlock moved = std::move(block);
  CHECK(shown(moved, 0) == "1|a|b|");
}

TEST_CASE("a record of 1 MiB is read, of one byte more is not, whatever follows it") {
  const std::string cell((std::size_t{1} << 20) - 2, 'x');
  CHECK(records_of("a,b\n" + cell + ",y\nc,d\n") == Records{"1|a|b|", "2|" + cell + "|y|", "3|c|d|"});
  CHECK(records_of("a,b\n" + cell + ",yz\nc,d\n") == Records{"1|a|b|", "2!|", "3|c|d|"});
  CHECK(records_of("a,b\n" + cell + cell + cell + ",y\nc,d") == Records{"1|a|b|", "2!|", "3|c|d|"});
  CHECK(records_of("a,b\n" + cell + cell) == Records{"1|a|b|", "2!|"});
}

TEST_CASE("a cell in quotes of over 1 MiB is broken on its first line") {
  std::string text = "a,b\n1,\"2\n";
  while (text.size() < std::size_t{3} << 19) text += "x,y\n";
  Records expected{"1|a|b|", "2!|1|\"2|"};
  const std::uint64_t lines = 2 + (text.size() - 9) / 4;
  for (std::uint64_t line = 3; line <= lines; ++line) expected.push_back(std::to_string(line) + "|x|y|");
  expected.push_back(std::to_string(lines + 1) + "!|\"|z|");
  CHECK(records_of(text + "\",z\n") == expected);
}

TEST_CASE("many megabytes of empty lines are passed over") {
  CHECK(records_of("a\n" + std::string(std::size_t{9} << 20, '\n') + "b\n") == Records{"1|a|", "9437186|b|"});
}

TEST_CASE("the reader agrees with a plain one on made-up text, however it is cut into blocks") {
  for (const std::uint32_t plain : {0U, 6U, 60U}) {
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
      CAPTURE(plain);
      CAPTURE(seed);
      const std::string text = made_up(seed, 600'000, plain);
      const Records expected = PlainReader(text).read();
      CHECK(first_difference(records_of(text), expected) == "");
      CHECK(first_difference(records_of(text, 1000), expected) == "");
    }
  }
}
