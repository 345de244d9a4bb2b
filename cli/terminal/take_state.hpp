// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/context.hpp>
#include <cli/terminal/choices.hpp>
#include <cli/terminal/take_command.hpp>
#include <cli/terminal/text_field.hpp>

#include <quizlib/sitting/sitting.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/workflow/open_sitting.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::cli::terminal {

enum class View { start, question, prediction, review, rules, done };

/// What the screen had room for when it was last drawn.
struct Room {
  int first = 0;                ///< the line of the view that stands on top
  int lines = 1;                ///< how many are seen
  std::size_t field_cells = 1;  ///< how wide the field of a typed answer is
};

/// A sitting in the whole terminal: where the entrant is, and what becomes of what the entrant does. Knows
/// nothing of screens. What is shown is on disk before another view is.
class TakeState {
 public:
  TakeState(workflow::OpenSitting& sitting, text::Language language);

  /// Do something. What cannot be done where the entrant is does nothing, or leaves a note. While it waits,
  /// nothing but leave.
  void perform(const Command& command);
  /// Hand in once the time is over, do what waited for the disk, and throw what has gone wrong there.
  void tick();
  /// The question has been drawn: its time runs.
  void see();
  /// Let what was typed go to disk.
  void keep();
  void drawn(const Room& room) { room_ = room; }

  [[nodiscard]] workflow::OpenSitting& sitting() const { return sitting_; }
  [[nodiscard]] const text::Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] View view() const { return view_; }
  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] const bank::Item& item() const { return sitting_.item(position_); }
  [[nodiscard]] const paper::PaperItem& shown() const { return sitting_.paper().items[position_]; }
  [[nodiscard]] const std::vector<sitting::Slot>& slots() const { return sitting_.sitting().slots; }
  /// Whether the question, or the view, is answered by typing.
  [[nodiscard]] bool is_typed() const;
  /// Whether digits are all that is typed.
  [[nodiscard]] bool is_number() const;
  /// Whether the question takes no answer any more.
  [[nodiscard]] bool is_over() const;
  /// The line of the choices, or in the review the question, that keys act on.
  [[nodiscard]] std::size_t cursor() const { return view_ == View::review ? cursor_ : choices_.cursor(); }
  [[nodiscard]] const Choices& choices() const { return choices_; }
  [[nodiscard]] const TextField& field() const { return field_; }
  /// What there is to say at the moment; empty: nothing.
  [[nodiscard]] std::string note() const;
  [[nodiscard]] const Room& room() const { return room_; }
  /// Whether the line of the cursor must be seen, wherever the view was scrolled to.
  [[nodiscard]] bool follows_cursor() const { return follows_; }
  [[nodiscard]] const std::optional<workflow::Receipt>& receipt() const { return receipt_; }
  [[nodiscard]] bool leaves() const { return leaves_; }
  /// Whether something is to be done as soon as what was done before is on disk.
  [[nodiscard]] bool waits() const { return waiting_.has_value(); }
  [[nodiscard]] std::string say(std::string_view key, std::vector<Argument> arguments = {}) const;
  /// The rules of the contest in the entrant's language, in lines as wide as was asked for.
  [[nodiscard]] const std::vector<std::string>& rules() const { return rules_; }
  /// Write the rules in lines of so many cells.
  void fit(std::size_t columns);

 private:
  [[nodiscard]] bool is_kept(const Command& command);
  void next();
  void back();
  void open(std::size_t position);
  void open_prediction();
  void open_review();
  [[nodiscard]] std::optional<std::size_t> unanswered_after(std::size_t position) const;
  void open_unanswered();
  void toggle_rules();
  void show(View view);
  void switch_language();
  void toggle_flag();
  void ask_to_hand_in();
  void hand_in(std::string_view why);
  void choose(const Command& command);
  void blank();
  void move(int by);
  void page(int by);
  void scroll(int by);
  void edit(const Command& command);
  void record(std::string_view answer);
  void record_choices(bool are_new);
  void read_back();

  workflow::OpenSitting& sitting_;
  text::Catalogue catalogue_;
  std::vector<std::string> rules_;
  std::size_t columns_ = 0;  ///< of `rules_`
  View view_ = View::start;
  View behind_ = View::start;  ///< what the rules are shown over
  std::size_t position_ = 0;
  std::size_t cursor_ = 0;  ///< of the review
  Choices choices_;
  TextField field_;
  std::optional<Command> waiting_;  ///< for what was done to be on disk
  bool is_typed_anew_ = false;      ///< the field is not recorded yet
  std::string note_;
  Room room_;
  bool follows_ = false;
  bool sure_ = false;           ///< asked whether to hand in
  Milliseconds asked_left_{0};  ///< of the time, when handing in was last asked for
  bool leaves_ = false;
  std::optional<workflow::Receipt> receipt_;
};

}  // namespace quiz::cli::terminal
