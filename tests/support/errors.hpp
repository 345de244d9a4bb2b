// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/error.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/text/language.hpp>

#include <string>

namespace quiz::tests {

/// The error that `call` throws, as an English reader gets it: `a.yaml is a folder [file.folder]`; empty:
/// none.
template <class Call>
std::string error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return text::Catalogue(text::Language::en).format(error.message()) + " [" + error.message().code + ']';
  }
  return {};
}

}  // namespace quiz::tests
