// SPDX-License-Identifier: Apache-2.0
#include <cli/terminal/text_field.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using quiz::cli::terminal::FieldView;
using quiz::cli::terminal::TextField;
using quiz::cli::terminal::view_of;
using Lines = std::vector<std::string_view>;

namespace {

TextField at_begin(std::string text) {
  TextField field(std::move(text));
  field.line_begin();
  return field;
}

}  // namespace

TEST_CASE("what is typed goes in at the cursor") {
  TextField field("ac");
  field.left();
  field.insert("b");
  CHECK(field.text() == "abc");
  CHECK(field.cursor() == 2);
}

TEST_CASE("erasing takes back what was typed last, of a letter with marks the last mark") {
  TextField field("ที่");
  field.erase();
  CHECK(field.text() == "ที");
  field.erase();
  CHECK(field.text() == "ท");
  field.erase();
  field.erase();
  CHECK(field.text().empty());
}

TEST_CASE("erasing ahead takes a character with its marks") {
  TextField field = at_begin("ที่นี่");
  field.erase_ahead();
  CHECK(field.text() == "นี่");
  CHECK(field.cursor() == 0);
  field.line_end();
  field.erase_ahead();
  CHECK(field.text() == "นี่");
}

TEST_CASE("the cursor never stands within a character, and not beyond the text") {
  TextField field("ນ້ຳa");
  field.left();
  CHECK(field.cursor() == std::string("ນ້ຳ").size());
  field.left();
  CHECK(field.cursor() == 0);
  field.left();
  CHECK(field.cursor() == 0);
  field.right();
  CHECK(field.cursor() == std::string("ນ້ຳ").size());
  field.right();
  field.right();
  CHECK(field.cursor() == field.text().size());
}

TEST_CASE("begin and end are those of the line that newlines make") {
  TextField field("one\ntwo\nthree");
  field.line_begin();
  CHECK(field.cursor() == 8);
  field.left();
  field.line_begin();
  CHECK(field.cursor() == 4);
  field.line_end();
  CHECK(field.cursor() == 7);
}

TEST_CASE("a field is shown in lines, with the cursor in its row and column") {
  const TextField field("Viết một câu dài");
  const FieldView view = view_of(field, 9);
  CHECK(view.lines == Lines{"Viết một ", "câu dài"});
  CHECK(view.row == 1);
  CHECK(view.begin == std::string("Viết một ").size());
  CHECK(view.column == 7);
}

TEST_CASE("a cursor between two lines stands at the beginning of the second") {
  TextField field("one two");
  field.left();
  field.left();
  field.left();
  const FieldView view = view_of(field, 4);
  CHECK(view.row == 1);
  CHECK(view.column == 0);
}

TEST_CASE("up and down keep the column, or take the end of a shorter line") {
  TextField field("ab\nabcd\nabc");
  field.move_line(-1, 10);
  CHECK(field.cursor() == 6);
  field.line_end();
  field.move_line(-1, 10);
  CHECK(field.cursor() == 2);
  field.move_line(-1, 10);
  CHECK(field.cursor() == 2);
  field.move_line(1, 10);
  field.move_line(1, 10);
  CHECK(field.cursor() == 10);
  field.move_line(1, 10);
  CHECK(field.cursor() == 10);
}

TEST_CASE("up and down stay on the lines that a long text is broken into") {
  TextField field("aaaaa bbbbbbbbbb");
  field.left();
  field.left();
  field.move_line(-1, 10);
  CHECK(view_of(field, 10).row == 0);
  CHECK(view_of(field, 10).column == 5);
  TextField third = at_begin("bbbbbbbbb aaaaa cccccccccc");
  for (int i = 0; i < 8; ++i) third.right();
  third.move_line(1, 10);
  CHECK(view_of(third, 10).row == 1);
  CHECK(view_of(third, 10).column == 5);
}

TEST_CASE("a field takes no more than it has room for, and no half of a text") {
  TextField field(std::string(TextField::kMostBytes - 1, 'a'));
  field.insert("é");
  CHECK(field.text().size() == TextField::kMostBytes - 1);
  field.insert("e");
  CHECK(field.text().size() == TextField::kMostBytes);
}
