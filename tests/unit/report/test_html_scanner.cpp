// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/html_scanner.hpp>

#include <doctest/doctest.h>

#include <string_view>

using quiz::report::HtmlPlace;
using quiz::report::HtmlScanner;

namespace {

/// What a browser would take a value for that follows `markup`.
HtmlPlace behind(std::string_view markup) {
  HtmlScanner scanner;
  scanner.feed(markup);
  return scanner.place();
}

}  // namespace

TEST_CASE("between tags there is text") {
  CHECK(behind("") == HtmlPlace::text);
  CHECK(behind("<p>") == HtmlPlace::text);
  CHECK(behind("<p>1 < 2 and ") == HtmlPlace::text);
  CHECK(behind("<br/>") == HtmlPlace::text);
  CHECK(behind("<!DOCTYPE html>") == HtmlPlace::text);
  CHECK(behind("</>") == HtmlPlace::text);
}

TEST_CASE("a title and a text area hold text and no markup") {
  CHECK(behind("<title>") == HtmlPlace::text);
  CHECK(behind("<title><script>") == HtmlPlace::text);
  CHECK(behind("<TextArea><a title=\"</textarea><p ") == HtmlPlace::tag);
}

TEST_CASE("an attribute of plain words in double quotes may take a value") {
  CHECK(behind("<td class=\"") == HtmlPlace::attribute);
  CHECK(behind("<td CLASS = \"a b") == HtmlPlace::attribute);
  CHECK(behind("<td\n  data-place=\"") == HtmlPlace::attribute);
  CHECK(behind("<td a=b hidden aria-label=\"") == HtmlPlace::attribute);
  CHECK(behind("<td title='x' id=\"") == HtmlPlace::attribute);
}

TEST_CASE("an address may take a value behind its # only") {
  CHECK(behind("<a href=\"") == HtmlPlace::address);
  CHECK(behind("<a href=\"https://example.org/#") == HtmlPlace::address);
  CHECK(behind("<a href=\"#w") == HtmlPlace::attribute);
  CHECK(behind("<a href=\"#w\" href=\"") == HtmlPlace::address);
}

TEST_CASE("an attribute that may hold code or is not known takes no value") {
  CHECK(behind("<p style=\"") == HtmlPlace::unsafe);
  CHECK(behind("<p onclick=\"") == HtmlPlace::unsafe);
  CHECK(behind("<img src=\"") == HtmlPlace::unsafe);
  CHECK(behind("<iframe srcdoc=\"") == HtmlPlace::unsafe);
  CHECK(behind("<p a/=\"") == HtmlPlace::tag);
}

TEST_CASE("outside double quotes a tag takes no value") {
  CHECK(behind("<") == HtmlPlace::tag);
  CHECK(behind("</") == HtmlPlace::tag);
  CHECK(behind("<p") == HtmlPlace::tag);
  CHECK(behind("<p ") == HtmlPlace::tag);
  CHECK(behind("<p class") == HtmlPlace::tag);
  CHECK(behind("<p class=\"a\"") == HtmlPlace::tag);
  CHECK(behind("<p class=") == HtmlPlace::unquoted);
  CHECK(behind("<p class=a") == HtmlPlace::unquoted);
  CHECK(behind("<p class='") == HtmlPlace::unquoted);
}

TEST_CASE("comments and declarations take no value") {
  CHECK(behind("<!-- a") == HtmlPlace::comment);
  CHECK(behind("<!-- a -> b > ") == HtmlPlace::comment);
  CHECK(behind("<!DOCTYPE ") == HtmlPlace::comment);
  CHECK(behind("<?xml ") == HtmlPlace::comment);
  CHECK(behind("</ x ") == HtmlPlace::comment);
  CHECK(behind("<!-x--") == HtmlPlace::comment);
}

TEST_CASE("a comment ends where browsers end it") {
  CHECK(behind("<!-- a -->") == HtmlPlace::text);
  CHECK(behind("<!-- a --->") == HtmlPlace::text);
  CHECK(behind("<!-- a --!>") == HtmlPlace::text);
  CHECK(behind("<!-->") == HtmlPlace::text);
  CHECK(behind("<!--->") == HtmlPlace::text);
  CHECK(behind("</!-- a >") == HtmlPlace::text);
}

TEST_CASE("scripts and styles take no value until their own end tag") {
  CHECK(behind("<script>") == HtmlPlace::code);
  CHECK(behind("<SCRIPT type=\"a\">if (a < b) '</p>'") == HtmlPlace::code);
  CHECK(behind("<script></scripts>") == HtmlPlace::code);
  CHECK(behind("<script></script >") == HtmlPlace::text);
  CHECK(behind("<style>a > b { } </style") == HtmlPlace::code);
  CHECK(behind("<style><</style>") == HtmlPlace::text);
  CHECK(behind("<noscript>") == HtmlPlace::code);
  CHECK(behind("</style>") == HtmlPlace::text);
}

TEST_CASE("scanners are equal where the same may follow") {
  HtmlScanner once;
  once.feed("<p class=\"");
  HtmlScanner twice = once;
  twice.feed("a \" id=\"b\"><br><p class=\"c");
  CHECK_FALSE(once == twice);  // the value has begun
  HtmlScanner text;
  text.feed("<p lang=\"vi\">a</p><!-- b --><title>c</title><?d>");
  CHECK(text == HtmlScanner());
}
