// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/take_keys.hpp>

#include <array>
#include <string_view>

namespace quiz::cli::terminal {
namespace {

using Kind = Command::Kind;

struct Shortcut {
  int function;  ///< F`function`
  std::string_view control;
  Kind kind;
};

/// Those that work everywhere; with Ctrl for terminals that keep function keys to themselves.
constexpr std::array kShortcuts{
    Shortcut{1, "g", Kind::rules},    Shortcut{2, "f", Kind::flag},    Shortcut{3, "r", Kind::review},
    Shortcut{4, "l", Kind::language}, Shortcut{5, "s", Kind::hand_in}, Shortcut{6, "n", Kind::unanswered},
    Shortcut{10, "q", Kind::leave},
};

Kind shortcut(const Key& key) {
  for (const Shortcut& each : kShortcuts) {
    if (key.kind == Key::Kind::function && key.number == each.function) return each.kind;
    if (key.kind == Key::Kind::control && key.text == each.control) return each.kind;
  }
  return key.kind == Key::Kind::control && key.text == "c" ? Kind::leave : Kind::nothing;
}

/// Keys that mean the same in every view but where something is typed.
Kind moving_kind(const Key& key) {
  switch (key.kind) {
    case Key::Kind::tab:
    case Key::Kind::enter:
    case Key::Kind::right:
      return Kind::next;
    case Key::Kind::back_tab:
    case Key::Kind::left:
      return Kind::back;
    case Key::Kind::up:
      return Kind::up;
    case Key::Kind::down:
      return Kind::down;
    case Key::Kind::page_up:
      return Kind::page_up;
    case Key::Kind::page_down:
      return Kind::page_down;
    case Key::Kind::wheel_up:
      return Kind::wheel_up;
    case Key::Kind::wheel_down:
      return Kind::wheel_down;
    default:
      return Kind::nothing;
  }
}

Kind editing_kind(const Key& key) {
  switch (key.kind) {
    case Key::Kind::backspace:
      return Kind::erase;
    case Key::Kind::erase_ahead:
      return Kind::erase_ahead;
    case Key::Kind::left:
      return Kind::left;
    case Key::Kind::right:
      return Kind::right;
    case Key::Kind::home:
      return Kind::line_begin;
    case Key::Kind::end:
      return Kind::line_end;
    default:
      return Kind::nothing;
  }
}

/// In an essay Enter ends a line; what is pasted never leaves the field.
Command typed_command(const Key& key, bool is_essay) {
  if (key.kind == Key::Kind::text) return {Kind::insert, 0, key.text};
  if (key.kind == Key::Kind::enter && is_essay) return {Kind::insert, 0, "\n"};
  if (key.pasted && (key.kind == Key::Kind::enter || key.kind == Key::Kind::tab))
    return {Kind::insert, 0, " "};
  if (key.pasted) return {};
  const Kind kind = editing_kind(key);
  return {kind == Kind::nothing ? moving_kind(key) : kind};
}

}  // namespace

Command command_of(const Key& key, const TakeState& state) {
  if (state.view() == View::done) {
    const bool ends = key.kind == Key::Kind::enter || key.kind == Key::Kind::escape;
    const bool is_leave = ends || shortcut(key) == Kind::leave;
    return {is_leave && !key.pasted ? Kind::leave : Kind::nothing};
  }
  if (const Kind kind = shortcut(key); kind != Kind::nothing && !key.pasted) return {kind};
  if (state.is_typed()) {
    const bool is_essay = state.view() == View::question && state.item().type == bank::ItemType::essay;
    return typed_command(key, is_essay);
  }
  if (key.pasted) return {};
  if (state.view() == View::rules && key.kind == Key::Kind::escape) return {Kind::back};
  if (state.view() == View::review && key.kind == Key::Kind::enter) return {Kind::open, state.cursor()};
  if (state.view() == View::review && moving_kind(key) == Kind::next) return {};
  if (key.kind == Key::Kind::text) return {Kind::letter, 0, key.text};
  if (key.kind == Key::Kind::backspace || key.kind == Key::Kind::erase_ahead) return {Kind::erase};
  const Kind kind = editing_kind(key);
  return {kind == Kind::line_begin || kind == Kind::line_end ? kind : moving_kind(key)};
}

}  // namespace quiz::cli::terminal
