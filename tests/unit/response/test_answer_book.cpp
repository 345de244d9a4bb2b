// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/answer_book.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using quiz::response::AnswerBook;
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the distinct answers to each item are numbered from 1 as they come") {
  AnswerBook book({}, 2);
  CHECK(book.intern(0, "Hà Nội") == 1);
  CHECK(book.intern(0, "hà nội") == 2);
  CHECK(book.intern(0, "Hà Nội") == 1);
  CHECK(book.intern(1, "hà nội") == 1);
}

TEST_CASE("what is new is handed out once, with the code of the first") {
  AnswerBook book({}, 2);
  book.know(0, "a");
  book.know(0, "b");
  CHECK(book.take_new(0).texts.empty());
  CHECK(book.intern(0, "b") == 2);
  CHECK(book.intern(0, "c") == 3);
  CHECK(book.intern(0, "d") == 4);
  const AnswerBook::Addition first = book.take_new(0);
  CHECK(first.first == 3);
  CHECK(first.texts == Texts{"c", "d"});
  CHECK(book.intern(0, "e") == 5);
  const AnswerBook::Addition second = book.take_new(0);
  CHECK(second.first == 5);
  CHECK(second.texts == Texts{"e"});
  CHECK(book.take_new(1).texts.empty());
  CHECK(book.take_new(1).first == 1);
}
