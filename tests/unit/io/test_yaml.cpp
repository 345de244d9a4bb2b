// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/yaml.hpp>

#include <tests/support/corpora.hpp>
#include <tests/support/findings.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using quiz::Diagnostics;
using quiz::Place;
using quiz::io::parse_yaml;
using quiz::io::YamlDocument;
using quiz::io::YamlNode;

namespace {

/// A tree on one line: a text in apostrophes where it was quoted, `-` for null; each with `@line:column` if
/// asked for.
std::string shown(const YamlNode& node, bool with_places) {
  std::string out;
  switch (node.kind) {
    case YamlNode::Kind::null:
      out = "-";
      break;
    case YamlNode::Kind::scalar:
      out = node.quoted ? "'" + node.text + "'" : node.text;
      break;
    case YamlNode::Kind::sequence:
      for (const YamlNode& entry : node.children)
        out += (out.empty() ? "" : ", ") + shown(entry, with_places);
      out = "[" + out + "]";
      break;
    case YamlNode::Kind::mapping:
      for (std::size_t i = 0; i < node.keys.size(); ++i) {
        out += (out.empty() ? "" : ", ") + shown(node.keys[i], with_places) + ": ";
        out += shown(node.children[i], with_places);
      }
      out = "{" + out + "}";
      break;
  }
  return with_places ? out + '@' + std::to_string(node.line) + ':' + std::to_string(node.column) : out;
}

/// Needs `source` to be without findings.
YamlDocument parsed(std::string_view source) {
  Diagnostics findings;
  std::optional<YamlDocument> document = parse_yaml("a.yaml", std::string(source), findings);
  CHECK(quiz::tests::findings(findings) == std::vector<std::string>{});
  REQUIRE(document.has_value());
  return *std::move(document);
}

std::string tree(std::string_view source) { return shown(parsed(source).root, true); }
std::string values(std::string_view source) { return shown(parsed(source).root, false); }
std::string text(std::string_view source) { return parsed(source).root.text; }

}  // namespace

TEST_CASE("mappings and sequences nest, and every node knows its place") {
  CHECK(tree("id: x\nitems:\n- a\n- {b: c, d: [e, f]}\n") ==
        "{id@1:1: x@1:5, items@2:1: [a@3:3, {b@4:4: c@4:7, d@4:10: [e@4:14, f@4:17]@4:13}@4:3]@3:1}@1:1");
}

TEST_CASE("columns count characters, not bytes") {
  CHECK(tree("tên: {tiêu đề: số, b: c}\n") == "{tên@1:1: {tiêu đề@1:7: số@1:16, b@1:20: c@1:23}@1:6}@1:1");
}

TEST_CASE("a byte order mark is no character") {
  CHECK(tree("\xEF\xBB\xBF"
             "a: b\n") == "{a@1:1: b@1:4}@1:1");
}

TEST_CASE("LF, CR LF and CR end lines alike") {
  const std::string expected = "{a@1:1: b@1:4, c@3:1: 'd\ne\n'@3:4}@1:1";
  CHECK(tree("a: b\n\nc: |\n  d\n  e\n") == expected);
  CHECK(tree("a: b\r\n\r\nc: |\r\n  d\r\n  e\r\n") == expected);
  CHECK(tree("a: b\r\rc: |\r  d\r  e\r") == expected);
}

TEST_CASE("a file without a value is a null document") {
  CHECK(tree("") == "-@0:0");
  CHECK(tree("# a remark\n\n") == "-@0:0");
  CHECK(tree("\xEF\xBB\xBF") == "-@0:0");
}

TEST_CASE("every scalar is text: numbers, flags, dates and null words too") {
  CHECK(values("[010, 1e3, 0x1F, no, Yes, true, 2001-01-01, 1_0, .inf, null, Null, NULL, ~, <<]\n") ==
        "[010, 1e3, 0x1F, no, Yes, true, 2001-01-01, 1_0, .inf, null, Null, NULL, ~, <<]");
}

TEST_CASE("a scalar in quotes or in a block is known as such") {
  CHECK(values("[a, \"b\", 'c']\n") == "[a, 'b', 'c']");
  CHECK(values("a: |\n  b\nc: >\n  d\n") == "{a: 'b\n', c: 'd\n'}");
}

TEST_CASE("where nothing stands there is null, at the place of its key or of its sequence") {
  CHECK(tree("a:\nb:\n  c:\nd: e\n") == "{a@1:1: -@1:1, b@2:1: {c@3:3: -@3:3}@3:3, d@4:1: e@4:4}@1:1");
  CHECK(tree("a: b\nc:\n-\n- d\n-\n") == "{a@1:1: b@1:4, c@2:1: [-@3:1, d@4:3, -@3:1]@3:1}@1:1");
  CHECK(tree("{a: , b: c}\n") == "{a@1:2: -@1:2, b@1:7: c@1:10}@1:1");
  CHECK(tree("{a, b: c}\n") == "{a@1:2: -@1:2, b@1:5: c@1:8}@1:1");
}

TEST_CASE("nothing before a word that means nothing elsewhere is still nothing") {
  CHECK(tree("a:\nnull: b\n") == "{a@1:1: -@1:1, null@2:1: b@2:7}@1:1");
  CHECK(tree("a:\n  b:\n~: c\n") == "{a@1:1: {b@2:3: -@2:3}@2:3, ~@3:1: c@3:4}@1:1");
  CHECK(tree("a:\nnullable: b\n") == "{a@1:1: -@1:1, nullable@2:1: b@2:11}@1:1");
  CHECK(tree("- a:\n  null:\n- null\n") == "[{a@1:3: -@1:3, null@2:3: -@2:3}@1:3, null@3:3]@1:1");
}

TEST_CASE("a question mark in a text within brackets needs no quotes") {
  CHECK(values("{vi: Ai đó?, en: Who is it? , fr: Qui est-ce ?}\n") ==
        "{vi: Ai đó?, en: Who is it?, fr: Qui est-ce ?}");
  CHECK(values("[a?b, ?c, d?]\n") == "[a?b, ?c, d?]");
  CHECK(text("\"a ? b\"") == "a ? b");
  CHECK(text("|\n  ? a\n") == "? a\n");
}

TEST_CASE("a colon within a word is text") {
  CHECK(values("{at: 10:30, see: http://x.y/z?q=1}\n") == "{at: 10:30, see: http://x.y/z?q=1}");
}

TEST_CASE("escapes stand for their characters") {
  CHECK(text("\"a\\tb\\n\\u1ec7 \\\"q\\\" \\\\\"") == "a\tb\n\u1ec7 \"q\" \\");
  CHECK(text("'it''s \\n'") == "it's \\n");
}

TEST_CASE("lines of a text are folded, and kept in a block") {
  CHECK(text("a\n  b\n\n  c\n") == "a b\nc");
  CHECK(text(">\n  a\n  b\n\n  c\n") == "a b\nc\n");
  CHECK(text("|-\n  a\n   b\n") == "a\n b");
}

TEST_CASE("a mapping finds its values") {
  const YamlDocument document = parsed("a: b\nc: [d]\n");
  REQUIRE(document.root.find("c") != nullptr);
  CHECK(document.root.find("c")->is_sequence());
  CHECK(document.root.find("b") == nullptr);
  CHECK(document.root.find("c")->find("d") == nullptr);
}

TEST_CASE("a place holds the file and a copy of its line") {
  const YamlDocument document = parsed("a: b\r\nc: đ\r\n");
  CHECK(document.place(*document.root.find("c")) == Place{"a.yaml", 2, 4, "c: đ", ""});
  CHECK(document.place(3, 1) == Place{"a.yaml", 3, 1, "", ""});
  CHECK(document.place(4, 1) == Place{"a.yaml", 4, 1, "", ""});
  CHECK(document.place(0, 0) == Place{"a.yaml", 0, 0, "", ""});
}

TEST_CASE("a line over 4 KiB is not copied into a place") {
  const std::string text(4093, 'x');
  CHECK(parsed("a: " + text + "\n").place(1, 1).text == "a: " + text);
  CHECK(parsed("a: " + text + "y\n").place(1, 1).text.empty());
}

TEST_CASE("a mapping of many keys is read in their order") {
  std::string source;
  for (int i = 5000; i > 0; --i) source += "k" + std::to_string(i) + ": " + std::to_string(i) + "\n";
  const YamlDocument document = parsed(source);
  REQUIRE(document.root.keys.size() == 5000);
  CHECK(document.root.keys.front().text == "k5000");
  CHECK(document.root.find("k17")->text == "17");
  CHECK(document.root.find("k17")->line == 4984);
}

TEST_CASE("no file of the YAML test suite stops the parser, and what it cannot read has a finding") {
  const auto folder = quiz::tests::corpus("yaml-test-suite/src");
  if (!folder) return;
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(file), {}};
    CAPTURE(entry.path().string());
    // The file describes cases; each of them, indented as it is, is text to try as well.
    for (std::size_t begin = 0; begin < source.size(); begin = source.find("\n  yaml: |", begin + 1)) {
      Diagnostics findings;
      const bool is_read = parse_yaml("a.yaml", source.substr(begin), findings).has_value();
      CHECK(is_read != findings.has_errors());
    }
    ++files;
  }
  CHECK(files >= 300);
}
