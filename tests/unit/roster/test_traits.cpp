// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/traits.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::roster::national_id_key;
using quiz::roster::phone_key;

TEST_CASE("a phone number is the same in its national and its international form") {
  CHECK(phone_key("+84 912 345 678") == "0912345678");
  CHECK(phone_key("0123 456 7890") == "0834567890");
  CHECK(phone_key("+66 81 234 5678") == phone_key("081-234-5678"));
  CHECK(phone_key("+856 20 5555 1234") == phone_key("020 5555 1234"));
  CHECK(phone_key("๐๘๑ ๒๓๔ ๕๖๗๘") == phone_key("+66812345678"));
}

TEST_CASE("a phone number gets the zero back that a spreadsheet took") {
  CHECK(phone_key("912345678") == "0912345678");
  CHECK(phone_key("1234567890") == "0834567890");
  CHECK(phone_key("2055551234") == "02055551234");
}

TEST_CASE("what is too short or one digit over and over is no phone number") {
  CHECK(phone_key("") == "");
  CHECK(phone_key("không có") == "");
  CHECK(phone_key("0") == "");
  CHECK(phone_key("1900") == "");
  CHECK(phone_key("0000000000") == "");
  CHECK(phone_key("999 999 999 999") == "");
}

TEST_CASE("a national id is its letters and digits") {
  CHECK(national_id_key("006 090 001 234") == "006090001234");
  CHECK(national_id_key("'006090001234") == "006090001234");
  CHECK(national_id_key("1-2345-67890-12-3") == "1234567890123");
  CHECK(national_id_key("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๓") == "1234567890123");
  CHECK(national_id_key("C 1234567") == "c1234567");
}

TEST_CASE("a Vietnamese national id gets the zeros back that a spreadsheet took") {
  CHECK(national_id_key("6090001234") == "006090001234");
  CHECK(national_id_key("19090001234") == "019090001234");
  CHECK(national_id_key("95123456") == "095123456");
  CHECK(national_id_key("B95123456") == "b95123456");
}

TEST_CASE("what is too short or one digit over and over is no national id") {
  CHECK(national_id_key("") == "");
  CHECK(national_id_key("---") == "");
  CHECK(national_id_key("1234567") == "");
  CHECK(national_id_key("000000000000") == "");
}
