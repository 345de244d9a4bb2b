// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/message.hpp>

#include <exception>

namespace quiz {

/// What ends a command besides findings in an organiser's files. `cli/app.cpp` maps each to its exit code.
enum class ErrorKind {
  failed,      ///< the environment or the state of the contest forbids it: exit 1
  usage,       ///< options that contradict each other: exit 2
  integrity,   ///< a digest or seal does not fit: exit 4
  not_found,   ///< an unknown id: exit 5
  try_again,   ///< somebody else holds the store: exit 75
  interrupted  ///< the user stopped it: exit 130
};

/// The one exception of quizlib: a command cannot go on. Its message may have a help line, the catalogue
/// entry `<code>.help`.
class Error : public std::exception {
 public:
  Error(ErrorKind kind, Message message) : kind_(kind), message_(std::move(message)) {}

  [[nodiscard]] ErrorKind kind() const { return kind_; }
  [[nodiscard]] const Message& message() const { return message_; }
  /// The message's code, for debuggers; people read the catalogue's sentence.
  [[nodiscard]] const char* what() const noexcept override { return message_.code.c_str(); }

 private:
  ErrorKind kind_;
  Message message_;
};

}  // namespace quiz
