// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/take_body.hpp>

#include <cli/take_text.hpp>

#include <quizlib/sitting/question.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/text/width.hpp>
#include <quizlib/text/wrap.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace quiz::cli::terminal {
namespace {

using bank::ItemType;
using Kind = Command::Kind;

/// `#` answered, `-` seen, `.` not seen.
char progress_sign(const sitting::Slot& slot) {
  if (!slot.answer.empty()) return '#';
  return slot.first_seen ? '-' : '.';
}

class Writer {
 public:
  Writer(const TakeState& state, int columns) : state_(state), columns_(static_cast<std::size_t>(columns)) {}

  Body write() {
    if (state_.view() == View::start) write_start();
    if (state_.view() == View::question) write_question();
    if (state_.view() == View::prediction) write_prediction();
    if (state_.view() == View::review) write_review();
    if (state_.view() == View::rules) write_rules();
    if (state_.view() == View::done) write_done();
    return std::move(body_);
  }

 private:
  [[nodiscard]] workflow::OpenSitting& sitting() const { return state_.sitting(); }
  [[nodiscard]] text::Language language() const { return state_.catalogue().language(); }

  void add_line(std::string before, std::string text, Style style, const Command& press = {}) {
    BodyLine line{std::move(before), std::move(text), style};
    if (press.kind != Kind::nothing) line.presses.push_back({0, static_cast<int>(columns_), press});
    body_.lines.push_back(std::move(line));
  }

  void add_empty() { body_.lines.emplace_back(); }

  /// A text behind `first`, its further lines below its first word.
  void add(std::string_view text, Style style = Style::plain, std::string_view first = "",
           const Command& press = {}) {
    const std::size_t indent = text::width(first);
    std::string before(first);
    for (const std::string& line : shown_lines(text, columns_ - indent)) {
      add_line(before, line, style, press);
      before.assign(indent, ' ');
    }
  }

  void write_start() {
    add(sitting().contest().title.in(language()), Style::strong);
    if (!sitting().sitter().name.empty()) add(sitting().sitter().name);
    add_empty();
    for (const Message& message : introduction(sitting(), state_.catalogue()))
      add(state_.catalogue().format(message));
    add_empty();
    add(state_.say("take.start"), Style::good, "", {Kind::next});
    add_empty();
    write_rules();
  }

  void write_rules() {
    for (const std::string& line : state_.rules()) add_line("", line, Style::plain);
  }

  void write_question() {
    const sitting::Question question = sitting::question_of(state_.item(), state_.shown(), language());
    add(question.stem, Style::strong);
    if (!question.picture.empty()) add(state_.say("take.picture", {{"text", question.picture}}));
    add_empty();
    if (state_.is_typed()) {
      write_field();
      add_empty();
    } else {
      write_choices(question);
      write_rights(question);
      add_empty();
    }
    add(state_.say("take.hint", {{"type", bank::name(state_.item().type)}}));
  }

  void write_choices(const sitting::Question& question) {
    const std::array<std::string, 2> truth{state_.say("take.true"), state_.say("take.false")};
    for (std::size_t line = 0; line < state_.shown().choice_count; ++line) {
      const std::size_t place = state_.item().type == ItemType::order ? state_.choices().picks()[line] : line;
      const std::string_view text = state_.item().type == ItemType::truefalse
                                        ? std::string_view(truth.at(place))
                                        : question.choices[place];
      if (line == state_.cursor()) body_.mark = body_.lines.size();
      add(text, is_marked(line, place) ? Style::good : Style::plain, mark(line, place), {Kind::choose, line});
    }
  }

  /// The right sides of a match.
  void write_rights(const sitting::Question& question) {
    if (question.rights.empty()) return;
    add_empty();
    for (std::size_t i = 0; i < question.rights.size(); ++i)
      add(question.rights[i], Style::plain, "    " + choice_letter(i) + "  ",
          {Kind::letter, 0, choice_letter(i)});
  }

  [[nodiscard]] bool is_chosen(std::size_t place) const {
    return std::ranges::find(state_.choices().picks(), static_cast<std::uint8_t>(place)) !=
           state_.choices().picks().end();
  }

  [[nodiscard]] bool is_grabbed(std::size_t line) const {
    return state_.choices().is_grabbed() && line == state_.cursor();
  }

  [[nodiscard]] bool is_marked(std::size_t line, std::size_t place) const {
    if (state_.item().type == ItemType::order) return is_grabbed(line);
    return state_.item().type != ItemType::match && is_chosen(place);
  }

  /// What stands before a choice: the cursor, whether it is chosen, its letter.
  [[nodiscard]] std::string mark(std::size_t line, std::size_t place) const {
    const std::string cursor = line == state_.cursor() ? "> " : "  ";
    const std::string number = std::to_string(line + 1) + ". ";
    const std::string letter = choice_letter(place) + "  ";
    switch (state_.item().type) {
      case ItemType::order:
        return cursor + number + (is_grabbed(line) ? "* " : "  ") + letter;
      case ItemType::match: {
        const std::size_t right = state_.choices().picks()[line];
        return cursor + number + '[' + (right == 0 ? " " : choice_letter(right - 1)) + "] ";
      }
      case ItemType::multiple:
        return cursor + (is_chosen(place) ? "[x] " : "[ ] ") + letter;
      default:
        return cursor + (is_chosen(place) ? "(x) " : "( ) ") + letter;
    }
  }

  void write_field() {
    constexpr std::string_view kPrompt = "> ";
    body_.field_cells = columns_ - kPrompt.size();
    const FieldView view = view_of(state_.field(), body_.field_cells);
    body_.mark = body_.lines.size() + view.row;
    body_.has_cursor = true;
    body_.cursor_column = kPrompt.size() + view.column;
    std::string before(kPrompt);
    for (const std::string_view line : view.lines) {
      add_line(before, text::visible(line.substr(0, line.find('\n'))), Style::good);
      before.assign(kPrompt.size(), ' ');
    }
    if (state_.is_number()) write_digits();
  }

  /// Keys for who has only a mouse.
  void write_digits() {
    const bool is_prediction = state_.view() == View::prediction;
    const bool has_decimals = !is_prediction || sitting().rules().prediction->percent;
    add_empty();
    body_.lines.emplace_back();
    const auto add_key = [this](char key, const Command& command) {
      if (body_.lines.back().text.size() + 3 > columns_) body_.lines.emplace_back();
      BodyLine& line = body_.lines.back();
      const int begin = static_cast<int>(line.text.size());
      line.text.append({'[', key, ']'});
      line.presses.push_back({begin, begin + 3, command});
    };
    for (const char key : std::string_view("1234567890"))
      add_key(key, {Kind::insert, 0, std::string(1, key)});
    if (has_decimals) add_key(',', {Kind::insert, 0, ","});
    if (!is_prediction) add_key('-', {Kind::insert, 0, "-"});
    add_key('<', {Kind::erase});
  }

  void write_prediction() {
    add(state_.catalogue().format(prediction_question(sitting())), Style::strong);
    add_empty();
    write_field();
  }

  void write_review() {
    add(state_.say("take.review",
                   {{"answered", sitting().sitting().answered()}, {"items", state_.slots().size()}}),
        Style::strong);
    add_empty();
    for (std::size_t i = 0; i < state_.slots().size(); ++i) {
      const bool is_here = i == state_.cursor();
      if (is_here) body_.mark = body_.lines.size();
      const sitting::Slot& slot = state_.slots()[i];
      const std::string first = std::string(is_here ? "> " : "  ") + (slot.flagged ? '!' : ' ') +
                                progress_sign(slot) + ' ' +
                                text::pad(std::to_string(i + 1), 3, text::Align::right) + "  ";
      add_line(first, "", is_here ? Style::strong : Style::plain, {Kind::open, i});
      body_.lines.back().stem = sitting().item(i).stem.in(language());
    }
    if (!sitting().rules().prediction) return;
    add_empty();
    const std::string& prediction = sitting().sitting().prediction;
    const bool is_there =
        sitting::read_prediction(prediction, sitting().rules().prediction->percent).has_value();
    add(state_.say("take.predicted", {{"given", is_there ? "yes" : "no"}, {"text", prediction}}),
        is_there ? Style::plain : Style::warning, "", {Kind::back});
  }

  void write_done() {
    add(receipt_line(sitting(), *state_.receipt(), state_.catalogue()), Style::strong);
    add_empty();
    add(state_.say("take.done"));
  }

  const TakeState& state_;
  std::size_t columns_;
  Body body_;
};

}  // namespace

Body body_of(const TakeState& state, int columns) { return Writer(state, columns).write(); }

char map_sign(const sitting::Slot& slot) { return slot.flagged ? '!' : progress_sign(slot); }

}  // namespace quiz::cli::terminal
