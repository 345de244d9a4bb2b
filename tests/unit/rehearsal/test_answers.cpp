// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/answers.hpp>

#include <quizlib/crypto/digest.hpp>
#include <quizlib/response/answer.hpp>

#include <tests/support/small_contest.hpp>

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <string_view>

namespace {

using quiz::rehearsal::right_answer;
using quiz::rehearsal::wrong_answer;
using Texts = std::set<std::string>;

/// What a hundred people write who know the answers to the bank of types, or do not.
class People {
 public:
  [[nodiscard]] Texts right(std::string_view id) const {
    return written([&](quiz::crypto::Stream& chance) { return right_answer(item(id), chance); });
  }
  [[nodiscard]] Texts wrong(std::string_view id) const {
    return written([&](quiz::crypto::Stream& chance) { return wrong_answer(item(id), all_.items, chance); });
  }
  [[nodiscard]] const quiz::bank::Item& item(std::string_view id) const {
    return all_.items[all_.items.find(id)];
  }

 private:
  template <class Write>
  static Texts written(const Write& write) {
    quiz::crypto::Stream chance(quiz::crypto::sha256("people"), std::array<std::string_view, 1>{"answers"});
    Texts texts;
    for (int i = 0; i < 100; ++i) texts.insert(write(chance));
    return texts;
  }

  quiz::tests::SmallContest all_{quiz::tests::kFixedContest, quiz::tests::kTypesBank};
};

}  // namespace

TEST_CASE("who knows it gives the key, or any accepted text") {
  const People people;
  CHECK(people.right("pi") == Texts{"3.14"});
  CHECK(people.right("capital") == Texts{"Hà Nội", "Thăng Long"});
  CHECK(people.right("water") == Texts{"r;v;s"});
  CHECK(people.right("states") == Texts{"1=1;2=2;3=3"});
  CHECK(people.right("sun") == Texts{"true"});
}

TEST_CASE("who does not know it gives an answer of the same kind that is none of these") {
  const People people;
  CHECK(people.wrong("pi") ==
        Texts{"2.13", "1.13", "0.13", "-0.87", "-1.87", "-2.87", "-3.87", "-4.87", "-5.87"});
  CHECK(people.wrong("water") == Texts{"r;s;v", "s;r;v", "s;v;r", "v;r;s", "v;s;r"});
  CHECK(people.wrong("states") ==
        Texts{"1=1;2=3;3=2", "1=2;2=1;3=3", "1=2;2=3;3=1", "1=3;2=1;3=2", "1=3;2=2;3=1"});
  CHECK(people.wrong("capital") == Texts{"Hà Nội 1", "Hà Nội 2", "Hà Nội 3", "Hà Nội 4", "Hà Nội 5",
                                         "Hà Nội 6", "Hà Nội 7", "Hà Nội 8", "Hà Nội 9"});
  CHECK(people.wrong("sun") == Texts{"false"});
}

TEST_CASE("a wrong number is towards 0, where there is room") {
  quiz::bank::Item item = People().item("pi");
  item.number = {{-8'999'999'999'000'000'000}, {8'999'999'999'000'000'000}};
  quiz::crypto::Stream chance(quiz::crypto::sha256("people"), std::array<std::string_view, 1>{"answers"});
  const quiz::tests::SmallContest all(quiz::tests::kFixedContest, quiz::tests::kTypesBank);
  const std::string number = wrong_answer(item, all.items, chance);
  CHECK(number.size() == 1);
  CHECK(number >= "1");
}

TEST_CASE("essays are words of the question, more of them by those who know") {
  const People people;
  std::size_t longest_wrong = 0;
  std::size_t shortest_right = 1'000;
  for (const std::string& text : people.wrong("letter")) longest_wrong = std::max(longest_wrong, text.size());
  for (const std::string& text : people.right("letter")) {
    shortest_right = std::min(shortest_right, text.size());
    CHECK(text.find("  ") == std::string::npos);
  }
  CHECK(people.right("letter").size() > 90);
  CHECK(longest_wrong < shortest_right);
}
