// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/screen.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/utf8.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/text/width.hpp>

#include <ncurses.h>

#include <langinfo.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <utility>

namespace quiz::cli::terminal {
namespace {

constexpr int kPasteBegins = KEY_MAX + 1;
constexpr int kPasteEnds = KEY_MAX + 2;
constexpr int kEscape = 27;
/// A paste that pauses so long has ended.
constexpr auto kSilence = std::chrono::seconds(2);
constexpr int kStop = 26;  // Ctrl-Z

volatile std::sig_atomic_t closed = 0;

extern "C" void on_close(int) { closed = 1; }

/// Text is UTF-8 whatever the locale says, and nothing else of the locale is taken over.
void use_unicode() {
  std::setlocale(LC_CTYPE, "");
  if (std::string_view(::nl_langinfo(CODESET)) != "UTF-8") std::setlocale(LC_CTYPE, "C.UTF-8");
}

/// The terminal tells where a paste begins and ends, so that pasted text is no series of commands.
void tell_pastes(bool on) {
  const std::string_view sequence = on ? "\x1b[?2004h" : "\x1b[?2004l";
  [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, sequence.data(), sequence.size());
}

/// What terminals send for these keys, whatever TERM says that they do: many a PC is set up for another one.
void define_keys() {
  constexpr std::array<std::pair<const char*, int>, 13> kKeys{{{"\x1b[A", KEY_UP},
                                                               {"\x1b[B", KEY_DOWN},
                                                               {"\x1b[C", KEY_RIGHT},
                                                               {"\x1b[D", KEY_LEFT},
                                                               {"\x1b[H", KEY_HOME},
                                                               {"\x1b[F", KEY_END},
                                                               {"\x1bOH", KEY_HOME},
                                                               {"\x1bOF", KEY_END},
                                                               {"\x1b[1~", KEY_HOME},
                                                               {"\x1b[4~", KEY_END},
                                                               {"\x1b[5~", KEY_PPAGE},
                                                               {"\x1b[6~", KEY_NPAGE},
                                                               {"\x1b[Z", KEY_BTAB}}};
  for (const auto& [sequence, key] : kKeys)
    if (::key_defined(sequence) == 0) ::define_key(sequence, key);
}

Key key_of(Key::Kind kind) {
  Key key;
  key.kind = kind;
  return key;
}

Key mouse_key() {
  MEVENT event;
  if (::getmouse(&event) != OK) return key_of(Key::Kind::nothing);
  if ((event.bstate & BUTTON4_PRESSED) != 0) return key_of(Key::Kind::wheel_up);
  if ((event.bstate & BUTTON5_PRESSED) != 0) return key_of(Key::Kind::wheel_down);
  if ((event.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED)) == 0) return key_of(Key::Kind::nothing);
  Key key = key_of(Key::Kind::press);
  key.row = event.y;
  key.column = event.x;
  return key;
}

Key special_key(wint_t code) {
  switch (code) {
    case KEY_UP:
      return key_of(Key::Kind::up);
    case KEY_DOWN:
      return key_of(Key::Kind::down);
    case KEY_LEFT:
      return key_of(Key::Kind::left);
    case KEY_RIGHT:
      return key_of(Key::Kind::right);
    case KEY_PPAGE:
      return key_of(Key::Kind::page_up);
    case KEY_NPAGE:
      return key_of(Key::Kind::page_down);
    case KEY_HOME:
      return key_of(Key::Kind::home);
    case KEY_END:
      return key_of(Key::Kind::end);
    case KEY_BTAB:
      return key_of(Key::Kind::back_tab);
    case KEY_ENTER:
      return key_of(Key::Kind::enter);
    case KEY_BACKSPACE:
      return key_of(Key::Kind::backspace);
    case KEY_DC:
      return key_of(Key::Kind::erase_ahead);
    case KEY_RESIZE:
      return key_of(Key::Kind::resize);
    case KEY_MOUSE:
      return mouse_key();
    default:
      break;
  }
  Key key = key_of(Key::Kind::nothing);
  if (code > KEY_F0 && code <= KEY_F(12)) {
    key.kind = Key::Kind::function;
    key.number = static_cast<int>(code) - KEY_F0;
  }
  return key;
}

Key typed_key(wint_t character) {
  if (character == '\r' || character == '\n') return key_of(Key::Kind::enter);
  if (character == '\t') return key_of(Key::Kind::tab);
  if (character == kEscape) return key_of(Key::Kind::escape);
  if (character == 127 || character == 8) return key_of(Key::Kind::backspace);
  Key key = key_of(Key::Kind::text);
  if (character < 32) {
    key.kind = Key::Kind::control;
    key.text.push_back(static_cast<char>('a' + character - 1));
  } else {
    append_character(key.text, static_cast<char32_t>(character));
  }
  return key;
}

}  // namespace

Screen::Screen(bool colours) {
  use_unicode();
  ::set_escdelay(25);
  if (::newterm(nullptr, stdout, stdin) == nullptr) throw Error(ErrorKind::failed, Message("take.terminal"));
  ::raw();
  ::noecho();
  ::nonl();
  ::keypad(stdscr, TRUE);
  ::mousemask(BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED, nullptr);
  ::mouseinterval(0);
  define_keys();
  ::define_key("\x1b[200~", kPasteBegins);
  ::define_key("\x1b[201~", kPasteEnds);
  tell_pastes(true);
  colours_ = colours && ::has_colors();
  if (colours_) {
    ::start_color();
    ::use_default_colors();
    ::init_pair(1, COLOR_GREEN, -1);
    ::init_pair(2, COLOR_RED, -1);
  }
  struct sigaction action = {};
  action.sa_handler = &on_close;
  ::sigaction(SIGHUP, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

Screen::~Screen() {
  tell_pastes(false);
  ::endwin();
}

int Screen::rows() const { return LINES; }
int Screen::columns() const { return COLS; }

void Screen::clear() { ::erase(); }

void Screen::put(int row, int column, std::string_view text, Style style) {
  if (row < 0 || row >= rows() || column < 0 || column >= columns()) return;
  attr_t attributes = A_NORMAL;
  if (style == Style::strong || style == Style::warning) attributes = A_BOLD;
  if (style == Style::bar) attributes = A_REVERSE;
  if (style == Style::good) attributes = A_UNDERLINE;
  short pair = 0;
  if (colours_ && style == Style::good) pair = 1;
  if (colours_ && style == Style::warning) pair = 2;
  ::attr_set(attributes, pair, nullptr);
  const std::string shown = text::cut(text::visible(text), static_cast<std::size_t>(columns() - column));
  ::wmove(stdscr, row, column);
  ::waddnstr(stdscr, shown.data(), static_cast<int>(shown.size()));
  ::attr_set(A_NORMAL, 0, nullptr);
}

void Screen::show(int row, int column) {
  ::curs_set(row < 0 ? 0 : 1);
  if (row >= 0) ::move(row, column);
  ::refresh();
}

Key Screen::next(Milliseconds wait) {
  if (closed != 0) return key_of(Key::Kind::closed);
  ::timeout(static_cast<int>(std::clamp<Milliseconds::rep>(wait.count(), 0, 60'000)));
  wint_t character = 0;
  const int got = ::get_wch(&character);
  if (closed != 0) return key_of(Key::Kind::closed);
  // The end of a paste may get lost.
  const auto now = std::chrono::steady_clock::now();
  if (got == ERR && now - last_pasted_ > kSilence) pasting_ = false;
  if (got != ERR) last_pasted_ = now;
  if (got == ERR) return key_of(::isatty(STDIN_FILENO) == 1 ? Key::Kind::nothing : Key::Kind::closed);
  if (got == KEY_CODE_YES && (character == kPasteBegins || character == kPasteEnds)) {
    pasting_ = character == kPasteBegins;
    return key_of(Key::Kind::nothing);
  }
  if (got == OK && character == kStop && !pasting_) return key_of(Key::Kind::stop);
  Key key = got == KEY_CODE_YES ? special_key(character) : typed_key(character);
  key.pasted = pasting_;
  return key;
}

void Screen::stop() {
  tell_pastes(false);
  ::raise(SIGTSTP);  // ncurses gives the terminal back meanwhile
  tell_pastes(true);
}

}  // namespace quiz::cli::terminal
