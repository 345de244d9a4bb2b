// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/take_state.hpp>

#include <cli/take_text.hpp>

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/utf8.hpp>
#include <quizlib/report/output.hpp>
#include <quizlib/sitting/question.hpp>
#include <quizlib/text/wrap.hpp>
#include <quizlib/workflow/contest_rules.hpp>

#include <algorithm>
#include <utility>

namespace quiz::cli::terminal {
namespace {

using bank::ItemType;
using sitting::Act;
using Kind = Command::Kind;

constexpr int kWheel = 3;  ///< lines a step
/// A disk that takes longer is said to be waited for.
constexpr Milliseconds kPatience{200};

/// Who hands in sooner after having been asked holds the key down, clicks twice, or has not read it yet.
constexpr Milliseconds kDeliberate{400};

/// Whether a command leads away from what must be on disk first.
bool moves_on(Kind kind) {
  return kind == Kind::next || kind == Kind::back || kind == Kind::open || kind == Kind::review ||
         kind == Kind::unanswered || kind == Kind::rules || kind == Kind::hand_in;
}

text::Language after(text::Language language) {
  const auto at = std::ranges::find(text::kLanguages, language) - text::kLanguages.begin();
  return text::kLanguages[static_cast<std::size_t>(at + 1) % text::kLanguages.size()];
}

}  // namespace

TakeState::TakeState(workflow::OpenSitting& sitting, text::Language language)
    : sitting_(sitting),
      catalogue_(language) {
  if (!sitting.resumed()) return;
  sitting_.begin();
  open(unanswered_after(slots().size() - 1).value_or(0));
  note_ = say("take.resumed", {{"answered", sitting_.sitting().answered()}, {"items", slots().size()}});
}

void TakeState::fit(std::size_t columns) {
  if (columns == columns_) return;
  columns_ = columns;
  rules_.clear();
  Diagnostics ignored;  // they were read when the contest was sealed
  const auto rules = workflow::contest_rules(*sitting_.folder(), catalogue_, ignored);
  if (!rules) return;
  std::string text;
  report::render(*rules, catalogue_, {.width = columns}, [&text](std::string_view part) { text += part; });
  for (const std::string_view line : text::field_lines(text, columns))
    rules_.emplace_back(line.substr(0, line.find('\n')));
}

std::string TakeState::note() const {
  if (waiting_) return say("take.waiting");
  if (!note_.empty() || view_ == View::done) return note_;
  if (view_ == View::question && is_over()) return say("take.item-over");
  if (!is_number() || field_.text().empty()) return {};
  if (view_ == View::prediction)
    return sitting::read_prediction(field_.text(), sitting_.rules().prediction->percent)
               ? std::string()
               : catalogue_.format(no_prediction(sitting_));
  return sitting::is_number(field_.text()) ? std::string() : say("take.no-number");
}

bool TakeState::is_over() const { return sitting_.left_for(position_) == Milliseconds{0}; }

std::string TakeState::say(std::string_view key, std::vector<Argument> arguments) const {
  return catalogue_.format(Message(key, std::move(arguments)));
}

bool TakeState::is_typed() const {
  return view_ == View::prediction || (view_ == View::question && sitting::is_typed(item().type));
}

bool TakeState::is_number() const {
  return view_ == View::prediction || (view_ == View::question && item().type == ItemType::numeric);
}

void TakeState::perform(const Command& command) {
  if (moves_on(command.kind) && !is_kept(command)) return;
  if (command.kind != Kind::hand_in) sure_ = false;
  switch (command.kind) {
    case Kind::nothing:
      return;
    case Kind::next:
      return next();
    case Kind::back:
      return back();
    case Kind::open:
      return open(command.index);
    case Kind::choose:
    case Kind::letter:
      return choose(command);
    case Kind::up:
      return move(-1);
    case Kind::down:
      return move(1);
    case Kind::page_up:
      return page(-1);
    case Kind::page_down:
      return page(1);
    case Kind::wheel_up:
      return scroll(-kWheel);
    case Kind::wheel_down:
      return scroll(kWheel);
    case Kind::flag:
      return toggle_flag();
    case Kind::review:
      return open_review();
    case Kind::unanswered:
      return open_unanswered();
    case Kind::rules:
      return toggle_rules();
    case Kind::language:
      return switch_language();
    case Kind::hand_in:
      return view_ == View::review ? ask_to_hand_in() : open_review();
    case Kind::leave:
      keep();
      leaves_ = true;
      return;
    default:
      return edit(command);
  }
}

/// Whether all that was done is on disk; else the command waits until it is.
bool TakeState::is_kept(const Command& command) {
  keep();
  waiting_.reset();
  if (sitting_.settle(kPatience)) return true;
  waiting_ = command;
  return false;
}

void TakeState::tick() {
  if (view_ == View::done || !sitting_.has_begun()) return;
  if (sitting_.left() == Milliseconds{0} && is_kept({})) return hand_in("take.over");
  if (!waiting_) return static_cast<void>(sitting_.settle(Milliseconds{0}));
  const Command command = *waiting_;
  if (is_kept(command)) perform(command);
}

void TakeState::see() {
  if (view_ == View::question) sitting_.record(Act::see, position_);
}

/// Show another view.
void TakeState::show(View view) {
  view_ = view;
  cursor_ = 0;
  room_.first = 0;
  follows_ = false;
  note_.clear();
}

void TakeState::open(std::size_t position) {
  if (!sitting_.has_begun()) sitting_.begin();
  show(View::question);
  position_ = position;
  choices_ = Choices(item().type, shown().choice_count);
  read_back();
}

/// Show the answer as it is recorded.
void TakeState::read_back() {
  field_ = TextField(slots()[position_].answer);
  if (!is_typed()) choices_.set(sitting::picks_of(slots()[position_].answer, item(), shown()));
}

void TakeState::open_prediction() {
  show(View::prediction);
  field_ = TextField(sitting_.sitting().prediction);
}

void TakeState::open_review() {
  if (!sitting_.has_begun() || view_ == View::done) return;
  show(View::review);
  cursor_ = position_;
  follows_ = true;
}

/// The next question, in a circle, that has no answer and still takes one.
std::optional<std::size_t> TakeState::unanswered_after(std::size_t position) const {
  for (std::size_t step = 1; step <= slots().size(); ++step) {
    const std::size_t at = (position + step) % slots().size();
    if (slots()[at].answer.empty() && sitting_.left_for(at) != Milliseconds{0}) return at;
  }
  return std::nullopt;
}

void TakeState::open_unanswered() {
  if (!sitting_.has_begun() || view_ == View::done) return;
  if (const auto found = unanswered_after(view_ == View::review ? cursor_ : position_)) return open(*found);
  note_ = say("take.none-unanswered");
}

void TakeState::toggle_rules() {
  if (view_ == View::start || view_ == View::done) return;
  if (view_ != View::rules) {
    behind_ = view_;
    return show(View::rules);
  }
  if (behind_ == View::question) return open(position_);
  behind_ == View::prediction ? open_prediction() : open_review();
}

void TakeState::next() {
  if (view_ == View::start) return open(0);
  if (view_ == View::rules) return toggle_rules();
  if (view_ == View::prediction) return open_review();
  if (view_ != View::question) return;
  if (position_ + 1 < slots().size()) return open(position_ + 1);
  sitting_.rules().prediction ? open_prediction() : open_review();
}

void TakeState::back() {
  if (view_ == View::rules) return toggle_rules();
  if (view_ == View::review && sitting_.rules().prediction) return open_prediction();
  if (view_ == View::review || view_ == View::prediction) return open(slots().size() - 1);
  if (view_ == View::question && position_ > 0) open(position_ - 1);
}

void TakeState::toggle_flag() {
  if (view_ != View::question) return;
  sitting_.record(slots()[position_].flagged ? Act::unflag : Act::flag, position_);
}

void TakeState::switch_language() {
  catalogue_ = text::Catalogue(after(catalogue_.language()));
  columns_ = 0;
  note_.clear();
}

void TakeState::ask_to_hand_in() {
  const std::size_t answered = sitting_.sitting().answered();
  const Milliseconds left = sitting_.left();
  const bool is_deliberate = std::exchange(asked_left_, left) - left >= kDeliberate;
  if (sitting_.rules().require_all && sitting_.unanswered() != 0)
    note_ = say("take.require-all");
  else if (!std::exchange(sure_, true) || !is_deliberate)
    note_ = say("take.sure", {{"answered", answered}, {"items", slots().size()}});
  else
    hand_in("take.handed-in");
}

void TakeState::hand_in(std::string_view why) {
  receipt_ = sitting_.submit();
  view_ = View::done;
  room_.first = 0;
  note_ = say(why);
}

void TakeState::choose(const Command& command) {
  if (view_ != View::question || is_typed()) return;
  follows_ = true;
  record_choices(command.kind == Kind::choose ? choices_.choose(command.index)
                                              : choices_.letter(command.text));
}

void TakeState::move(int by) {
  follows_ = true;
  if (is_typed()) return field_.move_line(by, room_.field_cells);
  if (view_ == View::question) return record_choices(choices_.move(by));
  if (view_ != View::review) return scroll(by);
  if (by < 0 && cursor_ > 0) --cursor_;
  if (by > 0 && cursor_ + 1 < slots().size()) ++cursor_;
}

/// By a screen: the cursor of a review, else what is seen.
void TakeState::page(int by) {
  if (view_ != View::review) return scroll(by * (room_.lines - 1));
  const auto step = static_cast<std::size_t>(room_.lines);
  cursor_ = by < 0 ? cursor_ - std::min(cursor_, step) : std::min(cursor_ + step, slots().size() - 1);
  follows_ = true;
}

void TakeState::scroll(int by) {
  follows_ = false;
  room_.first = std::max(0, room_.first + by);  // the other end is known once it is drawn
}

void TakeState::edit(const Command& command) {
  if (view_ == View::review && (command.kind == Kind::line_begin || command.kind == Kind::line_end)) {
    cursor_ = command.kind == Kind::line_begin ? 0 : slots().size() - 1;
    follows_ = true;
  }
  if (view_ == View::question && !is_typed()) return command.kind == Kind::erase ? blank() : void();
  if (!is_typed()) return;
  const std::string before = field_.text();
  if (command.kind == Kind::insert && is_clean(command.text)) field_.insert(command.text);
  if (command.kind == Kind::erase) field_.erase();
  if (command.kind == Kind::erase_ahead) field_.erase_ahead();
  if (command.kind == Kind::left) field_.left();
  if (command.kind == Kind::right) field_.right();
  if (command.kind == Kind::line_begin) field_.line_begin();
  if (command.kind == Kind::line_end) field_.line_end();
  follows_ = true;
  if (field_.text() != before) is_typed_anew_ = true;
}

/// Take the answer back.
void TakeState::blank() {
  record("");
  read_back();
}

void TakeState::record(std::string_view answer) {
  note_.clear();
  if (sitting_.record(Act::answer, position_, answer)) return;
  read_back();
  note_ = say("take.item-over");
}

void TakeState::record_choices(bool are_new) {
  if (are_new) record(sitting::answer_of(choices_.picks(), item(), shown()));
}

void TakeState::keep() {
  if (!std::exchange(is_typed_anew_, false)) return;
  if (view_ == View::prediction)
    sitting_.record(Act::predict, 0, field_.text());
  else
    record(sitting::read_typed(field_.text(), item(), shown()).value_or(""));
}

}  // namespace quiz::cli::terminal
