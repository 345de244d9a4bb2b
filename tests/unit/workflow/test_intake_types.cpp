// SPDX-License-Identifier: Apache-2.0
// Answers that are kept in lists, from a table of sheets and back.
#include <quizlib/response/answer.hpp>
#include <quizlib/response/packed_batch.hpp>
#include <quizlib/workflow/answers.hpp>
#include <quizlib/workflow/lists.hpp>

#include <tests/support/failure.hpp>
#include <tests/unit/workflow/intake_runs.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using quiz::response::AnswerCode;
using quiz::tests::add_table;
using quiz::tests::ContestDir;
using quiz::tests::failure;
using quiz::tests::kFixedContest;
using quiz::tests::replaced;
using quiz::tests::rows_text;
using quiz::tests::scores;
using quiz::workflow::IntakeRequest;
using quiz::workflow::Results;

constexpr std::string_view kDamaged = "integrity: contest.db is damaged [store.damaged]";
constexpr std::string_view kHeader = "entrant,submitted_at,pi,capital,water,states,letter,sun\n";

/// The fixed contest over the bank of types, sealed.
class Types {
 public:
  explicit Types(std::string_view scoring = "") : dir_(contest(scoring)) {
    dir_.folder().add("banks/small.yaml", quiz::tests::kTypesBank);
    dir_.seal();
  }
  const ContestDir& operator*() const { return dir_; }

  /// Add rows, without the header.
  std::string add(std::string_view rows, IntakeRequest request = {}) const {
    return add_table(dir_, std::string(kHeader).append(rows), std::move(request));
  }
  /// Every item with a list: its answers by code.
  [[nodiscard]] std::string lists() const {
    const auto folder = dir_.load();
    const auto store = quiz::store::Store::open(dir_.path() / "contest.db");
    const auto lists = load_answers(*store, *folder->items, quiz::workflow::Essays::yes);
    std::string text;
    for (quiz::ItemNo item = 0; item < lists.size(); ++item) {
      if (lists[item].empty()) continue;
      text += (*folder->items)[item].id.text + ':';
      for (const std::string& answer : lists[item]) text += " [" + answer + "]";
      text += '\n';
    }
    return text;
  }
  [[nodiscard]] std::string responses() const {
    return rows_text(responses_of(std::make_shared<Results>(dir_.load(), 1)).rows);
  }
  [[nodiscard]] std::string explained(const std::string& entrant) const {
    return rows_text(explain(std::make_shared<Results>(dir_.load(), 1), entrant).rows);
  }

 private:
  static quiz::report::Document responses_of(const std::shared_ptr<const Results>& results) {
    return quiz::workflow::responses(results);
  }
  static std::string contest(std::string_view scoring) {
    return replaced(kFixedContest, "  attempts:", "  scoring: {" + std::string(scoring) + "}\n  attempts:");
  }

  ContestDir dir_;
};

}  // namespace

TEST_CASE("distinct answers are kept once, in the order of the rows, and written back as they came") {
  const Types types;
  CHECK(types.add("A,2023-09-10 09:00,\"3,14\",hà  nội,v;s;r,2=2;1=1,\"Dear Bob,\nhello\",true\n"
                  "B,2023-09-10 09:01,3.2,Hà Nội,r;v;s,1=1;2=2;3=3,,false\n"
                  "C,2023-09-10 09:02,\"3,14\",hà  nội,,1=1;2=2,x,\n") == "sheets.csv: in 3, accepted 3\n");
  CHECK(types.lists() ==
        "pi: [3,14] [3.2]\n"
        "capital: [hà  nội] [Hà Nội]\n"
        "water: [v;s;r] [r;v;s]\n"
        "states: [1=1;2=2] [1=1;2=2;3=3]\n"
        "letter: [Dear Bob,\nhello] [x]\n");
  CHECK(types.responses() ==
        "A||||w1|1|accepted||2023-09-10T09:00:00+07:00|||3,14|hà  nội|v;s;r|1=1;2=2|Dear Bob,\nhello|true\n"
        "B||||w1|1|accepted||2023-09-10T09:01:00+07:00|||3.2|Hà Nội|r;v;s|1=1;2=2;3=3||false\n"
        "C||||w1|1|accepted||2023-09-10T09:02:00+07:00|||3,14|hà  nội||1=1;2=2|x|\n");
}

TEST_CASE("what is right follows from the rules, and every answer is explained") {
  const Types types("rule: per-right, order: longest-run, wrong: -0.5, floor: -9");
  CHECK(types.add("A,2023-09-10 09:00,\"3,15\",thang long,v;s;r,1=1;2=3;3=2,Dear Bob,true\n"
                  "B,2023-09-10 09:00,4,,s;v;r,,,false\n") == "sheets.csv: in 2, accepted 2\n");
  CHECK(types.explained("A") ==
        "w1|1|1|small/pi|3,15|3.14 ± 0.01|all-or-nothing|right|1|1\n"
        "w1|1|2|small/capital|thang long|Hà Nội;Thăng Long|all-or-nothing|right|1|1\n"
        "w1|1|3|small/water|v;s;r|r;v;s|longest-run|partial|2/3|2/3\n"
        "w1|1|4|small/states|1=1;2=3;3=2|1=1;2=2;3=3|per-right|partial|1/3|1/3\n"
        "w1|1|5|small/letter|Dear Bob|||unmarked|0|0\n"
        "w1|1|6|small/sun|true|true|per-right|right|1|1\n");
  CHECK(types.explained("B") ==
        "w1|1|1|small/pi|4|3.14 ± 0.01|all-or-nothing|wrong|-1/2|-1/2\n"
        "w1|1|2|small/capital||Hà Nội;Thăng Long|all-or-nothing|blank|0|0\n"
        "w1|1|3|small/water|s;v;r|r;v;s|longest-run|wrong|-1/2|-1/2\n"
        "w1|1|4|small/states||1=1;2=2;3=3|per-right|blank|0|0\n"
        "w1|1|5|small/letter||||blank|0|0\n"
        "w1|1|6|small/sun|false|true|per-right|wrong|-1/2|-1/2\n");
  CHECK(scores(*types) ==
        "A|w1|1|accepted|4|3|6||2023-09-10T09:00:00+07:00|yes\n"
        "B|w1|1|accepted|-1.5|0|3||2023-09-10T09:00:00+07:00|yes\n");
}

TEST_CASE("the same answers are the same sheet, whatever their codes, and other ones another sheet") {
  const Types types;
  CHECK(types.add("A,2023-09-10 09:00,1,x,,,,\n") == "sheets.csv: in 1, accepted 1\n");
  CHECK(types.add("B,2023-09-10 09:00,2,y,,,,\nA,2023-09-10 09:00,1,x,,,,\nA,2023-09-10 09:00,1,y,,,,\n") ==
        "sheets.csv: in 3, accepted 2, duplicate 1\n");
  CHECK(types.lists() == "pi: [1] [2]\ncapital: [x] [y]\n");
  CHECK(types.add("A,2023-09-10 09:00,1,x,,,,\nB,2023-09-10 09:00,2,y,,,,\n") ==
        "sheets.csv: in 2, duplicate 2\n");
  CHECK(types.lists() == "pi: [1] [2]\ncapital: [x] [y]\n");
}

TEST_CASE("rows that are not kept leave no answer in a list") {
  const Types types;
  CHECK(types.add("A,2023-09-10 09:00,7,first,r;x,,,\nB,2023-09-10 09:00,8,second,,,,\n") ==
        "sheets.csv: in 2, accepted 1, refused 1\n"
        "sheets.csv:2: warning: \"r;x\" is not an answer to item small/water [intake.answer-unknown]\n");
  CHECK(types.lists() == "pi: [8]\ncapital: [second]\n");
}

TEST_CASE("lists do not depend on the number of threads, nor on where runs are cut") {
  std::string rows;
  for (int i = 0; i < 3'000; ++i) {
    rows += "E" + std::to_string(i) + ",2023-09-10 09:00," + std::to_string(i * 7 % 1'000) + ",t" +
            std::to_string(i * 13 % 1'700) + ",,,essay " + std::to_string(i) + ",\n";
  }
  IntakeRequest one;
  one.threads = 1;
  IntakeRequest many;
  many.threads = 3;
  many.rows_per_commit = 500;
  const Types alone;
  const Types together;
  CHECK(alone.add(rows, one) == "sheets.csv: in 3000, accepted 3000\n");
  CHECK(together.add(rows, many) == "sheets.csv: in 3000, accepted 3000\n");
  CHECK(alone.lists() == together.lists());
  CHECK(alone.responses() == together.responses());
}

TEST_CASE("a code beyond its list is damage") {
  const auto add_codes = [](const Types& types, std::vector<AnswerCode> codes) {
    quiz::response::SheetBatch batch;
    batch.paper_size = 6;
    batch.entrant = {0};
    batch.attempt = {0};
    batch.started = batch.submitted = batch.duration = batch.prediction = {quiz::kMissing};
    batch.digest = {{1, 2}};
    batch.codes = std::move(codes);
    quiz::response::PackedBatch packed = pack_batch(batch);
    packed.round = "w1";
    quiz::store::Store::open((*types).path() / "contest.db", ContestDir::writer())->put(packed);
  };
  const Types numbers;
  CHECK(numbers.add("A,2023-09-10 09:00,1,,,,,\n") == "sheets.csv: in 1, accepted 1\n");
  add_codes(numbers, {2, 0, 0, 0, 0, 0});
  CHECK(failure([&] { std::ignore = scores(*numbers); }, (*numbers).path()) == kDamaged);

  // No score looks at essays, but who shows them does.
  const Types essays;
  CHECK(essays.add("A,2023-09-10 09:00,,,,,Essay,\n") == "sheets.csv: in 1, accepted 1\n");
  add_codes(essays, {0, 0, 0, 0, 2, 0});
  CHECK(scores(*essays) ==
        "A|w1|1|accepted|0|0|1||2023-09-10T09:00:00+07:00|yes\n"
        "A|w1|2|accepted|0|0|1|||no\n");
  CHECK(failure([&] { std::ignore = essays.responses(); }, (*essays).path()) == kDamaged);
}
