// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/answer.hpp>

#include <tests/support/small_contest.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using quiz::bank::ItemType;
using quiz::response::answer_text;
using quiz::response::AnswerForm;
using quiz::response::key_text;
using quiz::response::order_text;

/// Answers to the items of the bank of types, which entrants see with their parts turned round.
class Listed {
 public:
  /// The canonical order of what `text` says, `none` where it is no answer.
  [[nodiscard]] std::string order(std::string_view text, AnswerForm form = AnswerForm::ids) const {
    const auto parsed = parse_order(text, item("water"), shown(), form);
    return parsed ? order_text(item("water"), *parsed) : "none";
  }
  [[nodiscard]] std::string matches(std::string_view text, AnswerForm form = AnswerForm::ids) const {
    const auto parsed = parse_matches(text, item("states"), shown(), form);
    return parsed ? matches_text(*parsed) : "none";
  }
  [[nodiscard]] const quiz::bank::Item& item(std::string_view id) const {
    return all_.items[all_.items.find(id)];
  }

 private:
  /// Choices and left sides are shown as 3, 1, 2, right sides as 2, 3, 1.
  static quiz::paper::PaperItem shown() {
    quiz::paper::PaperItem result;
    result.choice_count = 3;
    result.choices = {2, 0, 1};
    result.rights = {1, 2, 0};
    return result;
  }

  quiz::tests::SmallContest all_{quiz::tests::kFixedContest, quiz::tests::kTypesBank};
};

}  // namespace

TEST_CASE("only what is chosen among choices needs no list") {
  CHECK_FALSE(quiz::response::is_listed(ItemType::single));
  CHECK_FALSE(quiz::response::is_listed(ItemType::multiple));
  CHECK_FALSE(quiz::response::is_listed(ItemType::truefalse));
  for (const ItemType type :
       {ItemType::numeric, ItemType::text, ItemType::order, ItemType::match, ItemType::essay})
    CHECK(quiz::response::is_listed(type));
}

TEST_CASE("an order is written in ids, letters, numbers or texts") {
  const Listed listed;
  CHECK(listed.order("s;r;v") == "s;r;v");
  CHECK(listed.order(" s ; r ") == "s;r");
  CHECK(listed.order("ABC", AnswerForm::letters) == "s;r;v");
  CHECK(listed.order("b, c; A", AnswerForm::letters) == "r;v;s");
  CHECK(listed.order("3;1;2", AnswerForm::numbers) == "v;s;r");
  CHECK(listed.order("Biển;rain; SÔNG", AnswerForm::texts) == "s;r;v");
}

TEST_CASE("what names no choice is no order") {
  const Listed listed;
  CHECK(listed.order("s;x") == "none");
  CHECK(listed.order("s;") == "none");
  CHECK(listed.order("s,r") == "none");
  CHECK(listed.order(";", AnswerForm::letters) == "none");
  CHECK(listed.order("ABD", AnswerForm::letters) == "none");
  CHECK(listed.order("0;1", AnswerForm::numbers) == "none");
}

TEST_CASE("an order that names a choice twice comes as it is, for whoever reads it to refuse") {
  CHECK(Listed().order("s;s") == "s;s");
}

TEST_CASE("pairs are the numbers of the bank, letters or numbers as shown, or texts of both sides") {
  const Listed listed;
  CHECK(listed.matches("1=2;3=1") == "1=2;3=1");
  CHECK(listed.matches(" 3 = 1 ; 1 = 2 ") == "1=2;3=1");
  // A is the left side of pair 3 and the right side of pair 2.
  CHECK(listed.matches("A=A;b=c", AnswerForm::letters) == "1=1;3=2");
  CHECK(listed.matches("1=1;2=3", AnswerForm::numbers) == "1=1;3=2");
  CHECK(listed.matches("Laos=viêng chăn;THÁI LAN = Bangkok", AnswerForm::texts) == "1=1;2=2");
  CHECK(listed.matches("2=1;2=2") == "2=1;2=2");
}

TEST_CASE("texts of pairs may hold the sign that joins them") {
  CHECK(Listed().matches("x = y=y = x", AnswerForm::texts) == "3=3");
  CHECK(Listed().matches("x = y=Bangkok;Lào=y = x", AnswerForm::texts) == "1=3;3=2");
}

TEST_CASE("what is no pair of sides is no answer") {
  const Listed listed;
  CHECK(listed.matches("1=4") == "none");
  CHECK(listed.matches("0=1") == "none");
  CHECK(listed.matches("1") == "none");
  CHECK(listed.matches("1=") == "none");
  CHECK(listed.matches("1=2;") == "none");
  CHECK(listed.matches("1=2,2=1") == "none");
  CHECK(listed.matches("Lào=Huế", AnswerForm::texts) == "none");
}

TEST_CASE("the key is written as an answer") {
  const Listed listed;
  CHECK(key_text(listed.item("pi")) == "3.14 ± 0.01");
  CHECK(key_text(listed.item("capital")) == "Hà Nội;Thăng Long");
  CHECK(key_text(listed.item("water")) == "r;v;s");
  CHECK(key_text(listed.item("states")) == "1=1;2=2;3=3");
  CHECK(key_text(listed.item("letter")) == "");
  CHECK(key_text(listed.item("sun")) == "true");
  quiz::bank::Item exact = listed.item("pi");
  exact.number.tolerance = {};
  CHECK(key_text(exact) == "3.14");
}

TEST_CASE("the answer behind a code is a text of the list or the ids of choices") {
  const Listed listed;
  const std::vector<std::string> list{"3,1", "ba"};
  CHECK(answer_text(listed.item("pi"), 2, list) == "ba");
  CHECK(answer_text(listed.item("pi"), 0, list) == "");
  CHECK(answer_text(listed.item("sun"), 2, {}) == "false");
  CHECK(answer_text(listed.item("sun"), 0, {}) == "");
}
