// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/collation.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using quiz::text::Collator;
using quiz::text::Language;

namespace {

using Texts = std::vector<std::string>;

Texts by_key(Language language, Texts texts) {
  const Collator collator(language);
  std::ranges::stable_sort(texts, {}, [&](const std::string& text) { return collator.key(text); });
  return texts;
}

Texts by_name(Language language, Texts texts) {
  const Collator collator(language);
  std::ranges::stable_sort(texts, {}, [&](const std::string& text) { return collator.name_key(text); });
  return texts;
}

}  // namespace

TEST_CASE("Vietnamese words stand as in the dictionary: vowels with hooks and đ are letters of their own") {
  CHECK(by_key(Language::vi, {"Ơn", "Đông", "Ôn", "Dung", "Ân", "On", "Đào", "Áo", "Ăn", "Dao", "An"}) ==
        Texts{"An", "Áo", "Ăn", "Ân", "Dao", "Dung", "Đào", "Đông", "On", "Ôn", "Ơn"});
}

TEST_CASE("Vietnamese tones stand in the order of the dictionary") {
  CHECK(by_key(Language::vi, {"mạ", "má", "mã", "mả", "mà", "ma"}) ==
        Texts{"ma", "mà", "mả", "mã", "má", "mạ"});
}

TEST_CASE("numbers inside names stand by value") {
  CHECK(by_key(Language::vi, {"Xã số 10", "Xã số 2", "Xã số 1"}) == Texts{"Xã số 1", "Xã số 2", "Xã số 10"});
  CHECK(by_key(Language::en, {"Unit 10", "Unit 9"}) == Texts{"Unit 9", "Unit 10"});
  CHECK(by_key(Language::th, {"หมู่ 10", "หมู่ 2"}) == Texts{"หมู่ 2", "หมู่ 10"});
}

TEST_CASE("Thai words stand by their consonants, vowels written before them included") {
  CHECK(by_key(Language::th, {"ขวด", "ไก่", "แก้ว", "เกม", "กา"}) == Texts{"กา", "เกม", "แก้ว", "ไก่", "ขวด"});
}

TEST_CASE("Lao words stand as in the dictionary, whichever way am is written") {
  CHECK(by_key(Language::lo, {"ຂາ", "ແກ", "ກາ", "ເກ"}) == Texts{"ກາ", "ເກ", "ແກ", "ຂາ"});
  const Collator lao(Language::lo);
  CHECK(lao.key("ຄຳ") == lao.key("ຄ\u0ECD\u0EB2"));
}

TEST_CASE("the normal form does not matter for the order") {
  const Collator vietnamese(Language::vi);
  CHECK(vietnamese.key("Việt") == vietnamese.key("Vie\u0323\u0302t"));
  CHECK(vietnamese.key("Việt") == vietnamese.key("Vie\u0302\u0323t"));
  CHECK(vietnamese.name_key("Hoà") == vietnamese.name_key("Hoa\u0300"));
}

TEST_CASE("the empty text stands first and long texts have whole keys") {
  const Collator english(Language::en);
  CHECK(english.key("") < english.key("a"));
  const std::string much(5000, 'x');
  CHECK(english.key(much + "a") < english.key(much + "b"));
  CHECK(english.key(much) < english.key(much + "a"));
}

TEST_CASE("Vietnamese persons stand by given name") {
  CHECK(by_name(Language::vi,
                {"Lê Hòa", "Lê Hoà", "Lê Hoa", "Lê Đạt", "Lê Dũng", "Lê Ân", "Lê Ánh", "Lê An"}) ==
        Texts{"Lê An", "Lê Ánh", "Lê Ân", "Lê Dũng", "Lê Đạt", "Lê Hoa", "Lê Hoà", "Lê Hòa"});
  CHECK(by_name(Language::vi, {"Hoàng Văn An", "Hoáng Thị Bình", "Hoang Văn An", "Vũ An"}) ==
        Texts{"Hoang Văn An", "Hoàng Văn An", "Vũ An", "Hoáng Thị Bình"});
}

TEST_CASE("Vietnamese names are compared word by word, not letter by letter over all words") {
  // A whole-string comparison would put Mà Thị Hoa after Ma Văn Hoa only by the letters of Thị and Văn.
  CHECK(by_name(Language::vi, {"Mà Bình Hoa", "Ma Văn Hoa", "Mà An Hoa", "Ma An Hoa"}) ==
        Texts{"Ma An Hoa", "Ma Văn Hoa", "Mà An Hoa", "Mà Bình Hoa"});
}

TEST_CASE("a Vietnamese given name alone stands before the same name with a family") {
  CHECK(by_name(Language::vi, {"Lê An", "An", "An An", "Anh"}) == Texts{"An", "An An", "Lê An", "Anh"});
}

TEST_CASE("capital letters do not part Vietnamese namesakes, and decide last") {
  CHECK(by_name(Language::vi, {"VŨ BÌNH", "Lê Văn An", "TRẦN AN", "Đỗ AN", "trần an"}) ==
        Texts{"Đỗ AN", "Lê Văn An", "trần an", "TRẦN AN", "VŨ BÌNH"});
}

TEST_CASE("blanks around and between the words of a Vietnamese name do not matter") {
  const Collator vietnamese(Language::vi);
  CHECK(vietnamese.name_key("  Lê \u00A0 Văn\tAn ") == vietnamese.name_key("Lê Văn An"));
  CHECK(vietnamese.name_key(" ") == vietnamese.name_key(""));
  CHECK(vietnamese.name_key("") < vietnamese.name_key("An"));
}

TEST_CASE("Lao, Thai and English persons stand by the name as written") {
  CHECK(by_name(Language::en, {"Zoe Adams", "Adam Young"}) == Texts{"Adam Young", "Zoe Adams"});
  CHECK(by_name(Language::lo, {"ຄຳ ກາ", "ກາ ຄຳ"}) == Texts{"ກາ ຄຳ", "ຄຳ ກາ"});
}
