// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/utf8.hpp>
#include <quizlib/report/page.hpp>
#include <quizlib/report/render.hpp>
#include <quizlib/report/winners.hpp>
#include <quizlib/text/catalogue.hpp>
#include <tests/support/corpora.hpp>

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using quiz::Diagnostics;
using quiz::report::AwardLists;
using quiz::report::Cell;
using quiz::report::Document;
using quiz::report::Honoree;
using quiz::report::Kind;
using quiz::report::PrizeList;
using quiz::report::PrizeOutcome;
using quiz::report::Winners;
using quiz::text::Catalogue;
using quiz::text::Language;

namespace {

Honoree person(const std::string& name, std::int64_t place) {
  return {name, {place, name, std::string("87.5")}};
}

PrizeOutcome prize(const std::string& title, std::vector<Honoree> winners) {
  PrizeOutcome outcome;
  outcome.title = title;
  outcome.places = static_cast<std::uint32_t>(winners.size());
  outcome.winners = std::move(winners);
  return outcome;
}

PrizeList list_of(std::vector<PrizeOutcome> prizes) {
  PrizeList list;
  list.columns = {{"place", Kind::count}, {"full_name"}, {"points", Kind::decimal}};
  list.prizes = std::move(prizes);
  return list;
}

Winners one_award(PrizeList list) { return {"UBND tỉnh", {{"Giải cá nhân", true, {std::move(list)}}}}; }

Document document() {
  Document document;
  document.name = "winners";
  document.contest = "thi-2023";
  document.title.texts = {{Language::vi, "Cuộc thi"}, {Language::en, "The contest"}};
  return document;
}

std::string page(Document document, Winners winners, Language language = Language::vi) {
  document.winners = std::make_shared<const Winners>(std::move(winners));
  const Catalogue catalogue(language);
  Diagnostics diagnostics;
  const auto read = read_page(document, {}, catalogue, diagnostics);
  REQUIRE(read);
  std::string out;
  render_html(document, *read, catalogue, [&](std::string_view piece) { out += piece; });
  return out;
}

/// What a reader sees of a page: its body without tags, runs of white space as one blank.
std::string shown(const std::string& page) {
  std::string out;
  bool in_tag = false;
  for (const char c : page.substr(page.find("<body>"))) {
    if (c == '<') in_tag = true;
    const bool blank = in_tag || c == '\n' || c == ' ';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
    if (c == '>') in_tag = false;
  }
  return out;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Only the tags of a page.
std::string tags(const std::string& page) {
  std::string out;
  bool in_tag = false;
  for (const char c : page.substr(page.find("<body>"))) {
    in_tag = in_tag || c == '<';
    if (in_tag) out += c;
    if (c == '>') in_tag = false;
  }
  return out;
}

}  // namespace

TEST_CASE("winners stand by award and prize, numbered through the page, and by given name in the index") {
  const Winners winners =
      one_award(list_of({prize("Giải Nhất", {person("Trần Bình", 1)}),
                         prize("Giải Nhì", {person("Lê Văn An", 2), person("Đặng Thị Ánh", 2)})}));
  CHECK(
      shown(page(document(), winners)) ==
      "UBND tỉnh Danh sách tập thể, cá nhân đạt giải Cuộc thi (Kèm theo Quyết định số ......../QĐ-........ "
      "ngày "
      "...... tháng ...... năm ........) Giải cá nhân STT hạng họ và tên điểm Giải Nhất 1 giải 1 1 Trần Bình "
      "87,5 Giải Nhì 2 giải 2 2 Lê Văn An 87,5 3 2 Đặng Thị Ánh 87,5 ...................., ngày ...... tháng "
      "...... năm ........ TM. Ban Tổ chức Trưởng ban (Ký tên, đóng dấu, ghi rõ họ tên) Danh mục cá nhân đạt "
      "giải theo tên Lê Văn An Giải Nhì 2 Đặng Thị Ánh Giải Nhì 3 Trần Bình Giải Nhất 1 Kết quả, bản số 0 ");
}

TEST_CASE("a page in English has English words, number forms and order of names") {
  Document english = document();
  english.revision = 1;
  PrizeOutcome first = prize("First prize", {person("Trần Bình", 1), person("Lê Văn An", 2)});
  first.amount = "3000000 VND";
  const std::string text = shown(page(english, one_award(list_of({first})), Language::en));
  CHECK(contains(text, "List of prize winners The contest"));
  CHECK(contains(text, "No. place name points First prize 2 prizes, 3,000,000 VND each 1 1 Trần Bình 87.5"));
  CHECK(contains(text, "Winners by name Lê Văn An First prize 2 Trần Bình First prize 1 Results, version 1"));
}

TEST_CASE("the language of a page stands in its root") {
  CHECK(contains(page(document(), {}), "<html lang=\"vi\">"));
  CHECK(contains(page(document(), {}, Language::en), "<html lang=\"en\">"));
}

TEST_CASE("a page needs nothing but itself and runs nothing") {
  const std::string text = page(document(), one_award(list_of({prize("Giải", {person("An", 1)})})));
  CHECK(contains(text, "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"));
  for (const std::string_view outside :
       {"http:", "https:", "<script", "<link", "<img", "url(", "@import", "src="})
    CHECK_FALSE(contains(text, outside));
}

TEST_CASE("the four counters have names, and shares their denominator") {
  Document counted = document();
  counted.counters = {23104, 21217, 30112, 987};
  CHECK(contains(shown(page(counted, {})),
                 "Số người đăng ký 23.104 Số người hoàn thành 21.217 91,83% trong số 23.104 người đăng ký "
                 "Số lượt thi 30.112 Trả lời đúng tất cả 987 4,65% trong số 21.217 người hoàn thành"));
}

TEST_CASE("a share of nobody and a share of all are left out") {
  Document counted = document();
  counted.counters = {5, 5, 6, 5};
  CHECK_FALSE(contains(page(counted, {}), "trong số"));
  counted.counters = {0, 0, 0, 0};
  CHECK_FALSE(contains(page(counted, {}), "trong số"));
}

TEST_CASE("a provisional page says so in place of its version") {
  Document provisional = document();
  provisional.provisional = true;
  const std::string text = shown(page(provisional, {}));
  CHECK(contains(text, "DANH SÁCH TẠM THỜI: số liệu chưa chốt, kết quả có thể thay đổi"));
  CHECK_FALSE(contains(text, "bản số"));
  CHECK_FALSE(contains(shown(page(document(), {})), "TẠM THỜI"));
}

TEST_CASE("a tie is laid open with its candidates, who have no number and are not in the index") {
  PrizeOutcome open = prize("Giải Ba", {person("Lê An", 1)});
  open.places = 3;
  open.open = 1;
  open.candidates = {person("Trần Bình", 2), person("Ma Yến", 2)};
  open.vacant = 1;
  const std::string text = shown(page(document(), one_award(list_of({open}))));
  CHECK(contains(
      text,
      "Còn 1 giải chưa xác định được người nhận do bằng nhau ở mọi tiêu chí, chờ Ban Tổ chức quyết định"));
  CHECK(contains(
      text,
      "Giải Ba 3 giải 1 1 Lê An 87,5 1 giải chưa xác định, chờ Ban Tổ chức quyết định giữa những người "
      "hoặc đơn vị bằng nhau sau đây: 2 Trần Bình 87,5 2 Ma Yến 87,5 1 giải không có người nhận"));
  CHECK(contains(text, "đạt giải theo tên Lê An Giải Ba 1 Kết quả"));
}

TEST_CASE("who was passed over is listed with the reason and who moved up") {
  PrizeList list = list_of({prize("Giải Nhất", {person("Lê An", 1)})});
  list.round = "Tuần 1";
  list.track = "Nhân dân";
  list.passed_columns = {{"full_name"}, {"points", Kind::decimal}};
  list.passed_over = {{{"Ma Yến", {std::string("Ma Yến"), std::string("90")}}, "barred", "Lê An"},
                      {{"Vi Bảo", {std::string("Vi Bảo"), std::string("80")}}, "holds-seat", ""}};
  const std::string text = shown(page(document(), one_award(list)));
  CHECK(contains(text, "Giải cá nhân Tuần 1 – Nhân dân STT"));
  CHECK(contains(text,
                 "Giải cá nhân: Tuần 1 – Nhân dân họ và tên điểm lý do người thay thế Ma Yến 90 không được "
                 "nhận giải Lê An Vi Bảo 80 đã có giải cao hơn"));
}

TEST_CASE("groups are numbered on and are not in the index of persons") {
  Winners winners = one_award(list_of({prize("Giải Nhất", {person("Lê An", 1)})}));
  winners.awards.push_back(
      {"Giải tập thể", false, {list_of({prize("Giải Nhất", {person("Xã Mai Lạp", 1)})})}});
  const std::string text = shown(page(document(), winners));
  CHECK(contains(text, "Giải tập thể STT hạng họ và tên điểm Giải Nhất 1 giải 2 1 Xã Mai Lạp"));
  CHECK(contains(text, "đạt giải theo tên Lê An Giải Nhất 1 Kết quả"));
}

TEST_CASE("without awards to persons there is no index") {
  const Winners winners{
      "", {{"Giải tập thể", false, {list_of({prize("Giải Nhất", {person("Xã Mai Lạp", 1)})})}}}};
  CHECK_FALSE(contains(shown(page(document(), winners)), "theo tên"));
}

TEST_CASE("names are shown as written, and what would break a page as text") {
  const std::string name = "O\"Brien <script>alert('x')</script> \u202E\x1b[31m Hoa\u0300";
  const std::string text = page(document(), one_award(list_of({prize("Giải Nhất", {person(name, 1)})})));
  CHECK(contains(
      text,
      "<td class=\"full_name\" data-heading=\"họ và tên\">O&quot;Brien &lt;script&gt;alert(&#39;x&#39;)"
      "&lt;/script&gt; \\u202e\\x1b[31m Hoa\u0300</td>"));
}

TEST_CASE("no string that breaks software changes the markup of a page, wherever it stands") {
  const auto folder = quiz::tests::corpus("naughty-strings");
  if (!folder) return;
  const auto made_of = [](const std::string& text) {
    Document named = document();
    named.title.texts = {{Language::vi, text + "."}};
    PrizeOutcome first = prize(text, {person(text, 1)});
    first.amount = "1 " + text;
    first.open = 1;
    first.candidates = {person(text, 1)};
    PrizeList list = list_of({first});
    list.round = text + ".";
    list.passed_columns = list.columns;
    list.passed_over = {{person(text, 1), text, text}};
    return page(named, {text, {{text, true, {list}}}});
  };
  const std::string plain = tags(made_of("An"));
  for (const YAML::Node& node : YAML::LoadFile((*folder / "blns.json").string())) {
    const auto value = node.as<std::string>();
    if (value.empty()) continue;  // nobody's name stands in no index
    const std::string text = made_of(value);
    CAPTURE(text);
    CHECK(tags(text) == plain);
    CHECK_FALSE(quiz::find_hostile(text));
  }
}
