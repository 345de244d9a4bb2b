// SPDX-License-Identifier: Apache-2.0
#include <quizlib/roster/duplicates.hpp>

#include <quizlib/roster/groups.hpp>
#include <tests/support/inline_table.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using quiz::roster::Duplicate;
using quiz::roster::Roster;
using quiz::tests::inline_table;

namespace {

using Lines = std::vector<std::string>;

/// A roster of these rows; the group BK is known.
Roster roster_of(const std::string& csv, bool open) {
  quiz::io::Table table = inline_table("entrants.csv", csv);
  Roster roster;
  roster.open = open;
  for (std::size_t i = 0; i < table.names.size(); ++i) {
    if (table.names[i] == "id") {
      roster.ids = std::move(table.columns[i]);
    } else {
      roster.names.push_back(table.names[i]);
      roster.columns.push_back(std::move(table.columns[i]));
    }
  }
  std::vector<quiz::roster::Group> groups(1);
  groups[0].code.text = "BK";
  quiz::roster::resolve_groups(roster, quiz::roster::GroupTree(std::move(groups)));
  return roster;
}

/// Every proposal as `score id id: evidence`.
Lines proposals(const std::string& csv, const Lines& person = {"id"}, bool open = false) {
  const Roster roster = roster_of(csv, open);
  const quiz::roster::Persons persons = quiz::roster::merge_registrations(roster, person, {}, {});
  Lines lines;
  for (const Duplicate& pair : find_duplicates(roster, persons)) {
    std::string line = std::to_string(pair.score) + ' ' + std::string(roster.ids[pair.entrant]) + ' ' +
                       std::string(roster.ids[pair.other]) + ':';
    for (const auto evidence : pair.evidence) {
      if (evidence != quiz::roster::Evidence::none) line += ' ' + std::string(evidence_code(evidence));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

/// Two rows under the usual columns.
Lines pair(const std::string& one, const std::string& other) {
  return proposals("id,name,birth_date,phone,national_id,group\nE1," + one + "\nE2," + other + '\n');
}

}  // namespace

TEST_CASE("nobody registered, nobody twice") {
  CHECK(proposals("id,name,group\n").empty());
  CHECK(proposals("id\nE1\nE2\n").empty());
}

TEST_CASE("name and birth date are evidence enough, the name alone is not") {
  CHECK(pair("Nguyễn Thị Lan,1990-05-12,,,", "NGUYỄN THỊ  LAN,1990-05-12,,,") ==
        Lines{"60 E1 E2: same-name same-birth-date"});
  CHECK(pair("Nguyễn Thị Lan,,,,", "Nguyễn Thị Lan,,,,").empty());
  CHECK(pair("Nguyễn Thị Lan,,,,BK", "Nguyễn Thị Lan,,,,bk").empty());
  CHECK(pair("Nguyễn Thị Lan,1990-05-12,,,BK", "Nguyễn Thị Lan,1991-07-30,,,BK").empty());
}

TEST_CASE("a shared phone is not a person") {
  CHECK(pair("Nguyễn Văn An,,0912345678,,BK", "Trần Thị Bình,,0912345678,,BK").empty());
  CHECK(pair("Nguyễn Văn An,,0912345678,,BK", ",,0912345678,,BK").empty());
}

TEST_CASE("a phone or national id of more than ten names is an office's, and says nothing") {
  std::string csv =
      "id,name,phone,national_id\n"
      "A1,Nguyễn Thị Lan,02093812345,123456789\n"
      "A2,Nguyễn Thị Lan,02093812345,123456789\n";
  for (char name = 'a'; name < 'j'; ++name)
    csv += std::string("E") + name + ",Trần " + name + name + name + ",02093812345,123456789\n";
  CHECK(proposals(csv).front() == "100 A1 A2: same-name same-national-id same-phone");
  CHECK(proposals(csv + "Z1,Nguyen Thi LAN,02093812345,123456789\n").size() > 1);
  CHECK(proposals(csv + "Z1,Lê Văn An,02093812345,123456789\n").empty());
}

TEST_CASE("twins share phone, birth date and group, and are two") {
  CHECK(pair("Nguyễn Thị Lan,2010-05-12,0912345678,,BK", "Nguyễn Thị Huệ,2010-05-12,0912345678,,BK").empty());
}

TEST_CASE("a phone is compared in today's national form") {
  CHECK(pair("Lê Văn Cường,,01234567890,,", "Lê Văn Cường,,+84 83 456 7890,,") ==
        Lines{"65 E1 E2: same-name same-phone"});
}

TEST_CASE("tone placement, composition and order of a name make no other name") {
  CHECK(pair("Trần Thị Hoà,1990-05-12,,,", "Trần Thị Hòa,1990-05-12,,,") ==
        Lines{"60 E1 E2: name-spelling same-birth-date"});
  CHECK(pair("Trần Thị Hoà,1990-05-12,,,", "Tra\u0302\u0300n Thi\u0323 Hoa\u0300,1990-05-12,,,") ==
        Lines{"60 E1 E2: same-name same-birth-date"});
  CHECK(pair("Trần Thị Hoà,1990-05-12,,,", "Hòa Trần Thị,1990-05-12,,,") ==
        Lines{"55 E1 E2: name-other-order same-birth-date"});
}

TEST_CASE("a name without marks is weaker evidence, other marks are hardly any") {
  CHECK(pair("Đặng Thị Hoà,1990-05-12,,,", "DANG THI HOA,1990-05-12,,,") ==
        Lines{"50 E1 E2: name-without-marks same-birth-date"});
  CHECK(pair("Đặng Thị Hoà,1990-05-12,,,", "Hoa Dang Thi,1990-05-12,,,") ==
        Lines{"50 E1 E2: name-without-marks same-birth-date"});
  CHECK(pair("Đặng Thị Lan,1990-05-12,,,", "Đặng Thị Lân,1990-05-12,,,").empty());
  CHECK(pair("Đặng Thị Lan,1990-05-12,0912345678,,", "Đặng Thị Lân,1990-05-12,0912345678,,") ==
        Lines{"60 E1 E2: name-other-marks same-phone same-birth-date"});
}

TEST_CASE("Lao and Thai names are found in other spellings") {
  CHECK(pair("ຄຳພອນ ວົງສາ,1990-05-12,,,", "ຄ\u0ECD\u0EB2ພອນ ວົງສາ,1990-05-12,,,") ==
        Lines{"60 E1 E2: name-spelling same-birth-date"});
  CHECK(pair("ໝອກ ຫຼວງ,,020 5555 1234,,", "ຫລວງ ຫມອກ,,+856 20 5555 1234,,") ==
        Lines{"60 E1 E2: name-other-order same-phone"});
  CHECK(pair("น้ำฝน ใจดี,1990-05-12,,,", "น\u0E4D\u0E49\u0E32ฝน ใจดี,1990-05-12,,,") ==
        Lines{"60 E1 E2: name-spelling same-birth-date"});
  CHECK(pair("สมชาย ใจดี,,081-234-5678,,", "สมชาย  ใจดี,,๐๘๑๒๓๔๕๖๗๘,,") ==
        Lines{"65 E1 E2: same-name same-phone"});
}

TEST_CASE("a typing error in the name needs phone and birth date") {
  CHECK(pair("Nguyễn Văn Cường,1990-05-12,0912345678,,", "Nguyễn Văn Cườg,1990-05-12,0912345678,,") ==
        Lines{"55 E1 E2: near-name same-phone same-birth-date"});
  CHECK(pair("Nguyễn Văn Cường,,0912345678,,", "Nguyễn Văn Cườg,,0912345678,,").empty());
}

TEST_CASE("the same national id is evidence even with another name, not with another birth date too") {
  CHECK(pair("Nguyễn Văn An,1990-05-12,,006090001234,", "Lê Thị Bình,1990-05-12,,6090001234,") ==
        Lines{"70 E1 E2: other-name same-national-id same-birth-date"});
  CHECK(pair("Nguyễn Văn An,,,006090001234,", "Lê Thị Bình,,,006090001234,") ==
        Lines{"50 E1 E2: other-name same-national-id"});
  CHECK(pair("Nguyễn Văn An,1960-05-12,,006060001234,", "Nguyễn Văn Bình,1990-05-12,,006060001234,").empty());
  CHECK(pair("Nguyễn Văn An,1990-05-12,0912345678,006090001234,BK",
             "Nguyễn Văn An,1990-05-12,0912345678,006090001234,bk") ==
        Lines{"100 E1 E2: same-name same-national-id same-phone same-birth-date same-group"});
}

TEST_CASE("a national id with a wrong digit or two swapped ones is nearly the same") {
  const std::string an = "Nguyễn Văn An,,,";
  const Lines near{"60 E1 E2: same-name near-national-id"};
  CHECK(pair(an + "006090001234,", an + "006090001294,") == near);
  CHECK(pair(an + "006090001234,", an + "106090001234,") == near);
  CHECK(pair(an + "006090001234,", an + "006900001234,") == near);
  CHECK(pair(an + "006091001234,", an + "006090101234,") == near);
  CHECK(pair(an + "006090123456,", an + "006090213456,") == near);
  CHECK(pair(an + "006090001234,", an + "006090009934,").empty());
  CHECK(pair("Lê Văn Bình,,,006090001234,", an + "006090001294,").empty());
}

TEST_CASE("another national id of the same kind speaks against, an old one of nine digits does not") {
  CHECK(pair("Nguyễn Văn An,1990-05-12,,006090001234,", "Nguyễn Văn An,1990-05-12,,001090777888,").empty());
  CHECK(pair("Nguyễn Văn An,1990-05-12,,006090001234,", "Nguyễn Văn An,1990-05-12,,095123456,") ==
        Lines{"60 E1 E2: same-name same-birth-date"});
  CHECK(pair("Nguyễn Văn An,,0912345678,006090001234,", "Nguyễn Văn An,,0912345678,001090777888,") ==
        Lines{"50 E1 E2: same-name other-national-id same-phone"});
}

TEST_CASE("a birth date with day and month exchanged, or known in part, is weaker evidence") {
  CHECK(pair("Nguyễn Văn An,1990-05-12,,,", "Nguyễn Văn An,1990-12-05,,,") ==
        Lines{"50 E1 E2: same-name swapped-birth-date"});
  CHECK(pair("Nguyễn Văn An,1990-05-12,,,BK", "Nguyễn Văn An,1990-05-01,,,BK") ==
        Lines{"50 E1 E2: same-name uncertain-birth-date same-group"});
  CHECK(pair("Nguyễn Văn An,1990-05-12,,,BK", "Nguyễn Văn An,1990-01-01,,,BK") ==
        Lines{"50 E1 E2: same-name uncertain-birth-date same-group"});
  CHECK(pair("Nguyễn Văn An,1990-05-12,,,", "Nguyễn Văn An,1990-01-01,,,").empty());
  CHECK(pair("Nguyễn Văn An,1990-05-12,,,BK", "Nguyễn Văn An,1990-06-01,,,BK").empty());
  CHECK(pair("Nguyễn Văn An,1990-05-12,,,BK", "Nguyễn Văn An,1991-01-01,,,BK").empty());
}

TEST_CASE("1 January says less than another day, for it may be a day that nobody knows") {
  CHECK(pair("Nguyễn Văn An,1990-01-01,,,", "Nguyễn Văn An,1990-01-01,,,") ==
        Lines{"50 E1 E2: same-name same-january-1"});
  CHECK(pair("Nguyễn Văn An,1990-01-01,,,", "An Nguyễn Văn,1990-01-01,,,").empty());
}

TEST_CASE("another birth date speaks against") {
  CHECK(pair("Nguyễn Văn An,1990-05-12,0912345678,,", "Nguyễn Văn An,1990-05-22,0912345678,,") ==
        Lines{"55 E1 E2: same-name same-phone other-birth-date"});
  CHECK(pair("Nguyễn Văn An,không rõ,0912345678,,", "Nguyễn Văn An,1990-05-22,0912345678,,") ==
        Lines{"65 E1 E2: same-name same-phone"});
}

TEST_CASE("another group weighs nothing and is said") {
  CHECK(pair("Nguyễn Văn An,1990-05-12,,,BK", "Nguyễn Văn An,1990-05-12,,,TN") ==
        Lines{"60 E1 E2: same-name same-birth-date other-group"});
  CHECK(pair("Nguyễn Văn An,1990-05-12,,,Xã X", "Nguyễn Văn An,1990-05-12,,,xã  x") ==
        Lines{"65 E1 E2: same-name same-birth-date same-group"});
}

TEST_CASE("registrations that are one person already are not proposed again") {
  const std::string csv =
      "id,name,birth_date\n"
      "E1,Trần Thị Hoà,1990-05-12\n"
      "E2,Trần Thị Hoà,1990-05-12\n"
      "E3,Trần Thị Hòa,1990-05-12\n";
  CHECK(proposals(csv) == Lines{"60 E1 E2: same-name same-birth-date",
                                "60 E1 E3: name-spelling same-birth-date",
                                "60 E2 E3: name-spelling same-birth-date"});
  CHECK(proposals(csv, {"name", "birth_date"}) == Lines{"60 E1 E3: name-spelling same-birth-date"});
}

TEST_CASE("two persons are proposed once, by the registrations that say most") {
  const std::string csv =
      "id,name,birth_date,phone\n"
      "E1,Trần Thị Hoà,1990-05-12,\n"
      "E2,Trần Thị Hoà,1990-05-12,0912345678\n"
      "E3,Trần Thị Hòa,1990-05-12,0912345678\n";
  CHECK(proposals(csv, {"name", "birth_date"}) ==
        Lines{"85 E2 E3: name-spelling same-phone same-birth-date"});
}

TEST_CASE("with open registration the rows of one id are one person") {
  const std::string csv =
      "id,name,birth_date\n"
      "E2,Trần Thị Hoà,1990-05-12\n"
      "E1,Trần Thị Hoà,1990-12-05\n"
      "E1,Trần Thị Hòa,1990-05-12\n";
  CHECK(proposals(csv, {"id"}, true) == Lines{"60 E1 E2: name-spelling same-birth-date"});
}

TEST_CASE("the best proposals come first, equals by the bytes of their ids") {
  CHECK(proposals("id,name,birth_date,phone\n"
                  "b,Lê Văn Chín,1980-02-20,0911222333\n"
                  "a,Lê Văn Chín,1980-02-20,0911222333\n"
                  "E9,Vũ An,1990-05-12,\n"
                  "E10,Vũ An,1990-05-12,\n"
                  "E8,Vũ An,1990-05-12,\n") ==
        Lines{"85 a b: same-name same-phone same-birth-date", "60 E10 E8: same-name same-birth-date",
              "60 E10 E9: same-name same-birth-date", "60 E8 E9: same-name same-birth-date"});
}

TEST_CASE("the order of rows and columns does not show") {
  const std::string header = "id,name,birth_date,phone,national_id,group\n";
  Lines rows{"E1,Trần Thị Hoà,1990-05-12,0912345678,,BK",   "E2,TRẦN THỊ HÒA,1990-12-05,,006190001234,TN",
             "E3,Tran Thi Hoa,1990-05-12,,006190001243,BK", "E4,Hòa Trần Thị,,+84912345678,006190001234,",
             "E5,Lê Văn Chín,1980-02-20,0912345678,,BK",    "E1,Trần Thị Hoá,1990-05-12,0912345678,,BK"};
  const auto all = [&] {
    std::string csv = header;
    for (const std::string& row : rows) csv += row + '\n';
    return proposals(csv, {"id"}, true);
  };
  std::ranges::sort(rows);
  const Lines expected = all();
  CHECK(expected.size() >= 4);
  std::size_t different = 0;
  while (std::ranges::next_permutation(rows).found) {
    if (all() != expected) ++different;
  }
  CHECK(different == 0);
}

TEST_CASE("a crowd with something in common is compared with its smallest id, not everybody with everybody") {
  std::string csv = "id,name,birth_date\n";
  for (int i = 2'000; i < 4'000; ++i) csv += "E" + std::to_string(i) + ",Nguyễn Thị Lan,1990-05-12\n";
  csv += "A1,Nguyễn Thị Lan,1990-05-12\n";
  const Lines lines = proposals(csv);
  CHECK(lines.size() == 2'000);
  CHECK(lines.front() == "60 A1 E2000: same-name same-birth-date");
  CHECK(lines.back() == "60 A1 E3999: same-name same-birth-date");
}

TEST_CASE("a crowd of one name is nobody twice") {
  std::string csv = "id,name,group\n";
  for (int i = 0; i < 20'000; ++i) csv += "E" + std::to_string(i) + ",Nguyễn Thị Lan,BK\n";
  CHECK(proposals(csv).empty());
}
