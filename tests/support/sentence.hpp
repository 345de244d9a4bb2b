// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/message.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/text/language.hpp>

#include <optional>
#include <string>

namespace quiz::tests {

/// A message as an English reader gets it, with its code: `the row names no entrant [intake.entrant-empty]`.
inline std::string sentence(const Message& message) {
  static const text::Catalogue kEnglish(text::Language::en);
  return kEnglish.format(message) + " [" + message.code + "]";
}

/// The same, or `none`.
inline std::string sentence(const std::optional<Message>& message) {
  return message ? sentence(*message) : "none";
}

}  // namespace quiz::tests
