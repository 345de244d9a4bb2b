// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/catalogue.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using quiz::Message;
using quiz::text::Catalogue;
using quiz::text::Language;

namespace {

std::string format(Language language, std::string_view pattern, std::vector<quiz::Argument> arguments) {
  const Catalogue catalogue(language, "key: \"" + std::string(pattern) + "\"\n");
  return catalogue.format(Message("key", std::move(arguments)));
}

}  // namespace

TEST_CASE("a sentence without arguments is its text") {
  const Catalogue catalogue(Language::vi, "a: \"Giải Nhất\"\nb: \"it''s #1 | done\"\n");
  CHECK(catalogue("a") == "Giải Nhất");
  CHECK(catalogue("b") == "it's #1 | done");
  CHECK(catalogue.language() == Language::vi);
}

TEST_CASE("arguments fill a sentence by name, in any order, as often as they stand there") {
  CHECK(format(Language::en, "{b} before {a}, {b}", {{"a", "x"}, {"b", "y"}}) == "y before x, y");
  CHECK(format(Language::en, "it''s {a}", {{"a", "x"}}) == "it's x");
  CHECK(format(Language::en, "{a}", {{"a", "x"}, {"unused", 3}}) == "x");
}

TEST_CASE("numbers are written in the form of the language, texts as they are") {
  CHECK(format(Language::vi, "{n} người", {{"n", 21217}}) == "21.217 người");
  CHECK(format(Language::lo, "{n}", {{"n", 21217}}) == "21.217");
  CHECK(format(Language::th, "{n}", {{"n", 21217}}) == "21,217");
  CHECK(format(Language::en, "{n}", {{"n", -1234567}}) == "-1,234,567");
  CHECK(format(Language::vi, "{n}", {{"n", "21217"}}) == "21217");
}

TEST_CASE("a term is written as the catalogue has it, and a missing one stays in sight") {
  const Catalogue catalogue(Language::vi, "key: \"{what} thiếu {n} ô\"\nthing.round: \"vòng thi\"\n");
  CHECK(catalogue.format(Message("key", {{"what", quiz::Term{"thing.round"}}, {"n", 1000}})) ==
        "vòng thi thiếu 1.000 ô");
  CHECK(catalogue.format(Message("key", {{"what", quiz::Term{"thing.bank"}}, {"n", 2}})) ==
        "[thing.bank] thiếu 2 ô");
}

TEST_CASE("plurals follow the language") {
  constexpr std::string_view kFiles = "{n, plural, one {# file} other {# files}}";
  CHECK(format(Language::en, kFiles, {{"n", 1}}) == "1 file");
  CHECK(format(Language::en, kFiles, {{"n", 2000}}) == "2,000 files");
  CHECK(format(Language::vi, "{n, plural, other {# tệp}}", {{"n", 2000}}) == "2.000 tệp");
}

TEST_CASE("texts are made visible before they are put in, and are no patterns themselves") {
  CHECK(format(Language::en, "no {path}", {{"path", "a\x1b[2J\n{b}\xFF"}}) == "no a\\x1b[2J\\n{b}\\xff");
  CHECK(format(Language::en, "no {path}", {{"path", "\u202Ecod.exe"}}) == "no \\u202ecod.exe");
}

TEST_CASE("an argument that is not given leaves its place in sight") {
  CHECK(format(Language::en, "{a} and {b}", {{"a", "x"}}) == "x and {b}");
  CHECK(format(Language::en, "{a} and {b}", {}) == "{a} and {b}");
}

TEST_CASE("a missing key comes back in brackets, made visible") {
  const Catalogue catalogue(Language::en, "a: \"x\"\nc: \"y\"\n");
  CHECK(catalogue("b") == "[b]");
  CHECK(catalogue("d") == "[d]");
  CHECK(catalogue("") == "[]");
  CHECK(catalogue("\x1b") == "[\\x1b]");
  CHECK_FALSE(catalogue.has("b"));
  CHECK(catalogue.has("c"));
}

TEST_CASE("a text that is no pattern, or gets the wrong kind of argument, is as a missing one") {
  CHECK(format(Language::en, "{a", {{"a", "x"}}) == "[key]");
  CHECK(format(Language::en, "{a, plural, other {#}}", {{"a", "x"}}) == "[key]");
}

TEST_CASE("the same sentence can be formatted again and again") {
  const Catalogue catalogue(Language::en, "key: \"{n} of {m}\"\n");
  CHECK(catalogue.format(Message("key", {{"n", 1}, {"m", 2}})) == "1 of 2");
  CHECK(catalogue.format(Message("key", {{"m", 4}, {"n", "x"}})) == "x of 4");
}

TEST_CASE("a catalogue that was moved works on") {
  Catalogue first(Language::en, "key: \"{n}\"\n");
  CHECK(first.format(Message("key", {{"n", 1}})) == "1");
  const Catalogue second = std::move(first);
  CHECK(second.format(Message("key", {{"n", 2}})) == "2");
}

TEST_CASE("the keys of a catalogue are those of its own file") {
  const Catalogue catalogue(Language::en, "a: \"1\"\na.help: \"2\"\nb: \"3\"\n");
  CHECK(catalogue.keys() == std::vector<std::string_view>{"a", "a.help", "b"});
}

TEST_CASE("the help line of a message is what was probably meant, else its entry, else nothing") {
  const Catalogue catalogue(Language::en,
                            "a: \"wrong\"\n"
                            "a.help: \"write one of {words}\"\n"
                            "b: \"wrong\"\n"
                            "help.suggestion: \"did you mean \\\"{suggestion}\\\"?\"\n");
  CHECK(catalogue.help(Message("a", {{"words", "x, y"}, {"suggestion", "x"}})) == "did you mean \"x\"?");
  CHECK(catalogue.help(Message("a", {{"words", "x, y"}, {"suggestion", ""}})) == "write one of x, y");
  CHECK(catalogue.help(Message("b", {{"suggestion", "x"}})) == "did you mean \"x\"?");
  CHECK(catalogue.help(Message("b")).empty());
}

TEST_CASE("the built-in catalogues speak their language") {
  CHECK(Catalogue(Language::en)("text.unicode-data") == "the Unicode data of this computer cannot be used");
  CHECK(Catalogue(Language::vi)("text.unicode-data") == "không dùng được dữ liệu Unicode của máy này");
}

TEST_CASE("a key that there is not comes back as it is") {
  const Catalogue lao(Language::lo);
  CHECK(lao.language() == Language::lo);
  CHECK_FALSE(lao.has("no.such-key"));
  CHECK(lao("no.such-key") == "[no.such-key]");
}
