// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/take_state.hpp>

#include <cli/terminal/take_picture.hpp>
#include <quizlib/base/error.hpp>

#include <tests/support/contest_dir.hpp>
#include <tests/support/fake_clock.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using quiz::Instant;
using quiz::Milliseconds;
using quiz::cli::terminal::Command;
using quiz::cli::terminal::Picture;
using quiz::cli::terminal::picture_of;
using quiz::cli::terminal::pressed;
using quiz::cli::terminal::Spot;
using quiz::cli::terminal::TakeState;
using quiz::cli::terminal::View;
using Kind = quiz::cli::terminal::Command::Kind;

namespace {

constexpr std::string_view kContest = R"(format: quiz-contest/1
id: screen
title: {en: "A small round"}
languages: [en]
timezone: Asia/Ho_Chi_Minh
banks: {small: banks/small.yaml}
registration: {mode: open}
rounds:
- id: w1
  opens: 2023-09-10
  closes: 2023-09-10
  time_limit: 20m
  paper: {sections: [{bank: small, draw: all}], shuffle: []}
  prediction: {target: all-correct}
ranking: {order: [points]}
)";

constexpr std::string_view kItems = R"(format: quiz-bank/1
id: small
title: {en: "Bank"}
languages: [en]
license: CC0-1.0
items:
- {id: one, type: single, stem: "One?", choices: [{id: a, text: "A", key: true}, {id: b, text: "B"}], difficulty: easy, rationale: "r", skills: [s/1]}
- {id: two, type: order, stem: "Two?", choices: [{id: a, text: "A"}, {id: b, text: "B"}, {id: c, text: "C"}], difficulty: easy, rationale: "r", skills: [s/1]}
- {id: three, type: essay, stem: "Three?", difficulty: easy, rationale: "r", skills: [s/1]}
)";

/// 2023-09-10T08:00+07:00
constexpr Instant kOpen{Milliseconds(1'694'307'600'000)};

/// A sitting of one test, at its start.
struct Scene {
  void perform(std::initializer_list<Command> commands) {
    for (const Command& command : commands) {
      state.perform(command);
      while (state.waits()) state.tick();  // for a slow disk
      if (sitting.has_begun()) state.see();
    }
    state.keep();
  }

  /// The answers as they are on disk once somebody else goes on with the sitting.
  std::vector<std::string> answers() {
    REQUIRE(sitting.settle(std::chrono::minutes(1)));
    quiz::workflow::OpenSitting again(dir.load(), {"w1", "E1", true}, clock, dir.writer());
    std::vector<std::string> answers;
    for (const quiz::sitting::Slot& slot : again.sitting().slots) answers.push_back(slot.answer);
    return answers;
  }

  /// What a screen of that size shows, a line each.
  [[nodiscard]] std::vector<std::string> lines(int rows, int columns) const {
    std::vector<std::string> lines;
    for (const Spot& spot : picture_of(state, rows, columns).spots) lines.push_back(spot.text);
    return lines;
  }

  quiz::tests::ContestDir dir{kContest};
  quiz::tests::FakeClock clock{kOpen};
  quiz::workflow::OpenSitting sitting = make();
  TakeState state{sitting, quiz::text::Language::en};

 private:
  quiz::workflow::OpenSitting make() {
    dir.folder().add("banks/small.yaml", kItems);
    dir.seal();
    return {dir.load(), {"w1", "E1", false}, clock, dir.writer()};
  }
};

Command letter(std::string_view text) { return {Kind::letter, 0, std::string(text)}; }
Command typed(std::string_view text) { return {Kind::insert, 0, std::string(text)}; }
using Answers = std::vector<std::string>;

}  // namespace

TEST_CASE("nothing is begun before the entrant starts") {
  Scene scene;
  CHECK(scene.state.view() == View::start);
  CHECK_FALSE(scene.sitting.has_begun());
  scene.clock.advance(std::chrono::minutes(5));
  CHECK(scene.sitting.left() == std::chrono::minutes(20));
  scene.perform({{Kind::next}});
  CHECK(scene.state.view() == View::question);
  scene.clock.advance(std::chrono::minutes(5));
  CHECK(scene.sitting.left() == std::chrono::minutes(15));
}

TEST_CASE("a letter chooses the one choice again and again, and Backspace takes the answer back") {
  Scene scene;
  scene.perform({{Kind::next}, letter("a"), letter("b"), letter("b")});
  CHECK(scene.answers() == Answers{"b", "", ""});
  scene.perform({{Kind::erase}});
  CHECK(scene.answers() == Answers{"", "", ""});
}

TEST_CASE("the next question without an answer is found in a circle") {
  Scene scene;
  scene.perform({{Kind::open, 2}, typed("x"), {Kind::unanswered}});
  CHECK(scene.state.position() == 0);
  scene.perform({{Kind::unanswered}});
  CHECK(scene.state.position() == 1);
  scene.perform({{Kind::choose, 0}, {Kind::choose, 0}, {Kind::review}, {Kind::unanswered}});
  CHECK(scene.state.view() == View::question);
  CHECK(scene.state.position() == 0);
  scene.perform({letter("a"), {Kind::unanswered}});
  CHECK(scene.state.position() == 0);
  CHECK(scene.state.note() == "no question is left to answer");
}

TEST_CASE("digits of Lao and Thai choose, too") {
  Scene scene;
  scene.perform({{Kind::next}, letter("๒")});
  CHECK(scene.answers() == Answers{"b", "", ""});
  scene.perform({letter("໑")});
  CHECK(scene.answers() == Answers{"a", "", ""});
}

TEST_CASE("a line that there is not cannot be chosen") {
  Scene scene;
  scene.perform({{Kind::next}, {Kind::choose, 2}, letter("c"), letter("9"), letter("{")});
  CHECK(scene.answers() == Answers{"", "", ""});
}

TEST_CASE("a line of an order is an answer once it is put down") {
  Scene scene;
  scene.perform({{Kind::open, 1}, {Kind::choose, 0}});
  CHECK(scene.answers() == Answers{"", "", ""});
  scene.perform({{Kind::choose, 2}});
  CHECK(scene.answers() == Answers{"", "b;c;a", ""});
}

TEST_CASE("an essay is recorded as it is typed, without what no file may hold") {
  Scene scene;
  scene.perform({{Kind::open, 2}, typed("Lời"), typed("\u202e"), typed(" giải")});
  CHECK(scene.answers() == Answers{"", "", "Lời giải"});
  scene.perform({{Kind::left}, {Kind::erase}, typed("ả")});
  CHECK(scene.answers() == Answers{"", "", "Lời giải"});
}

TEST_CASE("the review shows what is answered, flagged and skipped, and the prediction") {
  Scene scene;
  scene.perform({{Kind::next}, letter("a"), {Kind::flag}, {Kind::next}, {Kind::review}});
  const std::vector<std::string> lines = scene.lines(24, 80);
  for (const std::string_view line : {"  !#   1  ", ">  -   2  ", "   .   3  ", "no prediction that counts"})
    CHECK_MESSAGE(std::ranges::find(lines, line) != lines.end(), line);
}

TEST_CASE("a sheet is handed in when it is asked for twice, or when its time is over") {
  Scene scene;
  scene.perform({{Kind::next}, letter("a"), {Kind::hand_in}, {Kind::hand_in}, {Kind::up}, {Kind::hand_in}});
  CHECK(scene.state.view() == View::review);
  scene.clock.advance(std::chrono::minutes(20));
  do scene.state.tick();
  while (scene.state.waits());
  REQUIRE(scene.state.receipt());
  CHECK(scene.state.view() == View::done);
  CHECK(scene.state.receipt()->answered == 1);
  CHECK(scene.state.receipt()->submitted == kOpen + std::chrono::minutes(20));
}

TEST_CASE("who confirms before having read what is asked does not hand in") {
  Scene scene;
  scene.perform({{Kind::next}, {Kind::review}, {Kind::hand_in}, {Kind::hand_in}, {Kind::hand_in}});
  CHECK(scene.state.note() == "0 of 3 answered: press F5 again to hand in for good");
  scene.clock.advance(Milliseconds{399});
  scene.perform({{Kind::hand_in}});
  CHECK(scene.state.view() == View::review);
  scene.clock.advance(Milliseconds{400});
  scene.perform({{Kind::hand_in}});
  CHECK(scene.state.view() == View::done);
}

TEST_CASE("a screen that is too small says so and shows nothing else") {
  const Scene scene;
  const Picture picture = picture_of(scene.state, 11, 40);
  CHECK_FALSE(picture.is_readable);
  CHECK(picture.buttons.empty());
  CHECK(scene.lines(11, 40) ==
        std::vector<std::string>{"the terminal is too small: 40 x 12 are", "needed, or --plain"});
}

TEST_CASE("what is pressed is what stands there") {
  Scene scene;
  scene.perform({{Kind::next}});
  const Picture picture = picture_of(scene.state, 24, 80);
  CHECK(pressed(picture, 4, 10) == Command{Kind::choose, 0});
  CHECK(pressed(picture, 5, 10) == Command{Kind::choose, 1});
  CHECK(pressed(picture, 3, 10) == Command{});
  CHECK(pressed(picture, 22, 3) == Command{Kind::open, 2});
}
