// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/unicode.hpp>

#include <doctest/doctest.h>

using quiz::text::fold;
using quiz::text::nfc;
using quiz::text::nfd;
using quiz::text::nfkc;
using quiz::text::strip_marks;

TEST_CASE("NFC composes what was typed as letters and marks") {
  CHECK(nfc("Nguye\u0302\u0303n Thi\u0323 Hoa\u0300") == "Nguyễn Thị Hoà");
  CHECK(nfc("A\u030A") == "Å");
  // Dot below and circumflex, typed in either order.
  CHECK(nfc("Vie\u0323\u0302t") == "Việt");
  CHECK(nfc("Vie\u0302\u0323t") == "Việt");
}

TEST_CASE("NFC leaves what is composed as it is") {
  CHECK(nfc("") == "");
  CHECK(nfc("Entrant 000123") == "Entrant 000123");
  CHECK(nfc("Nguyễn Thị Hoà") == "Nguyễn Thị Hoà");
  CHECK(nfc(" HOA  Hoa\t") == " HOA  Hoa\t");
}

TEST_CASE("NFC keeps the two ways to place a tone apart") { CHECK(nfc("Hòa") != nfc("Hoà")); }

TEST_CASE("NFC keeps Lao and Thai am as it was written") {
  CHECK(nfc("ຄຳ") != nfc("ຄ\u0ECD\u0EB2"));
  CHECK(nfc("น้ำ") != nfc("น\u0E4D\u0E49\u0E32"));
}

TEST_CASE("NFD takes letters and marks apart") {
  CHECK(nfd("Nguyễn") == "Nguye\u0302\u0303n");
  CHECK(nfd("Vie\u0302\u0323t") == "Vie\u0323\u0302t");
  CHECK(nfd("Đỗ") == "Đo\u0302\u0303");
  CHECK(nfd("An") == "An");
}

TEST_CASE("NFKC makes one of what only looks different, and of some that do not") {
  CHECK(nfkc("ຄຳ") == "ຄ\u0ECD\u0EB2");
  CHECK(nfkc("ໝ") == "ຫມ");
  CHECK(nfkc("\uFF21\u3000n") == "A n");
  CHECK(nfkc("Hoa\u0300") == "Hoà");
}

TEST_CASE("folding ignores case, also of letters with marks") {
  CHECK(fold("Nguyễn Thị HOÀ") == "nguyễn thị hoà");
  CHECK(fold("ĐẮK LẮK") == "đắk lắk");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("ENTRANT-7") == "entrant-7");
}

TEST_CASE("folding composes") {
  CHECK(fold("HOA\u0300") == "hoà");
  CHECK(fold("NGUYE\u0302\u0303N") == "nguyễn");
  CHECK(fold("HO\u200BA\u0300") == "hoà");
  CHECK(fold("HOA\u200B\u0300") == "hoà");
}

TEST_CASE("folding makes every run of white space one blank and leaves none at the ends") {
  CHECK(fold("  Xã\t Số \r\n 2 ") == "xã số 2");
  CHECK(fold("Xã\u00A0\u2003Số\u30002") == "xã số 2");
  CHECK(fold("a \u200B b") == "a b");
  CHECK(fold(" \t\u00A0") == "");
  CHECK(fold("") == "");
}

TEST_CASE("folding leaves invisible characters out") {
  CHECK(fold("\uFEFFan\u200B\u200Ch\u200D\u2060 \u00ADb") == "anh b");
  CHECK(fold("ບ້ານ\u200Bໃໝ່") == "ບ້ານໃໝ່");
}

TEST_CASE("folding a folded text changes nothing") {
  for (const char* text : {"Nguyễn Thị HOÀ", "Straße", "ຄຳຖາມ", "İstanbul", "ΑΙ\u0345 ΑΣ", "น้ำ", "  A  b "}) {
    CHECK(fold(fold(text)) == fold(text));
  }
}

TEST_CASE("without marks Vietnamese is plain ASCII, đ included") {
  CHECK(strip_marks("NGUYỄN ĐỨC HOÀ") == "nguyen duc hoa");
  CHECK(strip_marks("Hòa") == strip_marks("Hoà"));
  CHECK(strip_marks("Ưu ơi, ăn ở") == "uu oi, an o");
  CHECK(strip_marks("Plain") == "plain");
}

TEST_CASE("without marks Thai and Lao lose the vowels and tones above and below the line") {
  CHECK(strip_marks("น้ำ") == "นำ");
  CHECK(strip_marks("ບ້ານ") == "ບານ");
}

TEST_CASE("texts are comparable where only the differences that count are left") {
  using quiz::text::comparable;
  CHECK(comparable("  HÀ   Nội ", {}) == "hà nội");
  CHECK(comparable("  HÀ   Nội ", {.letter_case = true}) == "HÀ Nội");
  CHECK(comparable("  HÀ   Nội ", {.spaces = true}) == "  hà   nội ");
  CHECK(comparable("HA\u0300", {.letter_case = true}) == "HÀ");
  CHECK(comparable("ĐÔNG đô", {.letter_case = true, .marks = false}) == "DONG do");
  CHECK(comparable("a\u200Bb", {.letter_case = true, .marks = true, .spaces = true}) == "ab");
  CHECK(comparable(" A ", {.letter_case = true, .marks = true, .spaces = true}) == " A ");
}

TEST_CASE("Thai and Lao digits become Latin ones and nothing else changes") {
  CHECK(quiz::text::latin_digits("๐๑๒๓๔๕๖๗๘๙") == "0123456789");
  CHECK(quiz::text::latin_digits("ປີ ໐໑໒໓໔໕໖໗໘໙") == "ປີ 0123456789");
  CHECK(quiz::text::latin_digits("٣ ३ 3 ß") == "٣ ३ 3 ß");
}
