// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/take_picture.hpp>

#include <cli/take_text.hpp>
#include <cli/terminal/take_body.hpp>

#include <quizlib/text/unicode.hpp>
#include <quizlib/text/width.hpp>
#include <quizlib/text/wrap.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace quiz::cli::terminal {
namespace {

using Kind = Command::Kind;
using std::chrono::seconds;

/// Below this nothing can be read.
constexpr int kLeastRows = 12;
constexpr int kLeastColumns = 40;
/// Of notes, which stand above the map.
constexpr std::size_t kMostNotes = 3;
/// The line below the head is empty, or has the time that is left for the question.
constexpr int kTop = 2;

std::string in_one_line(std::string_view stem, std::size_t cells) {
  std::string line(stem);
  std::ranges::replace(line, '\n', ' ');
  return text::cut(text::visible(line), cells);
}

class Painter {
 public:
  Painter(const TakeState& state, int rows, int columns) : state_(state), rows_(rows), columns_(columns) {}

  Picture paint() {
    picture_.is_readable = rows_ >= kLeastRows && columns_ >= kLeastColumns;
    if (!picture_.is_readable) {
      say_too_small();
      return std::move(picture_);
    }
    Body body = body_of(state_, columns_ - 3);
    paint_head();
    paint_item_clock();
    const int map = paint_keys(is_long(body.lines.size())) - 1;
    paint_map(map);
    paint_body(std::move(body), paint_notes(map));
    return std::move(picture_);
  }

 private:
  void put(int row, int column, std::string text, Style style = Style::plain) {
    picture_.spots.push_back({row, column, std::move(text), style});
  }

  void say_too_small() {
    const std::string text = state_.say("take.small", {{"columns", kLeastColumns}, {"rows", kLeastRows}});
    int row = 0;
    for (const std::string& line : text::wrap(text, static_cast<std::size_t>(std::max(1, columns_))))
      put(row++, 0, line);
  }

  void paint_head() {
    const Milliseconds left = state_.sitting().left();
    const bool is_short = left <= seconds(60) && state_.view() != View::done;
    const std::string clock = (is_short ? "! " : "") + clock_face(left);
    std::string title(state_.sitting().contest().title.in(state_.catalogue().language()));
    if (state_.view() == View::question) {
      const std::string flag = state_.slots()[state_.position()].flagged ? " !" : "";
      const std::size_t number = state_.position() + 1;
      title = state_.say("take.number", {{"number", number}, {"items", state_.slots().size()}}) + flag +
              "  " + title;
    }
    const std::size_t room = static_cast<std::size_t>(columns_) - text::width(clock) - 3;
    put(0, 0, ' ' + text::pad(text::cut(title, room), room) + ' ' + clock + ' ', Style::bar);
    if (is_short) put(0, columns_ - static_cast<int>(text::width(clock)) - 1, clock, Style::warning);
  }

  /// Below the head, where it is seen however long the question is.
  void paint_item_clock() {
    if (state_.view() != View::question) return;
    const std::optional<Milliseconds> left = state_.sitting().left_for(state_.position());
    if (!left) return;
    const std::string text = state_.say("take.item-clock", {{"clock", clock_face(*left)}});
    put(1, std::max(1, columns_ - static_cast<int>(text::width(text)) - 1), text,
        *left <= seconds(10) ? Style::warning : Style::plain);
  }

  [[nodiscard]] std::vector<std::pair<std::string, Command>> keys(bool is_long) const {
    const View view = state_.view();
    std::vector<std::pair<std::string, Command>> keys;
    const auto add = [&](std::string_view key, std::string_view word, Kind kind) {
      keys.emplace_back(std::string(key) + ' ' + state_.say(word), Command{kind});
    };
    if (view == View::start) add("Enter", "take.key.start", Kind::next);
    if (view == View::question || view == View::prediction) add("Tab", "take.key.next", Kind::next);
    if (view != View::start && view != View::done) add("S-Tab", "take.key.back", Kind::back);
    if (view == View::question) add("F2", "take.key.flag", Kind::flag);
    if (view == View::review) add("F5", "take.key.hand-in", Kind::hand_in);
    if (view == View::review) add("F6", "take.key.unanswered", Kind::unanswered);
    if (view == View::question || view == View::prediction) add("F3", "take.key.review", Kind::review);
    if (is_long) add("PgDn", "take.key.scroll", Kind::page_down);
    if (view != View::done) add("F4", "take.key.language", Kind::language);
    if (view != View::start && view != View::done) add("F1", "take.key.rules", Kind::rules);
    if (view == View::done)
      add("Enter", "take.key.close", Kind::leave);
    else
      add("F10", "take.key.leave", Kind::leave);
    return keys;
  }

  /// The keys in as many rows as they need, from row 0 on.
  [[nodiscard]] std::vector<Button> layout(bool is_long, std::vector<std::string>& texts) const {
    std::vector<Button> buttons;
    int row = 0;
    int column = 1;
    for (auto& [text, command] : keys(is_long)) {
      const int cells = static_cast<int>(text::width(text));
      if (column + cells >= columns_) {
        column = 1;
        ++row;
      }
      buttons.push_back({row, column, column + cells, command});
      texts.push_back(std::move(text));
      column += cells + 2;
    }
    return buttons;
  }

  /// Whether a body of so many lines has no room beside the keys, the map and the notes.
  [[nodiscard]] bool is_long(std::size_t lines) const {
    std::vector<std::string> texts;
    const int around = kTop + layout(false, texts).back().row + 2 + static_cast<int>(notes().size());
    return static_cast<int>(lines) > rows_ - around;
  }

  /// At the foot of the screen. The first of their rows.
  int paint_keys(bool is_long) {
    std::vector<std::string> texts;
    std::vector<Button> buttons = layout(is_long, texts);
    const int first = rows_ - 1 - buttons.back().row;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
      buttons[i].row += first;
      put(buttons[i].row, buttons[i].begin, std::move(texts[i]), Style::bar);
      picture_.buttons.push_back(std::move(buttons[i]));
    }
    return first;
  }

  void paint_map(int row) {
    if (!state_.sitting().has_begun()) return;
    const std::size_t items = state_.slots().size();
    const auto room = static_cast<std::size_t>(columns_) - 2;
    const std::size_t here = state_.position();
    const std::size_t first = items <= room ? 0 : std::min(items - room, here - std::min(here, room / 2));
    for (std::size_t i = first; i < std::min(items, first + room); ++i) {
      const int column = 1 + static_cast<int>(i - first);
      const bool is_here = i == here && state_.view() == View::question;
      put(row, column, std::string(1, map_sign(state_.slots()[i])), is_here ? Style::bar : Style::plain);
      if (state_.view() != View::done) picture_.buttons.push_back({row, column, column + 1, {Kind::open, i}});
    }
  }

  [[nodiscard]] std::vector<std::string> notes() const {
    const std::string note = state_.note();
    if (note.empty()) return {};
    std::vector<std::string> lines = text::wrap(note, static_cast<std::size_t>(columns_) - 2);
    lines.resize(std::min(lines.size(), kMostNotes));
    return lines;
  }

  /// Above the map. The row of the first of them.
  int paint_notes(int map) {
    std::vector<std::string> lines = notes();
    const int first = map - static_cast<int>(lines.size());
    int row = first;
    for (std::string& line : lines) put(row++, 1, std::move(line), Style::warning);
    return first;
  }

  void paint_body(Body body, int bottom) {
    const int room = bottom - kTop;
    const int lines = static_cast<int>(body.lines.size());
    int first = state_.room().first;
    if (state_.follows_cursor())
      first = std::clamp(first, static_cast<int>(body.mark) - room + 1, static_cast<int>(body.mark));
    first = std::clamp(first, 0, std::max(0, lines - room));
    picture_.room = {first, room, body.field_cells};
    for (int at = first; at < std::min(lines, first + room); ++at) {
      BodyLine& line = body.lines[static_cast<std::size_t>(at)];
      const int row = kTop + at - first;
      const int column = 1 + static_cast<int>(text::width(line.before));
      const auto cells = static_cast<std::size_t>(columns_ - 2 - column);
      put(row, 1, std::move(line.before));
      put(row, column, line.stem.empty() ? std::move(line.text) : in_one_line(line.stem, cells), line.style);
      for (const Press& press : line.presses)
        picture_.buttons.push_back({row, 1 + press.begin, 1 + press.end, press.command});
    }
    if (first > 0) scroll_sign(kTop, "^", Kind::page_up);
    if (first + room < lines) scroll_sign(bottom - 1, "v", Kind::page_down);
    const int cursor = static_cast<int>(body.mark) - first;
    if (!body.has_cursor || cursor < 0 || cursor >= room) return;
    picture_.cursor_row = kTop + cursor;
    picture_.cursor_column = std::min(columns_ - 1, 1 + static_cast<int>(body.cursor_column));
  }

  /// There is more that way.
  void scroll_sign(int row, std::string sign, Kind kind) {
    put(row, columns_ - 1, std::move(sign), Style::strong);
    picture_.buttons.push_back({row, columns_ - 1, columns_, {kind}});
  }

  const TakeState& state_;
  int rows_;
  int columns_;
  Picture picture_;
};

}  // namespace

Picture picture_of(const TakeState& state, int rows, int columns) {
  return Painter(state, rows, columns).paint();
}

Command pressed(const Picture& picture, int row, int column) {
  for (const Button& button : picture.buttons)
    if (row == button.row && column >= button.begin && column < button.end) return button.command;
  return {};
}

}  // namespace quiz::cli::terminal
