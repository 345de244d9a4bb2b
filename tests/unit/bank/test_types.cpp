// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/bank.hpp>

#include <tests/unit/bank/findings.hpp>

#include <doctest/doctest.h>

namespace {

using quiz::Decimal;
using quiz::bank::Item;
using quiz::bank::ItemType;
using quiz::bank::test::bank_of;
using quiz::bank::test::findings;
using quiz::bank::test::lint_of;
using quiz::text::Language;

/// A bank with one item on line 5, of whose fields only these matter.
std::string with_item(const std::string& fields) {
  return "format: quiz-bank/1\nid: b\nlanguages: [vi, en]\nitems:\n- {id: q, stem: S, " + fields + "}\n";
}

Item item_of(const std::string& fields) { return bank_of(with_item(fields)).items.front(); }

std::string canonical_of(const std::string& fields) {
  const std::string form = canonical(bank_of(with_item(fields)));
  return form.substr(form.find("[{") + 1, form.find("}],\"languages") - form.find("[{"));
}

std::string questions_of(const std::string& fields) {
  const std::string form = canonical_questions(bank_of(with_item(fields)));
  return form.substr(form.find("[{") + 1, form.size() - form.find("[{") - 3);
}

/// What lint finds in the item besides what it does not have.
std::string lint_of_item(const std::string& fields) {
  return lint_of(with_item("rationale: R, skills: [a/b], difficulty: easy, " + fields));
}

const std::string kOrder =
    "type: order, choices: [{id: b, text: {vi: Trứng, en: Egg}}, {id: a, text: {vi: Gà, en: Hen}}]";
const std::string kMatch =
    "type: match, pairs: [{left: Lào, right: {vi: Viêng Chăn, en: Vientiane}}, {left: Thái Lan, right: {vi: "
    "Băng Cốc, en: Bangkok}}]";

}  // namespace

TEST_CASE("a numeric item has a number as its key, and a tolerance") {
  const Item item = item_of("type: numeric, key: -3.5, tolerance: 0.000000001");
  CHECK(item.type == ItemType::numeric);
  CHECK(item.number.value == Decimal{-3'500'000'000});
  CHECK(item.number.tolerance == Decimal{1});
  CHECK(item_of("type: numeric, key: 1945").number.tolerance == Decimal{});
  CHECK(item_of("type: numeric, key: 0, tolerance: 0").number.value == Decimal{});
  CHECK(findings(with_item("type: numeric, tolerance: 1")) ==
        "error 5:3 bank.field-missing field=key thing=(thing.item)\n");
  for (const std::string bad : {"3.", "1e3", "1.000.000", "9000000000", "0.0000000001", "x"}) {
    CAPTURE(bad);
    CHECK(findings(with_item("type: numeric, key: " + bad)) ==
          "error 5:40 bank.number-invalid field=key value=" + bad + "\n");
  }
  CHECK(findings(with_item("type: numeric, key: '3'")) ==
        "error 5:40 bank.number-invalid field=key value=3\n");
  CHECK(findings(with_item("type: numeric, key: ba, tolerance: [1]")) ==
        "error 5:40 bank.number-invalid field=key value=ba\n"
        "error 5:55 bank.number-invalid field=tolerance value=\n");
  CHECK(findings(with_item("type: numeric, key: 1, tolerance: -0.1")) ==
        "error 5:54 bank.tolerance-negative value=-0.1\n");
}

TEST_CASE("a text item accepts texts, of which only marks count where it does not say more") {
  const Item item = item_of("type: text, accept: [Hà Nội, Thăng Long]");
  CHECK(item.text.accept == std::vector<std::string>{"Hà Nội", "Thăng Long"});
  CHECK(item.text.match == quiz::text::Differences{false, true, false});
  CHECK(item_of("type: text, accept: [a], match: {case: true, marks: false, spaces: true}").text.match ==
        quiz::text::Differences{true, false, true});
  CHECK(item_of("type: text, accept: Hà Nội").text.accept == std::vector<std::string>{"Hà Nội"});
}

TEST_CASE("accepted texts are compared as answers are") {
  const auto form = [](const std::string& match, const std::string& text) {
    return item_of("type: text, accept: [x], match: {" + match + "}").text.comparable(text);
  };
  CHECK(form("", "  HÀ   NỘI ") == "hà nội");
  CHECK(form("marks: false", "Đà Nẵng") == "da nang");
  CHECK(form("case: true", "HÀ  Nội") == "HÀ Nội");
  CHECK(form("case: true, marks: false", "ĐÀ Nẵng") == "DA Nang");
  CHECK(form("spaces: true", " A  b ") == " a  b ");
  CHECK(form("", "ปี ๒๕๖๖") == "ปี 2566");
  CHECK(form("", "ປີ ໒໐໒໓") == "ປີ 2023");
  CHECK(form("marks: false", "ที่") == "ท");
}

TEST_CASE("a text item accepts something, nothing empty, and nothing twice") {
  CHECK(findings(with_item("type: text")) ==
        "error 5:3 bank.field-missing field=accept thing=(thing.item)\n");
  CHECK(findings(with_item("type: text, accept: []")) == "error 5:40 bank.accept-none\n");
  CHECK(findings(with_item("type: text, accept: {a: b}")) == "error 5:40 bank.not-list field=accept\n");
  CHECK(findings(with_item("type: text, accept: ['', ' ', [a]]")) ==
        "error 5:41 bank.text-empty\n"
        "error 5:45 bank.text-empty\n"
        "error 5:50 bank.not-text field=accept\n");
  CHECK(findings(with_item("type: text, accept: [Hà Nội, hà  nội, ha noi]")) ==
        "error 5:49 bank.accept-same value=hà  nội first=Hà Nội\n");
  CHECK(findings(with_item("type: text, accept: [Hà Nội, ha noi], match: {marks: false}")) ==
        "error 5:49 bank.accept-same value=ha noi first=Hà Nội\n");
  CHECK(findings(with_item("type: text, accept: [A, a], match: {case: true}")).empty());
  CHECK(findings(with_item("type: text, accept: [A], match: {cases: true, marks: no}")) ==
        "error 5:73 bank.not-flag field=marks\n"
        "error 5:53 bank.field-unknown field=cases thing=(thing.match) suggestion=case\n");
  CHECK(findings(with_item("type: text, accept: [A], match: exact")) ==
        "error 5:52 bank.not-mapping thing=(thing.match)\n");
}

TEST_CASE("an order item has its choices in the right order") {
  const Item item = item_of(kOrder);
  CHECK(item.type == ItemType::order);
  REQUIRE(item.choices.size() == 2);
  CHECK(item.choices[0].id == "b");
  CHECK(item.choices[1].text.in(Language::en) == "Hen");
  CHECK(findings(with_item("type: order, choices: [{id: a, text: A}]")) ==
        "error 5:42 bank.choices-few least=2\n");
}

TEST_CASE("a choice of an order item is neither key nor fixed") {
  CHECK(findings(with_item(
            "type: order, choices: [{id: a, text: A, key: true}, {id: b, text: B, fixed: false}]")) ==
        "error 5:60 bank.field-of-type field=key type=order\n"
        "error 5:89 bank.field-of-type field=fixed type=order\n");
}

TEST_CASE("a match item has 2 to 16 pairs of two texts") {
  const Item item = item_of(kMatch);
  CHECK(item.type == ItemType::match);
  REQUIRE(item.pairs.size() == 2);
  CHECK(item.pairs[0].left.in(Language::en) == "Lào");
  CHECK(item.pairs[1].right.in(Language::en) == "Bangkok");
  CHECK(findings(with_item("type: match")) ==
        "error 5:3 bank.field-missing field=pairs thing=(thing.item)\n");
  CHECK(findings(with_item("type: match, pairs: none")) == "error 5:40 bank.not-list field=pairs\n");
  CHECK(findings(with_item("type: match, pairs: [{left: A}]")) ==
        "error 5:40 bank.pairs-few least=2\n"
        "error 5:41 bank.field-missing field=right thing=(thing.pair)\n");
  CHECK(findings(with_item("type: match, pairs: [A, {left: A, right: B, id: c}]")) ==
        "error 5:41 bank.not-mapping thing=(thing.pair)\n"
        "error 5:64 bank.field-unknown field=id thing=(thing.pair) suggestion=\n");
  std::string pairs = "{left: a, right: b}";
  for (int i = 0; i < 15; ++i) pairs += ", {left: a, right: b}";
  CHECK(item_of("type: match, pairs: [" + pairs + "]").pairs.size() == 16);
  CHECK(findings(with_item("type: match, pairs: [" + pairs + ", {left: a, right: b}]")) ==
        "error 5:377 bank.pairs-many count=17 most=16\n");
}

TEST_CASE("an essay has a stem and nothing that says what is right") {
  CHECK(item_of("type: essay, points: 5").type == ItemType::essay);
  CHECK(findings(with_item("type: essay, accept: [x], tolerance: 1")) ==
        "error 5:46 bank.field-of-type field=tolerance type=essay\n"
        "error 5:33 bank.field-of-type field=accept type=essay\n");
}

TEST_CASE("each type has its place in the canonical form") {
  CHECK(canonical_of("type: numeric, key: 3.50") ==
        R"({"id":"q","key":"3.5","points":"1","status":"active","stem":{"vi":"S"},"tolerance":"0",)"
        R"("type":"numeric"})");
  CHECK(canonical_of("type: text, accept: [b, a], match: {marks: false}") ==
        R"({"accept":["b","a"],"id":"q","match":{"case":false,"marks":false,"spaces":false},"points":"1",)"
        R"("status":"active","stem":{"vi":"S"},"type":"text"})");
  CHECK(
      canonical_of(kOrder) ==
      R"({"choices":[{"id":"b","text":{"en":"Egg","vi":"Trứng"}},{"id":"a","text":{"en":"Hen","vi":"Gà"}}],)"
      R"("id":"q","points":"1","status":"active","stem":{"vi":"S"},"type":"order"})");
  CHECK(canonical_of(kMatch) ==
        R"({"id":"q","pairs":[{"left":{"vi":"Lào"},"right":{"en":"Vientiane","vi":"Viêng Chăn"}},)"
        R"({"left":{"vi":"Thái Lan"},"right":{"en":"Bangkok","vi":"Băng Cốc"}}],"points":"1",)"
        R"("status":"active","stem":{"vi":"S"},"type":"match"})");
  CHECK(canonical_of("type: essay") ==
        R"({"id":"q","points":"1","status":"active","stem":{"vi":"S"},"type":"essay"})");
}

TEST_CASE("no key of any type is in the canonical questions") {
  CHECK(questions_of("type: numeric, key: 3, tolerance: 1") ==
        R"({"id":"q","points":"1","stem":{"vi":"S"},"type":"numeric"})");
  CHECK(questions_of("type: text, accept: [a], match: {case: true}") ==
        R"({"id":"q","points":"1","stem":{"vi":"S"},"type":"text"})");
  CHECK(questions_of(kOrder) ==
        R"({"choices":[{"en":"Egg","vi":"Trứng"},{"en":"Hen","vi":"Gà"}],"id":"q","points":"1",)"
        R"("stem":{"vi":"S"},"type":"order"})");
  CHECK(questions_of(kMatch) ==
        R"({"id":"q","left":[{"vi":"Lào"},{"vi":"Thái Lan"}],"points":"1",)"
        R"("right":[{"en":"Bangkok","vi":"Băng Cốc"},{"en":"Vientiane","vi":"Viêng Chăn"}],)"
        R"("stem":{"vi":"S"},"type":"match"})");
}

TEST_CASE("neither the order of choices nor that of pairs changes the questions") {
  CHECK(
      questions_of(
          "type: order, choices: [{id: a, text: {vi: Gà, en: Hen}}, {id: b, text: {vi: Trứng, en: Egg}}]") ==
      questions_of(kOrder));
  CHECK(questions_of("type: match, pairs: [{left: Lào, right: {vi: Băng Cốc, en: Bangkok}}, {left: Thái Lan, "
                     "right: {vi: Viêng Chăn, en: Vientiane}}]") == questions_of(kMatch));
}

TEST_CASE("both sides of pairs and the choices of an order item are translated") {
  CHECK(lint_of_item("type: order, choices: [{id: b, text: B}, {id: a, text: {vi: A, en: A}}]") ==
        "warning 5:3 bank.translation-missing field=stem language=en item=q\n"
        "warning 5:3 bank.translation-missing field=choices/b/text language=en item=q\n"
        "warning 5:3 bank.translation-missing field=rationale language=en item=q\n");
  CHECK(lint_of_item("type: match, pairs: [{left: B, right: 2}, {left: {vi: A, en: A}, right: M}]") ==
        "warning 5:3 bank.translation-missing field=stem language=en item=q\n"
        "warning 5:3 bank.translation-missing field=pairs/1/left language=en item=q\n"
        "warning 5:3 bank.translation-missing field=pairs/2/right language=en item=q\n"
        "warning 5:3 bank.translation-missing field=rationale language=en item=q\n");
}

namespace {

/// What lint finds in an item of a bank in one language.
std::string lint_in_one_language(const std::string& fields) {
  return lint_of(
      "format: quiz-bank/1\nid: b\nlanguages: [vi]\nitems:\n- {id: q, stem: S, rationale: R, skills: "
      "[a/b], difficulty: easy, " +
      fields + "}\n");
}

}  // namespace

TEST_CASE("two sides of pairs that look the same are an error, nearly the same a warning") {
  CHECK(lint_in_one_language(
            "type: match, pairs: [{left: a, right: 3}, {left: b, right: 2}, {left: a, right: 1}]") ==
        "error 5:3 bank.pairs-same item=q pair=3 first=1\n");
  CHECK(lint_in_one_language("type: match, pairs: [{left: b, right: 1}, {left: a, right: 1}]") ==
        "error 5:3 bank.pairs-same item=q pair=2 first=1\n");
  CHECK(lint_in_one_language("type: match, pairs: [{left: b, right: X}, {left: a, right: x}]") ==
        "warning 5:3 bank.pairs-alike item=q pair=2 first=1\n");
}

TEST_CASE("what is right in the order of the texts is a warning: that is how it is shown unshuffled") {
  CHECK(lint_in_one_language("type: order, choices: [{id: b, text: 1945}, {id: a, text: 1975}]") ==
        "warning 5:3 bank.order-plain item=q\n");
  CHECK(lint_in_one_language("type: order, choices: [{id: a, text: 1975}, {id: b, text: 1945}]").empty());
  CHECK(lint_in_one_language(
            "type: match, pairs: [{left: b, right: 2}, {left: a, right: 1}, {left: c, right: 3}]") ==
        "warning 5:3 bank.pairs-plain item=q\n");
  CHECK(lint_in_one_language("type: match, pairs: [{left: b, right: 1}, {left: a, right: 2}]").empty());
}
