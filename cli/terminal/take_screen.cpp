// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/take_screen.hpp>

#include <cli/console.hpp>
#include <cli/take_text.hpp>
#include <cli/terminal/screen.hpp>

#include <quizlib/sitting/question.hpp>
#include <quizlib/text/width.hpp>
#include <quizlib/text/wrap.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::cli::terminal {
namespace {

using bank::ItemType;
using sitting::Act;
using std::chrono::seconds;

/// Below this nothing can be read.
constexpr int kLeastRows = 12;
constexpr int kLeastColumns = 40;
constexpr std::size_t kLongestTyped = 16 * 1024;

enum class View { start, question, prediction, review, done };

/// A line of the middle of the screen, and what a click on it does.
struct Line {
  std::string text;
  Style style = Style::plain;
  std::function<void()> press;
};

/// A word at the foot of the screen that can be clicked.
struct Button {
  int row = 0;
  int begin = 0;
  int end = 0;
  std::function<void()> press;
};

/// Without its last character.
void drop_last(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
  if (!text.empty()) text.pop_back();
}

class TakeScreen {
 public:
  TakeScreen(workflow::OpenSitting& sitting, Context& context, bool colours)
      : sitting_(sitting),
        context_(context),
        catalogue_(context.catalogue->language()),
        screen_(colours),
        view_(sitting.resumed() ? View::question : View::start) {
    const auto blank =
        std::ranges::find_if(slots(), [](const sitting::Slot& slot) { return slot.answer.empty(); });
    if (sitting.resumed() && blank != slots().end())
      position_ = static_cast<std::size_t>(blank - slots().begin());
    if (view_ == View::question) enter(position_);
  }

  /// The receipt; nothing where the entrant left.
  std::optional<workflow::Receipt> run() {
    while (!leaves_) {
      if (view_ != View::done && sitting_.left() == Milliseconds{0}) hand_in("take.over");
      draw();
      // Echo first: what changed is on disk before anything else is done.
      if (keep()) draw();
      const Milliseconds to_second = sitting_.left() % seconds(1);
      Key key = screen_.next(to_second == Milliseconds{0} ? Milliseconds(seconds(1)) : to_second);
      // What has come already is handled before anything is drawn or written, or a paste would take minutes.
      for (int most = 4096; most > 0 && !leaves_; --most) {
        if (key.kind == Key::Kind::closed) leaves_ = true;
        if (key.kind == Key::Kind::nothing || leaves_) break;
        if (key.kind != Key::Kind::resize) handle(key);
        key = screen_.next(Milliseconds{0});
      }
    }
    keep();
    return receipt_;
  }

 private:
  [[nodiscard]] const std::vector<sitting::Slot>& slots() const { return sitting_.sitting().slots; }
  [[nodiscard]] std::size_t items() const { return slots().size(); }
  [[nodiscard]] const bank::Item& item() const { return sitting_.item(position_); }
  [[nodiscard]] const paper::PaperItem& shown() const { return sitting_.paper().items[position_]; }
  [[nodiscard]] bool is_typed() const {
    return item().type == ItemType::numeric || item().type == ItemType::text ||
           item().type == ItemType::essay;
  }
  [[nodiscard]] std::string say(std::string_view key, std::vector<Argument> arguments = {}) const {
    return catalogue_.format(Message(key, std::move(arguments)));
  }

  // What happens.

  void enter(std::size_t position) {
    position_ = position;
    view_ = View::question;
    cursor_ = 0;
    scroll_ = 0;
    grabbed_ = false;
    note_.clear();
    is_new_ = true;
    typed_ = slots()[position_].answer;
    picks_ = sitting::picks_of(slots()[position_].answer, item(), shown());
    if (item().type == ItemType::order && picks_.empty())
      for (std::uint8_t i = 0; i < shown().choice_count; ++i) picks_.push_back(i);
  }

  void record(std::string_view answer) {
    note_.clear();
    if (!sitting_.record(Act::answer, position_, answer)) note_ = say("take.item-over");
  }

  /// Record what has changed since the last time. Whether there is something more to show.
  bool keep() {
    if (view_ == View::done) return false;
    if (std::exchange(is_new_, false)) sitting_.record(Act::see, position_);
    if (!std::exchange(is_changed_, false)) return false;
    if (view_ == View::prediction)
      sitting_.record(Act::predict, 0, typed_);
    else
      record(is_typed() ? sitting::read_typed(typed_, item(), shown()).value_or("")
                        : sitting::answer_of(picks_, item(), shown()));
    return !note_.empty();
  }

  void record_picks() { is_changed_ = true; }

  void next() {
    if (view_ == View::start) return enter(0);
    if (view_ == View::prediction) return review();
    if (view_ == View::review) return;
    if (position_ + 1 < items()) return enter(position_ + 1);
    if (!sitting_.rules().prediction) return review();
    view_ = View::prediction;
    typed_ = sitting_.sitting().prediction;
    note_.clear();
  }

  void previous() {
    if (view_ == View::review && sitting_.rules().prediction) {
      view_ = View::prediction;
      typed_ = sitting_.sitting().prediction;
    } else if (view_ == View::review || view_ == View::prediction) {
      enter(items() - 1);
    } else if (view_ == View::question && position_ > 0) {
      enter(position_ - 1);
    }
  }

  void review() {
    view_ = View::review;
    cursor_ = position_;
    note_.clear();
  }

  void toggle_flag() {
    if (view_ != View::question) return;
    sitting_.record(slots()[position_].flagged ? Act::unflag : Act::flag, position_);
  }

  void switch_language() {
    const auto at = std::ranges::find(text::kLanguages, catalogue_.language()) - text::kLanguages.begin();
    catalogue_ =
        text::Catalogue(text::kLanguages[static_cast<std::size_t>(at + 1) % text::kLanguages.size()]);
    note_.clear();
  }

  void ask_to_hand_in() {
    if (sitting_.rules().require_all && sitting_.sitting().answered() < items()) {
      note_ = say("take.require-all");
    } else if (!std::exchange(sure_, true)) {
      note_ = say("take.sure", {{"answered", sitting_.sitting().answered()}, {"items", items()}});
    } else {
      hand_in("take.handed-in");
    }
  }

  void hand_in(std::string_view why) {
    receipt_ = sitting_.submit();
    view_ = View::done;
    note_ = say(why);
  }

  /// Choose, unchoose, take up or put down what the cursor is on.
  void choose(std::size_t at) {
    const auto place = static_cast<std::uint8_t>(at);
    if (item().type == ItemType::order) {
      grabbed_ = !grabbed_;
      return record_picks();
    }
    if (item().type == ItemType::match) {
      picks_[at] = static_cast<std::uint8_t>((picks_[at] + 1) % (shown().choice_count + 1));
      return record_picks();
    }
    const auto chosen = std::ranges::find(picks_, place);
    if (chosen != picks_.end())
      picks_.erase(chosen);
    else if (item().type == ItemType::multiple)
      picks_.push_back(place);
    else
      picks_ = {place};
    std::ranges::sort(picks_);
    record_picks();
  }

  void move(int by) {
    const auto last = view_ == View::review ? items() : static_cast<std::size_t>(shown().choice_count);
    if (view_ == View::question && is_typed()) {
      scroll_ = std::max(0, scroll_ + by);
      return;
    }
    if (last == 0 || (by < 0 && cursor_ == 0) || (by > 0 && cursor_ + 1 >= last)) return;
    const std::size_t to = by < 0 ? cursor_ - 1 : cursor_ + 1;
    if (grabbed_) {
      std::swap(picks_[cursor_], picks_[to]);
      record_picks();
    }
    cursor_ = to;
  }

  /// A letter or digit on a question that is not typed.
  void pick(std::string_view text) {
    if (text.size() != 1) return;
    const char c = text.front() >= 'A' && text.front() <= 'Z' ? static_cast<char>(text.front() - 'A' + 'a')
                                                              : text.front();
    if (c == ' ') return choose(cursor_);
    const std::size_t count = shown().choice_count;
    if (c >= '1' && c <= '9' && static_cast<std::size_t>(c - '1') < count) {
      cursor_ = static_cast<std::size_t>(c - '1');
      if (item().type != ItemType::match && item().type != ItemType::order) choose(cursor_);
      return;
    }
    if (c < 'a' || static_cast<std::size_t>(c - 'a') >= count) return;
    const auto place = static_cast<std::uint8_t>(c - 'a');
    if (item().type == ItemType::match) {
      picks_[cursor_] = static_cast<std::uint8_t>(place + 1);
      record_picks();
    } else if (item().type == ItemType::order) {
      cursor_ = static_cast<std::size_t>(std::ranges::find(picks_, place) - picks_.begin());
      choose(cursor_);
    } else {
      cursor_ = place;
      choose(place);
    }
  }

  void type(const Key& key) {
    if (key.kind == Key::Kind::backspace)
      drop_last(typed_);
    else if (typed_.size() < kLongestTyped)
      typed_ += key.text;
    is_changed_ = true;
  }

  void handle(const Key& key) {
    if (key.kind != Key::Kind::text && key.kind != Key::Kind::backspace) keep();
    if (!is_to_hand_in(key)) sure_ = false;
    if (key.kind == Key::Kind::press) return press(key.row, key.column);
    if (view_ == View::done) {
      leaves_ = key.kind == Key::Kind::enter || key.kind == Key::Kind::escape || is_control(key, "q");
      return;
    }
    if ((key.kind == Key::Kind::function && key.number == 10) || is_control(key, "q") ||
        is_control(key, "c")) {
      leaves_ = true;
    } else if (is_function(key, 2, "f")) {
      toggle_flag();
    } else if (is_function(key, 3, "r")) {
      review();
    } else if (is_function(key, 4, "l")) {
      switch_language();
    } else if (is_to_hand_in(key)) {
      view_ == View::review ? ask_to_hand_in() : review();
    } else if (key.kind == Key::Kind::enter && view_ == View::review) {
      enter(cursor_);
    } else if (key.kind == Key::Kind::tab || key.kind == Key::Kind::enter ||
               key.kind == Key::Kind::page_down) {
      if (!key.pasted) next();
    } else if (key.kind == Key::Kind::back_tab || key.kind == Key::Kind::page_up) {
      previous();
    } else if (key.kind == Key::Kind::up || key.kind == Key::Kind::down) {
      move(key.kind == Key::Kind::up ? -1 : 1);
    } else if (key.kind == Key::Kind::left) {
      previous();
    } else if (key.kind == Key::Kind::right) {
      next();
    } else if (view_ == View::prediction || (view_ == View::question && is_typed())) {
      if (key.kind == Key::Kind::text || key.kind == Key::Kind::backspace) type(key);
    } else if (view_ == View::question && key.kind == Key::Kind::text && !key.pasted) {
      pick(key.text);
    }
  }

  static bool is_control(const Key& key, std::string_view letter) {
    return key.kind == Key::Kind::control && key.text == letter;
  }
  static bool is_function(const Key& key, int number, std::string_view letter) {
    return (key.kind == Key::Kind::function && key.number == number) || is_control(key, letter);
  }
  static bool is_to_hand_in(const Key& key) { return is_function(key, 5, "s"); }

  void press(int row, int column) {
    for (const Button& button : buttons_)
      if (row == button.row && column >= button.begin && column < button.end) return button.press();
  }

  // What is seen.

  void draw() {
    screen_.clear();
    buttons_.clear();
    if (screen_.rows() < kLeastRows || screen_.columns() < kLeastColumns) {
      int row = 0;
      for (const std::string& line :
           text::wrap(say("take.small", {{"columns", kLeastColumns}, {"rows", kLeastRows}}),
                      static_cast<std::size_t>(std::max(1, screen_.columns()))))
        screen_.put(row++, 0, line);
      return screen_.show(-1, 0);
    }
    draw_head();
    const std::vector<Line> lines = body();
    const int top = 2;
    const std::vector<std::string> notes =
        note_.empty() ? std::vector<std::string>()
                      : text::wrap(note_, static_cast<std::size_t>(screen_.columns()) - 2);
    const int bottom = screen_.rows() - 3 - static_cast<int>(std::min<std::size_t>(notes.size(), 3));
    keep_in_sight(lines.size(), bottom - top);
    for (int row = top; row < bottom; ++row) {
      const auto at = static_cast<std::size_t>(row - top + scroll_);
      if (at >= lines.size()) break;
      screen_.put(row, 1, lines[at].text, lines[at].style);
      if (lines[at].press) buttons_.push_back({row, 0, screen_.columns(), lines[at].press});
    }
    if (scroll_ > 0) screen_.put(top, screen_.columns() - 1, "^");
    if (static_cast<std::size_t>(bottom - top + scroll_) < lines.size())
      screen_.put(bottom - 1, screen_.columns() - 1, "v");
    for (std::size_t i = 0; i < notes.size(); ++i)
      screen_.put(bottom + static_cast<int>(i), 1, notes[i], Style::warning);
    draw_map(screen_.rows() - 3);
    draw_keys(screen_.rows() - 2);
    screen_.show(-1, 0);
  }

  void draw_head() {
    const Milliseconds left = sitting_.left();
    const bool is_short = left <= seconds(60);
    const std::string clock = (is_short ? "! " : "") + clock_face(left);
    const auto columns = static_cast<std::size_t>(screen_.columns());
    std::string title(sitting_.folder().contest.title.in(catalogue_.language()));
    if (view_ == View::question)
      title = say("take.number", {{"number", position_ + 1}, {"items", items()}}) +
              (slots()[position_].flagged ? " !" : "") + "  " + title;
    const std::size_t room = columns - text::width(clock) - 3;
    screen_.put(0, 0, ' ' + text::pad(text::cut(title, room), room) + ' ' + clock + ' ', Style::bar);
    if (is_short)
      screen_.put(0, screen_.columns() - static_cast<int>(text::width(clock)) - 1, clock, Style::warning);
  }

  void add(std::vector<Line>& lines, std::string_view text, Style style = Style::plain,
           std::string_view first = "", const std::function<void()>& press = {}) const {
    const std::size_t indent = text::width(first);
    const std::size_t room = static_cast<std::size_t>(screen_.columns()) - 3 - indent;
    bool begins = true;
    for (const std::string& part : text::wrap(text, room)) {
      lines.push_back({(begins ? std::string(first) : std::string(indent, ' ')) + part, style, press});
      begins = false;
    }
  }

  std::vector<Line> body() {
    std::vector<Line> lines;
    mark_ = 0;
    if (view_ == View::start) draw_start(lines);
    if (view_ == View::question) draw_question(lines);
    if (view_ == View::review) draw_review(lines);
    if (view_ == View::prediction) {
      add(lines, catalogue_.format(prediction_question(sitting_)), Style::strong);
      lines.push_back({});
      add(lines, typed_ + "_", Style::good, "> ");
    }
    if (view_ == View::done) {
      add(lines, receipt_line(sitting_, *receipt_, catalogue_), Style::strong);
      lines.push_back({});
      add(lines, say("take.done"));
    }
    return lines;
  }

  void draw_start(std::vector<Line>& lines) {
    add(lines, sitting_.folder().contest.title.in(catalogue_.language()), Style::strong);
    if (!sitting_.entrant_name().empty()) add(lines, sitting_.entrant_name());
    lines.push_back({});
    add(lines, say("take.title", {{"round", sitting_.round().id.text}, {"attempt", sitting_.attempt()}}));
    add(lines, say("take.items", {{"count", items()}, {"clock", clock_face(sitting_.limits().end)}}));
    if (sitting_.rules().require_all) add(lines, say("take.require-all"));
    lines.push_back({});
    add(lines, say("take.start"), Style::good, "", [this] { next(); });
  }

  void draw_question(std::vector<Line>& lines) {
    const sitting::Question question = sitting::question_of(item(), shown(), catalogue_.language());
    add(lines, question.stem, Style::strong);
    if (!question.picture.empty()) add(lines, say("take.picture", {{"text", question.picture}}));
    lines.push_back({});
    if (is_typed()) {
      add(lines, typed_ + "_", Style::good, "> ");
      lines.push_back({});
      add(lines, say("take.asks", {{"type", bank::name(item().type)}}));
      return;
    }
    const std::vector<std::string> truth{say("take.true"), say("take.false")};
    for (std::size_t line = 0; line < shown().choice_count; ++line) {
      const std::size_t place = item().type == ItemType::order ? picks_[line] : line;
      const std::string_view text =
          item().type == ItemType::truefalse ? std::string_view(truth[place]) : question.choices[place];
      if (line == cursor_) mark_ = lines.size();
      const bool is_chosen = item().type != ItemType::order && item().type != ItemType::match &&
                             std::ranges::find(picks_, static_cast<std::uint8_t>(place)) != picks_.end();
      add(lines, text, is_chosen || (grabbed_ && line == cursor_) ? Style::good : Style::plain,
          mark(line, place), [this, line] {
            cursor_ = line;
            choose(line);
          });
    }
    if (question.rights.empty()) return;
    lines.push_back({});
    for (std::size_t i = 0; i < question.rights.size(); ++i)
      add(lines, question.rights[i], Style::plain, "    " + choice_letter(i) + "  ",
          [this, i] { pick(choice_letter(i)); });
  }

  /// What stands before a choice: the cursor, whether it is chosen, its letter.
  [[nodiscard]] std::string mark(std::size_t line, std::size_t place) const {
    const bool is_chosen = std::ranges::find(picks_, static_cast<std::uint8_t>(place)) != picks_.end();
    std::string text = line == cursor_ ? "> " : "  ";
    switch (item().type) {
      case ItemType::order:
        text += std::to_string(line + 1) + ". " + (grabbed_ && line == cursor_ ? "* " : "  ");
        break;
      case ItemType::match:
        text += std::to_string(line + 1) + ". [" +
                (picks_[line] == 0 ? " " : choice_letter(picks_[line] - std::size_t{1})) + "] ";
        return text;
      case ItemType::multiple:
        text += is_chosen ? "[x] " : "[ ] ";
        break;
      default:
        text += is_chosen ? "(x) " : "( ) ";
        break;
    }
    return text + choice_letter(place) + "  ";
  }

  void draw_review(std::vector<Line>& lines) {
    add(lines, say("take.review", {{"answered", sitting_.sitting().answered()}, {"items", items()}}),
        Style::strong);
    lines.push_back({});
    for (std::size_t i = 0; i < items(); ++i) {
      if (i == cursor_) mark_ = lines.size();
      const std::string_view stem = sitting_.item(i).stem.in(catalogue_.language());
      const std::string first = (i == cursor_ ? "> " : "  ") + std::string(1, state_of(i)) + ' ' +
                                text::pad(std::to_string(i + 1), 3, text::Align::right) + "  ";
      const std::size_t room = static_cast<std::size_t>(screen_.columns()) - 3 - first.size();
      lines.push_back({first + text::cut(stem, room), i == cursor_ ? Style::strong : Style::plain,
                       [this, i] { enter(i); }});
    }
  }

  /// `#` answered, `!` flagged, `-` seen, `.` not seen.
  [[nodiscard]] char state_of(std::size_t position) const {
    const sitting::Slot& slot = slots()[position];
    if (slot.flagged) return '!';
    if (!slot.answer.empty()) return '#';
    return slot.first_seen ? '-' : '.';
  }

  void draw_map(int row) {
    const auto room = static_cast<std::size_t>(screen_.columns()) - 2;
    const std::size_t first =
        items() <= room ? 0 : std::min(items() - room, position_ - std::min(position_, room / 2));
    for (std::size_t i = first; i < std::min(items(), first + room); ++i) {
      const int column = 1 + static_cast<int>(i - first);
      const bool is_here = i == position_ && view_ == View::question;
      screen_.put(row, column, std::string(1, state_of(i)), is_here ? Style::bar : Style::plain);
      if (view_ != View::done) buttons_.push_back({row, column, column + 1, [this, i] { enter(i); }});
    }
  }

  void draw_keys(int row) {
    std::vector<std::pair<std::string, std::function<void()>>> keys;
    if (view_ == View::done) {
      keys.emplace_back("Enter " + say("take.key.leave"), [this] { leaves_ = true; });
    } else {
      if (view_ != View::review) keys.emplace_back("Tab " + say("take.key.next"), [this] { next(); });
      if (view_ != View::start) keys.emplace_back("S-Tab " + say("take.key.back"), [this] { previous(); });
      if (view_ == View::question) keys.emplace_back("F2 " + say("take.key.flag"), [this] { toggle_flag(); });
      if (view_ == View::review)
        keys.emplace_back("F5 " + say("take.key.hand-in"), [this] { ask_to_hand_in(); });
      else
        keys.emplace_back("F3 " + say("take.key.review"), [this] { review(); });
      keys.emplace_back("F4 " + say("take.key.language"), [this] { switch_language(); });
      keys.emplace_back("F10 " + say("take.key.leave"), [this] { leaves_ = true; });
    }
    int column = 1;
    for (auto& [text, act] : keys) {
      const int cells = static_cast<int>(text::width(text));
      if (column + cells >= screen_.columns()) {
        column = 1;
        ++row;
      }
      screen_.put(row, column, text, Style::bar);
      buttons_.push_back({row, column, column + cells, std::move(act)});
      column += cells + 2;
    }
  }

  /// Scroll so that the line of the cursor is seen.
  void keep_in_sight(std::size_t lines, int room) {
    if (view_ != View::question && view_ != View::review) scroll_ = 0;
    const int most = std::max(0, static_cast<int>(lines) - room);
    const int at = static_cast<int>(mark_);
    if (mark_ != 0) scroll_ = std::clamp(scroll_, at - room + 1, std::max(at - 1, 0));
    if (cursor_ == 0 && mark_ < static_cast<std::size_t>(room)) scroll_ = is_scrolled_by_hand() ? scroll_ : 0;
    scroll_ = std::clamp(scroll_, 0, most);
  }

  [[nodiscard]] bool is_scrolled_by_hand() const { return view_ == View::question && is_typed(); }

  workflow::OpenSitting& sitting_;
  Context& context_;
  text::Catalogue catalogue_;
  Screen screen_;
  View view_;
  std::size_t position_ = 0;
  std::size_t cursor_ = 0;           ///< a choice, or in the review an item
  std::vector<std::uint8_t> picks_;  ///< of the question, as `picks_of` gives them
  std::string typed_;
  bool is_changed_ = false;  ///< `picks_` or `typed_` are not recorded yet
  bool is_new_ = false;      ///< nor that the question is seen
  std::string note_;         ///< said above the map
  std::vector<Button> buttons_;
  std::size_t mark_ = 0;  ///< the line of the cursor
  int scroll_ = 0;
  bool grabbed_ = false;  ///< an order item's line moves with the cursor
  bool sure_ = false;     ///< asked whether to hand in
  bool leaves_ = false;
  std::optional<workflow::Receipt> receipt_;
};

}  // namespace

void take_screen(workflow::OpenSitting& sitting, Context& context) {
  const bool colours = context.everywhere.color != Color::never && context.variable("NO_COLOR").empty();
  const std::optional<workflow::Receipt> receipt = TakeScreen(sitting, context, colours).run();
  const std::size_t answered = sitting.sitting().answered();
  const Message left("take.left-open", {{"answered", answered}, {"items", sitting.paper().items.size()}});
  const text::Catalogue& catalogue = *context.catalogue;
  print_text(context, (receipt ? receipt_line(sitting, *receipt, catalogue) : catalogue.format(left)) + '\n');
}

}  // namespace quiz::cli::terminal
