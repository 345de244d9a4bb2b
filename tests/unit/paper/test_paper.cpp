// SPDX-License-Identifier: Apache-2.0
#include <quizlib/paper/paper.hpp>

#include <quizlib/bank/bank.hpp>
#include <quizlib/crypto/stream.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace {

using quiz::ItemNo;
using quiz::TrackNo;
using quiz::bank::Bank;
using quiz::bank::Choice;
using quiz::bank::Item;
using quiz::bank::ItemType;
using quiz::contest::Section;
using quiz::paper::Drawer;
using quiz::paper::Paper;

using Sections = std::vector<Section>;

/// 32 bytes that count up from `first`.
quiz::crypto::Bytes32 count_from(std::uint8_t first) {
  quiz::crypto::Bytes32 bytes{};
  for (std::uint8_t& byte : bytes) byte = first++;
  return bytes;
}

Choice choice(std::string id, bool fixed) {
  Choice result;
  result.id = std::move(id);
  result.fixed = fixed;
  return result;
}

Item item(int number) {
  Item result;
  result.id.text = number < 10 ? "q0" + std::to_string(number) : "q" + std::to_string(number);
  if (number % 3 == 0) {
    for (const char* id : {"a", "b", "c", "d"}) result.choices.push_back(choice(id, false));
  } else if (number % 3 == 1) {
    for (const char* id : {"d", "c", "b", "a"}) result.choices.push_back(choice(id, id[0] == 'a'));
  } else {
    result.type = ItemType::truefalse;
    for (const char* id : {"true", "false"}) result.choices.push_back(choice(id, true));
  }
  if (number <= 6) result.tags.emplace_back("low");
  return result;
}

/// The bank of tests/support/paper_reference.py: q12 down to q01.
Bank golden_bank() {
  Bank bank;
  for (int number = 12; number >= 1; --number) bank.items.push_back(item(number));
  return bank;
}

quiz::text::Localized text(std::string_view words) {
  return {{{quiz::text::Language::vi, std::string(words)}}};
}

Item item_of_type(std::string id, ItemType type) {
  Item result;
  result.id.text = std::move(id);
  result.type = type;
  return result;
}

Item order_item(std::string id, const std::vector<std::pair<const char*, const char*>>& choices) {
  Item result = item_of_type(std::move(id), ItemType::order);
  for (const auto& [choice_id, words] : choices) {
    result.choices.push_back(choice(choice_id, false));
    result.choices.back().text = text(words);
  }
  return result;
}

/// The other bank of tests/support/paper_reference.py: items of each kind.
Bank bank_of_types() {
  Bank bank;
  bank.languages = {quiz::text::Language::vi};
  bank.items.push_back(item_of_type("number", ItemType::numeric));
  bank.items.push_back(
      order_item("steps", {{"c", "Đăng ký"}, {"d", "Kích hoạt"}, {"a", "Đăng nhập"}, {"b", "Điền đơn"}}));
  bank.items.push_back(item_of_type("choice", ItemType::single));
  for (const char* id : {"a", "b", "c", "d"}) bank.items.back().choices.push_back(choice(id, false));
  bank.items.push_back(item_of_type("pairs", ItemType::match));
  bank.items.back().pairs = {{text("Lào"), text("Viêng Chăn")},
                             {text("Việt Nam"), text("Hà Nội")},
                             {text("Thái Lan"), text("Băng Cốc")},
                             {text("Campuchia"), text("Phnôm Pênh")}};
  bank.items.push_back(order_item("years", {{"x", "1975"}, {"y", "1945"}, {"z", "1954"}}));
  return bank;
}

/// `count` items i000, i001, … with four choices, the first of which is the key.
Bank plain_bank(int count) {
  Bank bank;
  for (int number = 0; number < count; ++number) {
    Item plain;
    plain.id.text = "i" + std::to_string(1000 + number).substr(1);
    for (const char* id : {"a", "b", "c", "d"}) plain.choices.push_back(choice(id, false));
    plain.choices.front().key = true;
    bank.items.push_back(std::move(plain));
  }
  return bank;
}

Section section(std::optional<std::uint32_t> draw, std::vector<std::string> tags = {}) {
  Section result;
  result.tags = std::move(tags);
  result.draw = draw;
  return result;
}

/// Banks, the contest over them with one round, w1, and what draws its papers.
class Setting {
 public:
  Setting(std::vector<Bank> banks, Sections sections, bool shuffle_items, bool shuffle_choices)
      : banks_(std::move(banks)),
        contest_(make_contest(banks_.size())) {
    quiz::contest::Round round;
    round.id.text = "w1";
    quiz::contest::Blueprint& paper = round.rules.values.emplace_back().paper;
    paper.sections = std::move(sections);
    paper.shuffle_items = shuffle_items;
    paper.shuffle_choices = shuffle_choices;
    contest_.rounds.push_back(std::move(round));
  }
  Setting(Bank bank, Sections sections, bool shuffle_items = true, bool shuffle_choices = true)
      : Setting(std::vector<Bank>{std::move(bank)}, std::move(sections), shuffle_items, shuffle_choices) {}

  /// A second track, whose paper has these sections.
  void add_track(Sections sections) {
    contest_.tracks.emplace_back();
    std::vector<quiz::contest::RoundRules>& rules = contest_.rounds.front().rules.values;
    rules.push_back(quiz::contest::RoundRules(rules.front()));
    rules.back().paper.sections = std::move(sections);
  }

  quiz::contest::Contest& contest() { return contest_; }
  std::vector<Bank>& banks() { return banks_; }
  quiz::contest::Items items() const { return {contest_, banks_}; }
  Drawer drawer() const { return {contest_, items(), 0, count_from(0), count_from(32)}; }

  /// A paper as tests/support/paper_reference.py writes it.
  std::string paper(std::string_view entrant, std::uint32_t attempt) const {
    const quiz::contest::Items all = items();
    std::string text;
    for (const quiz::paper::PaperItem& shown : drawer().draw(entrant, 0, attempt).items) {
      text += (text.empty() ? "" : " ") + all[shown.item].id.text;
      for (std::size_t n = 0; n < shown.choice_count; ++n) {
        text += n == 0 ? ':' : ',';
        text += all[shown.item].type == ItemType::match ? std::to_string(shown.choices[n] + 1)
                                                        : all[shown.item].choices[shown.choices[n]].id;
      }
      if (all[shown.item].type != ItemType::match) continue;
      for (std::size_t n = 0; n < shown.choice_count; ++n)
        text += (n == 0 ? '=' : ',') + std::to_string(shown.rights[n] + 1);
    }
    return text;
  }

 private:
  static quiz::contest::Contest make_contest(std::size_t banks) {
    quiz::contest::Contest contest;
    for (std::size_t bank = 0; bank < banks; ++bank) {
      contest.banks.emplace_back().name = static_cast<char>('b' + bank);
    }
    contest.tracks.emplace_back();
    return contest;
  }

  std::vector<Bank> banks_;
  quiz::contest::Contest contest_;
};

std::vector<ItemNo> numbers(const Paper& paper) {
  std::vector<ItemNo> result;
  for (const auto& shown : paper.items) result.push_back(shown.item);
  return result;
}

}  // namespace

TEST_CASE("the stream of a paper begins as docs/formats/paper.md says") {
  const std::string questions = quiz::crypto::hex(count_from(32));
  const std::array<std::string_view, 6> label{"quiz/1", "paper", questions, "w1", "e-1", "1"};
  const auto first = [&label](std::uint32_t n, int count) {
    quiz::crypto::Stream stream(count_from(0), label);
    std::string text = "below(" + std::to_string(n) + "):";
    for (int i = 0; i < count; ++i) text += " " + std::to_string(stream.below(n));
    return text;
  };
  CHECK(first(10, 12) == "below(10): 1 3 9 3 5 1 0 4 3 0 7 4");
  CHECK(first(1, 2) == "below(1): 0 0");
  CHECK(first(65536, 3) == "below(65536): 54551 5943 28729");
  CHECK(first(65537, 3) == "below(65537): 16929 49351 22626");
  CHECK(first(40000, 6) == "below(40000): 5943 28729 12543 12495 35121 37950");
}

TEST_CASE("golden: five of twelve items, items and choices shuffled") {
  const Setting five(golden_bank(), {section(5)});
  CHECK(five.paper("e-1", 1) == "q12:d,c,a,b q04:d,b,c,a q10:c,b,d,a q07:d,c,b,a q08:true,false");
  CHECK(five.paper("e-1", 2) == "q05:true,false q03:c,b,a,d q06:a,b,d,c q11:true,false q02:true,false");
  CHECK(five.paper("e-1", 3) == "q01:b,c,d,a q09:b,d,c,a q11:true,false q02:true,false q05:true,false");
  CHECK(five.paper("Đỗ Văn Ất", 1) == "q06:c,b,d,a q05:true,false q10:d,b,c,a q01:b,d,c,a q03:c,a,d,b");
}

TEST_CASE("golden: a fixed paper is the bank in its own order, for everybody and every attempt") {
  const Setting fixed(golden_bank(), {section({})}, false, false);
  const std::string_view bank =
      "q12:a,b,c,d q11:true,false q10:d,c,b,a q09:a,b,c,d q08:true,false q07:d,c,b,a q06:a,b,c,d "
      "q05:true,false q04:d,c,b,a q03:a,b,c,d q02:true,false q01:d,c,b,a";
  CHECK(fixed.paper("e-1", 1) == bank);
  CHECK(fixed.paper("e-1", 2) == bank);
  CHECK(fixed.paper("e-1", 3) == bank);
  CHECK(fixed.paper("Đỗ Văn Ất", 1) == bank);
}

TEST_CASE("golden: all that fit, items shuffled and choices not") {
  const Setting all(golden_bank(), {section({}, {"low"})}, true, false);
  CHECK(all.paper("e-1", 1) ==
        "q06:a,b,c,d q04:d,c,b,a q02:true,false q01:d,c,b,a q05:true,false q03:a,b,c,d");
  CHECK(all.paper("e-1", 2) ==
        "q02:true,false q01:d,c,b,a q05:true,false q03:a,b,c,d q04:d,c,b,a q06:a,b,c,d");
  CHECK(all.paper("e-1", 3) ==
        "q05:true,false q04:d,c,b,a q03:a,b,c,d q06:a,b,c,d q01:d,c,b,a q02:true,false");
  CHECK(all.paper("Đỗ Văn Ất", 1) ==
        "q06:a,b,c,d q03:a,b,c,d q02:true,false q01:d,c,b,a q05:true,false q04:d,c,b,a");
}

TEST_CASE("golden: five of twelve items in the order of the bank, choices shuffled") {
  const Setting ordered(golden_bank(), {section(5)}, false, true);
  CHECK(ordered.paper("e-1", 1) == "q12:d,c,a,b q10:d,b,c,a q08:true,false q07:c,b,d,a q04:d,c,b,a");
  CHECK(ordered.paper("e-1", 2) == "q11:true,false q06:c,b,a,d q05:true,false q03:a,b,d,c q02:true,false");
  CHECK(ordered.paper("e-1", 3) == "q11:true,false q09:c,d,b,a q05:true,false q02:true,false q01:c,b,d,a");
  CHECK(ordered.paper("Đỗ Văn Ất", 1) == "q10:b,d,c,a q06:c,a,b,d q05:true,false q03:c,d,a,b q01:d,b,c,a");
}

TEST_CASE("golden: two sections over one bank") {
  const Setting sections(golden_bank(), {section(3, {"low"}), section(4)});
  CHECK(sections.paper("e-1", 1) ==
        "q06:d,a,b,c q04:c,b,d,a q02:true,false q10:d,c,b,a q11:true,false q05:true,false q01:b,d,c,a");
  CHECK(sections.paper("e-1", 2) ==
        "q03:c,b,a,d q06:a,b,d,c q04:b,c,d,a q07:b,d,c,a q09:b,c,a,d q12:a,b,c,d q08:true,false");
  CHECK(sections.paper("e-1", 3) ==
        "q05:true,false q04:c,b,d,a q03:c,d,b,a q12:a,c,b,d q01:c,b,d,a q10:b,c,d,a q08:true,false");
  CHECK(sections.paper("Đỗ Văn Ất", 1) ==
        "q06:c,a,b,d q03:c,d,a,b q02:true,false q01:d,b,c,a q05:true,false q08:true,false q07:d,c,b,a");
}

TEST_CASE("a paper does not depend on which choices are the key") {
  const Setting one(plain_bank(20), {section(10)});
  Bank permuted = plain_bank(20);
  for (Item& other : permuted.items) {
    other.choices.front().key = false;
    other.choices[2].key = true;
  }
  const Setting two(permuted, {section(10)});
  CHECK(one.paper("e-1", 1) == two.paper("e-1", 1));
  CHECK(one.paper("e-1", 2) == two.paper("e-1", 2));
}

TEST_CASE("a paper does not depend on the order of items and choices in the file") {
  const Setting one(plain_bank(20), {section(10)});
  Bank turned = plain_bank(20);
  std::ranges::reverse(turned.items);
  for (Item& other : turned.items) std::ranges::reverse(other.choices);
  const Setting two(turned, {section(10)});
  CHECK(one.paper("e-1", 1) == two.paper("e-1", 1));
  CHECK(one.paper("e-1", 3) == two.paper("e-1", 3));
}

TEST_CASE("seed, questions, round, entrant and attempt each give another paper") {
  Setting setting(plain_bank(200), {section(30)});
  setting.contest().rounds.push_back(setting.contest().rounds.front());
  setting.contest().rounds.back().id.text = "w2";
  const auto items = setting.items();
  const auto paper = [&](quiz::RoundNo round, std::uint8_t seed, std::uint8_t questions,
                         std::string_view entrant, std::uint32_t attempt) {
    return numbers(Drawer(setting.contest(), items, round, count_from(seed), count_from(questions))
                       .draw(entrant, 0, attempt));
  };
  const std::set<std::vector<ItemNo>> papers{paper(0, 0, 32, "e-1", 1), paper(1, 0, 32, "e-1", 1),
                                             paper(0, 1, 32, "e-1", 1), paper(0, 0, 33, "e-1", 1),
                                             paper(0, 0, 32, "e-2", 1), paper(0, 0, 32, "e-1", 2)};
  CHECK(papers.size() == 6);
  CHECK(paper(0, 0, 32, "e-1", 1) == paper(0, 0, 32, "e-1", 1));
}

TEST_CASE("no item stands twice in a paper, whatever the sections") {
  const Setting setting(golden_bank(), {section(2, {"low"}), section(4), section(2, {"low"}), section({})});
  const Drawer drawer = setting.drawer();
  quiz::paper::Desk desk;
  Paper paper;
  for (int entrant = 0; entrant < 500; ++entrant) {
    drawer.draw("e-" + std::to_string(entrant), 0, 1 + static_cast<std::uint32_t>(entrant % 3), desk, paper);
    const auto drawn = numbers(paper);
    REQUIRE(std::set<ItemNo>(drawn.begin(), drawn.end()).size() == 12);
    REQUIRE(drawn.size() == 12);
  }
}

TEST_CASE("the attempts of an entrant repeat no item before all that fit are used up") {
  const Drawer drawer = Setting(plain_bank(25), {section(10)}).drawer();
  std::set<ItemNo> seen;
  for (const std::uint32_t attempt : {1U, 2U}) {
    for (const ItemNo item : numbers(drawer.draw("e-1", 0, attempt))) CHECK(seen.insert(item).second);
  }
  const auto third = numbers(drawer.draw("e-1", 0, 3));
  CHECK(std::ranges::count_if(third, [&seen](ItemNo item) { return !seen.contains(item); }) == 5);
  CHECK(std::set<ItemNo>(third.begin(), third.end()).size() == 10);
}

TEST_CASE("a section with fewer items than it draws takes all of them") {
  const Setting setting(plain_bank(3), {section(5)});
  CHECK(setting.drawer().draw("e-1", 0, 1).items.size() == 3);
  CHECK(setting.drawer().draw("e-1", 0, 2).items.size() == 3);
}

TEST_CASE("a section that draws nothing and a bank without fitting items give an empty paper") {
  CHECK(Setting(plain_bank(3), {section(0)}).drawer().draw("e-1", 0, 1).items.empty());
  CHECK(Setting(plain_bank(3), {section({}, {"nowhere"})}).drawer().draw("e-1", 0, 1).items.empty());
}

TEST_CASE("each track draws from its own bank") {
  Section second = section(2);
  second.bank = 1;
  Setting setting({plain_bank(4), plain_bank(6)}, {section(2)}, true, true);
  setting.add_track({second});
  const Drawer drawer = setting.drawer();
  CHECK(std::ranges::all_of(numbers(drawer.draw("e-1", 0, 1)), [](ItemNo item) { return item < 4; }));
  CHECK(std::ranges::all_of(numbers(drawer.draw("e-1", 1, 1)), [](ItemNo item) { return item >= 4; }));
}

TEST_CASE("retired items are in no paper") {
  Setting setting(plain_bank(4), {section({})});
  setting.banks().front().items[1].status = quiz::bank::Status::retired;
  auto drawn = numbers(setting.drawer().draw("e-1", 0, 1));
  std::ranges::sort(drawn);
  CHECK(drawn == std::vector<ItemNo>{0, 2, 3});
}

TEST_CASE("a paper drawn in place of another is the same as one drawn alone") {
  const Drawer drawer = Setting(golden_bank(), {section(3, {"low"}), section(4)}).drawer();
  quiz::paper::Desk desk;
  Paper paper;
  drawer.draw("e-9", 0, 3, desk, paper);
  drawer.draw("e-1", 0, 2, desk, paper);
  CHECK(paper == drawer.draw("e-1", 0, 2));
}

// The seeds are fixed, so these either hold for ever or never: the bounds are the 99.9th percentile of
// chi-square with that many degrees of freedom.

TEST_CASE("every item comes at every place of the paper equally often") {
  const Drawer drawer = Setting(plain_bank(10), {section(5)}).drawer();
  constexpr int kPapers = 10'000;
  constexpr int kExpected = kPapers / 10;
  std::array<std::array<int, 10>, 5> counts{};
  quiz::paper::Desk desk;
  Paper paper;
  for (int entrant = 0; entrant < kPapers; ++entrant) {
    drawer.draw("entrant-" + std::to_string(entrant), 0, 1, desk, paper);
    for (std::size_t place = 0; place < 5; ++place) ++counts[place][paper.items[place].item];
  }
  for (const auto& place : counts) {
    int squares = 0;
    for (const int count : place) squares += (count - kExpected) * (count - kExpected);
    CHECK(squares < 27.88 * kExpected);  // 9 degrees
  }
}

TEST_CASE("the key comes at every position equally often") {
  const Drawer drawer = Setting(plain_bank(3), {section({})}).drawer();
  constexpr int kPapers = 10'000;
  constexpr int kExpected = kPapers / 4;
  std::array<std::array<int, 4>, 3> counts{};
  quiz::paper::Desk desk;
  Paper paper;
  for (int entrant = 0; entrant < kPapers; ++entrant) {
    drawer.draw("entrant-" + std::to_string(entrant), 0, 1, desk, paper);
    for (const auto& shown : paper.items) {
      const auto key = std::ranges::find(shown.choices, 0);
      ++counts[shown.item][static_cast<std::size_t>(key - shown.choices.begin())];
    }
  }
  for (const auto& item : counts) {
    int squares = 0;
    for (const int count : item) squares += (count - kExpected) * (count - kExpected);
    CHECK(squares < 16.27 * kExpected);  // 3 degrees
  }
}

TEST_CASE("the question digest of a round covers its banks by name, each once") {
  Section last = section(1);
  last.bank = 2;
  Setting setting({plain_bank(1), plain_bank(2), plain_bank(3)}, {last, last}, true, true);
  setting.add_track({section(1), last});
  const auto digest = [&setting](std::size_t bank) {
    return quiz::crypto::hex(quiz::bank::question_digest(setting.banks()[bank]));
  };
  const std::string nul(1, '\0');
  const std::string expected =
      "quiz/1 questions" + nul + "b" + nul + digest(0) + nul + "d" + nul + digest(2) + nul;
  CHECK(quiz::paper::round_questions(setting.contest(), setting.banks(), 0) ==
        quiz::crypto::sha256(expected));
}

TEST_CASE("golden papers of items of each kind") {
  const Setting shuffled(bank_of_types(), {section(std::nullopt)});
  const Setting plain(bank_of_types(), {section(std::nullopt)}, false, false);
  CHECK(shuffled.paper("e-1", 1) == "number steps:b,c,d,a years:y,x,z pairs:1,4,2,3=4,2,3,1 choice:a,b,c,d");
  CHECK(shuffled.paper("e-1", 2) == "years:y,x,z pairs:2,4,3,1=1,3,4,2 choice:a,c,b,d number steps:b,c,d,a");
  CHECK(plain.paper("e-1", 1) == "number steps:d,b,c,a choice:a,b,c,d pairs:4,1,3,2=3,2,4,1 years:y,z,x");
  CHECK(plain.paper("e-1", 2) == "number steps:d,b,c,a choice:a,b,c,d pairs:4,1,3,2=3,2,4,1 years:y,z,x");
}

TEST_CASE("the order of an order item's choices and of pairs changes no paper") {
  Bank turned = bank_of_types();
  for (Item& other : turned.items) {
    if (other.type == ItemType::order) std::ranges::reverse(other.choices);
  }
  const Setting before(bank_of_types(), {section(std::nullopt)});
  const Setting after(turned, {section(std::nullopt)});
  CHECK(before.paper("e-1", 1) == after.paper("e-1", 1));

  // Pairs are shown by their numbers, so that the same texts have other numbers.
  std::ranges::reverse(turned.items[3].pairs);
  const std::string pairs = Setting(turned, {section(std::nullopt)}, false, false).paper("e-1", 1);
  CHECK(pairs.find("pairs:1,4,2,3=2,3,1,4") != std::string::npos);
}

TEST_CASE("every order of an order item and of each side of the pairs is as likely") {
  std::map<std::string, int> steps;
  std::map<std::string, int> rights;
  Bank bank = bank_of_types();
  bank.items = {order_item("years", {{"x", "1975"}, {"y", "1945"}, {"z", "1954"}}),
                item_of_type("pairs", ItemType::match)};
  bank.items[1].pairs = {{text("a"), text("1")}, {text("b"), text("2")}, {text("c"), text("3")}};
  const Setting setting(bank, {section(std::nullopt)}, false, true);
  const Drawer drawer = setting.drawer();
  for (int entrant = 0; entrant < 6'000; ++entrant) {
    const quiz::paper::Paper paper = drawer.draw(std::to_string(entrant), 0, 1);
    const auto shown = [](const quiz::paper::Positions& positions) {
      return std::string{static_cast<char>('0' + positions[0]), static_cast<char>('0' + positions[1])};
    };
    ++steps[shown(paper.items[0].choices)];
    ++rights[shown(paper.items[1].choices) + shown(paper.items[1].rights)];
  }
  REQUIRE(steps.size() == 6);
  REQUIRE(rights.size() == 36);
  for (const auto& entry : steps) CHECK(std::abs(entry.second - 1'000) < 150);
  for (const auto& entry : rights) CHECK(std::abs(entry.second - 167) < 65);
}
