// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/comparable.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using quiz::roster::comparable;
using quiz::roster::latin_digits;
using quiz::roster::national_phone;

TEST_CASE("a phone number is its digits, however it is grouped") {
  CHECK(national_phone("0912345678") == "0912345678");
  CHECK(national_phone("0912 345 678") == "0912345678");
  CHECK(national_phone("(0912) 345.678") == "0912345678");
  CHECK(national_phone("0912-345-678") == "0912345678");
}

TEST_CASE("the country code of Vietnam is a zero in front") {
  CHECK(national_phone("+84 912 345 678") == "0912345678");
  CHECK(national_phone("(+84) 912 345 678") == "0912345678");
  CHECK(national_phone("84912345678") == "0912345678");
  CHECK(national_phone("+84 (0)912 345 678") == "0912345678");
  CHECK(national_phone("840912345678") == "0912345678");
  CHECK(national_phone("+84 24 3825 1234") == "02438251234");
}

TEST_CASE("84 without plus is no country code where too few digits follow") {
  CHECK(national_phone("0841234567") == "0841234567");
  CHECK(national_phone("841234567") == "841234567");
}

TEST_CASE("eleven-digit mobile numbers have the prefixes of after 15 September 2018") {
  const std::vector<std::pair<std::string, std::string>> prefixes{
      {"0120", "070"}, {"0121", "079"}, {"0122", "077"}, {"0123", "083"}, {"0124", "084"}, {"0125", "085"},
      {"0126", "076"}, {"0127", "081"}, {"0128", "078"}, {"0129", "082"}, {"0162", "032"}, {"0163", "033"},
      {"0164", "034"}, {"0165", "035"}, {"0166", "036"}, {"0167", "037"}, {"0168", "038"}, {"0169", "039"},
      {"0186", "056"}, {"0188", "058"}, {"0199", "059"}};
  for (const auto& prefix : prefixes) {
    CAPTURE(prefix.first);
    CHECK(national_phone(prefix.first + "1234567") == prefix.second + "1234567");
  }
  CHECK(national_phone("+84 123 456 7890") == "0834567890");
  CHECK(national_phone("84 169 456 7890") == "0394567890");
}

TEST_CASE("only whole numbers with an old prefix change") {
  CHECK(national_phone("0120123456") == "0120123456");
  CHECK(national_phone("01601234567") == "01601234567");
  CHECK(national_phone("02438251234") == "02438251234");
}

TEST_CASE("other countries' numbers are their digits") {
  CHECK(national_phone("+66 81 234 5678") == "66812345678");
  CHECK(national_phone("+856 20 5555 1234") == "8562055551234");
}

TEST_CASE("Thai and Lao digits are digits of a phone number") {
  CHECK(national_phone("๐๘๑ ๒๓๔ ๕๖๗๙") == "0812345679");
  CHECK(national_phone("໐໒໐ ໕໕໕໕ ໑໒໓໔") == "02055551234");
}

TEST_CASE("only Thai and Lao digits become Latin ones") {
  CHECK(latin_digits("๐๑-໘໙ ข้อ 5") == "01-89 ข้อ 5");
  CHECK(latin_digits("").empty());
}

TEST_CASE("a phone without digits says nothing") {
  CHECK(national_phone("") == "");
  CHECK(national_phone("không có") == "");
  CHECK(national_phone("+") == "");
}

TEST_CASE("ids are compared by their NFC bytes") {
  CHECK(comparable("id", "a\u0302") == "\u00E2");
  CHECK(comparable("id", "E1") == "E1");
  CHECK(comparable("id", "E1") != comparable("id", "e1"));
  CHECK(comparable("id", "E 1") != comparable("id", "E1"));
}

TEST_CASE("phones are compared in national form, all else folded") {
  CHECK(comparable("phone", "+84 912 345 678") == "0912345678");
  CHECK(comparable("name", "  NGUYỄN  Văn An ") == "nguyễn văn an");
  CHECK(comparable("name", "nguye\u0302\u0303n văn an") == "nguyễn văn an");
  CHECK(comparable("national_id", "+84 912 345 678") == "+84 912 345 678");
}

TEST_CASE("tone marks make names differ, also where they are only placed differently") {
  CHECK(comparable("name", "Hoà") != comparable("name", "Hòa"));
  CHECK(comparable("name", "Hoa") != comparable("name", "Hòa"));
}
