// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/yaml.hpp>

#include <quizlib/io/yaml_events.hpp>
#include <tests/support/findings.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using quiz::Diagnostics;
using quiz::Place;
using quiz::io::parse_yaml;

namespace {

/// Each of them with a newline after it, so that a failed check shows them.
std::string lines(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& line : all) text += line + '\n';
  return text;
}

/// What is wrong with `source`, each finding as `line:column: sentence [code]`. Nothing may come back if
/// anything is.
std::string wrong(std::string_view source) {
  Diagnostics findings;
  const bool is_read = parse_yaml("f", std::string(source), findings).has_value();
  CHECK(is_read != findings.has_errors());
  std::vector<std::string> all = quiz::tests::findings(findings);
  for (std::string& line : all) {
    REQUIRE(line.find(": error: ") != std::string::npos);
    line.replace(line.find(": error: "), 9, ": ").erase(0, 2);
  }
  return lines(all);
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("a field that stands twice is reported with the line of the first") {
  CHECK(wrong("a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\na: 4\n") ==
        lines({"4:11: the field \"d\" stands in line 4 already [yaml.key-twice]",
               "3:1: the field \"a\" stands in line 1 already [yaml.key-twice]",
               "5:1: the field \"a\" stands in line 1 already [yaml.key-twice]"}));
}

TEST_CASE("fields are the same in quotes and without, and other in other letters") {
  CHECK(wrong("a: 1\n\"a\": 2\n") ==
        lines({"2:1: the field \"a\" stands in line 1 already [yaml.key-twice]"}));
  CHECK(wrong("a: 1\nA: 2\n\"a \": 3\n") == lines({}));
}

TEST_CASE("the same field in different mappings is no finding") {
  CHECK(wrong("- {a: 1}\n- {a: 1}\n") == lines({}));
}

TEST_CASE("anchors and aliases are refused") {
  CHECK(wrong("a: &x 1\nb: *x\n") == lines({"1:4: an anchor (&x) stands here [yaml.anchor]",
                                            "2:4: an alias (*) stands here [yaml.alias]"}));
  CHECK(wrong("a: *none\n") == lines({"1:4: an alias (*) stands here [yaml.alias]"}));
  CHECK(wrong("&a [*a]\n") == lines({"1:1: an anchor (&a) stands here [yaml.anchor]",
                                     "1:5: an alias (*) stands here [yaml.alias]"}));
}

TEST_CASE("an alias bomb is refused alias by alias") {
  std::string bomb = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1);
    const std::string name = "a" + std::to_string(i);
    bomb += name;
    bomb += ": &" + name + " [" + alias + ", " + alias + "]\n";
  }
  CHECK(std::ranges::count(wrong(bomb), '\n') == 28);
}

TEST_CASE("merge keys are refused, the word in quotes is not") {
  CHECK(wrong("a: {<<: {b: 1}}\n") == lines({"1:5: fields cannot be merged in with << [yaml.merge-key]"}));
  CHECK(wrong("a: {\"<<\": b}\n") == lines({}));
}

TEST_CASE("tags are refused, once each") {
  CHECK(wrong("a: !!int 1\nb: !x {c: d}\n!y e: ! f\n") ==
        lines({"1:4: a tag (!) stands here [yaml.tag]", "2:4: a tag (!) stands here [yaml.tag]",
               "3:1: a tag (!) stands here [yaml.tag]", "3:7: a tag (!) stands here [yaml.tag]"}));
  CHECK(wrong("!x a: b\n") == lines({"1:1: a tag (!) stands here [yaml.tag]"}));
  CHECK(wrong("a: !x\n") == lines({"1:4: a tag (!) stands here [yaml.tag]"}));
}

TEST_CASE("the name of a field is a text") {
  const std::string sentence = ": the name of a field must be a word [yaml.key-not-scalar]";
  CHECK(wrong("? [a]\n: b\n") == lines({"1:3" + sentence}));
  CHECK(wrong("{[a]: b, {c: d}: e}\n") == lines({"1:2" + sentence, "1:10" + sentence}));
  CHECK(wrong(": a\n") == lines({"1:1" + sentence}));
}

TEST_CASE("a file holds one document and nothing after it") {
  const std::string sentence = ": the document has ended above, yet there is more [yaml.documents]";
  CHECK(wrong("a: b\n---\nc: d\n---\ne: f\n") == lines({"2:1" + sentence}));
  CHECK(wrong("a: b\n...\nc: d\n") == lines({"3:1" + sentence}));
  CHECK(wrong("- a\nb: c\n") == lines({"2:1" + sentence}));
  CHECK(wrong("\"a\" b\n") == lines({"1:5" + sentence}));
  CHECK(wrong("%YAML 1.2\n---\na: b\n...\n") == lines({}));
}

TEST_CASE("sixteen levels are read and the seventeenth ends the reading") {
  CHECK(wrong(nested(16)) == lines({}));
  CHECK(wrong(nested(17)) == lines({"1:17: more than 16 levels of lists and fields [yaml.depth]"}));
  CHECK(wrong(nested(60'000)) == lines({"1:17: more than 16 levels of lists and fields [yaml.depth]"}));
  std::string block;
  for (std::size_t i = 0; i < 17; ++i) block += std::string(i, ' ') + "a:\n";
  CHECK(wrong(block + std::string(17, ' ') + "b\n") ==
        lines({"17:17: more than 16 levels of lists and fields [yaml.depth]"}));
  std::string dashes;
  for (std::size_t i = 0; i < 10'000; ++i) dashes += "- ";
  CHECK(wrong(dashes) == lines({"1:33: more than 16 levels of lists and fields [yaml.depth]"}));
}

TEST_CASE("a text of 64 KiB is read, one byte more is refused and the rest is still looked at") {
  const std::string text(64 << 10, 'x');
  CHECK(wrong("a: " + text + "\n") == lines({}));
  CHECK(wrong("a: " + text + "y\nb: 1\nb: 2\n") ==
        lines({"1:4: a text of over 64 KiB [yaml.scalar-large]",
               "3:1: the field \"b\" stands in line 2 already [yaml.key-twice]"}));
  CHECK(wrong("\"" + text + "y\"") == lines({"1:1: a text of over 64 KiB [yaml.scalar-large]"}));
}

TEST_CASE("a file of 16 MiB is read and one byte more is refused") {
  std::string source = "a: b\n#";
  source.resize(16 << 20, '-');
  CHECK(wrong(source) == lines({}));
  CHECK(wrong(source + "-") == lines({" the file is over 16 MiB [yaml.file-large]"}));
}

TEST_CASE("more values than the limit end the reading") {
  quiz::io::YamlDocument document;
  document.file = "f";
  document.source = "[a, b, c]";
  document.line_starts = {0};
  const auto found = [&](std::size_t values) {
    Diagnostics findings;
    (void)read_events(document, document.source, findings, {.values = values});
    return lines(quiz::tests::findings(findings));
  };
  CHECK(found(4) == lines({}));
  CHECK(found(3) == lines({"f:1:8: error: the file holds more than 3 values [yaml.values-many]"}));
}

TEST_CASE("what the parser would keep in memory without end is cut off") {
  const std::string sentence = ": too much stands here in one piece [yaml.value-large]";
  CHECK(wrong("a: b\nc: " + std::string(100'000, '[')) == lines({"2:4" + sentence}));
  std::string list = "- [";
  for (int i = 0; i < 600'000; ++i) list += "b,";
  CHECK(wrong(list + "]\n") == lines({"1:1" + sentence}));
  std::string directive = "% ";
  for (int i = 0; i < 600'000; ++i) directive += "a ";
  CHECK(wrong(directive + "\n---\na: b\n") == lines({"1:1" + sentence}));
}

TEST_CASE("a long file of short pieces is not cut off") {
  std::string source;
  for (int i = 0; i < 70'000; ++i) source += "- \"[0; 1)\"\n";
  CHECK(wrong(source) == lines({}));
}

TEST_CASE("bytes that are no UTF-8 are refused with their place, the first of each line") {
  CHECK(wrong("đ: \xFF x\nb: ok\nc: \xC3( \xC3(\nb: 1\n") ==
        lines({"1:4: the byte 0xFF is no UTF-8 [yaml.not-utf8]",
               "3:4: the byte 0xC3 is no UTF-8 [yaml.not-utf8]",
               "4:1: the field \"b\" stands in line 2 already [yaml.key-twice]"}));
  CHECK(wrong("a: \xED\xA0\x80\n") == lines({"1:4: the byte 0xED is no UTF-8 [yaml.not-utf8]"}));
}

TEST_CASE("control and bidirectional characters are refused with their place, the first of each line") {
  const auto sentence = [](std::string_view place, std::string_view character) {
    return std::string(place) + ": the character " + std::string(character) +
           " must not stand here [yaml.character-hostile]";
  };
  CHECK(wrong("đ: a\u202Eb\u202C\n") == lines({sentence("1:5", "U+202E")}));
  CHECK(wrong(std::string_view("a: \0\nb: \x1B[31m\n", 14)) ==
        lines({sentence("1:4", "U+0000"), sentence("2:4", "U+001B")}));
  CHECK(wrong("a: b\x04\nc: \u0085d\n") == lines({sentence("1:5", "U+0004"), sentence("2:4", "U+0085")}));
  CHECK(wrong("# \x7F\n") == lines({sentence("1:3", "U+007F")}));
  CHECK(wrong("a: \u2066b\u2069\nc: \u2028\n") ==
        lines({sentence("1:4", "U+2066"), sentence("2:4", "U+2028")}));
}

TEST_CASE("hostile characters written as escapes are refused too") {
  CHECK(wrong("a: \"x\\e[31m\"\nb: \"\\u202e\"\n") ==
        lines({"1:4: the character U+001B must not stand here [yaml.character-hostile]",
               "2:4: the character U+202E must not stand here [yaml.character-hostile]"}));
}

TEST_CASE("zero-width characters, which Thai and Lao text needs, may stand") {
  CHECK(wrong("a: ก\u200Bข\u200C\u200D\n") == lines({}));
}

TEST_CASE("a file in UTF-16 is named as such") {
  CHECK(wrong(std::string_view("\xFF\xFE"
                               "a\0:\0",
                               6)) == lines({" the file is in UTF-16 [yaml.utf16]"}));
  CHECK(wrong(std::string_view("\xFE\xFF\0a\0:", 6)) == lines({" the file is in UTF-16 [yaml.utf16]"}));
}

TEST_CASE("a name without a colon is no field") {
  const std::string sentence = ": a name without a colon and a value [yaml.colon-missing]";
  CHECK(wrong("a: b\ncd\n") == lines({"2:1" + sentence}));
  CHECK(wrong("a:\n  b: c\nd\n") == lines({"3:1" + sentence}));
  CHECK(wrong("? a\n") == lines({"1:3" + sentence}));
}

TEST_CASE("quotes must be closed") {
  const std::string sentence = ": the quotes of a text are not closed [yaml.quote]";
  CHECK(wrong("a: b\nc: \"d\n") == lines({"2:4" + sentence}));
  CHECK(wrong("a: 'it''s\n") == lines({"1:4" + sentence}));
  CHECK(wrong("a: \"b\\\"\n") == lines({"1:4" + sentence}));
  CHECK(wrong("a: \"b\n---\nc: d\"\n") == lines({"2:1" + sentence}));
  CHECK(wrong("a: 'it''s'\nb: \"c\\\\\"\nd: \"e\"") == lines({}));
}

TEST_CASE("a comma needs an entry before it") {
  const std::string sentence = ": nothing stands before this comma or bracket [yaml.comma]";
  CHECK(wrong("[a, , b]\n") == lines({"1:5" + sentence}));
  CHECK(wrong("[, a]\n") == lines({"1:2" + sentence}));
  CHECK(wrong("[a, b, ]\n") == lines({}));
}

TEST_CASE("brackets must match, with commas between the entries") {
  const std::string sentence = ": a comma or a closing bracket is missing before this [yaml.bracket]";
  CHECK(wrong("a: [b, c\nd: e\n") == lines({"2:2" + sentence}));
  CHECK(wrong("a: {b: c]\n") == lines({"1:9" + sentence}));
  CHECK(wrong("a: [\"b\" \"c\"]\n") == lines({"1:9" + sentence}));
}

TEST_CASE("a line must fit those above it") {
  const std::string sentence = ": this line does not fit those above it [yaml.indentation]";
  CHECK(wrong("a: b\n- c\n") == lines({"2:1" + sentence}));
  CHECK(wrong("a:\n  - b\n c: d\n") == lines({"3:2" + sentence}));
  CHECK(wrong("a: \"b\" c\n") == lines({"1:8" + sentence}));
}

TEST_CASE("a colon and a blank within a text need quotes") {
  CHECK(wrong("a: b: c\n") == lines({"1:5: this colon cannot stand here [yaml.colon]"}));
}

TEST_CASE("tabs do not indent") {
  CHECK(wrong("a: |\n\tb\n") == lines({"2:1: a tab stands where the line is indented [yaml.tab]"}));
}

TEST_CASE("escapes are those of YAML") {
  const std::string sentence =
      ": a backslash in double quotes with something that it cannot stand before [yaml.escape]";
  CHECK(wrong("a: \"C:\\Users\"\n") == lines({"1:7" + sentence}));
  CHECK(wrong("a: \"\\xZZ\"\n") == lines({"1:5" + sentence}));
  CHECK(wrong("a: \"\\ud800\"\n") == lines({"1:5" + sentence}));
}

TEST_CASE("some characters begin no text without quotes") {
  const std::string sentence = ": no text without quotes can begin with this [yaml.unquoted]";
  CHECK(wrong("a: @b\n") == lines({"1:4" + sentence}));
  CHECK(wrong("a: `b`\n") == lines({"1:4" + sentence}));
}

TEST_CASE("what else the parser refuses has its words") {
  CHECK(wrong("a: |0\n  b\n") ==
        lines({"1:6: this is no YAML: cannot set zero indentation for a block scalar [yaml.syntax]"}));
}

TEST_CASE("all findings of a file come in one run, each with its line") {
  Diagnostics findings;
  CHECK_FALSE(parse_yaml("banks/a.yaml", "a: &x \xFF\nb: !t 1\nb: {<<: *x}\n", findings).has_value());
  CHECK(lines(quiz::tests::findings(findings)) ==
        lines({"banks/a.yaml:1:7: error: the byte 0xFF is no UTF-8 [yaml.not-utf8]",
               "banks/a.yaml:1:4: error: an anchor (&x) stands here [yaml.anchor]",
               "banks/a.yaml:2:4: error: a tag (!) stands here [yaml.tag]",
               "banks/a.yaml:3:5: error: fields cannot be merged in with << [yaml.merge-key]",
               "banks/a.yaml:3:9: error: an alias (*) stands here [yaml.alias]",
               "banks/a.yaml:3:1: error: the field \"b\" stands in line 2 already [yaml.key-twice]"}));
  REQUIRE(findings.kept().size() == 6);
  CHECK(findings.kept()[5].place == Place{"banks/a.yaml", 3, 1, "b: {<<: *x}", ""});
}

TEST_CASE("findings of another file do not refuse this one") {
  Diagnostics findings;
  CHECK_FALSE(parse_yaml("a.yaml", "a: b: c", findings).has_value());
  CHECK(parse_yaml("b.yaml", "a: b", findings).has_value());
}
