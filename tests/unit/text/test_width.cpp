// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/width.hpp>

#include <doctest/doctest.h>

using quiz::text::Align;
using quiz::text::cut;
using quiz::text::pad;
using quiz::text::width;

TEST_CASE("a letter with its marks takes the cells of the letter") {
  CHECK(width("") == 0);
  CHECK(width("Nguyen") == 6);
  CHECK(width("Nguyễn") == 6);
  CHECK(width("Nguye\u0302\u0303n") == 6);
}

TEST_CASE("Thai and Lao vowels and tones above and below take no cell") {
  CHECK(width("น้ำ") == 2);
  CHECK(width("ผู้ชนะเลิศ") == 7);
  CHECK(width("ນ້ຳ") == 2);
  CHECK(width("ໜຶ່ງ") == 2);
  CHECK(width("ស្ត្រី") == 3);
}

TEST_CASE("wide characters take two cells and format characters none") {
  CHECK(width("日本") == 4);
  CHECK(width("Ａ") == 2);
  CHECK(width("👨\u200D👩\u200D👧") == 6);
  CHECK(width("a\u200Bb\u2060c") == 3);
}

TEST_CASE("a byte that is no UTF-8 takes one cell") { CHECK(width("a\xFF") == 2); }

TEST_CASE("padding counts cells and puts blanks on the side away from the alignment") {
  CHECK(pad("น้ำ", 4) == "น้ำ  ");
  CHECK(pad("น้ำ", 4, Align::right) == "  น้ำ");
  CHECK(pad("An", 2) == "An");
  CHECK(pad("Bình", 2) == "Bình");
  CHECK(pad("", 3) == "   ");
}

TEST_CASE("text that fits is not cut") {
  CHECK(cut("Bình", 4) == "Bình");
  CHECK(cut("น้ำ", 2) == "น้ำ");
  CHECK(cut("", 0) == "");
}

TEST_CASE("text is cut to the cells given, ellipsis included") {
  CHECK(cut("Nguyễn", 4) == "Ngu…");
  CHECK(cut("Nguyễn", 5) == "Nguy…");
  CHECK(cut("Nguyễn", 1) == "…");
  CHECK(cut("Nguyễn", 0) == "");
}

TEST_CASE("text is cut between graphemes, never inside one") {
  CHECK(cut("Nguye\u0302\u0303n Hoa", 6) == "Nguye\u0302\u0303…");
  CHECK(cut("น้ำใจ", 3) == "น้ำ…");
  // น้ำ is one grapheme of two cells: there is room for none of it beside the ellipsis.
  CHECK(cut("น้ำใจ", 2) == "…");
  CHECK(cut("👨\u200D👩\u200D👧 family", 6) == "…");
  CHECK(cut("日本語", 4) == "日…");
}
