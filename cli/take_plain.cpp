// SPDX-License-Identifier: Apache-2.0
#include <cli/take_plain.hpp>

#include <cli/console.hpp>
#include <cli/line_reader.hpp>
#include <cli/take_text.hpp>

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/error.hpp>
#include <quizlib/base/trim.hpp>
#include <quizlib/report/render.hpp>
#include <quizlib/sitting/question.hpp>
#include <quizlib/text/width.hpp>
#include <quizlib/workflow/contest_rules.hpp>

#include <signal.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::cli {
namespace {

using sitting::Act;
using sitting::Question;
using std::chrono::seconds;

/// So much of a line that is no answer is said again, in cells.
constexpr std::size_t kShown = 60;
/// How long to wait for the disk before looking for Ctrl-C.
constexpr Milliseconds kPatience{200};

/// When to say next how much time is left: every minute, every ten seconds of the last one.
Milliseconds step_of(Milliseconds left) { return left > seconds(60) ? seconds(60) : seconds(10); }

/// While it lives Ctrl-Z waits: who stopped with something on the way to the disk would hold the store for
/// everybody.
class NoStop {
 public:
  NoStop() {
    sigset_t stop;
    ::sigemptyset(&stop);
    ::sigaddset(&stop, SIGTSTP);
    ::pthread_sigmask(SIG_BLOCK, &stop, &before_);
  }
  NoStop(const NoStop&) = delete;
  NoStop& operator=(const NoStop&) = delete;
  ~NoStop() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

/// A sitting line by line.
class PlainSitting {
 public:
  PlainSitting(workflow::OpenSitting& sitting, Context& context)
      : sitting_(sitting),
        context_(context),
        language_(context.everywhere.language.value_or(sitting.contest().languages.front())) {}

  void run() {
    begin();
    introduce();
    if (answer_all() && predict()) return hand_in();
    if (sitting_.left() > Milliseconds{0})
      return say("take.left-open", {{"answered", answered()}, {"items", items()}});
    say("take.over");
    hand_in();
  }

 private:
  [[nodiscard]] std::size_t items() const { return sitting_.paper().items.size(); }
  [[nodiscard]] std::size_t answered() const { return sitting_.sitting().answered(); }

  [[nodiscard]] std::size_t width() const {
    return context_.out.terminal ? context_.width : std::string::npos;
  }

  void line(std::string_view text) {
    for (const std::string& part : shown_lines(text, width())) context_.out.write(part + '\n');
  }

  void say(std::string_view key, std::vector<Argument> arguments = {}) {
    line(context_.catalogue->format(Message(key, std::move(arguments))));
  }

  void begin() {
    const NoStop no_stop;
    sitting_.begin();
  }

  void introduce() {
    if (sitting_.resumed()) say("take.resumed", {{"answered", answered()}, {"items", items()}});
    line(sitting_.contest().title.in(language_));
    for (const Message& message : introduction(sitting_, *context_.catalogue))
      line(context_.catalogue->format(message));
    if (!sitting_.resumed()) print_rules();
    say("take.how");
    said_ = sitting_.left();
  }

  /// Those of the articles that are about sitting; before going on they have been read.
  void print_rules() {
    Diagnostics ignored;  // they were read when the contest was sealed
    const auto rules = workflow::contest_rules(*sitting_.folder(), *context_.catalogue, ignored);
    if (!rules) return;
    report::render_sitting_rules(*rules->rules, width(),
                                 [this](std::string_view text) { context_.out.write(text); });
    line("");
    say("take.more-rules");
  }

  /// Ask every question that has no answer, and again where all must have one. False: left, or the time is
  /// over.
  bool answer_all() {
    do {
      for (std::size_t position = 0; position < items(); ++position)
        if (sitting_.sitting().slots[position].answer.empty() && !answer(position)) return false;
    } while (sitting_.rules().require_all && sitting_.unanswered() != 0);
    return true;
  }

  /// Record something, and wait until it is on disk. False: the time for it is over.
  bool record(Act act, std::size_t position, std::string_view text = {}) {
    const NoStop no_stop;
    const bool recorded = sitting_.record(act, position, text);
    while (!sitting_.settle(kPatience)) refuse_interrupt();
    return recorded;
  }

  void refuse_interrupt() const {
    if (context_.interrupted && context_.interrupted())
      throw Error(ErrorKind::interrupted, Message("message.interrupted"));
  }

  bool answer(std::size_t position) {
    if (!record(Act::see, position)) return false;
    const bank::Item& item = sitting_.item(position);
    const paper::PaperItem& shown = sitting_.paper().items[position];
    if (sitting_.left_for(position) == Milliseconds{0}) {
      announce_question(position);
      say("take.item-over");
      return true;
    }
    show(position, sitting::question_of(item, shown, language_));
    for (;;) {
      const std::optional<std::string> typed = next_line();
      if (!typed) return false;
      if (typed->empty()) return true;
      const std::optional<std::string> answer = sitting::read_typed(*typed, item, shown);
      const bool is_wrong_number = item.type == bank::ItemType::numeric && !sitting::is_number(*typed);
      if (!answer || is_wrong_number) {
        say("take.no-answer", {{"text", text::cut(*typed, kShown)}});
        continue;
      }
      if (record(Act::answer, position, *answer)) return true;
      if (sitting_.left() == Milliseconds{0}) return false;
      say("take.item-over");
      return true;
    }
  }

  void announce_question(std::size_t position) {
    line("");
    say("take.question",
        {{"number", position + 1}, {"items", items()}, {"clock", clock_face(sitting_.left())}});
  }

  void show(std::size_t position, const Question& question) {
    announce_question(position);
    line(question.stem);
    if (!question.picture.empty()) say("take.picture", {{"text", question.picture}});
    if (const auto left = sitting_.left_for(position)) say("take.item-clock", {{"clock", clock_face(*left)}});
    const bool is_match = question.type == bank::ItemType::match;
    if (question.type == bank::ItemType::truefalse) {
      line("a. " + (*context_.catalogue)("take.true"));
      line("b. " + (*context_.catalogue)("take.false"));
    }
    for (std::size_t i = 0; i < question.choices.size(); ++i)
      line((is_match ? std::to_string(i + 1) : choice_letter(i)) + ". " + std::string(question.choices[i]));
    for (std::size_t i = 0; i < question.rights.size(); ++i)
      line("   " + choice_letter(i) + ". " + std::string(question.rights[i]));
    say("take.asks", {{"type", bank::name(question.type)}});
  }

  bool predict() {
    const std::optional<contest::Prediction>& asked = sitting_.rules().prediction;
    if (!asked || !sitting_.sitting().prediction.empty()) return true;
    line("");
    line(context_.catalogue->format(prediction_question(sitting_)));
    for (;;) {
      const std::optional<std::string> typed = next_line();
      if (!typed || typed->empty()) return typed.has_value();
      if (const auto read = sitting::read_prediction(*typed, asked->percent))
        return record(Act::predict, 0, *read);
      line(context_.catalogue->format(no_prediction(sitting_)));
    }
  }

  /// The next line; nothing where the entrant leaves, the input ends or the time is over.
  std::optional<std::string> next_line() {
    std::string typed;
    for (;;) {
      const Milliseconds left = sitting_.left();
      if (left == Milliseconds{0}) return std::nullopt;
      announce(left);
      const Milliseconds rest = left % step_of(left);
      const LineReader::Got got = reader_.next(typed, rest == Milliseconds{0} ? step_of(left) : rest);
      refuse_interrupt();
      if (got == LineReader::Got::nothing) continue;
      const std::string_view text = trim(typed);
      if (got == LineReader::Got::end || text == "q") return std::nullopt;
      return std::string(text);
    }
  }

  void announce(Milliseconds left) {
    const Milliseconds step = step_of(left);
    const Milliseconds whole = (left + step - Milliseconds{1}) / step * step;
    if (whole >= said_) return;
    said_ = whole;
    say("take.clock", {{"clock", clock_face(whole)}});
  }

  void hand_in() {
    const NoStop no_stop;
    const workflow::Receipt receipt = sitting_.submit();
    line("");
    line(receipt_line(sitting_, receipt, *context_.catalogue));
  }

  workflow::OpenSitting& sitting_;
  Context& context_;
  text::Language language_;  ///< of questions
  LineReader reader_;
  Milliseconds said_{0};  ///< what was left when it was last said
};

}  // namespace

void take_plain(workflow::OpenSitting& sitting, Context& context) { PlainSitting(sitting, context).run(); }

}  // namespace quiz::cli
